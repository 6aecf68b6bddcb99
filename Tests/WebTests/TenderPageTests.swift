import Domain
import Foundation
import HTTP
import Testing

@testable import Web

/// Tenders and their parts by their pages and forms.
@Suite struct TenderPageTests {
    private let world: WorldApp
    private let tender: String

    init() throws {
        world = try WorldApp()
        let answer = world.post(
            "/tenders",
            [
                "title": "Gloves & masks", "client_id": "2", "number": "77/1", "procedure": "44-auction",
                "stage": "open", "kam": "1",
            ])
        tender = try #require(answer.headers["Location"])
    }

    private func json() throws -> [String: Any] { try world.get(tender + ".json").json() }

    private func lots() throws -> [[String: Any]] { try #require(try json()["lots"] as? [[String: Any]]) }

    private func lot() throws -> Int {
        #expect(
            world.post(tender + "/lots", ["subject": "Gloves", "start": "1000", "vat": "with"]).headers["Location"]
                == tender)
        return try #require(try (lots().last?["lot"] as? [String: Any])?["id"] as? Int)
    }

    @Test func `a new tender begins with the KAM of its client, or else with whoever writes it`() throws {
        let holder = try #require((try world.get("/clients/2.json").json()["kam"] as? [String: Any])?["user"] as? Int)
        #expect(try FilledForm(world.get("/tenders/new?client=2")).fields["kam"] == String(holder))
        #expect(try FilledForm(world.get("/tenders/new")).fields["kam"] == "1")
    }

    @Test func `a tender that was closed by mistake goes back to the stage where it was`() throws {
        #expect(world.post(tender + "/stage", ["stage": "closed"]).status == .seeOther)
        let steps = world.get(tender).text.matches(of: /name="stage" value="([a-z]*)"/).map { String($0.1) }
        #expect(steps == ["open"])
        #expect(world.post(tender + "/stage", ["stage": "open"]).status == .seeOther)
        #expect(try (json()["draft"] as? [String: Any])?["stage"] as? String == "open")
    }

    @Test func `a tender is added, changed and deleted, and one press undoes the deletion`() throws {
        let page = world.get(tender).text
        for text in ["Gloves &amp; masks", "No. 77/1", "44-FZ electronic auction", "No lot is written down yet."] {
            #expect(page.contains(text), "\(text)")
        }
        let form = try FilledForm(world.get(tender + "/edit"))
        #expect(form.fields["procedure"] == "44-auction" && form.fields["stage"] == "open")
        #expect(world.post(tender, form.with("law", "44-FZ")).headers["Location"] == tender)
        _ = try lot()
        let deletion = try FilledForm(world.get(tender + "/delete"))
        #expect(world.post(tender + "/delete", deletion.fields).headers["Location"] == "/clients/2/tenders")
        #expect(world.get(tender).status == .notFound)
        #expect(world.post(try TakingBackPageTests.undo(world.get("/tenders").text), [:]).status == .seeOther)
        #expect(try lots().count == 1)
    }

    @Test func `a step that the procedure does not know is refused with its words, and a known one moves`() throws {
        let refused = world.post(tender + "/stage", ["stage": "decided"])
        #expect(refused.status == .invalid)
        #expect(refused.text.contains("The procedure has no step from the present stage to this one."))
        #expect(world.post(tender + "/stage", ["stage": "bidding"]).headers["Location"] == tender)
        #expect(try (json()["draft"] as? [String: Any])?["stage"] as? String == "bidding")
    }

    @Test func `a lot is closed as lost only with its reason, and its tender only then`() throws {
        let lot = try lot()
        let form = try FilledForm(world.get("/lots/\(lot)/edit"))
        let refused = world.post("/lots/\(lot)", form.with("outcome", "lost"))
        #expect(refused.status == .invalid && refused.text.contains("id=\"reason-error\""))
        var fields = form.with("outcome", "lost")
        fields["reason"] = "price"
        #expect(world.post("/lots/\(lot)", fields).headers["Location"] == tender)
        #expect(try (lots()[0]["lot"] as? [String: Any])?["reason"] as? String == "price")
        #expect(world.post(tender + "/stage", ["stage": "closed"]).status == .seeOther)
    }

    @Test func `a deadline far ahead is asked about, and one that the clocks skip is refused`() throws {
        func add(_ day: String, _ time: String, _ more: [String: String] = [:]) -> Response {
            world.post(
                tender + "/deadlines",
                ["kind": "applications", "day": day, "time": time, "zone": "Europe/Berlin"].merging(more) { $1 })
        }
        let far = add("2029-03-05", "10:00")
        #expect(far.status == .invalid && far.text.contains("name=\"sure\""))
        #expect(add("2029-03-05", "10:00", ["sure": "yes"]).status == .seeOther)
        #expect(add("2026-03-29", "02:30").text.contains("id=\"time-error\""))
        #expect(add("2026-03-29", "x").text.contains("id=\"time-error\""))
        #expect(add("2026-03-29", "9:30").status == .seeOther)
        let deadlines = try #require(try json()["deadlines"] as? [[String: Any]])
        #expect(
            deadlines.compactMap { $0["moment"] as? String } == [
                "2026-03-29T07:30:00.000Z", "2029-03-05T09:00:00.000Z",
            ])
    }

    @Test func `what stands in the way is told with who clears it, and goes when it is cleared`() throws {
        _ = world.post(
            tender + "/deadlines", ["kind": "applications", "day": "2026-03-05", "time": "08:00", "zone": "+03:00"])
        _ = world.post(tender + "/requirements", ["requirement": "Shelf <life>", "verdict": "unknown"])
        let page = world.get(tender).text
        #expect(page.contains("Unknown whether we meet: Shelf &lt;life&gt;"))
        #expect(page.contains("Go or no-go is not decided"))
        let kinds = try #require(try json()["blockers"] as? [[String: Any]]).compactMap { $0["kind"] as? String }
        #expect(kinds == ["go-undecided", "requirement-unknown"])
        let form = try FilledForm(world.get(tender + "/edit"))
        #expect(world.post(tender, form.with("go", "go")).status == .seeOther)
        #expect(!world.get(tender).text.contains("Go or no-go is not decided"))
    }

    @Test(arguments: [
        "lots", "deadlines", "securities", "questions", "complaints", "notices", "go-answers", "requirements",
        "application-lines", "seats", "tender-members", "deliveries",
    ])
    func `every part has a form, and a refused one keeps what was typed`(kind: String) throws {
        let form = try FilledForm(world.get("\(tender)/\(kind)/new"))
        #expect(!form.fields.isEmpty)
        let text = String(repeating: "x", count: 9000)
        var fields = form.fields
        for field in form.fields.keys where !["token", "once", "version", "base"].contains(field) {
            fields[field] = text
        }
        let answer = world.post("\(tender)/\(kind)", fields)
        #expect(answer.status == .invalid && answer.text.contains(text))
    }

    @Test func `the list, its filter, its table and the results answer`() throws {
        let list: [String: Any] = try world.get("/tenders/table.json?stage=open&law=none").json()
        #expect((list["rows"] as? [Any])?.isEmpty == true)
        #expect(world.get("/tenders/table.csv").text.contains("Gloves & masks"))
        #expect(world.get("/clients/2/tenders").text.contains("Gloves &amp; masks"))
        #expect(world.get("/tenders/table?outcome=lost").status == .ok)
        let results: [String: Any] = try world.get("/tenders/results.json").json()
        #expect(results["lots"] as? Int ?? 0 > 0 && results["winSum"] is Int)
        for page in ["/papers", "/papers.csv", "/securities", "/securities.csv", "/tenders/results", "/papers/new"] {
            #expect(world.get(page).status == .ok, "\(page)")
        }
    }

    @Test func `a paper of ours is added, changed and deleted`() throws {
        #expect(
            world.post("/papers", ["kind": "licence", "number": "LO-9", "expires": "2026-04-01"]).headers["Location"]
                == "/papers")
        let list: [String: Any] = try world.get("/papers.json").json()
        let papers = try #require(list["papers"] as? [[String: Any]]).compactMap { $0["paper"] as? [String: Any] }
        let id = try #require(papers.first { $0["number"] as? String == "LO-9" }?["id"] as? Int)
        let form = try FilledForm(world.get("/papers/\(id)/edit"))
        #expect(world.post("/papers/\(id)", form.with("number", "LO-10")).status == .seeOther)
        #expect(world.get("/papers").text.contains("LO-10"))
        #expect(
            world.post("/papers/\(id)/delete", try FilledForm(world.get("/papers/\(id)/delete")).fields).status
                == .seeOther)
    }
}
