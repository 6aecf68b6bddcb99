import Domain
import Store
import Testing

@testable import Web

@Suite struct TakingBackPageTests {
    /// The address at which the note above a page takes back what was just saved.
    static func undo(_ page: String) throws -> String {
        let match = try #require(page.firstMatch(of: /class="saved".*?action="([^"]+)"/))
        return String(match.1)
    }

    @Test func `only the page right after an act offers to undo it`() throws {
        let world = try WorldApp()
        let form = try FilledForm(world.get("/clients/2/edit"))
        #expect(world.post("/clients/2", form.with("city", "Тверь")).status == .seeOther)
        let page = world.get("/clients/2").text
        #expect(page.contains("Client changed: Regional Oncology Centre") && page.contains("Тверь"))
        #expect(!world.get("/clients/2").text.contains("class=\"saved\""))
        let answer = world.post(try TakingBackPageTests.undo(page), [:])
        #expect(answer.status == .seeOther && answer.headers["Location"] == "/clients/2")
        let back = world.get("/clients/2").text
        #expect(!back.contains("Тверь") && back.contains("Undone: Regional Oncology Centre"))
        #expect(world.post(try TakingBackPageTests.undo(back), [:]).status == .seeOther)
        #expect(world.get("/clients/2").text.contains("Тверь"))
    }

    @Test func `a version is put back from its page, unless the record was changed in the meantime`() throws {
        let world = try WorldApp()
        func edit(_ city: String) throws {
            let form = try FilledForm(world.get("/clients/2/edit"))
            #expect(world.post("/clients/2", form.with("city", city)).status == .seeOther)
        }
        for city in ["Тверь", "Омск", "Псков"] { try edit(city) }
        let history = world.get("/clients/2/history").text
        let version = try #require(history.matches(of: /href="(\/history\/\d+\/version)"/).map { String($0.1) }[2])
        let page = try FilledForm(world.get(version))
        try edit("Орёл")
        let late = world.post(version, page.fields)
        #expect(late.status == .conflict && late.text.contains("while you were looking at it"))
        #expect(world.get("/clients/2").text.contains("Орёл"))
        let answer = world.post(version, try FilledForm(late).fields)
        #expect(answer.status == .seeOther && answer.headers["Location"] == "/clients/2")
        #expect(world.get("/clients/2").text.contains("Тверь"))
        #expect(world.get(version).text.contains("So it is now.") == false)
        #expect(world.post("/history/999999/version", ["version": "1"]).status == .notFound)
    }

    @Test func `an act that changes nothing offers no undo`() throws {
        let world = try WorldApp()
        let form = try FilledForm(world.get("/clients/2/edit"))
        #expect(world.post("/clients/2", form.fields).status == .seeOther)
        #expect(!world.get("/clients/2").text.contains("class=\"saved\""))
    }

    @Test func `the page after an act says what was done, also to a record that is deleted`() throws {
        let world = try WorldApp()
        func told(_ address: String) throws -> String {
            String(
                try #require(world.get(address).text.firstMatch(of: /class="saved" role="status"><span>([^<]*)</)).1)
        }
        _ = world.post("/clients/2/matters", ["text": "Unique promise", "due": "2026-03-01"])
        #expect(try told("/clients/2") == "Promise made: Unique promise")
        let open = try #require(try world.get("/clients/2/matters.json").json()["open"] as? [[String: Any]])
        let id = try #require(open.first { $0["text"] as? String == "Unique promise" }?["id"] as? Int)
        let answer = world.post("/matters/\(id)/done", ["back": "/", "at": "matter-7"])
        #expect(answer.headers["Location"] == "/#matter-7")
        #expect(try told("/") == "Done: Unique promise")
        _ = world.post("/matters/\(id)/open", ["back": "/", "at": "\" onclick"])
        #expect(try told("/") == "Promise changed: Unique promise")
        let deletion = try FilledForm(world.get("/clients/2/delete"))
        #expect(world.post("/clients/2/delete", deletion.fields).status == .seeOther)
        #expect(try told("/clients") == "Deleted: Regional Oncology Centre")
    }

    @Test func `a deleted client is restored by Undo on the next page`() throws {
        let world = try WorldApp()
        let addresses = ["", "/money", "/people", "/interactions", "/matters"].map { "/clients/2\($0).json" }
        let before = addresses.map { world.get($0).text.replacing(/"version":\d+/, with: "") }
        let form = try FilledForm(world.get("/clients/2/delete"))
        #expect(world.post("/clients/2/delete", form.fields).status == .seeOther)
        #expect(world.get("/clients/2").status == .notFound)
        let page = world.get("/clients").text
        #expect(world.post(try TakingBackPageTests.undo(page), [:]).status == .seeOther)
        let after = addresses.map { world.get($0).text.replacing(/"version":\d+/, with: "") }
        for (old, new) in zip(before, after).dropFirst() { #expect(old == new) }
        #expect(world.get("/clients/2").status == .ok)
    }

    @Test func `history links to a page that shows the whole act and what prevents taking it back`() throws {
        let world = try WorldApp()
        for city in ["Тверь", "Омск"] {
            let form = try FilledForm(world.get("/clients/2/edit"))
            #expect(world.post("/clients/2", form.with("city", city)).status == .seeOther)
        }
        let history = world.get("/clients/2/history").text
        let lines = history.matches(of: /href="(\/history\/\d+\/back)"/).map { String($0.1) }
        let (later, earlier) = (lines[0], lines[1])
        #expect(world.get(earlier).text.contains("changed since"))
        let refused = world.post(earlier, [:])
        #expect(refused.status == .invalid && refused.text.contains("changed since"))
        #expect(world.get("/clients/2").text.contains("Омск"))
        #expect(world.get(later).text.contains("<ins>Омск</ins>"))
        #expect(world.post(later, [:]).status == .seeOther)
        #expect(world.post(earlier, [:]).status == .seeOther)
        #expect(!world.get("/clients/2").text.contains("Тверь"))
    }

    @Test func `an import that was undone shows its page when its undo is sent again`() throws {
        let world = try WorldApp()
        #expect(try world.desk.undoImport(Import.ID(1), at: world.noon) { _, _ in }.isEmpty)
        let again = world.post("/imports/1/undo", [:])
        #expect(again.status == .seeOther)
        #expect(again.headers["Location"] == "/imports/1")
    }
}
