import Domain
import GRDB

// All parts of tenders are read and written alike.

extension ReadTransaction {
    package func part<Draft: TenderPartDraft>(_ id: TenderPart<Draft>.ID) throws -> TenderPart<Draft> {
        guard let part = try parts(Draft.self, where: "p.id = ?", [id.number]).first else { throw Refusal.notFound }
        return part
    }

    /// The parts of one kind that a condition on "p" selects.
    func parts<Draft: TenderPartDraft>(
        _: Draft.Type, where condition: String, _ arguments: Values, order: String = "p.id",
        atMost limit: Int = 2000
    ) throws -> [TenderPart<Draft>] {
        try rows(
            """
            SELECT p.\(Draft.ownerColumn), \(Draft.columns(of: "p")) FROM \(Draft.subject.rawValue) p
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """, arguments
        ) { TenderPart(id: $0.id(1), version: $0[2], owner: $0[0], draft: $0.draft(from: 3)) }
    }

    /// The parts of one kind of a tender.
    func parts<Draft: TenderPartDraft>(_ type: Draft.Type, of tender: Tender.ID, order: String = "p.id") throws
        -> [TenderPart<Draft>]
    {
        let condition =
            Draft.isOfLot
            ? "p.lot_id IN (SELECT id FROM tender_lot WHERE tender_id = ?)" : "p.tender_id = ?"
        return try parts(type, where: condition, [tender.number], order: order)
    }

    /// The tender to which a part of this kind belongs, by the number of its owner: the tender itself, or a lot of it.
    package func tenderHome(_ owner: Int64, _ kind: TenderPartKind) throws -> TenderHome {
        let tender =
            kind.isOfLot
            ? try one("SELECT tender_id FROM tender_lot WHERE id = ?", [owner]) { $0.id(0) } : Tender.ID(owner)
        let own = try currency()
        return try one(
            """
            SELECT c.id, c.name, g.currency, t.title FROM tender_ground g JOIN client c ON c.id = g.client_id
            LEFT JOIN tender t ON t.id = g.id WHERE g.id = ?
            """, [tender.number]
        ) {
            TenderHome(
                id: tender, title: $0[3], client: Named(id: $0.id(0), name: $0[1]),
                currency: ($0[2] as String?).map { Currency($0) } ?? own)
        }
    }
}

extension WriteTransaction {
    /// Adds a part to a tender, or to a lot of it.
    @discardableResult
    package func addPart<Draft: TenderPartDraft>(_ draft: Draft, to owner: Int64) throws -> TenderPart<Draft>.ID {
        try requireSound(draft, of: owner, id: nil)
        return TenderPart<Draft>.ID(try insert(record(draft, of: owner)))
    }

    /// Returns false if nothing differs.
    @discardableResult
    package func changePart<Draft: TenderPartDraft>(
        _ id: TenderPart<Draft>.ID, from version: Int?, _ draft: Draft
    ) throws -> Bool {
        let part: TenderPart<Draft> = try read.part(id)
        try requireSound(draft, of: part.owner, id: id.number)
        return try update(id.number, from: version, record(draft, of: part.owner))
    }

    package func deletePart<Draft: TenderPartDraft>(_ id: TenderPart<Draft>.ID, from version: Int?) throws {
        try deleteWhole(Draft.subject, id.number, from: version)
    }

    /// Throws `notFound` if the viewer does not see the tender's client, or the room of such parts.
    package func requireSight(of home: TenderHome, _ kind: TenderPartKind) throws {
        guard sight?.seesRoom(of: kind.subject) ?? true, try sees(home.client.id) else { throw Refusal.notFound }
    }

    /// True if the viewer sees tenders, and not only their securities.
    package func sees(_ home: TenderHome) -> Bool { sight?.seesRoom(of: .tender) ?? true }

    private func requireSound<Draft: TenderPartDraft>(_ draft: Draft, of owner: Int64, id: Int64?) throws {
        var problems = draft.problems(mayBeSaidLater: importID != nil)
        for unique in Draft.unique {
            let value = draft.stored.all.first { $0.key == unique.column }?.value
            guard let value, !value.isNull else { continue }
            let others = try read.count(
                """
                SELECT count(*) FROM \(Draft.subject.rawValue)
                WHERE \(unique.column) = ? AND id IS NOT ? AND (? OR \(Draft.ownerColumn) = ?)
                """, [value, id, unique.isOfDesk, owner])
            if others > 0 { problems.add(.taken, to: unique.field) }
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        try requireColleague(draft.colleague)
        if let person = draft.person { _ = try read.personName(person) }
    }

    /// A part appears in the history of the tender's client.
    private func record<Draft: TenderPartDraft>(_ draft: Draft, of owner: Int64) throws -> RecordValues {
        let (client, name) = try read.one(Draft.ownerQuery, [owner]) { ($0.id(0) as Client.ID, $0[1] as String) }
        return RecordValues(
            subject: Draft.subject, title: draft.title ?? name, client: client, person: draft.person,
            columns: [Draft.ownerColumn: owner] + draft.stored)
    }
}

extension TenderPartDraft {
    /// The columns whose value no two parts of a tender share, or no two of the desk.
    fileprivate static var unique: [(column: String, field: String, isOfDesk: Bool)] {
        switch subject {
        case .tenderNotice: [("number", "number", false)]
        case .goAnswer: [("question", "question", false)]
        case .tenderLot: [("key", "subject", true)]
        default: []
        }
    }

    fileprivate static var ownerColumn: String { isOfLot ? "lot_id" : "tender_id" }

    /// The client and the name of what a part belongs to.
    fileprivate static var ownerQuery: String {
        isOfLot
            ? "SELECT t.client_id, l.subject FROM tender_lot l JOIN tender t ON t.id = l.tender_id WHERE l.id = ?"
            : "SELECT client_id, title FROM tender WHERE id = ?"
    }
}
