import Domain
import GRDB

extension ReadTransaction {
    /// The tenders that are not over, by stage, each lane with its most urgent ones. At most sixteen statements, however many tenders
    /// there are.
    package func tenderBoard(_ query: TenderBoardQuery, on today: Day, at now: Moment) throws -> TenderBoard {
        let chosen = BoardCondition(query)
        let own = try currency().code
        let counts = try rows(
            """
            SELECT t.stage, count(*), coalesce(sum((SELECT sum(l.start) FROM tender_lot l
              WHERE l.tender_id = t.id AND coalesce(t.currency, ?1) = ?1)), 0)
            FROM tender t WHERE t.stage <> 'closed' AND \(chosen.sql) GROUP BY t.stage
            """, [own] + chosen.arguments
        ) { (stage: $0.word(0) as TenderStage, count: $0[1] as Int, start: $0.money(2)) }
        let cards = try cards(urgent(chosen, query), own, on: today, at: now)
        let closed = try count(
            "SELECT EXISTS (SELECT 1 FROM tender t WHERE t.stage = 'closed' AND \(chosen.sql))", chosen.arguments)
        return TenderBoard(
            lanes: TenderStage.allCases.filter { $0 != .closed }.map { stage in
                let counted = counts.first { $0.stage == stage }
                return TenderLane(
                    stage: stage, count: counted?.count ?? 0, start: counted?.start ?? .zero,
                    cards: cards.filter { $0.stage == stage })
            }, hasClosed: closed > 0)
    }

    /// The tenders of each lane that are due first, as many as the lane shows.
    private func urgent(_ chosen: BoardCondition, _ query: TenderBoardQuery) throws -> [Tender] {
        let lengths = TenderStage.allCases.map { "WHEN '\($0.rawValue)' THEN \(query.length($0))" }
        return try rows(
            """
            SELECT \(TenderDraft.columns) FROM (
              SELECT id, stage, row_number() OVER (PARTITION BY stage ORDER BY due IS NULL, due, id) AS place FROM (
                SELECT t.id, t.stage, (SELECT min(d.day) FROM tender_deadline d WHERE d.tender_id = t.id AND d.done_day IS NULL) AS due
                FROM tender t WHERE t.stage <> 'closed' AND \(chosen.sql))) latest
            JOIN tender t ON t.id = latest.id WHERE latest.place <= CASE latest.stage \(lengths.joined(separator: " ")) END ORDER BY latest.place
            """, chosen.arguments
        ) { Tender($0) }
    }

    /// Tenders as cards, in the same order.
    private func cards(_ tenders: [Tender], _ own: String, on today: Day, at now: Moment) throws -> [TenderCard] {
        let names = try colleagueNames()
        let clients = try clientNames(of: tenders)
        return try standings(of: tenders, names: names, on: today, at: now).map { standing in
            let draft = standing.tender.draft
            return TenderCard(
                standing.tender, client: Named(id: draft.client, name: clients[draft.client] ?? ""),
                partner: draft.partner.flatMap { clients[$0] }, kam: draft.user.flatMap { names[$0] },
                procedure: standing.procedure, lots: standing.lots, isOver: standing.isOver,
                currency: draft.currency ?? own,
                next: standing.next, blockers: standing.blockers)
        }
    }

    /// The names of the customers and distributors of some tenders.
    private func clientNames(of tenders: [Tender]) throws -> [Client.ID: String] {
        let ids = Set(tenders.flatMap { [$0.draft.client, $0.draft.partner].compactMap { $0?.number } })
        return Dictionary(
            try rows(
                "SELECT id, name FROM client_named WHERE id IN (SELECT value FROM json_each(?))",
                [jsonList(ids.sorted())]
            ) { ($0.id(0) as Client.ID, $0[1] as String) }
        ) { first, _ in first }
    }

    /// The deadlines of tenders that lie within some days by the clocks of their zones, and those that a suspension may have moved there,
    /// as long as they are not done. At most thirteen statements.
    package func tenderDues(
        _ query: TenderBoardQuery, from first: Day, to last: Day, on today: Day, at now: Moment
    ) throws -> [TenderDue] {
        var chosen = BoardCondition(query)
        chosen.conditions.append("t.go <> 'no-go'")
        return try dues(chosen, from: first, to: last, on: today, at: now)
    }

    /// The deadlines that are not done, of one tender, or if it is nil of all tenders that the viewer leads or is named in. At most fifteen
    /// statements.
    package func deadlines(of tender: Tender.ID?, on today: Day, at now: Moment) throws -> TenderDeadlines {
        let viewer = frame.viewer.id
        let named = try tender.map(self.tender)?.named
        let chosen = tender.map(BoardCondition.init) ?? BoardCondition(of: viewer)
        var dues = try dues(chosen, from: today - 366, to: today + 1100, on: today, at: now)
        // Only history still knows of a complaint that was deleted, and a calendar takes no file that counts fewer changes.
        let complaints = Dictionary(
            try rows(
                """
                SELECT client_id, count(*) FROM change WHERE subject = 'tender_complaint'
                  AND client_id IN (SELECT value FROM json_each(?)) GROUP BY client_id
                """, [jsonList(Set(dues.map(\.client.id.number)).sorted())]
            ) { ($0.id(0) as Client.ID, $0[1] as Int) }
        ) { first, _ in first }
        for place in dues.indices { dues[place].row.sequence += complaints[dues[place].client.id] ?? 0 }
        return TenderDeadlines(
            tender: named,
            dues: tender != nil ? dues : dues.filter { $0.lead == viewer || $0.row.deadline.draft.user == viewer })
    }

    private func dues(_ chosen: BoardCondition, from first: Day, to last: Day, on today: Day, at now: Moment) throws
        -> [TenderDue]
    {
        let tenders = try rows(
            """
            SELECT \(TenderDraft.columns) FROM tender t WHERE t.stage <> 'closed' AND \(chosen.sql) AND (t.id IN (
                SELECT tender_id FROM tender_deadline WHERE done_day IS NULL AND day BETWEEN ? AND ?)
              OR t.id IN (SELECT tender_id FROM tender_complaint WHERE from_day IS NOT NULL)) ORDER BY t.id
            """, chosen.arguments + [first.stored, last.stored]
        ) { Tender($0) }
        guard !tenders.isEmpty else { return [] }
        let names = try colleagueNames()
        let clients = try clientNames(of: tenders)
        return try standings(of: tenders, names: names, on: today, at: now).flatMap { standing in
            let draft = standing.tender.draft
            return standing.deadlines.filter { !$0.isDone && !$0.isVoid && (first...last).contains($0.day) }.map {
                TenderDue(
                    tender: standing.tender.named,
                    client: Named(id: draft.client, name: clients[draft.client] ?? ""), lead: draft.user, row: $0)
            }
        }
        .sorted {
            ($0.row.day, $0.row.deadline.draft.time, $0.row.deadline.id)
                < ($1.row.day, $1.row.deadline.draft.time, $1.row.deadline.id)
        }
    }

    /// A month of deadlines.
    package func tenderCalendar(_ month: Day, _ query: TenderBoardQuery, on today: Day, at now: Moment) throws
        -> TenderCalendar
    {
        var calendar = TenderCalendar(month: month, dues: [])
        calendar.dues = try tenderDues(
            query, from: calendar.first, to: calendar.first + 7 * calendar.weeks - 1, on: today, at: now)
        return calendar
    }
}

/// The condition on "t" that a filter of the board means.
private struct BoardCondition {
    var conditions: [String] = []
    var arguments = Values()

    init(_ query: TenderBoardQuery) {
        if let kam = query.kam {
            conditions.append("t.user_id = ?")
            arguments += [kam.number]
        }
        if let procedure = query.procedure {
            conditions.append("t.procedure = ?")
            arguments += [procedure]
        }
    }

    init(_ tender: Tender.ID) {
        conditions = ["t.id = ?"]
        arguments = [tender.number]
    }

    /// The tenders that a colleague leads, or in which a deadline names them.
    init(of user: User.ID) {
        conditions = [
            """
            t.go <> 'no-go' AND (t.user_id = ? OR EXISTS (SELECT 1 FROM tender_deadline m
              WHERE m.tender_id = t.id AND m.user_id = ? AND m.done_day IS NULL))
            """
        ]
        arguments = [user.number, user.number]
    }

    var sql: String { conditions.isEmpty ? "true" : conditions.joined(separator: " AND ") }
}
