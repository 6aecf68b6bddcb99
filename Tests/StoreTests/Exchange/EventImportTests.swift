import Domain
import Testing

@testable import Store

@Suite struct EventImportTests {
    let desk: TemporaryDesk
    let imports = ImportTests()
    static let header = "name,kind,start,end,place,cost,person,standing,accompanied,note\n"

    init() throws {
        desk = try TemporaryDesk()
        _ = try imports.run(desk, .people, "key,name\n1,Irina\n2,Oleg\n3,Twin\n4,Twin\n")
    }

    func counts(_ csv: String) throws -> [Int] {
        imports.counts(try imports.run(desk, .events, EventImportTests.header + csv))
    }

    func sheet(_ id: Event.ID) throws -> EventSheet {
        try desk.desk.read { try $0.eventSheet(id, on: TemporaryDesk.today) }
    }

    @Test func `an import finds an event by name and first day, and a guest by the person`() throws {
        let file = """
            Congress,congress,2026-05-01,2026-05-03,Sochi,"1 234,50",1,accepted,Anna Orlova,No fish
            Congress,,01.05.2026,,,,Oleg,приглашён,,
            Round,round-table,2026-05-01,,,,,,,Bring the map

            """
        #expect(try counts(file) == [3, 0, 0, 0])
        #expect(try counts(file) == [0, 0, 3, 0])
        let congress = try sheet(1)
        #expect(congress.draft.kind == .congress && congress.draft.to == Day("2026-05-03"))
        #expect(congress.draft.cost == Money(123_450) && congress.draft.note == nil)
        #expect(congress.guests.map(\.standing) == [.accepted, .invited])
        #expect(congress.guests.map(\.accompaniedBy) == ["Anna Orlova", nil])
        #expect(congress.guests.map(\.note) == ["No fish", nil])
        #expect(try sheet(2).draft.note == "Bring the map" && sheet(2).guests.isEmpty)
        #expect(try counts("Congress,,2026-05-01,,,2000,1,came,,\n") == [0, 1, 0, 0])
        #expect(try sheet(1).draft.cost == Money(200_000) && sheet(1).guests[0].standing == .came)
        #expect(try sheet(1).guests[0].note == "No fish")
        #expect(try counts("Congress,congress,2027-05-01,,,,1,,,\n") == [1, 0, 0, 0])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test(
        arguments: [
            (",own,2026-05-01,,,,,,,\n", "name: Please fill this in."),
            ("E,own,,,,,,,,\n", "start: Please fill this in."),
            ("E,,2026-05-01,,,,,,,\n", "kind: Please fill this in."),
            ("E,party,2026-05-01,,,,,,,\n", "kind: Not one of the choices."),
            ("E,own,2026-05-01,2026-04-01,,,,,,\n", "end: The end is before the beginning."),
            ("E,own,2026-05-01,2026-08-01,,,,,,\n", "end: That lasts longer than 60 days."),
            ("E,own,2026-05-01,,,x,,,,\n", "cost: Not an amount: write it as 1234.50, with at most 2 decimals."),
            ("E,own,2026-05-01,,,,Nobody,,,\n", "person: Nothing here has this name."),
            ("E,own,2026-05-01,,,,Twin,,,\n", "person: Several have this name: choose one below."),
            ("E,own,2026-05-01,,,,1,perhaps,,\n", "standing: Not one of the choices."),
            ("E,own,2026-05-01,,,,1,,Nobody,\n", "accompanied: Nothing here has this name."),
            ("E,own,2026-05-01,,,,1,,,\nE,own,2026-05-01,,,,Irina,,,\n", "this is the same as on line 2"),
            ("E,own,2026-05-01,,,5,1,,,\nE,,2026-05-01,,,6,2,,,\n", "cost: Not the same as above."),
        ])
    func `a row that breaks a rule is refused with the reason`(file: String, reason: String) throws {
        let report = try imports.run(desk, .events, EventImportTests.header + file)
        #expect(report.refused.last?.reason.description == reason)
        #expect(
            try desk.desk.read {
                try $0.count("SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM event_guest)")
            } == 0)
    }

    @Test func `an import is undone whole, unless somebody has been invited since`() throws {
        let before = try DeskContents.all(desk.desk)["event"]
        let report = try imports.run(desk, .events, EventImportTests.header + "E,own,2026-05-01,,,5,1,,,\n")
        let id = try #require(report.id)
        try desk.write { _ = try $0.invite(2, to: 1) }
        #expect(
            try desk.desk.undoImport(id) { _, _ in } == [
                Obstacle(subject: .event, record: 1, title: "E", isChanged: false)
            ])
        try desk.write { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(try desk.desk.undoImport(id) { _, _ in } == [])
        #expect(try DeskContents.all(desk.desk)["event"] == before)
        #expect(try Desk.check(path: desk.path) == [])
    }
}
