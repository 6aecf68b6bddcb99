import Domain
import HTTP
import Testing

@testable import Web

@Suite struct FormTests {
    static let ours = Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")])

    @Test func `a client is added, found and changed`() throws {
        let world = try WorldApp()
        #expect(
            world.post("/clients", ["name": "Больница «Ёлка»", "kind": "hospital", "kam": "1"]).headers["Location"]
                == "/clients/11")
        #expect(world.get("/search?q=%D0%B5%D0%BB%D0%BA%D0%B8").text.contains("Больница «Ёлка»"))
        #expect(world.post("/clients/11", ["version": "1", "name": "Клиника"]).status == .seeOther)
        #expect(world.get("/clients/11").text.contains("<h1>Клиника</h1>"))
    }

    @Test func `a refused form shows the error beside its field and keeps all that was typed`() throws {
        let answer = try WorldApp().post("/clients", ["name": "Kept & safe", "inn": "123", "note": "long <b>note</b>"])
        #expect(answer.status == .invalid)
        #expect(answer.text.contains("id=\"inn-error\">Not an INN"))
        #expect(
            answer.text.contains("value=\"Kept &amp; safe\"") && answer.text.contains("long &lt;b&gt;note&lt;/b&gt;"))
    }

    @Test func `the second of two editors sees their own text and that the record was changed first`() throws {
        let world = try WorldApp()
        #expect(world.post("/clients/2", ["version": "1", "name": "First"]).status == .seeOther)
        let second = world.post("/clients/2", ["version": "1", "name": "Second"])
        #expect(second.status == .conflict)
        #expect(second.text.contains("value=\"Second\"") && second.text.contains("name=\"version\" value=\"2\""))
        #expect(world.get("/clients/2").text.contains("<h1>First</h1>"))
    }

    @Test func `a form that is sent again after a restart acts once`() throws {
        let world = try WorldApp()
        let form = try FilledForm(world.get("/clients/new")).with("name", "Sent into the dark")
        #expect(world.post("/clients", form).headers["Location"] == "/clients/11")
        try world.restart()
        #expect(world.post("/clients", form).headers["Location"] == "/clients/11")
        #expect(world.get("/clients/12").status == .notFound)
    }

    @Test func `a form that is sent twice acts once, and acts again after its act was undone`() throws {
        let world = try WorldApp()
        var form = try FilledForm(world.get("/clients/new")).with("name", "Sent twice")
        #expect(world.post("/clients", form).headers["Location"] == "/clients/11")
        let page = world.get("/clients/11").text
        #expect(world.post("/clients", form).headers["Location"] == "/clients/11")
        #expect(world.get("/clients/12").status == .notFound)
        #expect(world.post(try TakingBackPageTests.undo(page), [:]).status == .seeOther)
        #expect(world.get("/clients/11").status == .notFound)
        #expect(world.post("/clients", form).headers["Location"] == "/clients/12")
        form["name"] = "Another from the same page"
        #expect(world.post("/clients", form).headers["Location"] == "/clients/13")
    }

    @Test(arguments: [
        ("no origin", Headers([("Host", "127.0.0.1:8090")]), true),
        ("another origin", Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://evil.example")]), true),
        ("a null origin", Headers([("Host", "127.0.0.1:8090"), ("Origin", "null")]), true),
        ("another port", Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8091")]), true),
        ("no token", ours, false),
    ])
    func `a form from another site or without token is refused`(why: String, headers: Headers, hasToken: Bool) throws {
        let world = try WorldApp()
        let answer = world.post("/clients", ["name": "Forged"], headers: headers, token: hasToken ? world.token : nil)
        #expect(answer.status == .forbidden)
        #expect(!world.get("/clients.json?q=forged").text.contains("Forged"))
    }

    @Test func `a form with the token of another browser is refused`() throws {
        let (world, other) = (try WorldApp(), try WorldApp())
        #expect(
            world.post("/clients", ["name": "Forged"], headers: FormTests.ours, token: other.token).status == .forbidden
        )
    }

    @Test func `an interaction is logged with its people and what was agreed`() throws {
        let world = try WorldApp()
        let answer = world.post(
            "/interactions",
            [
                "client": "2", "kind": "visit", "day": "2026-03-01", "topic": "Cold chain", "person-3": "yes",
                "matter-1-text": "Send data",
                "matter-1-due": "2026-03-04", "matter-2-side": "theirs", "matter-2-text": "Minutes",
            ])
        #expect(answer.headers["Location"] == "/clients/2")
        let today = world.get("/").text
        #expect(today.contains("Send data"))
        let dossier = world.get("/clients/2").text
        #expect(dossier.contains("Cold chain") && dossier.contains("Minutes"))
    }

    @Test func `an interaction with an error in an agreed matter is not logged`() throws {
        let answer = try WorldApp().post(
            "/interactions", ["client": "2", "topic": "", "matter-1-text": "x", "matter-1-due": "soon"])
        #expect(answer.status == .invalid)
        #expect(answer.text.contains("id=\"topic-error\"") && answer.text.contains("id=\"matter-1-due-error\""))
    }

    @Test func `a form asks which client is meant when a name fits several`() throws {
        let world = try WorldApp()
        for _ in 0..<2 { _ = world.post("/clients", ["name": "Twin"]) }
        let asked = world.post("/interactions", ["client_name": "Twin", "topic": "t"])
        #expect(asked.status == .invalid && asked.text.contains("name=\"client_name_id\" value=\"12\""))
        #expect(
            world.post("/interactions", ["client_name": "Twin", "client_name_id": "12", "topic": "t"]).headers[
                "Location"] == "/clients/12")
    }

    @Test func `a form asks whether a known person is meant before it adds a namesake`() throws {
        let world = try WorldApp()
        let asked = world.post("/clients/5/people", ["name": "Irina Sokolova", "title": "Adviser"])
        #expect(asked.status == .invalid && asked.text.contains("Chief physician, Regional Oncology Centre"))
        let people = try #require(try world.get("/people.json?q=sokolova").json()["rows"] as? [[String: Any]])
        let known = try #require(people.first { $0["name"] as? String == "Irina Sokolova" }?["id"] as? Int)
        #expect(
            world.post("/clients/5/people", ["name": "Irina Sokolova", "name_id": String(known), "title": "Adviser"])
                .status == .seeOther)
        #expect(world.get("/people/\(known)").text.contains("Adviser"))
    }

    @Test func `an agreed matter is marked as done and reopened from the page that lists it`() throws {
        let world = try WorldApp()
        _ = world.post("/clients/2/matters", ["text": "Unique promise", "due": "2026-03-01"])
        let open = try #require(try world.get("/clients/2/matters.json").json()["open"] as? [[String: Any]])
        let id = try #require(open.first { $0["text"] as? String == "Unique promise" }?["id"] as? Int)
        #expect(world.post("/matters/\(id)/done", ["back": "/clients/2"]).headers["Location"] == "/clients/2")
        func due() throws -> Bool {
            "\(try world.get("/today.json").json()["late"] ?? "")".contains("Unique promise")
        }
        #expect(try !due())
        #expect(world.post("/matters/\(id)/open", ["back": "//evil.example"]).headers["Location"] == "/")
        #expect(try due())
    }

    @Test func `a client is deleted only after a page has asked`() throws {
        let world = try WorldApp()
        #expect(world.get("/clients/3/delete").text.contains("Delete “City Hospital 4”?"))
        #expect(world.post("/clients/3/delete", ["version": "1"]).status == .seeOther)
        #expect(world.get("/clients/3").status == .notFound)
    }

    @Test func `the viewer changes the language and stays on the page`() throws {
        let world = try WorldApp()
        #expect(world.post("/language", ["tongue": "ru", "back": "/clients/2"]).headers["Location"] == "/clients/2")
        #expect(world.get("/clients/2").text.contains("Открытые договорённости"))
    }

    @Test func `the last administrator may not give up that right`() throws {
        let world = try WorldApp()
        let refused = world.post("/colleagues/1", ["version": "2", "name": "Anna Orlova", "role": "reader"])
        #expect(refused.status == .invalid && refused.text.contains("id=\"administers-error\""))
        #expect(
            world.post("/colleagues/2", ["version": "1", "name": "Marta Weiss", "role": "administrator"]).status
                == .seeOther)
        #expect(
            world.post("/colleagues/1", ["version": "2", "name": "Anna Orlova", "role": "kam"]).status == .seeOther)
    }

    @Test(arguments: ["/clients/2", "/people/1", "/posts/1", "/interactions/1", "/matters/1", "/settings"])
    func `a form without a version is refused and causes no server error`(path: String) throws {
        #expect(try WorldApp().post(path, ["name": "x", "topic": "x", "text": "x"]).status == .invalid)
    }
}
