import Domain
import GRDB

extension ReadTransaction {
    package func tender(_ id: Tender.ID) throws -> Tender {
        try one("SELECT \(TenderDraft.columns) FROM tender t WHERE t.id = ?", [id.number]) { Tender($0) }
    }

    /// The tender with this number; nil if there is none.
    func tender(numbered number: String) throws -> Tender? {
        try first("SELECT \(TenderDraft.columns) FROM tender t WHERE t.number = ?", [number]) { Tender($0) }
    }

    /// The currency of a tender's amounts.
    package func currency(of tender: TenderDraft) throws -> Currency {
        try tender.currency.map { Currency($0) } ?? currency()
    }

    /// Throws the problems that only the desk can find.
    func requireSound(_ draft: TenderDraft, id: Tender.ID?) throws {
        var problems = Problems()
        if let number = draft.number,
            try count("SELECT count(*) FROM tender WHERE number = ? AND id IS NOT ?", [number, id?.number]) > 0
        {
            problems.add(.taken, to: "number")
        }
        for (field, client) in [("client", draft.client), ("partner", draft.partner)] {
            guard let client else { continue }
            if try count("SELECT count(*) FROM client_named WHERE id = ?", [client.number]) == 0 {
                problems.add(.unknown, to: field)
            }
        }
        for (field, user) in [("kam", draft.user), ("go_user", draft.goUser)] {
            guard let user else { continue }
            if try count("SELECT count(*) FROM user WHERE id = ?", [user.number]) == 0 {
                problems.add(.unknown, to: field)
            }
        }
        let procedure = try draft.procedure.flatMap { try self.procedure($0) }
        if draft.procedure != nil, procedure == nil { problems.add(.notAChoice, to: "procedure") }
        if let procedure, !procedure.stages.contains(draft.stage) { problems.add(.unknownStep, to: "stage") }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }

    /// Throws if the procedure does not know the step, or if the tender would be closed while a lost lot has no reason.
    func requireStep(_ tender: Tender, to stage: TenderStage, by key: String?) throws {
        guard stage != tender.draft.stage else { return }
        if let procedure = try key.flatMap({ try self.procedure($0) }), !procedure.knows(tender.draft.stage, to: stage)
        {
            throw Refusal.invalid(Problems(["stage": .unknownStep]))
        }
        if stage == .closed { try requireReasons(of: tender.id) }
    }

    /// Throws if the currency of a tender changes that has amounts: they would mean other money.
    func requireCurrency(_ draft: TenderDraft, of tender: Tender) throws {
        guard try currency(of: draft) != currency(of: tender.draft) else { return }
        let amounts = try count(
            """
            SELECT EXISTS (SELECT 1 FROM tender_lot l WHERE l.tender_id = ?1 AND (l.start IS NOT NULL
                OR EXISTS (SELECT 1 FROM lot_bid b WHERE b.lot_id = l.id AND b.price IS NOT NULL)
                OR EXISTS (SELECT 1 FROM lot_item i WHERE i.lot_id = l.id AND i.ceiling IS NOT NULL)))
              OR EXISTS (SELECT 1 FROM tender_security s WHERE s.tender_id = ?1 AND coalesce(s.amount, s.asked) IS NOT NULL)
              OR EXISTS (SELECT 1 FROM tender_delivery s WHERE s.tender_id = ?1 AND coalesce(s.amount, s.penalty) IS NOT NULL)
            """, [tender.id.number])
        if amounts > 0 { throw Refusal.invalid(Problems(["currency": .hasAmounts])) }
    }

    /// Throws if a lost lot of a tender has no reason: then the tender is not over.
    func requireReasons(of tender: Tender.ID) throws {
        let owing = try count(
            "SELECT count(*) FROM tender_lot l WHERE l.tender_id = ? AND \(LotDraft.owes)", [tender.number])
        if owing > 0 { throw Refusal.invalid(Problems(["stage": .reasonOwed])) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addTender(_ draft: TenderDraft) throws -> Tender.ID {
        try read.requireSound(draft, id: nil)
        let id = Tender.ID(try insert(draft.record))
        if importID == nil { try begin(id, by: draft.procedure) }
        return id
    }

    /// Returns false if nothing differs. A change of the stage must be a step of the procedure, unless a file says it.
    @discardableResult
    package func changeTender(_ id: Tender.ID, from version: Int?, _ draft: TenderDraft) throws -> Bool {
        try read.requireSound(draft, id: id)
        var draft = draft
        if importID == nil {
            let before = try read.tender(id)
            try read.requireCurrency(draft, of: before)
            draft.closeIfNoGo(after: before.draft)
            try read.requireStep(before, to: draft.stage, by: draft.procedure)
        }
        return try update(id.number, from: version, draft.record)
    }

    /// Moves a tender to another stage, even if other fields have changed meanwhile.
    package func moveTender(_ id: Tender.ID, to stage: TenderStage) throws {
        var draft = try read.tender(id).draft
        draft.stage = stage
        try changeTender(id, from: nil, draft)
    }

    /// Deletes a tender with its parts.
    package func deleteTender(_ id: Tender.ID, from version: Int?) throws {
        try deleteWhole(.tender, id.number, from: version)
    }
}

extension TenderDraft {
    static let columns = columns(of: "t")

    var record: RecordValues { RecordValues(subject: .tender, title: title, client: client, columns: stored) }
}

extension Tender {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}

extension LotDraft {
    /// A condition on "l": the lot was lost, and what its reason needs is not said.
    static let owes =
        "l.outcome IN ('lost', 'rejected') AND (l.reason IS NULL OR l.reason IN ('other', 'rejected') AND l.lesson IS NULL)"
}
