import Domain
import Store

/// The demo desk: one world of believable clients in pharma and trade, the same for the same seed, day and language. It is
/// written through the desk's own verbs, so that it keeps every rule that a person's typing keeps.
package struct World: Sendable {
    package var clients: Int
    package var years: Int
    package var seed: UInt64
    package var tongue: Tongue
    /// The day on which the world stands: what is late is late on this day.
    package var today: Day

    /// `language` is that of the world's names, "ru" or any other for English; at least the named clients are made.
    package init(
        clients: Int, years: Int, seed: UInt64, language: String,
        today: Day = Day(number: Int(Moment.current().milliseconds / 86_400_000))
    ) {
        self.clients = max(clients, NamedClient.all.count)
        self.years = max(years, 1)
        self.seed = seed
        tongue = language.hasPrefix("ru") ? .russian : .english
        self.today = today
    }

    static let ownerName = Text("Anna Orlova", "Орлова Анна Дмитриевна")
    /// The name of the desk's owner in a language.
    package static func owner(language: String) -> String { ownerName(language.hasPrefix("ru") ? .russian : .english) }

    static let colleagues: [(name: Text, role: Role)] = [
        (Text("Marta Weiss", "Вайс Марта Генриховна"), .kam), (Text("Pavel Sedov", "Седов Павел Олегович"), .kam),
        (Text("Igor Belkin", "Белкин Игорь Львович"), .head), (Text("Olga Zimina", "Зимина Ольга Юрьевна"), .support),
    ]

    /// The moment of an act of a day: in working hours, later for a later act.
    func moment(_ day: Day, _ sequence: Int) -> Moment {
        Moment(milliseconds: Int64(day.number) * 86_400_000 + Int64(6 * 3600 + sequence % 28_800) * 1000)
    }

    /// Writes the world into a new desk.
    package func write(into desk: Desk, progress: (_ done: Int, _ of: Int) -> Void) throws {
        var history = WorldHistory(self)
        let start = history.start
        try desk.write(at: moment(start, 0), on: start) { write in
            for (name, role) in World.colleagues { try write.addColleague(UserDraft(name: name(tongue), role: role)) }
        }
        let total = clients * (1 + years * WorldHistory.contactsAYear)
        var done = 0
        for batch in stride(from: 0, to: clients, by: 500) {
            try desk.write(at: moment(start, batch), on: start) { write in
                for place in batch..<min(batch + 500, clients) {
                    try history.found(place, write.at(moment(start, place), on: start))
                }
            }
            done = min(batch + 500, clients)
            progress(done, total)
        }
        let events = history.events()
        for batch in stride(from: 0, to: events.count, by: 2000) {
            try desk.write(at: moment(start, batch), on: start) { write in
                for (sequence, event) in events[batch..<min(batch + 2000, events.count)].enumerated() {
                    try history.keepPromises(until: event.day, write)
                    try history.happen(event, write.at(moment(event.day, sequence), on: event.day))
                }
                if batch + 2000 >= events.count { try history.keepPromises(until: today, write) }
            }
            progress(min(total, done + batch + 2000), total)
        }
        progress(total, total)
    }
}
