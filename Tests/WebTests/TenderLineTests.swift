import HTTP
import Testing

@testable import Web

/// A typed line about a tender opens the form that it means.
@Suite struct TenderLineTests {
    private let world: WorldApp
    private let tender: String

    init() throws {
        world = try WorldApp()
        let answer = world.post(
            "/tenders",
            [
                "title": "Gloves", "client_id": "2", "number": "77-9911-1", "procedure": "44-auction", "stage": "open",
                "note": "Known before",
            ])
        tender = try #require(answer.headers["Location"])
        for (part, fields) in [
            ("lots", ["subject": "Gloves, 1"]), ("securities", ["kind": "bid", "amount": "5"]),
            ("deadlines", ["kind": "applications", "day": "2026-03-09", "time": "09:00", "zone": "UTC"]),
            ("deliveries", ["what": "First batch", "due": "2026-03-20"]),
        ] {
            #expect(world.post("\(tender)/\(part)", fields).status == .seeOther, "\(part)")
        }
    }

    private func page(_ line: String) -> Response {
        world.get("/tenders/line?text=" + line.replacing(" ", with: "+"))
    }

    @Test(arguments: [
        ("security paid", "paid", "2026-03-02"), ("application handed in", "done", "2026-03-02"),
        ("first batch delivered", "delivered", "2026-03-02"), ("we lost", "outcome", "lost"),
        ("asked about the packing", "text", "asked about the packing"),
        ("wait for them", "note", "Known before\n2026-03-02: wait for them"),
    ])
    func `the form says what the line says, and saves it`(said: String, field: String, value: String) throws {
        let page = page("tender 9911: \(said)")
        let form = try FilledForm(page)
        let action = try #require(page.text.firstMatch(of: /<form class="form"[^>]* action="([^"]*)"/))
        #expect(form.fields[field]?.replacing("\r\n", with: "\n") == value)
        var fields = form.fields
        if said == "we lost" { fields["reason"] = "price" }
        let answer = world.post(String(action.1), fields)
        #expect(answer.status == .seeOther && answer.headers["Location"] == tender, "\(answer.text)")
    }

    @Test func `a line may name the tender by words of its title`() throws {
        let form = try FilledForm(page("tender gloves: security paid"))
        #expect(form.fields["paid"] == "2026-03-02")
        #expect(page("tender umbrellas: security paid").text.contains("No such tender"))
        // What names no tender may be about a talk.
        #expect(world.get("/interactions/new?line=tender+talk:+met+Sokolova").status == .ok)
        #expect(world.get("/interactions/new?line=tender+gloves:+security+paid").status == .seeOther)
    }

    @Test func `the quick line of contacts leads there, and keeps its own lines`() {
        let line = world.get("/interactions/new?line=tender+9911:+security+paid")
        #expect(line.status == .seeOther && line.headers["Location"]?.hasPrefix("/tenders/line?text=tender") == true)
        #expect(world.get("/tenders/line?text=tender+77770:+security+paid").text.contains("No such tender"))
    }

    @Test func `several tenders with the same piece are asked about, and none is told`() {
        #expect(
            world.post("/tenders", ["title": "Masks", "client_id": "2", "number": "88-9911-2"]).status == .seeOther)
        let page = page("tender 9911: won").text
        #expect(page.contains(">Gloves</a>") && page.contains(">Masks</a>"))
        #expect(self.page("tender 123456: won").text.contains("No such tender"))
        #expect(self.page("nothing").status == .ok)
    }
}
