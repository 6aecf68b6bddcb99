import Foundation
import Testing

@testable import Web

@Suite struct HandoverTests {
    /// How many clients a colleague holds, as the list says.
    static func held(_ world: WorldApp, by user: Int) throws -> Int {
        let rows = try world.get("/clients.json?kam=\(user)").json()["rows"] as? [Any]
        return rows?.count ?? 0
    }

    @Test func `all clients of a leaver are handed over in one act, and undone in one`() throws {
        let world = try WorldApp(clients: 40)
        let (leaver, other) = (3, 2)
        let (before, others) = (try HandoverTests.held(world, by: leaver), try HandoverTests.held(world, by: other))
        #expect(before > 1)
        let page = world.get("/colleagues/\(leaver)/handover").text
        #expect(page.contains("Hand over \(before) clients") && page.contains("Whom to meet"))
        #expect(page.components(separatedBy: "class=\"own-page\"").count == before + 1)
        let fields = ["kam": "\(other)", "from": "2026-03-02", "note": "calls on Mondays"]
        let answer = world.post("/colleagues/\(leaver)/handover", fields)
        #expect(answer.status == .seeOther && answer.headers["Location"] == "/clients?kam=\(other)")
        let list = world.get("/clients?kam=\(other)").text
        #expect(try HandoverTests.held(world, by: leaver) == 0)
        #expect(try HandoverTests.held(world, by: other) == before + others)
        #expect(world.get("/colleagues/\(leaver)/handover").text.contains("no client is held"))
        #expect(world.post(try TakingBackPageTests.undo(list), [:]).status == .seeOther)
        #expect(try HandoverTests.held(world, by: leaver) == before)
    }

    @Test(arguments: [["kam": "3"], ["kam": ""], ["kam": "2", "from": "no day"], ["kam": "99"]])
    func `a handover to nobody or to the leaver is refused beside the field`(fields: [String: String]) throws {
        let world = try WorldApp(clients: 40)
        let answer = world.post("/colleagues/3/handover", fields)
        #expect(answer.status == .invalid && answer.text.contains("-error\""))
    }
}
