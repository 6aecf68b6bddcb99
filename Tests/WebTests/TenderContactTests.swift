import Domain
import HTTP
import Testing

@testable import Web

/// Contacts with those who decide on a tender, in its quiet period.
@Suite struct TenderContactTests {
    private let world: WorldApp
    private let tender: String

    init() throws {
        world = try WorldApp()
        let answer = world.post(
            "/tenders",
            [
                "title": "Gloves", "client_id": "2", "procedure": "44-auction", "stage": "open",
                "announced": "2026-02-20", "go": "go",
            ])
        tender = try #require(answer.headers["Location"])
        #expect(
            world.post(tender + "/seats", ["role": "Heads the commission", "person": "Anybody", "person_id": "1"])
                .status == .seeOther)
    }

    private func log(_ more: [String: String]) -> Response {
        let fields = ["client": "2", "kind": "call", "day": "2026-03-01", "topic": "Delivery days", "person-1": "yes"]
        return world.post("/interactions", fields.merging(more) { $1 })
    }

    @Test
    func
        `a contact in the quiet period is asked for its lawful subject, keeps what was typed, and is recorded with it`()
    {
        let asked = log([:])
        #expect(asked.status == .invalid)
        for text in ["decides on a tender", "Delivery days", "Record it without a subject"] {
            #expect(asked.text.contains(text), "\(text)")
        }
        #expect(log(["lawful": "A question that the notice allows"]).status == .seeOther)
        let record = world.get(tender + "/contacts").text
        #expect(record.contains("A question that the notice allows"))
    }

    @Test func `a contact without a subject is warned of and never blocked, and the record says so`() {
        #expect(log(["quiet": "yes"]).status == .seeOther)
        #expect(world.get(tender + "/contacts").text.contains("subject not said"))
    }

    @Test func `before the announcement and after the decision nobody asks`() throws {
        #expect(log(["day": "2026-02-19"]).status == .seeOther)
        for stage in ["bidding", "decided"] { _ = world.post(tender + "/stage", ["stage": stage]) }
        #expect(log([:]).status == .seeOther)
        #expect(log(["person-1": "no"]).status == .seeOther)
    }

    @Test func `a person who decides on no tender is not asked about`() {
        #expect(log(["person-1": "no", "person-2": "yes"]).status == .seeOther)
    }
}
