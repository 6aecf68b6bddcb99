import Domain
import Routes
import Testing

@testable import Web

@Suite struct HostileTests {
    static let hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"

    @Test func `a value that contains markup is shown as text on every page`() throws {
        let world = try WorldApp(isEmpty: true)
        let h = HostileTests.hostile
        func sent(_ path: String, _ fields: [String: String]) {
            #expect(world.post(path, fields).status == .seeOther, "\(path)")
        }
        sent("/colleagues", ["name": h])
        sent(
            "/clients",
            [
                "name": h, "short": h, "key": h, "address": h, "city": h, "country": h, "territory": h, "segment": h,
                "phone": h, "note": h,
                "status": "lost", "lost_reason": h, "kam": "2",
            ])
        sent("/clients/1/people", ["name": h, "phone": h, "title": h])
        sent("/people/1", ["version": "1", "name": h, "key": h, "phone": h, "note": h])
        sent(
            "/interactions",
            ["client": "1", "topic": h, "note": h, "person-1": "yes", "matter-1-text": h, "matter-1-due": "2026-03-02"])
        sent("/clients/1/people", ["name": h + "2", "title": h])
        sent(
            "/people/1/ties",
            ["other": h + "2", "kind": "mentor-of", "strength": "2", "sign": "-", "grade": "confirmed", "source": h])
        sent("/people/1/assessments", ["client": "1", "power": "3", "source": h])
        sent("/people/1/assessments", ["client": "1", "stance": "-2", "competitor": h, "source": h])
        sent("/people/1/ladder", ["step": "acquainted", "theirs": h, "ours": h])
        sent("/people/1/facts", ["kind": "approach", "text": h, "source": h, "grade": "personal"])
        sent("/people/1/projects", ["client": "1", "goal": h, "measure": h])
        sent("/projects/1/steps", ["text": h])
        sent(
            "/clients/1/expected",
            ["kind": "retirement", "text": h, "person": "1", "day": "2026-06-01", "probability": "9", "source": h])
        sent("/clients/1/strategy", ["topic": "objection", "text": h, "source": h, "answer": h, "day": "2026-03-01"])
        sent(
            "/clients/1/evidence",
            ["definition": "partner", "kind": "budget", "claim": h, "source": h, "day": "2026-03-01"])
        sent("/projects/1/reviews", ["version": "1", "goal": h, "level": "1", "shown": h, "agreed": h])
        sent("/absences", ["number": h, "user": "1", "deputy": "2", "from": "2026-03-02", "to": "2026-03-09"])
        sent(
            "/settings",
            [
                "version": "1", "desk_name": h, "currency": "RUB", "time_zone": "Europe/Moscow", "active_months": "6",
                "key_percent": "10", "critical_percent": "20", "mono_percent": "70",
            ])
        sent("/projects/1/expenses", ["purpose": h, "estimated": "10"])
        sent("/events", ["name": h, "kind": "own", "start": "2026-03-05", "place": h, "note": h, "cost": "10"])
        sent("/events/1/guests", ["person": h, "note": h])
        sent("/events/1/talks", ["person": h + "2", "topic": h])
        sent(
            "/clients/1/investment", ["year": "2026", "expected": "10", "high": "10", "source": h, "day": "2026-03-01"])
        try HostileTests.trade(world, h)
        HostileTests.tender(world, h)
        try HostileTests.plan(world, h)
        let query = "?q=alert"
        for address in PageTests.addresses + ["/search" + query, "/clients" + query, "/people" + query]
        where address != "/health" {
            let page = world.get(address)
            #expect(page.status == .ok, "\(address)")
            #expect(!page.text.contains("<script>alert") && !page.text.contains("<img"), "\(address)")
            // A quotation mark that escaped would end an attribute.
            #expect(!page.text.contains("\"'&"), "\(address)")
        }
        for form in ["ties", "assessments", "ladder", "facts", "merge", "projects"] {
            let refused = world.post(
                "/people/1/\(form)",
                [
                    "other": h, "kind": h, "way": h, "strength": h, "source": h, "start": h, "competitor": h, "day": h,
                    "step": h, "theirs": h, "text": h, "goal": h, "due": h, "grade": h, "keeps": h, "version": h,
                ])
            #expect(refused.status == .invalid && refused.text.contains("&lt;script&gt;alert(1)"), "\(form)")
            #expect(!refused.text.contains("<script>alert") && !refused.text.contains("\"'&"), "\(form)")
        }
        for path in ["/clients/1/expected", "/expected/1"] {
            let fields = ["kind", "text", "person", "day", "probability", "shift", "source", "version"]
            let refused = world.post(
                path, Dictionary(uniqueKeysWithValues: fields.map { ($0, h) }).merging(["version": "1"]) { $1 })
            #expect(refused.status == .invalid && refused.text.contains("&lt;script&gt;alert(1)"), "\(path)")
            #expect(!refused.text.contains("<script>alert") && !refused.text.contains("\"'&"), "\(path)")
        }
        #expect(world.get("/clients/1.json").text.contains("<script>alert(1)</script>\\\"'&<img"))
    }

    /// Writes a text into every field of what is sold, owed and imported, of the desk's first client.
    static func trade(_ world: WorldApp, _ text: String) throws {
        func sent(_ path: String, _ fields: [String: String]) {
            let answer = world.post(path, fields)
            #expect(answer.status == .seeOther, "\(path): \(answer.text)")
        }
        sent("/products", ["name": text, "key": text, "group": text, "unit": text, "price": "10", "cost": "4"])
        sent(
            "/orders",
            [
                "client_id": "1", "number": text, "date": "2026-01-01", "status": "shipped", "shipped": "2026-01-02",
                "note": text, "line-1-product": text, "line-1-quantity": "3",
            ])
        sent("/orders", ["client_id": "1", "number": text + "2", "status": "refused", "reason": text])
        sent("/lines/1/returns", ["quantity": "1", "reason": text, "note": text, "date": "2026-02-01"])
        sent("/clients/1/invoices", ["number": text, "amount": "30", "order": "1", "note": text, "disputed": "yes"])
        sent("/clients/1/invoices", ["number": text + "2", "amount": "30", "note": text])
        sent("/clients/1/payments", ["number": text, "amount": "12", "note": text])
        try world.importProduct(text + "2", file: text)
    }

    @Test func `no cell of an exported file is a formula`() throws {
        let world = try WorldApp(isEmpty: true)
        for formula in ["=1+1", "@SUM(1)", "-1+2", "+3", "\t=1"] {
            #expect(
                world.post("/clients", ["name": formula + " client", "city": formula, "kam": "1"]).status == .seeOther)
        }
        for (path, fields) in [
            ("/clients/1/people", ["name": "=1+1", "title": "@SUM(1)", "vip": "yes"]),
            ("/people/1/projects", ["client": "1", "goal": "=1+1"]),
            ("/interactions", ["client": "1", "topic": "+7 said", "person-1": "yes", "matter-1-text": "=2+2"]),
        ] { #expect(world.post(path, fields).status == .seeOther) }
        for (path, fields) in [
            ("/events", ["name": "=1+1", "kind": "own", "start": "2026-03-05", "place": "@SUM(1)"]),
            ("/events/1/guests", ["person": "=1+1", "note": "+7"]),
        ] { #expect(world.post(path, fields).status == .seeOther) }
        try HostileTests.trade(world, "=HYPERLINK(\"http://evil.example\")")
        let exports = SiteMap.entries.compactMap { $0.export?.replacing("ID", with: "1") }
            .filter { !$0.contains("/waiting/") }
        HostileTests.tender(world, "=1+1")
        try HostileTests.plan(world, "=1+1")
        #expect(exports.count == 32)
        for address in exports {
            let file = world.get(address)
            #expect(file.status == .ok && file.headers["Content-Type"] == "text/csv; charset=utf-8", "\(address)")
            #expect(file.headers["Content-Disposition"]?.hasPrefix("attachment; filename=\"") == true, "\(address)")
            #expect(file.text.split(separator: "\r\n").count > 1, "\(address) is empty")
            for cell in file.text.dropFirst().split(whereSeparator: { ",\r\n".contains($0) }) {
                let bare = cell.first == "\"" ? cell.dropFirst() : cell
                #expect(bare.first.map { !"=+@\t".contains($0) } ?? true, "\(address): \(cell)")
            }
        }
    }

    @Test(arguments: [
        "9223372036854775807", "9223372036854775808", "-1", "0", "1e3", "", "null", "%00", "../1", "１", " 1",
    ])
    func `an invalid number in an address or a form causes no server error`(number: String) throws {
        let world = try WorldApp()
        for path in [
            "/clients/\(number)", "/people/\(number)/edit", "/interactions/\(number).json", "/matters/\(number)/edit",
        ] {
            #expect(
                [.ok, .notFound].contains(
                    world.get(path.replacing("%", with: "%25").replacing(" ", with: "%20")).status), "\(path)")
        }
        for query in [
            "/clients?kam=\(number)&after=\(number):x", "/people?before=x:\(number)",
            "/clients/2/interactions?before=2026-01-01:\(number)", "/clients?order=income&after=\(number):x",
            "/clients?order=overdue&before=1:\(number)", "/orders?before=2026-01-01:\(number)",
            "/receivables?on=\(number)", "/events?kind=\(number)&before=2026-01-01:\(number)",
            "/clients.csv?order=\(number)",
        ] {
            let address = query.replacing("%", with: "%25").replacing(" ", with: "%20")
            #expect(world.get(address).status == .ok, "\(query)")
        }
        let answers = [
            world.post("/clients", ["name": "n", "kam": number]),
            world.post("/interactions", ["topic": "t", "client": number]),
            world.post("/clients/2/handover", ["kam": number]),
            world.post("/clients/2/matters", ["text": "t", "person": number]),
            world.post("/interactions", ["topic": "t", "client": "2", "person-\(number)": "yes"]),
            world.post("/clients/2", ["version": number, "name": "n"]),
            world.post(
                "/orders",
                ["client_id": number, "line-1-product": number, "line-1-quantity": number, "line-1-price": number]),
            world.post("/orders", ["client_id": "2", "status": "shipped", "shipped": number, "kam": number]),
            world.post("/events", ["name": number, "kind": number, "start": number, "cost": number]),
            world.post("/events/\(number)/guests", ["person": number, "person_id": number, "user": number]),
            world.post("/guests/\(number)/standing", ["standing": number]),
            world.post("/talks/1", ["topic": number, "person_id": number, "user": number, "version": number]),
            world.post("/people/1/events", ["event": number, "user": number]),
            world.post("/products", ["name": number, "price": number, "cost": number]),
            world.post("/clients/2/invoices", ["number": number, "amount": number, "order": number]),
            world.post("/clients/2/payments", ["amount": number]),
            world.post("/people/1/ties", ["other": number, "other_id": number, "kind": "ally", "strength": number]),
            world.post("/people/1/assessments", ["client": number, "power": number, "stance": number]),
            world.post("/people/1/ladder", ["step": number, "day": number]),
            world.post("/people/1/projects", ["client": number, "goal": number, "due": number]),
            world.post(
                "/projects/\(number)/reviews", ["version": number, "level": number, "next": number]),
            world.post("/projects/1/expenses", ["purpose": number, "estimated": number, "actual": number]),
            world.post("/people/1/merge", ["other_id": number, "version": number]),
            world.post("/ties/\(number)", ["kind": "ally", "version": number]),
            world.post(
                "/clients/2/expected",
                ["text": "t", "person": number, "day": number, "probability": number, "shift": number]),
            world.post("/expected/\(number)/happened", [:]),
            world.post("/facts/1", ["text": number, "source": number, "version": number]),
            world.post("/payments/1/allocation", ["invoice-\(number)": number]),
            world.post(
                "/payments/1/allocation",
                ["invoice-1": "92233720368547758.07", "invoice-2": "92233720368547758.07", "invoice-3": number]),
            world.post("/imports/waiting/\(number)/run", [:]),
            world.post("/imports/waiting/1/rehearsal", ["field-name": number]),
            world.post("/imports/\(number)/undo", [:]), world.post("/imports", ["kind": number]),
        ]
        #expect(answers.allSatisfy { $0.status != .failed })
    }
}
