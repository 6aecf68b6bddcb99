import Domain

extension TodaySource {
    static let events = TodaySource(ahead: { try $0.beginningEvents(from: $1, to: $2) })
}

extension ReadTransaction {
    fileprivate func beginningEvents(from first: Day, to last: Day) throws -> [Occasion] {
        try rows(
            "SELECT id, name, from_day, place FROM event WHERE from_day BETWEEN ? AND ? ORDER BY from_day, id LIMIT 20",
            [first.stored, last.stored]
        ) { Occasion(.event, Named<Event>(id: $0.id(0), name: $0[1]), on: $0.day(2), beside: $0[3]) }
    }
}
