import Domain
import Routes
import Testing

@testable import Web

@Suite struct HostileTests {
    static let hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"

    @Test func `a value that would be markup is text on every page`() throws {
        let world = try WorldApp(isEmpty: true)
        let h = HostileTests.hostile
        func sent(_ path: String, _ fields: [String: String]) {
            #expect(world.post(path, fields).status == .seeOther, "\(path)")
        }
        sent(
            "/clients",
            [
                "name": h, "short": h, "key": h, "address": h, "city": h, "country": h, "territory": h, "segment": h,
                "phone": h, "note": h,
                "status": "lost", "lost_reason": h, "kam": "1",
            ])
        sent("/clients/1/people", ["name": h, "phone": h, "title": h])
        sent("/people/1", ["version": "1", "name": h, "key": h, "phone": h, "note": h])
        sent(
            "/interactions",
            ["client": "1", "topic": h, "note": h, "person-1": "yes", "matter-1-text": h, "matter-1-due": "2026-03-02"])
        sent("/products", ["name": h, "key": h, "group": h, "unit": "<b>\"'&", "price": "10"])
        sent(
            "/orders",
            [
                "client": h, "number": h, "status": "shipped", "shipped": "2026-03-01", "note": h, "line-1-product": h,
                "line-1-quantity": "3",
            ])
        sent("/lines/1/returns", ["quantity": "1", "reason": h, "note": h])
        sent("/clients/1/invoices", ["number": h, "amount": "30", "note": h])
        sent("/clients/1/payments", ["number": h, "amount": "20", "note": h])
        try world.importProduct(h, file: h)
        sent("/colleagues", ["name": h])
        sent("/settings", ["version": "1", "desk_name": h, "currency": "RUB", "time_zone": "Europe/Moscow"])
        let query = "?q=alert"
        for address in PageTests.addresses + ["/search" + query, "/clients" + query, "/people" + query]
        where address != "/health" {
            let page = world.get(address)
            #expect(page.status == .ok, "\(address)")
            #expect(!page.text.contains("<script>alert") && !page.text.contains("<img"), "\(address)")
            // A quotation mark that escaped would end an attribute.
            #expect(!page.text.contains("\"'&"), "\(address)")
        }
        #expect(world.get("/clients/1.json").text.contains("<script>alert(1)</script>\\\"'&<img"))
    }

    @Test(arguments: [
        "9223372036854775807", "9223372036854775808", "-1", "0", "1e3", "", "null", "%00", "../1", "１", " 1",
    ])
    func `a number that is none leads to no fault of ours`(number: String) throws {
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
            "/clients/2/interactions?before=2026-01-01:\(number)",
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
        ]
        #expect(answers.allSatisfy { $0.status != .failed })
    }
}
