import Domain
import GRDB

extension ReadTransaction {
    package func strategyLine(_ id: StrategyLine.ID) throws -> (line: StrategyLine, client: Named<Client>) {
        try one(
            """
            SELECT c.id, c.name, \(StrategyDraft.columns(of: "v"))
            FROM strategy_line v JOIN client_named c ON c.id = v.client_id WHERE v.id = ?
            """, [id.number]
        ) {
            (
                StrategyLine(id: $0.id(2), version: $0[3], draft: $0.draft(from: 4)),
                Named(id: $0.id(0), name: $0[1])
            )
        }
    }

    /// The strategy for a client. At most six statements.
    package func strategySheet(of client: Client.ID, on today: Day) throws -> StrategySheet {
        // Throws for a client whom the viewer does not see whole.
        let named = try clientName(client)
        guard sight?.seesDossier ?? true else { throw Refusal.notFound }
        var sheet = StrategySheet(
            client: named, today: today, rows: try strategyRows(of: client, on: today),
            programme: try investment(in: client, on: today))
        sheet.isFalling = try sight?.seesMoney ?? true && risks(of: client).contains { $0.rule == .falling }
        sheet.group = try first(
            "SELECT p.id, p.name FROM client c JOIN client_named p ON p.id = c.parent_id WHERE c.id = ?",
            [client.number]
        ) { Named(id: $0.id(0), name: $0[1]) }
        return sheet
    }

    /// What a yearly review looks at. At most sixteen statements.
    package func reviewAgenda(of client: Client.ID, on today: Day) throws -> ReviewAgenda {
        let strategy = try strategySheet(of: client, on: today)
        return ReviewAgenda(
            strategy: strategy, keys: try evidenceSheet(of: strategy.client, strategy.rows, on: today),
            matters: try openMatters(where: "m.client_id = ?", [client.number], atMost: ReviewAgenda.most))
    }

    /// What was said of a client by a day, the newest first. One statement.
    func strategyRows(of client: Client.ID, on day: Day) throws -> [StrategySheet.Row] {
        try strategyLines("v.client_id = ?", [client.number, day.stored], atMost: StrategySheet.most).map(\.row)
    }

    /// The same of several clients.
    func strategyRows(of clients: [Client.ID], on day: Day) throws -> [Client.ID: [StrategySheet.Row]] {
        let lines = try strategyLines(
            "v.client_id IN (SELECT value FROM json_each(?))", [jsonList(clients.map(\.number)), day.stored],
            atMost: 50_000)
        return Dictionary(grouping: lines, by: \.client).mapValues { $0.map(\.row) }
    }

    /// The last argument is the day.
    private func strategyLines(_ condition: String, _ arguments: Values, atMost limit: Int) throws
        -> [(client: Client.ID, row: StrategySheet.Row)]
    {
        try rows(
            """
            SELECT v.client_id, u.name, o.name, e.id, e.name, \(StrategyDraft.columns(of: "v"))
            FROM strategy_line v JOIN user u ON u.id = v.user_id LEFT JOIN user o ON o.id = v.owner_id
            LEFT JOIN person_named e ON e.id = v.person_id
            WHERE \(condition) AND v.day <= ? ORDER BY v.day DESC, v.id DESC LIMIT \(limit)
            """, arguments
        ) {
            let line = StrategyLine(id: $0.id(5), version: $0[6], draft: $0.draft(from: 7))
            return ($0.id(0), StrategySheet.Row(line: line, by: $0[1], owner: $0[2], person: $0.named(3)))
        }
    }
}

extension ReadTransaction {
    /// What people set of all clients and plan for their defence. One statement.
    func keyStandings(on today: Day) throws -> [Client.ID: KeyStanding] {
        let lines = try rows(
            """
            SELECT v.client_id, v.topic, v.level, v.priority, v.state, v.due_day FROM strategy_line v
            WHERE v.topic IN ('level', 'loyalty', 'service', 'quality', 'integration', 'barrier', 'defence-review')
            ORDER BY v.topic, v.client_id, v.day DESC, v.id DESC LIMIT 50000
            """, []
        ) { row in
            var line = StrategyDraft(row.word(1), text: "", day: today)
            line.level = row.optionalWord(2)
            line.priority = row[3]
            line.state = row.word(4)
            line.due = row.optionalDay(5)
            return (client: row.id(0) as Client.ID, line: line)
        }
        var standings: [Client.ID: KeyStanding] = [:]
        for (client, line) in lines { standings[client, default: KeyStanding()].take(line, on: today) }
        return standings
    }

    /// What our investment in each client is worth in the expected case; empty without a rate. One statement.
    func investmentWorths() throws -> [Client.ID: Int64] {
        guard frame.desk.rate != nil else { return [:] }
        let years = try rows(
            "SELECT v.client_id, \(InvestmentDraft.columns(of: "v")) FROM investment_year v ORDER BY v.client_id LIMIT 50000",
            []
        ) { row in
            (
                client: row.id(0) as Client.ID,
                year: InvestmentProgramme.Year(
                    investment: InvestmentYear(id: row.id(1), version: row[2], draft: row.draft(from: 3)), by: "",
                    actual: nil)
            )
        }
        return Dictionary(grouping: years, by: \.client).compactMapValues { rows in
            InvestmentProgramme(rows.map(\.year), rate: frame.desk.rate).value(.expected)
        }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addStrategyLine(_ draft: StrategyDraft, of client: Client.ID) throws -> StrategyLine.ID {
        let client = try read.clientName(client)
        try requireKnown(draft, instead: nil)
        return StrategyLine.ID(try insert(draft.record(client.id, by: read.viewer)))
    }

    /// Notes a review that was held: as a meeting with what was agreed in it, and as the line that says when the next one is.
    package func holdReview(_ draft: YearlyReviewDraft, with client: Client.ID) throws {
        _ = try logInteraction(
            InteractionDraft(
                client: client, kind: .meeting, day: draft.day, topic: draft.topic, note: draft.text, mood: nil,
                isConfidential: false, people: []), agreed: draft.agreed)
        try addStrategyLine(
            StrategyDraft(.yearlyReview, text: draft.text, source: draft.topic, day: draft.day, grade: .confirmed) {
                $0.due = draft.next
            }, of: client)
    }

    /// Returns false if nothing differs. A line stays in its group: another topic would have other fields.
    @discardableResult
    package func changeStrategyLine(_ id: StrategyLine.ID, from version: Int?, _ draft: StrategyDraft) throws -> Bool {
        let (old, client) = try read.strategyLine(id)
        guard draft.topic.group == old.draft.topic.group else {
            throw Refusal.invalid(Problems(["topic": .notAChoice]))
        }
        try requireKnown(draft, instead: old.draft)
        return try update(id.number, from: version, draft.record(client.id))
    }

    /// Says that a line is still so: it is as old as today, and whoever says it answers for it.
    package func confirmStrategyLine(_ id: StrategyLine.ID) throws {
        let (old, client) = try read.strategyLine(id)
        // What is over, and what does not age, is not said again.
        guard old.draft.topic.days != nil, old.draft.state == .open else { throw Refusal.notFound }
        let record = old.draft.stillSo(on: today).record(client.id, by: read.viewer)
        // A viewer who does not see it must not learn that it is there.
        try requireSight(of: record, id.number)
        try update(id.number, from: nil, record)
    }

    package func deleteStrategyLine(_ id: StrategyLine.ID, from version: Int?) throws {
        try deleteWhole(.strategyLine, id.number, from: version)
    }

    private func requireKnown(_ draft: StrategyDraft, instead old: StrategyDraft?) throws {
        var problems = Problems()
        if let owner = draft.owner, owner != old?.owner, try !read.holders().contains(where: { $0.id == owner }) {
            problems.add(.unknown, to: "owner")
        }
        if let person = draft.person, person != old?.person,
            try read.count("SELECT count(*) FROM person WHERE id = ?", [person.number]) == 0
        {
            problems.add(.unknown, to: "person")
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
    }
}

extension StrategyDraft {
    fileprivate func record(_ client: Client.ID, by user: User.ID? = nil) -> RecordValues {
        var record = RecordValues(
            subject: .strategyLine, title: text, client: client, person: person,
            columns: ["client_id": client.number] + stored)
        // A correction does not change the author.
        if let user { record.columns.all.append(("user_id", user.number.databaseValue)) }
        return record
    }
}
