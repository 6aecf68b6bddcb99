import HTTP
import Testing

@testable import Web

/// Many at the door at once.
@Suite struct CrowdedDoorTests {
    private let door = try! Door()

    private func guess(_ visitor: Visitor, _ name: String) -> Answer {
        visitor.answer("/login", ["name": name, "password": "wrong password", "back": "/clients"])
    }

    @Test func `a guess beyond the limit is refused at once and does not wait in the queue`() {
        let visitor = door.visitor()
        for attempt in 0..<10 {
            guard case .parked(.passwords(from: "10.0.0.1"), _, _) = guess(visitor, "nobody \(attempt)") else {
                Issue.record("guess \(attempt) does not wait for its turn")
                return
            }
        }
        guard case .now(let answer) = guess(visitor, "nobody 10") else {
            Issue.record("a guess too many waits")
            return
        }
        #expect(answer.status == .tooManyRequests && answer.headers["Retry-After"] != nil)
    }

    @Test func `a login that finds the queue full is told so, keeps what was typed and does not count as a guess`() {
        let visitor = door.visitor()
        for _ in 0..<20 {
            guard case .parked(_, _, let orElse?) = guess(visitor, "Boris") else {
                Issue.record("refused before")
                return
            }
            let answer = orElse()
            #expect(answer.status == .unavailable && answer.headers["Retry-After"] != nil)
            #expect(answer.text.contains("Too many are signing in") && answer.text.contains("value=\"Boris\""))
            #expect(answer.text.contains("value=\"/clients\"") && !answer.text.contains("wrong password"))
        }
    }

    @Test func `guesses from one network count together, and guesses from another network count apart`() {
        func status(_ network: String, _ address: String, _ name: String) -> Bool {
            let visitor = door.visitor(from: address)
            visitor.network = network
            if case .parked = guess(visitor, name) { return true } else { return false }
        }
        for number in 0..<10 { #expect(status("2001:db8::/64", "2001:db8::\(number)", "nobody \(number)")) }
        #expect(!status("2001:db8::/64", "2001:db8::a", "nobody a"))
        #expect(status("2001:db8:0:1::/64", "2001:db8:0:1::a", "nobody a"))
    }

    @Test func `only a request that hashes a password waits in the queue for passwords`() throws {
        let visitor = door.guest("anna")
        func lane(_ path: String, _ fields: [String: String] = [:]) -> Lane? {
            if case .parked(let lane, _, _) = visitor.answer(path, fields) { lane } else { nil }
        }
        for path in ["/login", "/join", "/owner", "/account/password", "/account/second-factor/end"] {
            #expect(lane(path) == .passwords(from: "10.0.0.1"), "\(path)")
        }
        for path in ["/logout", "/account/second-factor", "/clients"] { #expect(lane(path) == .writer, "\(path)") }
        let half = visitor.app.half(of: try #require(try door.copy.desk.credentials(of: door.copy.user("anna"))))
        #expect(lane("/login", ["half": half, "code": "123456"]) == .writer)
    }
}
