import Domain
import HTTP
import Secrets
import Store
import Testing

@testable import Web

/// Whoever has a session that holds is in, and nobody else.
@Suite struct SessionTests {
    private let door = try! Door()

    @Test func `a login sets a new cookie, and the cookie from before the login is not signed in`() {
        let visitor = door.visitor()
        let planted = visitor.cookie
        #expect(visitor.logIn("anna").status == .seeOther)
        #expect(visitor.cookie != planted && visitor.isIn)
        let thief = door.visitor()
        thief.cookie = planted
        #expect(!thief.isIn)
    }

    @Test func `a request with two session cookies is not signed in`() {
        let guest = door.guest("anna")
        let theirs = Token.make()
        for pair in [[guest.cookie, theirs], [theirs, guest.cookie], [guest.cookie, guest.cookie]] {
            let cookies = pair.map { "kamdesk=\($0)" }.joined(separator: "; ")
            let request = Request(.get, "/", headers: Headers([("Cookie", cookies)]))
            guard case .now(let answer) = door.app.answer(request) else { return }
            #expect(answer.status == .seeOther)
            #expect(answer.headers["Location"]?.hasPrefix("/login") == true)
        }
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 64), String(repeating: "a", count: 63), "0", "a,b", "%00"])
    func `a cookie that the desk did not make is not signed in`(cookie: String) {
        let visitor = door.visitor()
        visitor.cookie = cookie
        #expect(!visitor.isIn)
        #expect(Token.isWellFormed(visitor.cookie))
    }

    @Test func `a session ends twelve hours after it was used last`() throws {
        let guest = door.guest("anna")
        for _ in 1...3 {
            door.time.move(11 * 3_600_000)
            #expect(guest.isIn)
            try door.app.callers.keep()
        }
        door.time.move(12 * 3_600_000)
        #expect(!guest.isIn)
    }

    @Test func `a session ends after a fortnight, however often it is used`() throws {
        let guest = door.guest("anna")
        for hour in stride(from: 10, to: 14 * 24, by: 10) {
            door.time.move(10 * 3_600_000)
            #expect(guest.isIn, "\(hour)")
            try door.app.callers.keep()
        }
        door.time.move(10 * 3_600_000)
        #expect(!guest.isIn)
    }

    @Test func `logging out ends this session and no other`() {
        let (guest, other) = (door.guest("anna"), door.guest("anna"))
        let kept = guest.cookie
        #expect(guest.post("/logout").status == .seeOther)
        guest.cookie = kept
        #expect(!guest.isIn && other.isIn)
    }

    @Test func `a user can end their own sessions but nobody else's`() throws {
        let (anna, phone, boris) = (door.guest("anna"), door.guest("anna"), door.guest("boris"))
        let numbers = try #require(try anna.get("/account.json").json()["sessions"] as? [[String: Any]])
        #expect(numbers.count == 2)
        let other = try #require(numbers.first { $0["isThis"] as? Bool == false }?["id"] as? Int)
        _ = boris.post("/account/sessions/\(other)/end")
        #expect(phone.isIn)
        _ = anna.post("/account/sessions/\(other)/end")
        #expect(!phone.isIn && anna.isIn)
    }

    @Test func `a colleague who is marked as having left is signed out at once and cannot sign in again`() throws {
        let (guest, admin) = (door.guest("clara"), door.guest("admin"))
        let clara = door.copy.user("clara")
        let version = try door.copy.desk.read { try $0.colleague(clara).version }
        let answer = admin.post(
            "/colleagues/\(clara.number)",
            ["version": "\(version)", "name": "clara", "role": "kam", "department": "south", "has_left": "yes"])
        #expect(answer.status == .seeOther)
        #expect(!guest.isIn)
        #expect(door.visitor(from: "10.0.0.2").logIn("clara").status == .invalid)
    }

    @Test(arguments: [["role": "reader"], ["department": "north"], ["administers": "yes"]])
    func `a change of role, department or right ends the user's sessions`(change: [String: String]) throws {
        let (guest, admin) = (door.guest("clara"), door.guest("admin"))
        let clara = door.copy.user("clara")
        let version = try door.copy.desk.read { try $0.colleague(clara).version }
        let fields = ["version": "\(version)", "name": "clara", "role": "kam", "department": "south"]
        #expect(
            admin.post("/colleagues/\(clara.number)", fields.merging(change) { $1 }).status == .seeOther)
        #expect(!guest.isIn)
        #expect(door.guest("clara").isIn)
    }

    @Test func `a new password ends every session but the one that set it`() {
        let (guest, other) = (door.guest("anna"), door.guest("anna"))
        let fields = ["current": TeamApp.password, "password": "another long one", "again": "another long one"]
        let before = guest.cookie
        #expect(guest.post("/account/password", fields).status == .seeOther)
        #expect(guest.isIn && !other.isIn && guest.cookie != before)
        #expect(door.visitor(from: "10.0.0.2").logIn("anna").status == .invalid)
    }

    @Test func `a page that one user has cached is not reported as unchanged to another user`() throws {
        // Both are in before the page is asked for: a login makes every page new.
        let (boris, director) = (door.guest("boris"), door.guest("director"))
        let tag = try #require(director.get("/clients/3.json").headers["ETag"])
        #expect(
            director.send(Request(.get, "/clients/3.json", headers: Headers([("If-None-Match", tag)]))).status
                == .notModified)
        let answer = boris.send(Request(.get, "/clients/3.json", headers: Headers([("If-None-Match", tag)])))
        #expect(answer.status == .ok && Canary.all(in: answer.text).isEmpty)
    }

    @Test
    func `a browser whose login has ended is told to clear its cache, and a first visitor is not`()
        throws
    {
        let door = try Door()
        let guest = door.guest("anna")
        #expect(guest.get("/clients").headers["Clear-Site-Data"] == nil)
        try door.write { try $0.endSessions(of: door.copy.user("anna")) }
        for address in ["/clients", "/clients.json", "/login"] {
            #expect(guest.get(address).headers["Clear-Site-Data"] == "\"cache\"", "\(address)")
        }
        #expect(guest.post("/clients", ["name": "Centre"]).headers["Clear-Site-Data"] == "\"cache\"")
        for address in ["/clients", "/login"] {
            #expect(door.app.answerAtOnce(Request(.get, address)).headers["Clear-Site-Data"] == nil, "\(address)")
        }
    }
}
