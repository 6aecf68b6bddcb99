import Domain
import GRDB

extension ReadTransaction {
    package func event(_ id: Event.ID) throws -> Event {
        try one("SELECT \(EventDraft.columns) FROM event e WHERE e.id = ?", [id.number]) { Event($0) }
    }

    /// The event with this name and first day; nil when there is none.
    func event(named name: String, from day: Day) throws -> Event? {
        try first(
            "SELECT \(EventDraft.columns) FROM event e WHERE e.from_day = ? AND e.name = ? ORDER BY e.id LIMIT 1",
            [day.stored, name]
        ) { Event($0) }
    }

    /// The events to which somebody may still be invited: first the current and coming ones, soonest first, then the recently ended ones,
    /// latest first.
    package func eventChoices(on today: Day) throws -> [Event] {
        try coming(nil, on: today) + past(EventListQuery(), on: today, atMost: 20)
    }

    /// Current and coming events, soonest first, then one page of past events, latest first. Three statements at most.
    package func eventList(_ query: EventListQuery, on today: Day, atMost length: Int = ListPage.length) throws
        -> EventList
    {
        let coming = query.place == nil ? try coming(query.kind, on: today) : []
        let found = try past(query, on: today, atMost: length + 1)
        let past = found.prefix(length)
        let counts = try counts(of: (coming + past).map(\.id))
        func row(_ event: Event) -> EventRow { EventRow(event, counts[event.id] ?? .none, on: today) }
        return EventList(
            coming: coming.map(row), past: past.map(row),
            later: found.count > length ? past.last.map { DayPlace(day: $0.draft.from, id: $0.id.number) } : nil)
    }

    private func coming(_ kind: EventKind?, on today: Day) throws -> [Event] {
        // A running event began no earlier than the longest event lasts.
        try rows(
            """
            SELECT \(EventDraft.columns) FROM event e WHERE e.from_day > ? AND e.to_day >= ? AND e.kind = coalesce(?, e.kind)
            ORDER BY e.from_day, e.id LIMIT ?
            """, [(today - Event.longest).stored, today.stored, kind?.rawValue, EventList.comingShown]
        ) { Event($0) }
    }

    private func past(_ query: EventListQuery, on today: Day, atMost limit: Int) throws -> [Event] {
        let place = query.place ?? DayPlace(day: today, id: .max)
        return try rows(
            """
            SELECT \(EventDraft.columns) FROM event e
            WHERE (e.from_day, e.id) < (?, ?) AND e.to_day < ? AND e.kind = coalesce(?, e.kind)
            ORDER BY e.from_day DESC, e.id DESC LIMIT ?
            """, [place.day.stored, place.id, today.stored, query.kind?.rawValue, limit]
        ) { Event($0) }
    }

    /// The number of guests at each of some events. People whom the viewer may not know of are counted too. An event without guests has no
    /// entry.
    func counts(of events: [Event.ID]) throws -> [Event.ID: EventCounts] {
        guard !events.isEmpty else { return [:] }
        // SQLite pushes single values into the view, which then counts only these events. A file has too many events for that.
        let chosen = events.count <= 200
        let condition = chosen ? "WHERE event_id IN (\(events.map { _ in "?" }.joined(separator: ", ")))" : ""
        let found = try rows(
            "SELECT event_id, invited, accepted, came FROM event_count \(condition)",
            chosen ? Values(events.map(\.number)) : []
        ) { ($0.id(0) as Event.ID, EventCounts(invited: $0[1], accepted: $0[2], came: $0[3])) }
        return Dictionary(found) { one, _ in one }
    }

    /// An event's page. Six statements.
    package func eventSheet(_ id: Event.ID, on today: Day) throws -> EventSheet {
        let event = try event(id)
        return EventSheet(
            event: event, counts: try counts(of: [id])[id] ?? .none, guests: try guests(of: id, on: today),
            talks: try talks(where: "t.event_id = ?", [id.number], atMost: 200).map(\.row),
            history: try offering(
                changes(
                    where: """
                        (subject = 'event' AND record_id = ?1
                          OR subject = 'event_guest' AND record_id IN (SELECT id FROM event_guest WHERE event_id = ?1)
                          OR subject = 'talk' AND record_id IN (SELECT id FROM talk WHERE event_id = ?1))
                        """, [id.number], before: nil, atMost: 8), on: today),
            on: today)
    }

    private func guests(of id: Event.ID, on today: Day) throws -> [GuestRow] {
        try rows(
            """
            SELECT g.id, e.id, e.name, e.is_vip, e.is_kol, p.title, c.id, c.name, g.standing, u.name, g.note
            FROM event_guest g JOIN person_named e ON e.id = g.person_id LEFT JOIN user u ON u.id = g.user_id
            LEFT JOIN post p ON p.id = (SELECT q.id FROM post q WHERE q.person_id = e.id
              AND coalesce(q.from_day, '') <= ?2 AND coalesce(q.to_day, '9999-12-31') >= ?2 ORDER BY q.from_day DESC, q.id LIMIT 1)
            LEFT JOIN client_named c ON c.id = p.client_id
            WHERE g.event_id = ?1 ORDER BY e.sort_name, e.id LIMIT ?3
            """, [id.number, today.stored, EventSheet.guestsShown]
        ) {
            GuestRow(
                id: $0.id(0), person: Named(id: $0.id(1), name: $0[2]), isVip: $0[3], isKol: $0[4], title: $0[5],
                client: $0.named(6), standing: $0.word(8), accompaniedBy: $0[9], note: $0[10])
        }
    }

    /// Talks with their event and its days, the earliest first.
    private func talks(where condition: String, _ arguments: Values, atMost limit: Int) throws -> [(
        row: TalkRow, event: Named<Event>, from: Day, to: Day
    )] {
        try rows(
            """
            SELECT t.id, t.topic, e.id, e.name, u.name, t.day, t.slides, v.id, v.name, v.from_day, v.to_day
            FROM talk t JOIN event v ON v.id = t.event_id LEFT JOIN person_named e ON e.id = t.person_id
            LEFT JOIN user u ON u.id = t.user_id WHERE \(condition) ORDER BY coalesce(t.day, v.from_day), t.id LIMIT \(limit)
            """, arguments
        ) {
            (
                TalkRow(
                    id: $0.id(0), topic: $0[1], person: $0.named(2), user: $0[4], day: $0.optionalDay(5),
                    slides: $0.word(6)), Named(id: $0.id(7), name: $0[8]), $0.day(9), $0.day(10)
            )
        }
    }

    /// The latest events at which a person is a guest or a speaker, the latest first. Two statements.
    func events(of id: Person.ID) throws -> [PersonEventRow] {
        var events = try rows(
            """
            SELECT v.id, v.name, v.from_day, v.to_day, g.id, g.standing, u.name FROM event_guest g
            JOIN event v ON v.id = g.event_id LEFT JOIN user u ON u.id = g.user_id
            WHERE g.person_id = ? ORDER BY v.from_day DESC, v.id DESC LIMIT ?
            """, [id.number, PersonEventRow.shown]
        ) {
            PersonEventRow(
                event: Named(id: $0.id(0), name: $0[1]), from: $0.day(2), to: $0.day(3), guest: $0.optionalID(4),
                standing: $0.optionalWord(5), accompaniedBy: $0[6], talks: [])
        }
        for talk in try talks(where: "t.person_id = ?", [id.number], atMost: 200) {
            if let place = events.firstIndex(where: { $0.event == talk.event }) {
                events[place].talks.append(talk.row)
            } else {
                events.append(
                    PersonEventRow(
                        event: talk.event, from: talk.from, to: talk.to, guest: nil, standing: nil, accompaniedBy: nil,
                        talks: [talk.row]))
            }
        }
        return Array(events.sorted { ($0.from, $0.event.id) > ($1.from, $1.event.id) }.prefix(PersonEventRow.shown))
    }
}

extension EventDraft {
    static let columns = columns(of: "e")
}

extension Event {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}
