import Domain
import Foundation
import HTTP
import Testing

@testable import Web

/// Events, their guests and talks by their pages and forms.
@Suite struct EventPageTests {
    private let world: WorldApp
    private let event: String

    init() throws {
        world = try WorldApp()
        let answer = world.post(
            "/events",
            [
                "name": "Spring & school", "kind": "own", "start": "2026-03-05", "end": "2026-03-06", "place": "Hall 2",
                "cost": "1000",
            ])
        event = try #require(answer.headers["Location"])
    }

    private func json() throws -> [String: Any] { try world.get(event + ".json").json() }

    private func guests() throws -> [[String: Any]] { try #require(try json()["guests"] as? [[String: Any]]) }

    private func invite(_ name: String) -> Response { world.post(event + "/guests", ["person": name]) }

    @Test func `an event is added, changed and deleted, and one press undoes the deletion`() throws {
        let page = world.get(event).text
        for text in ["Spring &amp; school", "Hall 2", "Own event", "Nobody is invited yet."] {
            #expect(page.contains(text), "\(text)")
        }
        let form = try FilledForm(world.get(event + "/edit"))
        #expect(form.fields["kind"] == "own" && form.fields["end"] == "2026-03-06")
        #expect(world.post(event, form.with("place", "Hall 3")).headers["Location"] == event)
        #expect(world.get(event).text.contains("Hall 3"))
        #expect(invite("Irina Sokolova").status == .seeOther)
        let deletion = try FilledForm(world.get(event + "/delete"))
        #expect(world.post(event + "/delete", deletion.fields).headers["Location"] == "/events")
        #expect(world.get(event).status == .notFound)
        #expect(world.post(try TakingBackPageTests.undo(world.get("/events").text), [:]).status == .seeOther)
        #expect(try guests().count == 1)
    }

    @Test(arguments: [
        (["name": "Kept & safe", "start": "2026-03-05"], "kind-error"),
        (["kind": "own", "start": "2026-03-05", "place": "Kept & safe"], "name-error"),
        (["name": "Kept & safe", "kind": "own", "start": "2026-03-05", "end": "2026-03-01"], "end-error"),
        (["name": "Kept & safe", "kind": "own", "start": "2026-03-05", "cost": "much"], "cost-error"),
        (["name": "Kept & safe", "kind": "own", "start": "2026-03-05", "end": "2026-07-05"], "end-error"),
    ])
    func `a refused event form keeps all that was typed`(fields: [String: String], error: String) throws {
        let answer = world.post("/events", fields)
        #expect(answer.status == .invalid && answer.text.contains("id=\"\(error)\""))
        let form = try FilledForm(answer)
        for (field, typed) in fields { #expect(form.fields[field] == typed, "\(field)") }
    }

    @Test func `one name and one press invite a person, and a second invitation is refused beside the field`() throws {
        #expect(invite("Irina Sokolova").headers["Location"] == event)
        let again = world.post(event + "/guests", ["person": "Irina Sokolova", "note": "Kept & safe", "user": "2"])
        #expect(again.status == .invalid && again.text.contains("id=\"person-error\""))
        let form = try FilledForm(again)
        #expect(form.fields["note"] == "Kept & safe" && form.fields["user"] == "2")
        for name in ["", "Nobody at all"] { #expect(invite(name).text.contains("id=\"person-error\""), "\(name)") }
        #expect(try guests().count == 1)
        #expect((try json()["costPerHead"] as? [String: Any])?["basis"] as? String == "invited")
    }

    @Test func `one press notes the answer to an invitation, and another press takes it back`() throws {
        #expect(invite("Irina Sokolova").status == .seeOther)
        let guest = try #require(try guests().first?["id"] as? Int)
        let page = world.get(event).text
        #expect(page.contains("action=\"/guests/\(guest)/standing\"") && page.contains("value=\"accepted\""))
        #expect(!page.contains("value=\"came\""))
        let answer = world.post("/guests/\(guest)/standing", ["standing": "accepted"])
        #expect(answer.headers["Location"] == event)
        #expect(try guests().first?["standing"] as? String == "accepted")
        #expect(world.post(try TakingBackPageTests.undo(world.get(event).text), [:]).status == .seeOther)
        #expect(try guests().first?["standing"] as? String == "invited")
        #expect(world.post("/guests/\(guest)/standing", ["standing": "lost"]).status == .invalid)
        let form = try FilledForm(world.get("/guests/\(guest)/edit"))
        #expect(world.post("/guests/\(guest)", form.with("user", "2")).headers["Location"] == event)
        #expect(try guests().first?["accompaniedBy"] as? String == "Marta Weiss")
        #expect(
            world.post("/guests/\(guest)/delete", try FilledForm(world.get("/guests/\(guest)/delete")).fields).status
                == .seeOther)
        #expect(try guests().isEmpty)
    }

    @Test func `a person is invited from their own page, which then shows the event`() throws {
        let form = try FilledForm(world.get("/people/1/events/new"))
        let number = try #require(event.split(separator: "/").last.map(String.init))
        let sent = form.with("event", number)
        #expect(world.post("/people/1/events", sent).headers["Location"] == "/people/1")
        let page = world.get("/people/1").text
        #expect(page.contains("<a href=\"\(event)\">Spring &amp; school</a>"))
        let again = world.post("/people/1/events", form.with("event", number).merging(["note": "Kept"]) { $1 })
        #expect(again.status == .invalid && again.text.contains("id=\"event-error\"") && again.text.contains("Kept"))
    }

    @Test func `a talk has exactly one speaker, a client's person or a colleague`() throws {
        let talks = event + "/talks"
        let nobody = world.post(talks, ["topic": "Kept & safe"])
        #expect(nobody.status == .invalid && nobody.text.contains("id=\"person-error\""))
        #expect(try FilledForm(nobody).fields["topic"] == "Kept & safe")
        let both = world.post(talks, ["topic": "T", "person": "Irina Sokolova", "user": "2"])
        #expect(both.status == .invalid && both.text.contains("id=\"user-error\""))
        #expect(
            world.post(talks, ["topic": "Theirs", "person": "Irina Sokolova", "slides": "draft"]).status == .seeOther)
        #expect(world.post(talks, ["topic": "Ours", "user": "2"]).headers["Location"] == event)
        let shown = try #require(try json()["talks"] as? [[String: Any]])
        #expect(shown.map { $0["user"] as? String } == [nil, "Marta Weiss"])
        let talk = try #require(shown.first?["id"] as? Int)
        let form = try FilledForm(world.get("/talks/\(talk)/edit"))
        #expect(form.fields["person"] == "Irina Sokolova" && form.fields["slides"] == "draft")
        #expect(world.post("/talks/\(talk)", form.with("slides", "given")).headers["Location"] == event)
        #expect(world.get(event).text.contains("slides handed in"))
        let late = world.post("/talks/\(talk)", form.with("slides", "agreed"))
        #expect(late.status == .conflict && late.text.contains("Theirs:"))
    }

    @Test func `Today shows an event that begins soon, and a list of one kind shows only that kind`() throws {
        #expect(world.get("/").text.contains("<a href=\"\(event)\">Spring &amp; school</a>"))
        let rows = try #require(try world.get("/events.json?kind=congress").json()["coming"] as? [[String: Any]])
        #expect(!rows.isEmpty && rows.allSatisfy { $0["kind"] as? String == "congress" })
        let table = world.get("/events.csv").text
        #expect(table.contains("Spring & school,Own event,2026-03-05,2026-03-06,Hall 2,0,0,0,1000.00,"))
        #expect(world.get(event + ".csv").text.contains("Accompanied by"))
    }

    @Test func `an empty list of events explains what events are for`() throws {
        let empty = try WorldApp(isEmpty: true)
        #expect(empty.get("/events").text.contains("No events yet"))
        #expect(empty.post("/people", ["name": "Somebody"]).status == .seeOther)
        #expect(empty.get("/people/1/events/new").text.contains("href=\"/events/new\""))
    }

    @Test(arguments: [
        "/events/999", "/events/999.csv", "/events/999/edit", "/events/999/guests/new", "/events/999/talks/new",
        "/guests/999/edit", "/guests/999/delete", "/talks/999/edit", "/talks/999/delete", "/people/999/events/new",
    ])
    func `an address of an event that does not exist is not found`(address: String) throws {
        #expect(world.get(address).status == .notFound)
        let act = address.replacing(/\/(new|edit)$|\.csv$/, with: "")
        if act != "/events/999/delete" {
            #expect(world.post(act, ["person": "Irina Sokolova", "version": "1"]).status == .notFound)
        }
    }

    @Test func `the printed page of an event is a guest list with boxes to tick`() throws {
        #expect(invite("Irina Sokolova").status == .seeOther)
        let page = world.get(event).text
        #expect(page.contains("<span class=\"printed\" aria-hidden=\"true\">☐ </span>"))
        #expect(page.contains("data-print"))
        #expect(page.contains("<dl class=\"figures unprinted\">"))
    }
}
