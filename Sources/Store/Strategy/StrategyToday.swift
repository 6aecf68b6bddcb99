import Domain

extension TodaySource {
    static let strategy = TodaySource(ahead: { try $0.dueStrategyLines(from: $1, to: $2) })
}

extension ReadTransaction {
    /// Objectives, steps of defence, complaints and reviews that fall due.
    fileprivate func dueStrategyLines(from first: Day, to last: Day) throws -> [Occasion] {
        try rows(
            """
            SELECT c.id, c.name, v.due_day, v.text FROM strategy_line v JOIN client c ON c.id = v.client_id
            WHERE v.due_day BETWEEN ? AND ? AND v.state = 'open' ORDER BY v.due_day, v.id LIMIT 20
            """, [first.stored, last.stored]
        ) { Occasion(.client, Named<Client>(id: $0.id(0), name: $0[1]), on: $0.day(2), beside: $0[3]) }
    }
}
