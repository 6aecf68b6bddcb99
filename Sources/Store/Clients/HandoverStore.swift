import Domain
import GRDB

extension ReadTransaction {
    /// Has somebody begun to hold the client on this day or later, up to the other day?
    func isHeld(_ client: Client.ID, since first: Day, until last: Day) throws -> Bool {
        try count(
            "SELECT count(*) FROM client_kam WHERE client_id = ? AND from_day BETWEEN ? AND ?",
            [client.number, first.stored, last.stored]) > 0
    }

    /// What a colleague would hand over when they leave. Six statements.
    package func handoverBook(of user: User.ID, on today: Day) throws -> HandoverBook {
        let (leaver, _) = try colleague(user)
        let clients = try rows(
            "SELECT c.id, c.name FROM client c WHERE \(ReadTransaction.held("c.id")) ORDER BY c.sort_name LIMIT ?",
            [user.number, today.stored, HandoverBook.shown]
        ) { Named<Client>(id: $0.id(0), name: $0[1]) }
        let shown = jsonList(clients.map(\.id.number))
        let posts = Dictionary(
            grouping: try posts(
                where: """
                    p.client_id IN (SELECT value FROM json_each(?)) AND coalesce(p.from_day, '') <= ?
                      AND coalesce(p.to_day, '9999-12-31') >= ?
                    """,
                order: byStanding, [shown, today.stored, today.stored, today.stored], atMost: 100_000)
        ) { $0.client.id }
        let matters = Dictionary(
            grouping: try openMatters(
                where: "m.client_id IN (SELECT value FROM json_each(?))", [shown], atMost: 100_000)
        ) { $0.client?.id }
        let lines = try strategyRows(of: clients.map(\.id), on: today)
        return HandoverBook(
            user: leaver,
            pages: clients.map {
                HandoverBook.Page(
                    client: $0, people: posts[$0.id] ?? [], matters: matters[$0.id] ?? [],
                    strategy: StrategySheet(
                        client: $0, today: today, rows: lines[$0.id] ?? [],
                        programme: InvestmentProgramme([], rate: frame.desk.rate)))
            },
            count: try count(
                "SELECT count(*) FROM client c WHERE \(ReadTransaction.held("c.id"))", [user.number, today.stored]))
    }

    /// The clients that a colleague holds on a day or will hold later, each with the day from which the handover would count.
    func held(by user: User.ID, on day: Day) throws -> [(client: Client.ID, from: Day)] {
        try rows(
            """
            SELECT client_id, max(min(from_day), ?2) FROM client_kam
            WHERE user_id = ?1 AND coalesce(to_day, '9999-12-31') >= ?2 GROUP BY client_id ORDER BY client_id
            """, [user.number, day.stored]
        ) { (client: Client.ID($0[0]), from: $0.day(1)) }
    }

    private static func held(_ client: String) -> String {
        "\(client) IN (SELECT client_id FROM client_kam WHERE user_id = ? AND coalesce(to_day, '9999-12-31') >= ?)"
    }
}

extension WriteTransaction {
    /// Hands all clients of a colleague to another from a day on, in one act. A client that is planned for a later day is handed over from
    /// that later day. Throws if no colleague or the same one is chosen, or if one of the clients cannot be handed over from that day.
    package func handOverAll(of leaver: User.ID, _ draft: HandoverDraft) throws {
        _ = try read.colleague(leaver)
        guard draft.user != leaver else { throw Refusal.invalid(Problems(["kam": .notAChoice])) }
        for (client, from) in try read.held(by: leaver, on: draft.from) {
            var draft = draft
            draft.from = from
            try handOver(client, draft)
        }
    }
}
