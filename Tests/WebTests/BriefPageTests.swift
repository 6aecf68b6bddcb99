import Domain
import Store
import Testing

@testable import Web

/// The dossier and the brief in words.
@Suite struct BriefPageTests {
    private let world: WorldApp
    private let (client, person): (Int, Int)

    init() throws {
        let world = try WorldApp()
        self.world = world
        func place(_ answer: String?) throws -> Int {
            try #require(answer.flatMap { Int($0.split(separator: "/").last ?? "") })
        }
        client = try place(world.post("/clients", ["name": "New Clinic"]).headers["Location"])
        person = try place(
            world.post("/people", ["name": "Vera Sharova", "client_name": "New Clinic", "title": "Chief"])
                .headers["Location"])
    }

    private func page(_ part: String = "") -> String { world.get("/clients/\(client)\(part)").text }

    @Test func `the brief says where a guest stands, how to approach them, and in bold the boundary agreed`() {
        _ = world.post("/people/\(person)/assessments", ["client": "\(client)", "power": "4", "stance": "-1"])
        _ = world.post("/people/\(person)/ladder", ["step": "contact", "theirs": "Took the card"])
        for (kind, text) in [("approach", "Mornings only"), ("boundary", "No talk of tenders")] {
            _ = world.post("/people/\(person)/facts", ["kind": kind, "text": text, "source": "Said so"])
        }
        _ = world.post("/people/\(person)/projects", ["client": "\(client)", "goal": "An audit without findings"])
        let brief = page("/brief")
        for text in [
            "Vera Sharova", "Chief", "power 4 of 5", "rather against", "with Anna\u{A0}Orlova",
            "<b>No talk of tenders</b>",
            "Mornings only", "An audit without findings", "D1",
        ] { #expect(brief.contains(text), "\(text)") }
    }

    @Test func `the brief names late promises in words, the debt, and an objection without an answer`() throws {
        let late = (WorldApp.today - 5).iso
        for (side, text) in [("ours", "Send the samples"), ("theirs", "Name the day")] {
            _ = world.post(
                "/clients/\(client)/matters", ["text": text, "side": side, "due": late, "person": "\(person)"])
        }
        _ = world.post(
            "/clients/\(client)/invoices", ["number": "New-77", "amount": "100", "date": late, "due": late])
        let form = try FilledForm(world.get("/clients/\(client)/brief/edit"))
        _ = world.post("/clients/\(client)/brief", form.with("objection-1", "Too dear"))
        let brief = page("/brief")
        for text in [
            "Send the samples", "to Vera\u{A0}Sharova", "Name the day", "5 days overdue", "New-77", "Too dear",
            "we have no answer yet", "Not written yet.", "their promise: Name the day",
        ] { #expect(brief.contains(text), "\(text)") }
    }

    @Test func `the brief says when and where, what is open besides the aim, and the posts of those who do not come`()
        throws
    {
        let form = try FilledForm(world.get("/clients/\(client)/brief/edit"))
        var fields = form.with("aim", "A date for the audit")
        fields.merge(["day": "2026-03-09", "start_time": "9:30", "place": "Ward 3"]) { $1 }
        let other = try #require(
            world.post("/people", ["name": "Oleg Titov", "client_name": "New Clinic", "title": "Buyer"])
                .headers["Location"]?.split(separator: "/").last)
        fields["person-\(person)"] = "yes"
        _ = world.post("/clients/\(client)/brief", fields)
        let late = (WorldApp.today - 5).iso
        _ = world.post(
            "/clients/\(client)/matters", ["text": "Name the day", "side": "theirs", "due": late, "person": "\(other)"])
        let brief = page("/brief")
        for text in ["09:30", "Ward 3", "A date for the audit", "Open besides: their promise: Name the day", "Buyer"] {
            #expect(brief.contains(text), "\(text)")
        }
        let refused = world.post("/clients/\(client)/brief", form.with("start_time", "25:00"))
        #expect(refused.status == .invalid && refused.text.contains("id=\"start_time-error\""))
    }

    @Test func `a quiet brief says in one line what is not noted, and which seats are empty`() {
        let brief = page("/brief")
        #expect(
            brief.contains(
                "Nothing is noted of: objections, our promises, their promises, open orders, debt, conversations."))
        #expect(brief.contains("Nobody is known who:") && !brief.contains("<h2>They owe"))
    }

    @Test func `the dossier begins with who decides and has the balance at its head`() throws {
        _ = world.post("/people/\(person)/assessments", ["client": "\(client)", "power": "4", "stance": "2"])
        let dossier = page()
        let decides = try #require(dossier.range(of: "<h2>Who decides</h2>"))
        let income = try #require(dossier.range(of: "<h2>Income by month</h2>"))
        #expect(decides.lowerBound < income.lowerBound)
        for text in ["<dt>Balance of power</dt><dd>+8", "Empty seat", "Who could introduce us?", "6 seats empty"] {
            #expect(dossier.contains(text), "\(text)")
        }
    }

    @Test func `a person's page begins with a summary and their latest judgement`() {
        _ = world.post(
            "/people/\(person)/assessments",
            ["client": "\(client)", "power": "4", "stance": "2", "openness": "3", "source": "Said it herself"])
        let page = world.get("/people/\(person)").text
        for text in ["<dl class=\"summary\">", "For, power 4 of 5, open".lowercased(), "Said it herself"] {
            #expect(page.contains(text), "\(text)")
        }
    }
}
