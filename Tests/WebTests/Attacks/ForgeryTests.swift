import Domain
import HTTP
import Secrets
import Testing

@testable import Web

/// Requests that are not ours, and addresses that are none, sent to a real server.
@Suite struct ForgeryTests {
    private let copy: CopiedDesk
    private let served: ServedDesk

    init() throws {
        copy = try TeamDesk.plain.copy()
        served = try ServedDesk(copy.desk)
    }

    private func browser(_ name: String) throws -> ServedBrowser { try served.browser(of: copy.user(name)) }

    @Test func `a forged form is refused and changes nothing`() throws {
        let (anna, boris) = (try browser("anna"), try browser("boris"))
        let (token, theirs, host) = (try anna.token(), try boris.token(), anna.host)
        let stranger = try served.browser(of: nil)
        let strangers = try stranger.token()
        let before = served.desk.generation
        let forms: [(origin: String?, token: String?)] = [
            ("http://\(host)", nil), ("http://\(host)", ""), ("http://\(host)", "x"), ("http://\(host)", theirs),
            ("http://\(host)", strangers), ("http://\(host)", String(token.dropLast())),
            ("http://\(host)", token.uppercased()), (nil, token), ("null", token), ("", token),
            ("https://\(host)", token), ("http://127.0.0.1", token), ("http://127.0.0.1:1", token),
            ("http://localhost:\(served.port)", token), ("http://evil.example", token),
            ("http://\(host).evil.example", token), ("http://\(host)/", token), ("http://x@\(host)", token),
            ("http://\(host) http://evil.example", token), ("HTTP://\(host)", token),
        ]
        for path in [
            "/clients", "/people/1", "/language", "/logout", "/account/password", "/imports", "/login", "/join",
        ] {
            for (origin, token) in forms {
                let answer = try anna.post(
                    path, [("name", "X"), ("tongue", "ru")], origin.map { [("Origin", $0)] } ?? [], token: token)
                #expect(answer.status == 403, "\(path) \(origin ?? "-") \(token ?? "-")")
            }
        }
        #expect(served.desk.generation == before)
        #expect(try anna.get("/").status == 200)
        #expect(try anna.post("/language", [("tongue", "en")]).status == 303)
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "[::1]:1", "127.0.0.1@evil.example", ""])
    func `a request for a foreign host name is refused, for pages and for forms`(host: String) throws {
        let anna = try browser("anna")
        let token = try anna.token()
        let answers = [
            try anna.send("GET", "/clients/1", [("Host", host)]),
            try anna.post("/clients", [("name", "X")], [("Host", host), ("Origin", "http://\(host)")], token: token),
        ]
        for answer in answers {
            #expect(answer.status == 421 || answer.status == 400)
            #expect(Canary.all(in: answer.text).isEmpty && answer.headers["Set-Cookie"] == nil)
        }
    }

    static let elsewhere = [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/%5cevil.example",
        "javascript:alert(1)", "/login/../..//evil.example", "/\t/evil.example", "/clients\r\nSet-Cookie: kamdesk=0",
        "/clients%0d%0aX-Injected: 1", "/nowhere", "clients", "http:/clients", "/clients/1@evil.example",
        "/.evil.example",
        "/search?q=a\r\nX-Injected: 1", "/clients?q=%0d%0aX-Injected:%201", "///", "/logout", "/settings/copy",
    ]

    @Test(arguments: elsewhere)
    func `after a login or an act the browser is sent only to a page of this desk`(back: String) throws {
        let anna = try browser("anna")
        let escaped = PercentEncoding.encode(back)
        let answers = [
            try anna.get("/login?back=\(escaped)"), try anna.post("/language", [("tongue", "en"), ("back", back)]),
            try anna.post("/matters/2/done", [("back", back)]),
        ]
        for answer in answers {
            let place = try #require(answer.headers["Location"])
            #expect(answer.status == 303 && answer.headers["X-Injected"] == nil)
            #expect(place.hasPrefix("/") && !place.hasPrefix("//") && !place.contains("\\") && !place.contains(":"))
            #expect(place == "/" || place.hasPrefix("/search?q=a") || place.hasPrefix("/clients?q="), "\(place)")
            #expect(answer.headers.all("Set-Cookie").allSatisfy { !$0.hasPrefix("kamdesk=0") })
        }
        // What a stranger carries along is a field of a form, and no address that anybody is sent to.
        let stranger = try served.browser(of: nil)
        let page = try stranger.post(
            "/login", [("name", "x"), ("password", "x"), ("back", back), ("carried_path", back)])
        #expect(page.status == 422 && page.headers["Location"] == nil && page.headers["X-Injected"] == nil)
    }

    @Test func `typed text never reaches a response header`() throws {
        let evil = "x\r\nX-Injected: 1\r\n\r\n<script>alert(1)</script>"
        let (lead, stranger) = (try browser("lead"), try served.browser(of: nil))
        let answers = [
            try stranger.post("/login", [("name", evil), ("password", evil)]),
            try lead.post("/clients", [("name", evil)]),
            try lead.post("/colleagues", [("name", evil)]),
            try lead.post(
                "/settings", [("version", "2"), ("desk_name", evil), ("currency", "RUB"), ("time_zone", "UTC")]),
            try lead.get("/search?q=\(PercentEncoding.encode(evil))"), try lead.get("/log"), try lead.get("/settings"),
            try lead.get("/clients.csv?q=\(PercentEncoding.encode(evil))"),
        ]
        for answer in answers {
            #expect(answer.status < 500 && answer.headers["X-Injected"] == nil)
            let isPage = answer.headers["Content-Type"]?.hasPrefix("text/html") == true
            #expect(!isPage || !answer.text.contains("<script>alert"))
        }
    }

    @Test(arguments: [
        "\u{1}", "<script>alert(1)</script>", String(repeating: "U", count: 9000), "a; kamdesk=0", "\u{FF}",
    ])
    func `any User-Agent is accepted and is never shown as markup`(name: String) throws {
        let stranger = try served.browser(of: nil)
        let answer = try stranger.send("GET", "/login", [("User-Agent", name)])
        #expect(answer.status < 500)
        let anna = try browser("anna")
        _ = try anna.send("GET", "/account", [("User-Agent", name)])
        #expect(!(try anna.get("/account").text.contains("<script>alert")))
    }

    @Test(arguments: [
        "/clients/3/", "/clients//3", "//clients/3", "/CLIENTS/3", "/clients/%33", "/clients/3%00", "/clients/3%2f",
        "/clients/3%2fbrief", "/clients/3;x", "/clients/03", "/clients/+3", "/clients/3.json.json", "/clients/3.csv",
        "/clients/1/../3/brief", "/clients/1/%2e%2e/3/brief", "/clients/3/brief%20", "/./clients/3",
        "/clients/3/brief.csv",
        "/clients/3/print.json", "/clients/3/edit.json", "/assets/../settings/copy", "/assets/0/..%2f..%2fdesk.sqlite",
        "/desk.sqlite", "/../desk.sqlite", "/clients/3?x=/clients/1", "/clients/1?client=3", "/clients/3%23",
        "/clients/-3",
        "/clients/3.0", "/clients/0x3", "/clients/３", "/clients/9223372036854775808", "http://evil.example/clients/3",
        "*", "/clients/1;3/brief", "/interactions/new?client=3&client=1", "/orders/new?client=3",
    ])
    func `no way of writing an address shows hidden records`(target: String) throws {
        let lead = try browser("former")
        for method in ["GET", "HEAD"] {
            let answer = try lead.send(method, target)
            #expect(answer.status < 500 || answer.status == 505, "\(answer.status)")
            #expect(Canary.all(in: answer.text).isEmpty)
        }
    }

    @Test(arguments: ["anna", "support", "former"])
    func `guessing record numbers shows nothing hidden and causes no server error`(who: String) throws {
        let browser = try browser(who)
        var counts: [Int: Int] = [:]
        for address in Rights.site where address.hasRecords && address.method == "GET" {
            for number in 1...60 {
                let target = address.pattern.replacing("ID", with: "\(number)")
                let answer = try browser.get(target)
                counts[answer.status, default: 0] += 1
                #expect([200, 403, 404].contains(answer.status), "\(target)")
                let leaks = Canary.all(in: answer.text).filter { !$0.isSeen(by: who) }
                #expect(leaks.isEmpty, "\(target) shows \(who) \(leaks)")
            }
        }
        #expect(counts.values.reduce(0, +) > 2000)
    }
}
