import Domain
import Testing

@testable import Store

@Suite struct EventStoreTests {
    let desk: SightDesk
    let event: Event.ID
    var people: [String: Person.ID] { desk.people }

    /// An event to which the person of every client is invited, and at which they speak.
    init() throws {
        let desk = try SightDesk()
        event = try desk.temporary.write { write in
            let event = try write.addEvent(
                EventDraft(name: "Congress", kind: .congress, from: write.today + 3, cost: Money(1000_00)))
            for letter in ["a", "b", "c", "n", "s"] {
                try write.invite(
                    desk.people[letter]!, to: event,
                    GuestDraft(standing: letter == "b" ? .declined : .accepted, note: "note\(letter)"))
                try write.addTalk(
                    TalkDraft(topic: "topic\(letter)", speaker: .person(desk.people[letter]!)), at: event)
            }
            try write.addTalk(TalkDraft(topic: "ours", speaker: .user(desk.users["boris"]!)), at: event)
            return event
        }
        self.desk = desk
    }

    func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.temporary.desk.write(
            as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today, body)
    }

    func sheet(_ who: String) throws -> EventSheet {
        try desk.read(who) { try $0.eventSheet(event, on: SightDesk.today) }
    }

    @Test(arguments: [
        ("anna", ["a", "s"]), ("deputy", ["a", "s"]), ("head", ["a", "b", "n", "s"]),
        ("director", ["a", "b", "c", "n", "s"]), ("reader", ["a", "b", "c", "n"]), ("lead", []),
    ])
    func `everybody sees an event and its counts, but only the guests and talks of people they know`(
        who: String, letters: [String]
    ) throws {
        let sheet = try sheet(who)
        #expect(sheet.guests.map(\.note) == letters.map { "note\($0)" })
        #expect(sheet.others == 5 - letters.count)
        #expect(sheet.talks.map(\.topic) == letters.map { "topic\($0)" } + ["ours"])
        #expect(sheet.counts == EventCounts(invited: 5, accepted: 4, came: 0))
        #expect(sheet.costPerHead?.amount == Money(250_00))
        let list = try desk.read(who) { try $0.eventList(EventListQuery(), on: SightDesk.today) }
        #expect(list.coming.map(\.counts) == [sheet.counts] && list.past.isEmpty)
        let ahead = try desk.read(who) {
            try $0.todaySheet(on: SightDesk.today, at: TemporaryDesk.noon).ahead
        }
        #expect(
            [ahead.shown, ahead.folded].joined().contains { $0.subject == .event && $0.name == "Congress" })
    }

    @Test(arguments: ["support", "admin"])
    func `a user who sees no dossier sees no event`(who: String) throws {
        #expect(throws: Refusal.notFound) { try sheet(who) }
        #expect(try desk.read(who) { try $0.eventList(EventListQuery(), on: SightDesk.today) }.coming.isEmpty)
    }

    @Test func `a KAM may invite and edit only their own people`() throws {
        let known = Refusal.invalid(Problems(["person": .knownToOthers]))
        let other = try act("boris") { try $0.addEvent(EventDraft(name: "Other", kind: .own, from: $0.today)) }
        #expect(throws: known) { try act("anna") { try $0.invite(people["b"]!, to: other) } }
        #expect(throws: known) {
            try act("anna") { try $0.addTalk(TalkDraft(topic: "T", speaker: .person(people["c"]!)), at: other) }
        }
        try act("anna") { _ = try $0.invite(people["a"]!, to: other) }
        #expect(throws: Refusal.invalid(Problems(["person": .taken]))) {
            try act("director") { try $0.invite(people["a"]!, to: other) }
        }
        #expect(throws: Refusal.invalid(Problems(["user": .unknown]))) {
            try act("boris") { try $0.invite(people["b"]!, to: other, GuestDraft(user: ID(99))) }
        }
        let theirs = try #require(try sheet("director").guests.first { $0.note == "noteb" }).id
        let talk = try #require(try sheet("director").talks.first { $0.topic == "topicb" }).id
        let acts: [(WriteTransaction) throws -> Void] = [
            { _ = try $0.setStanding(.came, of: theirs) }, { try $0.deleteGuest(theirs, from: nil) },
            { _ = try $0.changeGuest(theirs, from: nil, GuestDraft()) }, { try $0.deleteTalk(talk, from: nil) },
            { _ = try $0.changeTalk(talk, from: nil, TalkDraft(topic: "X", speaker: .user($0.read.viewer))) },
        ]
        for act in acts { #expect(throws: Refusal.notFound) { try self.act("anna", act) } }
        // An event with others' people stays; the director takes it off, and history brings it back.
        #expect(throws: Refusal.invalid(Problems(["name": .knownToOthers]))) {
            try act("anna") { try $0.deleteEvent(event, from: nil) }
        }
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `an event is deleted with its guests and talks, and is restored whole`() throws {
        let before = try DeskContents.all(desk.temporary.desk)
        try act("director") { try $0.deleteEvent(event, from: 1) }
        #expect(throws: Refusal.notFound) { try sheet("director") }
        let gone = try DeskContents.all(desk.temporary.desk)
        #expect(["event", "event_guest", "talk"].allSatisfy { gone[$0] == [] })
        try act("director") { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(try DeskContents.all(desk.temporary.desk) == before)
    }

    @Test func `a person's page lists their events and talks, the latest first`() throws {
        try act("anna") { write in
            let past = try write.addEvent(EventDraft(name: "Past", kind: .own, from: write.today - 30))
            try write.addTalk(TalkDraft(topic: "Alone", speaker: .person(people["a"]!)), at: past)
            let guest = try #require(try write.read.guest(people["a"]!, at: event))
            _ = try write.changeGuest(guest, from: nil, GuestDraft(standing: .declined, user: write.read.viewer))
        }
        let events = try desk.read("anna") { try $0.personSheet(people["a"]!, on: SightDesk.today) }.events
        #expect(events.map(\.event.name) == ["Congress", "Past"] && events.map(\.standing) == [.declined, nil])
        #expect(events.map { $0.talks.map(\.topic) } == [["topica"], ["Alone"]])
        #expect(events.map(\.accompaniedBy) == ["anna", nil])
    }

    @Test func `the list shows coming events first, then past events page by page`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            for (name, from, length, kind) in [
                ("Under way", -2, 4, .congress), ("Today", 0, 1, .own), ("Next", 5, 1, .own),
                ("Yesterday", -1, 1, .own),
                ("Long ago", -400, 2, .congress), ("Longest", -59, 60, .own),
            ] as [(String, Int, Int, EventKind)] {
                try write.addEvent(
                    EventDraft(name: name, kind: kind, from: write.today + from, to: write.today + from + length - 1))
            }
        }
        func list(_ query: EventListQuery) throws -> EventList {
            try desk.desk.read { try $0.eventList(query, on: TemporaryDesk.today, atMost: 1) }
        }
        let first = try list(EventListQuery())
        #expect(first.coming.map(\.name) == ["Longest", "Under way", "Today", "Next"])
        #expect(first.past.map(\.name) == ["Yesterday"])
        let second = try list(EventListQuery(place: first.later))
        #expect(second.coming.isEmpty && second.past.map(\.name) == ["Long ago"] && second.later == nil)
        #expect(try list(EventListQuery(kind: .congress)).coming.map(\.name) == ["Under way"])
    }
}
