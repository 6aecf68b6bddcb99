import Domain
import Foundation
import HTTP
import Secrets
import Store
import Testing

@testable import Web

/// What is too long or of the wrong kind, and what must never be told.
@Suite struct BurdenTests {
    private let copy: CopiedDesk
    private let served: ServedDesk

    init() throws {
        copy = try TeamDesk.plain.copy()
        served = try ServedDesk(copy.desk)
    }

    @Test(arguments: [
        ("/login", ["name", "password", "half", "code", "back", "carried_path", "carried"]),
        ("/join", ["key", "password"]), ("/owner", ["key"]), ("/account/password", ["current", "password"]),
        ("/account/second-factor", ["code"]), ("/colleagues", ["name", "department"]),
    ])
    func `an overlong field of a login or team form is refused`(path: String, names: [String]) throws {
        let browser = try served.browser(of: ["/login", "/join", "/owner"].contains(path) ? nil : copy.user("lead"))
        let key = Token.make()
        try served.desk.write(at: TeamDesk.noon, on: TeamDesk.today) {
            try $0.invite(
                copy.user("anna"), by: served.app.digest(ofInvitation: key),
                until: Moment(milliseconds: TeamDesk.noon.milliseconds + 1000))
        }
        for (name, count) in names.flatMap({ name in [1000, 1_000_000, 3_000_000].map { (name, $0) } }) {
            let long = String(repeating: "j", count: count)
            var fields = [("token", try browser.token()), (name, long)]
            if name == "password" { fields.append(("again", long)) }
            if name != "key" { fields.append(("key", key)) }
            let form = Form(fields.map { (name: $0.0, value: $0.1) })
            let answer = try browser.send(
                "POST", path,
                [("Origin", "http://\(browser.host)"), ("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(form.urlEncoded.utf8))
            let expected = count > 2_000_000 ? [413] : [404, 422, 429]
            #expect(expected.contains(answer.status), "\(path) \(name) \(count): \(answer.status)")
        }
        #expect(try served.desk.invited(by: served.app.digest(ofInvitation: key), at: TeamDesk.noon) != nil)
    }

    @Test func `nobody can become the owner with a name or a password that is too long`() throws {
        let world = try WorldApp(nobody: true)
        let owner = Visitor(world.app)
        let long = String(repeating: "j", count: 1_000_000)
        for fields in [
            ["name": long], ["name": "Owner", "password": long, "again": long],
            [
                "name": "Owner", "password": String(repeating: "j", count: 201),
                "again": String(repeating: "j", count: 201),
            ],
        ] {
            let answer = owner.post("/owner", fields.merging(["key": world.app.ownerKey]) { $1 })
            #expect(answer.status == .invalid)
        }
        #expect(try world.desk.hasNobody())
    }

    @Test(arguments: [
        ("x.html", "<!doctype html><script>alert(1)</script>"), ("x.svg", "<svg onload='alert(1)' xmlns='x'></svg>"),
        ("x.csv", "key,name\n1,<script>alert(1)</script>\n"), ("../../x.csv", "key,name\n1,X\n"),
        ("<img src=x onerror=alert(1)>.csv", "key,name\n1,X\n"), ("x.csv\u{0}.html", "key,name\n1,X\n"),
    ])
    func `an uploaded file is never served as a page`(name: String, content: String) throws {
        let browser = try served.browser(of: copy.user("director"))
        let edge = "edge-edge"
        let body = """
            --\(edge)\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(try browser.token())\r\n\
            --\(edge)\r\nContent-Disposition: form-data; name="kind"\r\n\r\nproducts\r\n\
            --\(edge)\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\nContent-Type: text/html\r\n\r\n\
            \(content)\r\n--\(edge)--\r\n
            """
        let answer = try browser.send(
            "POST", "/imports",
            [("Origin", "http://\(browser.host)"), ("Content-Type", "multipart/form-data; boundary=\(edge)")],
            body: Array(body.utf8))
        #expect(answer.status < 500)
        let place = answer.headers["Location"]
        for target in ["/imports", "/imports.json", place].compactMap({ $0 }) {
            let page = try browser.get(target)
            #expect(page.status == 200)
            #expect(!page.text.contains("<script>alert") || page.headers["Content-Type"] == "application/json")
            #expect(!page.text.contains("<img src=x") && !page.text.contains("<svg onload"))
            #expect(page.headers["X-Content-Type-Options"] == "nosniff")
            #expect(page.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        }
        for guess in [
            "/imports/\(name)", "/imports/waiting/\(name)", "/\(name)", "/uploads/\(name)", "/imports/waiting/1/x.html",
        ] {
            let target = guess.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } ? guess : "/none"
            #expect(try [400, 404].contains(browser.get(target).status), "\(target)")
        }
    }

    @Test(arguments: ["director", "lead", "anna"])
    func `no page and no log shows a password hash, a secret, a session or a token`(who: String) throws {
        let secret = Bytes.random(20)
        let user = copy.user(who)
        let invitation = Token.make()
        let codes = RecoveryCode.make()
        let hash = "$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"
        try served.desk.write(at: TeamDesk.noon, on: TeamDesk.today) { write in
            try write.setPassword(hash, of: user)
            try write.invite(user, by: served.app.digest(ofInvitation: invitation), until: TeamDesk.noon)
            try write.setSecondFactor(
                secret, step: 1,
                recoveryCodes: codes.map { served.app.digest(ofRecovery: RecoveryCode.normalized($0)!, of: user) },
                of: user)
        }
        let browser = try served.browser(of: user)
        let own = try #require(browser.cookie)
        let digest = Token.digest("session \(own)", key: served.app.key)
        let never =
            [
                hash, "argon2", "aGFzaGhhc2g", TimeCode.base32(secret), Bytes.hex(secret), own, Bytes.hex(digest),
                invitation, Bytes.hex(served.app.digest(ofInvitation: invitation)), Bytes.hex(served.app.key),
                served.app.ownerKey,
            ] + codes
        let asking = Asking(who: who, team: TeamDesk.plain, served: served, browser: browser)
        var pages = 0
        for target in CanaryTests.targets(asking) + ["/login", "/join?key=\(Token.make())", "/owner?key=x"] {
            let text = try browser.get(target).text
            #expect(!never.contains { text.localizedCaseInsensitiveContains($0) }, "\(target)")
            pages += 1
        }
        for (path, fields) in [
            (
                "/account/password",
                [("current", "zq my old password"), ("password", "zq my new password"), ("again", "x")]
            ),
            ("/account/second-factor/end", [("current", "zq my old password")]),
            ("/login", [("name", "anna"), ("password", "zq my old password")]),
        ] {
            let text = try browser.post(path, fields).text
            #expect(!text.contains("zq my"), "\(path)")
        }
        browser.cookie = nil
        let stranger = try browser.post("/account/password", [("current", "zq my old password")])
        #expect(stranger.status == 403 && !stranger.text.contains("zq my") && !stranger.text.contains("zq%20my"))
        #expect(!stranger.text.contains("zq+my"))
        #expect(pages > 100 && !served.log.text.isEmpty)
        #expect(!(never + ["zq"]).contains { served.log.text.contains($0) })
    }
}
