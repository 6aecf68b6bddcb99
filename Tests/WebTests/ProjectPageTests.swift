import Domain
import Foundation
import HTTP
import Testing

@testable import Web

/// A VIP project from its beginning on a person's page to its end.
@Suite struct ProjectPageTests {
    private let world: WorldApp
    private let person: Int

    init() throws {
        let world = try WorldApp()
        self.world = world
        // The desk's owner, a director, leads whoever holds the client.
        let handed = world.post("/clients/3/handover", ["kam": "2", "from": "2026-03-02"])
        #expect(handed.status == .seeOther)
        let place = world.post("/people", ["name": "Now First", "client_name": "City Hospital 4"]).headers["Location"]
        person = try #require(place.flatMap { Int($0.split(separator: "/").last ?? "") })
    }

    private func begin(_ goal: String = "To be asked first") throws -> String {
        let posts = try #require(try world.get("/people/\(person).json").json()["posts"] as? [[String: Any]])
        let client = try #require((posts[0]["client"] as? [String: Any])?["id"] as? Int)
        let answer = world.post(
            "/people/\(person)/projects", ["client": "\(client)", "goal": goal, "from": "2026-02-01"])
        return try #require(answer.headers["Location"])
    }

    private func twin(_ project: String) throws -> [String: Any] {
        try #require(try world.get(project + ".json").json()["row"] as? [String: Any])
    }

    @Test func `a project is begun, its goals are set, and it is closed and reopened`() throws {
        let project = try begin()
        #expect(try twin(project)["level"] as? Int == 1)
        let form = try FilledForm(world.get("\(project)/reviews/new"))
        #expect(form.fields["goal"] == "To be asked first" && form.fields["from"] == "2026-02-01")
        var fields = form.fields
        fields["level"] = "2"
        fields["shown"] = "Knows <b>whom</b> to ask"
        fields["goal"] = "To be asked before the tender"
        fields["matter-1-text"] = "Send the study"
        fields["matter-1-due"] = "2026-03-09"
        #expect(world.post("\(project)/reviews", fields).headers["Location"] == project)
        let row = try twin(project)
        #expect(row["level"] as? Int == 2 && row["goal"] as? String == "To be asked before the tender")
        #expect(row["nextStep"] as? String == "2026-03-09")
        let page = world.get(project).text
        #expect(page.contains("Knows &lt;b&gt;whom&lt;/b&gt; to ask") && page.contains("Send the study"))
        #expect(world.get("/people/\(person)").text.contains("To be asked before the tender"))
        #expect(world.get("/projects").text.contains("D2: learning"))
        let close = try FilledForm(world.get("\(project)/close")).with("outcome", "Asked first in May")
        #expect(world.post("\(project)/close", close).headers["Location"] == project)
        #expect(world.get(project).text.contains("VIP project changed: Now First: To be asked before the tender"))
        #expect(!world.get("/projects").text.contains("To be asked before"))
        #expect(world.get("/projects?closed=yes").text.contains("To be asked before"))
        #expect(world.post("\(project)/open", [:]).status == .seeOther)
        #expect(world.get("/projects?level=2").text.contains("To be asked before"))
    }

    @Test func `the words of a review may be corrected, its level may not, and it may be deleted`() throws {
        let project = try begin()
        var fields = try FilledForm(world.get("\(project)/reviews/new")).fields
        (fields["level"], fields["shown"]) = ("3", "Did it alone")
        #expect(world.post("\(project)/reviews", fields).status == .seeOther)
        let review = try #require(world.get(project).text.firstMatch(of: /href="(\/reviews\/\d+)\/edit"/)).1
        let edit = try FilledForm(world.get("\(review)/edit"))
        #expect(edit.fields["level"] == nil && edit.fields["shown"] == "Did it alone")
        // The level is as both have agreed.
        #expect(
            world.post("\(review)", edit.fields.merging(["level": "4", "shown": "With help"]) { $1 }).status
                == .seeOther)
        #expect(try twin(project)["level"] as? Int == 3 && world.get(project).text.contains("With help"))
        let gone = try FilledForm(world.get("\(review)/delete")).fields
        #expect(world.post("\(review)/delete", gone).status == .seeOther)
        #expect(try twin(project)["level"] as? Int == 1)
    }

    @Test func `a budget line needs approval before spending, and spending beyond its estimate is refused`() throws {
        let project = try begin()
        let add = world.post("\(project)/expenses", ["purpose": "Study", "estimated": "100"])
        #expect(add.headers["Location"] == project)
        let refused = world.post("\(project)/expenses", ["purpose": "Study", "estimated": "100", "actual": "5"])
        #expect(refused.status == .invalid && refused.text.contains("id=\"actual-error\""))
        #expect(try FilledForm(refused).fields["purpose"] == "Study")
        let page = world.get(project).text
        let line = try #require(page.firstMatch(of: /href="(\/expenses\/\d+)\/edit"/)).1
        #expect(page.contains("aria-label=\"Approve: Study\""))
        #expect(world.post("\(line)/approve", [:]).status == .invalid)
        #expect(world.post("\(line)/approve", ["version": "1"]).headers["Location"] == project)
        #expect(world.get(project).text.contains("aria-label=\"Withdraw: Study\""))
        let more = try FilledForm(world.get("\(line)/edit")).with("committed", "101")
        let refusedMore = world.post(String(line), more)
        #expect(refusedMore.status == .invalid && refusedMore.text.contains("id=\"committed-error\""))
    }

    @Test func `the user who runs a project may print the review form but may not save it`() throws {
        let project = try #require(world.get("/projects").text.firstMatch(of: /href="(\/projects\/\d+)"/)).1
        let page = world.get("\(project)/reviews/new").text
        #expect(page.contains("Print it, and fill it in together.") && !page.contains("Save the review"))
        let fields = ["version": "1", "goal": "g", "level": "4", "shown": "I say so"]
        #expect(world.post("\(project)/reviews", fields).status == .forbidden)
    }

    @Test(arguments: [
        (
            "reviews", ["goal": "", "level": "9", "shown": "Kept & safe"],
            ["goal-error", "level-error"]
        ),
        ("reviews", ["goal": "Kept & safe", "matter-2-due": "2026-03-09"], ["matter-2-text-error", "shown-error"]),
        ("steps", ["text": "", "due": "no day"], ["text-error", "due-error"]),
        ("expenses", ["purpose": "Kept & safe", "estimated": "much"], ["estimated-error"]),
        ("close", ["outcome": "Kept & safe", "day": "2027-01-01"], ["day-error"]),
    ])
    func `a refused form reports every error beside its field and keeps what was typed`(
        form: String, fields: [String: String], errors: [String]
    ) throws {
        let project = try begin()
        var sent = fields
        sent["version"] = "1"
        let answer = world.post("\(project)/\(form)", sent)
        #expect(answer.status == .invalid)
        for error in errors { #expect(answer.text.contains("id=\"\(error)\""), "\(error)") }
        let back = try FilledForm(answer)
        for (field, typed) in fields where field != "level" { #expect(back.fields[field] == typed, "\(field)") }
    }

    @Test func `a project with a person without a post is refused, and the page links to adding a post`() throws {
        let nobody = try #require(world.post("/people", ["name": "Nowhere"]).headers["Location"])
        let page = world.get("\(nobody)/projects/new")
        #expect(page.status == .ok && page.text.contains("href=\"\(nobody)/posts/new\""))
        #expect(world.post("\(nobody)/projects", ["goal": "g"]).status == .invalid)
    }
}
