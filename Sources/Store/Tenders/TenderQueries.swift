import Domain
import GRDB

extension ReadTransaction {
    /// A tender's page. Twenty-two statements, however long its history is.
    package func tenderSheet(_ id: Tender.ID, on today: Day, at now: Moment) throws -> TenderSheet {
        let tender = try tender(id)
        let draft = tender.draft
        let names = Dictionary(try colleagues().map { ($0.id, $0.name) }) { first, _ in first }
        let procedure = try draft.procedure.flatMap { try self.procedure($0) }
        let (lots, bids) = (try parts(LotDraft.self, of: id), try parts(BidDraft.self, of: id))
        let deadlines = try parts(DeadlineDraft.self, of: id, order: "p.day, p.time, p.id")
        let complaints = try parts(ComplaintDraft.self, of: id)
        let facts = try blockerFacts(of: tender, deadlines: deadlines, lots: lots, names: names)
        let blockers = facts.facts.blockers(on: today)
        let suspensions = complaints.compactMap(\.draft.suspension)
        let byLot = Dictionary(grouping: bids, by: \.owner)
        let items = Dictionary(grouping: try parts(ItemDraft.self, of: id), by: \.owner)
        let rows = deadlines.map { deadline in
            DeadlineRow(
                deadline, suspensions: suspensions, missed: procedure?.missed(deadline.draft.kind) ?? .nothing,
                who: deadline.draft.user.flatMap { names[$0] },
                blockers: deadline.draft.doneOn == nil ? blockers.filter { $0.before == deadline.draft.kind } : [],
                at: now)
        }
        let named = try one(
            "SELECT c.id, c.name, p.id, p.name FROM client c LEFT JOIN client_named p ON p.id = ?2 WHERE c.id = ?1",
            [draft.client.number, draft.partner?.number]
        ) { (Named<Client>(id: $0.id(0), name: $0[1]), $0.named(2) as Named<Client>?) }
        return TenderSheet(
            tender: tender, client: named.0, partner: named.1, kam: draft.user.flatMap { names[$0] },
            goUser: draft.goUser.flatMap { names[$0] }, procedure: procedure,
            currency: try currency(of: draft).code,
            lots: lots.map { LotRow($0, byLot[$0.id.number] ?? [], items[$0.id.number] ?? []) },
            deadlines: rows.sorted { ($0.day, $0.deadline.id) < ($1.day, $1.deadline.id) }, blockers: blockers,
            securities: facts.securities, questions: facts.questions, complaints: complaints, notices: facts.notices,
            answers: try parts(GoAnswerDraft.self, of: id), requirements: facts.requirements, lines: facts.lines,
            needs: facts.needs(on: today), seats: try seats(of: id),
            colleagues: Dictionary(names.map { (String($0.key.number), $0.value) }) { first, _ in first },
            history: try offering(tenderHistory(id, atMost: 12), on: today))
    }

    /// Those who decide, with their names, which everybody may know. Two statements.
    private func seats(of id: Tender.ID) throws -> [SeatRow] {
        let seats = try parts(SeatDraft.self, of: id)
        let people = seats.compactMap(\.draft.person?.number)
        let named = try rows(
            "SELECT id, name FROM person_named WHERE id IN (SELECT value FROM json_each(?))", [jsonList(people)]
        ) { Named<Person>(id: $0.id(0), name: $0[1]) }
        return seats.map { seat in SeatRow(seat, named.first { $0.id == seat.draft.person }) }
    }

    /// The records from which a tender's blockers follow, and the facts that they say.
    private func blockerFacts(
        of tender: Tender, deadlines: [TenderDeadline], lots: [TenderLot], names: [User.ID: String]
    ) throws -> TenderFacts {
        let id = tender.id
        var found = TenderFacts(
            securities: try parts(SecurityDraft.self, of: id), questions: try parts(QuestionDraft.self, of: id),
            notices: try parts(NoticeDraft.self, of: id, order: "p.number DESC"),
            requirements: try parts(FitDraft.self, of: id), lines: try parts(ApplicationLineDraft.self, of: id),
            facts: BlockerFacts(stage: tender.draft.stage, go: tender.draft.go))
        func day(_ kind: DeadlineKind) -> Day? {
            deadlines.first { $0.draft.kind == kind && $0.draft.doneOn == nil }?.draft.day
        }
        found.facts.kam = tender.draft.user.flatMap { names[$0] }
        found.facts.signingDay = day(.signingOurs)
        found.facts.applicationDay = day(.applications)
        // The limit of a power of attorney is an amount in the desk's currency.
        if tender.draft.currency == nil { found.facts.value = lots.compactMap(\.draft.start).max() }
        found.facts.noticeChangedOn = found.notices.first { $0.draft.number > 1 }?.draft.day
        found.facts.papers = try ownPapers().map(\.facts)
        found.fill(names)
        return found
    }

    /// The latest changes of a tender and its parts.
    private func tenderHistory(_ id: Tender.ID, atMost limit: Int) throws -> [Change] {
        let parts = TenderPartKind.allCases.map { kind in
            let table = kind.subject.rawValue
            let owned =
                kind.isOfLot ? "lot_id IN (SELECT id FROM tender_lot WHERE tender_id = ?1)" : "tender_id = ?1"
            return "subject = '\(table)' AND record_id IN (SELECT id FROM \(table) WHERE \(owned))"
        }
        return try changes(
            where: "(subject = 'tender' AND record_id = ?1 OR \(parts.joined(separator: " OR ")))", [id.number],
            before: nil, atMost: limit)
    }
}

/// The parts of a tender from which its blockers follow.
private struct TenderFacts {
    var securities: [TenderSecurity]
    var questions: [TenderQuestion]
    var notices: [TenderNotice]
    var requirements: [FitLine]
    var lines: [ApplicationLine]
    var facts: BlockerFacts

    mutating func fill(_ names: [User.ID: String]) {
        facts.securities = securities.map { part in
            let draft = part.draft
            return .init(
                id: part.id.number, draft.kind, paidOn: draft.paidOn, amount: draft.amount, needed: draft.asked,
                until: draft.untilOn, neededUntil: draft.neededOn, returnedOn: draft.returnedOn)
        }
        facts.questions = questions.map { part in
            .init(
                id: part.id.number, part.draft.text, who: part.draft.user.flatMap { names[$0] },
                answeredOn: part.draft.answeredOn)
        }
        facts.requirements = requirements.map { part in
            .init(
                id: part.id.number, part.draft.requirement, part.draft.verdict, confirmedOn: part.draft.confirmedOn,
                who: part.draft.user.flatMap { names[$0] })
        }
        facts.lines = lines.map { part in
            .init(
                id: part.id.number, part.draft.text, who: part.draft.user.flatMap { names[$0] },
                doneOn: part.draft.doneOn, confirmedOn: part.draft.confirmedOn, paper: part.draft.paper,
                product: part.draft.product)
        }
    }

    /// How our papers stand against what the application asks for.
    func needs(on today: Day) -> [PaperNeed] {
        let day = max(facts.signingDay ?? facts.applicationDay ?? today, today)
        return lines.compactMap { line in
            line.draft.paper.map { kind in
                PaperNeed(
                    line.id,
                    .of(
                        kind, product: line.draft.product, among: facts.papers, on: day,
                        signs: facts.signingDay != nil, value: facts.value))
            }
        }
    }
}
