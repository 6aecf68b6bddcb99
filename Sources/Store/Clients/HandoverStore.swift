import Domain
import GRDB

extension ReadTransaction {
    /// What a colleague who leaves would hand over. Five statements.
    package func handoverBook(of user: User.ID, on today: Day) throws -> HandoverBook {
        let (leaver, _) = try colleague(user)
        let clients = try rows(
            "SELECT c.id, c.name FROM client c WHERE \(ReadTransaction.held("c.id")) ORDER BY c.sort_name LIMIT ?",
            [user.number, today.stored, HandoverBook.shown]
        ) { Named<Client>(id: $0.id(0), name: $0[1]) }
        let posts = Dictionary(
            grouping: try posts(
                where: """
                    \(ReadTransaction.held("p.client_id")) AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ?
                    """,
                order: byStanding, [user.number, today.stored, today.stored, today.stored, today.stored], atMost: 5000)
        ) { $0.client.id }
        let matters = Dictionary(
            grouping: try openMatters(
                where: ReadTransaction.held("m.client_id"), [user.number, today.stored], atMost: 5000)
        ) { $0.client?.id }
        return HandoverBook(
            user: leaver,
            pages: clients.map {
                HandoverBook.Page(client: $0, people: posts[$0.id] ?? [], matters: matters[$0.id] ?? [])
            },
            count: try count(
                "SELECT count(*) FROM client c WHERE \(ReadTransaction.held("c.id"))", [user.number, today.stored]))
    }

    /// The clients that a colleague holds on a day, or will.
    func held(by user: User.ID, on day: Day) throws -> [Client.ID] {
        try rows(
            "SELECT c.id FROM client c WHERE \(ReadTransaction.held("c.id")) ORDER BY c.id", [user.number, day.stored]
        ) { Client.ID($0[0]) }
    }

    private static func held(_ client: String) -> String {
        "\(client) IN (SELECT client_id FROM client_kam WHERE user_id = ? AND coalesce(to_day, '9999-12-31') >= ?)"
    }
}

extension WriteTransaction {
    /// Hands all clients that a colleague holds from a day on to another, in one act. Throws where nobody is chosen, the same one is,
    /// or one of them cannot be handed over from that day.
    package func handOverAll(of leaver: User.ID, _ draft: HandoverDraft) throws {
        guard draft.user != leaver else { throw Refusal.invalid(Problems(["kam": .notAChoice])) }
        for client in try read.held(by: leaver, on: draft.from) { try handOver(client, draft) }
    }
}
