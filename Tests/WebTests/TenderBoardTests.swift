import Domain
import Foundation
import HTTP
import Store
import Testing

@testable import Web

/// The board of tenders and their calendar.
@Suite struct TenderBoardTests {
    private let world: WorldApp
    private let tender: String

    init() throws {
        world = try WorldApp()
        let answer = world.post(
            "/tenders",
            [
                "title": "Gloves & masks", "client_id": "2", "procedure": "44-auction", "stage": "open", "kam": "1",
                "go": "go",
            ])
        tender = try #require(answer.headers["Location"])
    }

    private var number: String { String(tender.split(separator: "/").last!) }

    private func lane(_ stage: String) throws -> [[String: Any]] {
        let board: [String: Any] = try world.get("/tenders.json").json()
        let lanes = try #require(board["lanes"] as? [[String: Any]])
        return try #require(lanes.first { $0["stage"] as? String == stage }?["cards"] as? [[String: Any]])
    }

    private func isIn(_ stage: String) throws -> Bool {
        try lane(stage).contains { String($0["id"] as? Int ?? 0) == number }
    }

    private func move(to stage: String) -> Response {
        world.post(tender + "/stage", ["stage": stage, "tender": number, "back": "/tenders"])
    }

    @Test func `a card stands in the lane of its stage, with buttons for the next steps of its procedure`() throws {
        #expect(try isIn("open"))
        let page = world.get("/tenders").text
        #expect(
            page.contains("Move Gloves &amp; masks to Bidding")
                && page.contains("Move Gloves &amp; masks to Preparation"))
        #expect(!page.contains("Move Gloves &amp; masks to Decided"))
    }

    @Test func `a card moves and the page stays the board`() throws {
        #expect(move(to: "bidding").headers["Location"] == "/tenders")
        #expect(try isIn("bidding") && !isIn("open"))
    }

    @Test func `a step that the procedure does not know leaves the card in its lane, and the board says why`() throws {
        let refused = move(to: "decided")
        #expect(refused.status == .invalid)
        #expect(refused.text.contains("The procedure has no step from the present stage to this one."))
        #expect(refused.text.contains("class=\"board\""))
        #expect(try isIn("open"))
    }

    @Test func `a lost lot without its reason keeps the card, with a link to say it`() throws {
        // By the form a lost lot has its reason; a file may leave it to be said later.
        _ = world.post(tender, try FilledForm(world.get(tender + "/edit")).with("number", "77/9"))
        let path = world.folder.appendingPathComponent("lots.csv").path
        try Data("key,tender,subject,outcome\ng,77/9,Gloves,lost\n".utf8).write(to: URL(fileURLWithPath: path))
        _ = try world.desk.importFile(
            .lots, path: path, name: "lots.csv", ImportOptions(map: ""), at: world.noon
        ) { _, _ in }
        let sheet: [String: Any] = try world.get(tender + ".json").json()
        let lots = try #require(sheet["lots"] as? [[String: Any]])
        let lot = try #require((lots.last?["lot"] as? [String: Any])?["id"] as? Int)
        let refused = move(to: "closed")
        #expect(refused.status == .invalid && refused.text.contains("/lots/\(lot)/edit"))
        #expect(try isIn("open"))
    }

    @Test func `a refused step never shows a page that was not asked for`() throws {
        let refused = world.post(tender + "/stage", ["stage": "decided", "back": "/settings"])
        #expect(refused.status == .invalid && !refused.text.contains("<h1>Settings"))
    }

    @Test func `the calendar shows a deadline on its day by the desk's clock, and what waits apart`() throws {
        _ = world.post(
            tender + "/deadlines",
            [
                "kind": "applications", "day": "2026-12-03", "time": "00:30", "zone": "Asia/Vladivostok",
                "source": "notice",
            ])
        let page = world.get("/tenders/calendar?month=2026-12").text
        #expect(page.contains("Gloves &amp; masks"))
        #expect(!world.get("/tenders/calendar?month=2027-03").text.contains("Gloves &amp; masks"))
        #expect(world.get("/tenders/calendar?month=never").status == .ok)
    }

    @Test func `the first page of the day tells a deadline within two weeks`() throws {
        let day = WorldApp.today + 5
        _ = world.post(
            tender + "/deadlines",
            ["kind": "applications", "day": day.iso, "time": "09:00", "zone": "Europe/Moscow", "source": "notice"])
        #expect(world.get("/").text.contains("Gloves &amp; masks"))
    }

    @Test func `a changed deadline keeps its number in the calendar file and raises its sequence`() throws {
        let fields = [
            "kind": "applications", "day": "2026-12-03", "time": "08:00", "zone": "MSK+4", "source": "notice",
        ]
        _ = world.post(tender + "/deadlines", fields)
        let before = world.get(tender + "/deadlines.ics")
        #expect(before.headers["Content-Type"] == "text/calendar; charset=utf-8")
        #expect(before.text.contains("DTSTART:20261203T010000Z\r\n"))
        func sequence(_ text: String) -> Int? { text.firstMatch(of: /SEQUENCE:(\d+)\r\n/).flatMap { Int($0.1) } }
        #expect(before.text.contains("SUMMARY:Deadline\r\n") && !before.text.contains("Gloves"))
        #expect(world.get(tender + "/deadlines.ics?names=yes").text.contains("Gloves & masks"))
        let number = try #require(before.text.firstMatch(of: /UID:tender-deadline-(\d+)@/)?.1)
        let form = try FilledForm(world.get("/deadlines/\(number)/edit"))
        _ = world.post("/deadlines/\(number)", form.with("day", "2026-12-04"))
        let after = world.get(tender + "/deadlines.ics").text
        #expect(after.contains("UID:tender-deadline-\(number)@kamdesk\r\n"))
        #expect(try #require(sequence(after)) == #require(sequence(before.text)) + 1)
        #expect(world.get("/tenders/deadlines.ics").text.contains("DTSTART:20261204T010000Z"))
        #expect(world.get(tender + "/deadlines").text.contains("File without names"))
    }
}
