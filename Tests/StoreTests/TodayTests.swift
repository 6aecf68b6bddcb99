import Domain
import Testing

@testable import Store

/// What the first page of the day tells.
@Suite struct TodayTests {
    private let desk: TemporaryDesk
    private let client: Client.ID
    private let today = TemporaryDesk.today

    init() throws {
        desk = try TemporaryDesk()
        client = try desk.addClient("Hospital")
    }

    private func sheet() throws -> TodaySheet {
        try desk.desk.read { try $0.todaySheet(on: today, at: TemporaryDesk.noon) }
    }

    private func moved() throws -> [String] { try sheet().moved.shown.map { $0.change.title } }

    private func log(_ topic: String, on day: Day) throws -> Interaction.ID {
        try desk.write {
            try $0.logInteraction(
                InteractionDraft(
                    client: client, kind: .call, day: day, topic: topic, note: nil, mood: nil, isConfidential: false,
                    people: []))
        }
    }

    @Test func `what happened longer than a week ago is no news on the day it is noted or brought back`() throws {
        let old = try log("Long ago", on: today - 60)
        _ = try log("This week", on: today - 2)
        #expect(try moved() == ["Hospital", "This week"])
        try desk.write { try $0.deleteInteraction(old, from: nil) }
        let deletion = try #require(try desk.desk.read { try $0.lastChange() })
        try desk.write(on: today + 1) { try $0.takeBack(deletion) }
        #expect(try moved() == ["Hospital", "This week"])
    }

    @Test func `a client that was deleted and brought back is no news`() throws {
        let other = try desk.addClient("Other")
        try desk.desk.write(at: Moment(milliseconds: TemporaryDesk.noon.milliseconds + 1), on: today) {
            try $0.deleteClient(other, from: $0.read.client(other).version)
        }
        let deletion = try #require(try desk.desk.read { try $0.lastChange() })
        try desk.desk.write(at: Moment(milliseconds: TemporaryDesk.noon.milliseconds + 2), on: today) {
            try $0.takeBack(deletion)
        }
        let news = try sheet().moved
        #expect(news.count == 2 && news.shown.allSatisfy { $0.change.id < deletion })
    }

    @Test func `a promise that is done is news once, and none once it is open again`() throws {
        let promise = try desk.write {
            try $0.addMatter(MatterDraft(side: .ours, text: "Send data", due: today, person: nil), client: client)
        }
        func set(_ done: Bool) throws { try desk.write { try $0.setDone(promise, done) } }
        for done in [true, false, true] { try set(done) }
        #expect(try moved().filter { $0 == "Send data" }.count == 1)
        try set(false)
        #expect(try !moved().contains("Send data"))
    }

    @Test func `late promises come first the newest, then those of the next seven days, then the rest`() throws {
        try desk.write { write in
            for days in [-40, -1, -9, -2, -3, -20, 0, 6, 7, 14, 15] {
                try write.addMatter(
                    MatterDraft(side: .ours, text: "\(days)", due: today + days, person: nil), client: client)
            }
        }
        let sheet = try sheet()
        func texts(_ rows: Folded<MatterRow>) -> [[String]] { [rows.shown.map(\.text), rows.folded.map(\.text)] }
        #expect(texts(sheet.late) == [["-1", "-2", "-3"], ["-9", "-20", "-40"]])
        #expect(texts(sheet.week) == [["0", "6"], []] && texts(sheet.later) == [[], ["7", "14"]])
        #expect(sheet.dueToday == 1 && sheet.late.hidden == 3)
        // Each row has a neighbour to which the page returns once it is done.
        #expect(sheet.neighbours.count == 10)
    }
}
