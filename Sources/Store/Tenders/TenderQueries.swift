import Domain
import GRDB

extension ReadTransaction {
    /// A tender's page. Thirty statements, however long its history is.
    package func tenderSheet(_ id: Tender.ID, on today: Day, at now: Moment) throws -> TenderSheet {
        let tender = try tender(id)
        let draft = tender.draft
        let names = try colleagueNames()
        let standing = try standings(of: [tender], names: names, on: today, at: now)[0]
        let (facts, blockers) = (standing.facts, standing.blockers)
        let bids = try parts(BidDraft.self, of: id)
        let byLot = Dictionary(grouping: bids, by: \.owner)
        let items = Dictionary(grouping: try parts(ItemDraft.self, of: id), by: \.owner)
        let named = try one(
            "SELECT c.id, c.name, p.id, p.name FROM client c LEFT JOIN client_named p ON p.id = ?2 WHERE c.id = ?1",
            [draft.client.number, draft.partner?.number]
        ) { (Named<Client>(id: $0.id(0), name: $0[1]), $0.named(2) as Named<Client>?) }
        return TenderSheet(
            tender: tender, client: named.0, partner: named.1, kam: draft.user.flatMap { names[$0] },
            goUser: draft.goUser.flatMap { names[$0] }, procedure: standing.procedure,
            currency: try currency(of: draft).code,
            lots: standing.lots.map { LotRow($0, byLot[$0.id.number] ?? [], items[$0.id.number] ?? []) },
            deadlines: standing.deadlines, blockers: blockers,
            securities: facts.securities, questions: facts.questions, complaints: standing.complaints,
            notices: facts.notices,
            answers: try parts(GoAnswerDraft.self, of: id), requirements: facts.requirements, lines: facts.lines,
            needs: facts.needs(on: today), seats: try seats(of: tender, standing, on: today),
            members: try parts(MemberDraft.self, of: id), deliveries: try parts(DeliveryDraft.self, of: id),
            rules: try lawRules(of: draft.law ?? standing.procedure?.law, on: draft.announcedOn ?? today),
            signals: try signals(of: id),
            moves: try stageMoves(of: id), like: try like(tender),
            colleagues: Dictionary(names.map { (String($0.key.number), $0.value) }) { first, _ in first },
            history: try offering(tenderHistory(id, atMost: 6), on: today))
    }

    /// Those who decide, with their names, which everybody may know, and what is known of them. Three statements.
    private func seats(of tender: Tender, _ standing: TenderStanding, on today: Day) throws -> [SeatRow] {
        let seats = try parts(SeatDraft.self, of: tender.id)
        let ids = jsonList(seats.compactMap(\.draft.person?.number))
        let decision = standing.deadlines.first { $0.deadline.draft.kind == .decision }?.day
        let day = min(decision ?? today, today)
        let people = try rows(
            """
            SELECT e.id, e.name, (SELECT a.stance FROM assessment a WHERE a.person_id = e.id AND a.client_id = ?2 AND a.day <= ?3
              AND a.stance IS NOT NULL AND a.competitor IS NULL ORDER BY a.day DESC, a.id DESC LIMIT 1)
            FROM json_each(?1) known JOIN person_named e ON e.id = known.value
            """, [ids, tender.draft.client.number, day.stored]
        ) { (person: Named<Person>(id: $0.id(0), name: $0[1]), stance: $0[2] as Int?) }
        let known = Dictionary(grouping: try closeness(ids, on: day), by: \.person)
        return seats.map { seat in
            let sitting = people.first { $0.person.id == seat.draft.person }
            return SeatRow(
                seat, sitting?.person, stance: sitting?.stance,
                known: (sitting.flatMap { known[$0.person.id] } ?? []).sorted { $0.step > $1.step })
        }
    }

    /// The number of the next version of a tender's notice.
    package func nextNotice(of id: Tender.ID) throws -> Int {
        try one("SELECT coalesce(max(number), 0) + 1 FROM tender_notice WHERE tender_id = ?", [id.number]) { $0[0] }
    }

    /// How the tender came from stage to stage, the latest first.
    private func stageMoves(of id: Tender.ID) throws -> [StageMove] {
        try rows(
            """
            SELECT json_extract(c.fields, '$.stage[1]'), c.at, u.name FROM change c JOIN user u ON u.id = c.user_id
            WHERE c.subject = 'tender' AND c.record_id = ? AND json_extract(c.fields, '$.stage[1]') IS NOT NULL
            ORDER BY c.id DESC LIMIT 40
            """, [id.number]
        ) { StageMove(stage: $0.word(0), at: Moment(milliseconds: $0[1]), by: $0[2]) }
    }

    /// The decided lots of the last three tenders for a product of this one, or else of its customer.
    private func like(_ tender: Tender) throws -> [LikeLot] {
        let own = try currency().code
        return try rows(
            """
            WITH \(TenderLikeness.near)
            SELECT t.id, t.title, l.subject, l.outcome, l.reason, l.lesson, coalesce(t.currency, ?3),
              (SELECT min(b.price) FROM lot_bid b WHERE b.lot_id = l.id AND b.is_ours = 1 AND b.price > 0)
                - (SELECT min(b.price) FROM lot_bid b WHERE b.lot_id = l.id AND b.is_winner = 1 AND b.price > 0)
            FROM (SELECT latest.id, min(latest.rank) AS rank FROM near latest WHERE latest.id <> ?1
                AND EXISTS (SELECT 1 FROM tender_lot d WHERE d.tender_id = latest.id AND d.outcome <> 'undecided')
              GROUP BY latest.id ORDER BY min(latest.rank), latest.id DESC LIMIT 3) shown
            JOIN tender t ON t.id = shown.id JOIN tender_lot l ON l.tender_id = shown.id AND l.outcome <> 'undecided'
            ORDER BY shown.rank, t.id DESC, l.id LIMIT 30
            """, [tender.id.number, tender.draft.client.number, own]
        ) {
            let outcome: LotOutcome = $0.word(3)
            return LikeLot(
                tender: Named(id: $0.id(0), name: $0[1]), subject: $0[2], outcome: outcome,
                reason: $0.optionalWord(4), lesson: $0[5],
                gap: $0.optionalMoney(7).flatMap { outcome.isLoss && $0 > .zero ? $0 : nil },
                currency: $0[6])
        }
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
