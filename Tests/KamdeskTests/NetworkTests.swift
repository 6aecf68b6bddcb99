import Foundation
import Testing

@Suite struct NetworkTests {
    /// Of a desk with somebody who has a password.
    private let first: Daemon

    init() throws {
        first = try Daemon([])
        first.end()
        try first.run("user", "add", "Anna Orlova")
        try first.run("user", "password", "Anna Orlova", typing: "a long password\n")
    }

    /// Behind a proxy of ours.
    private func daemon(_ arguments: String...) throws -> Daemon {
        try Daemon(["--trust-proxy", "127.0.0.1"] + arguments, folder: first.folder)
    }

    /// The statuses of wrong passwords that come through a proxy of ours from some addresses.
    private func guesses(_ daemon: Daemon, from addresses: [String]) throws -> [String] {
        let jar = daemon.place("cookies")
        let page = try daemon.get("login", "-c", jar)
        let token = try #require(page.firstMatch(of: /name="token" value="(\w+)"/)).1
        return try addresses.enumerated().map { place, address in
            let answer = try daemon.get(
                "login", "-b", jar, "-H", "Origin: \(daemon.address.dropLast())", "-H", "X-Forwarded-For: \(address)",
                "-d", "name=nobody\(place)&password=not-the-password&token=\(token)")
            return String(answer.prefix(3))
        }
    }

    @Test func `guesses are counted by the network of an IPv6 address and by a single IPv4 address`() throws {
        let daemon = try daemon()
        let near = (1...11).map { "2001:db8:1:2:\($0)::\($0)" }
        #expect(try guesses(daemon, from: near).suffix(2) == ["422", "429"])
        #expect(try guesses(daemon, from: ["2001:db8:1:3::1", "10.0.0.1", "10.0.0.2"]) == ["422", "422", "422"])
    }

    @Test func `an option sets how much of an IPv6 address counts as its network`() throws {
        let daemon = try daemon("--ipv6-prefix", "48")
        let near = (1...11).map { "2001:db8:1:\($0)::1" }
        #expect(try guesses(daemon, from: near).suffix(2) == ["422", "429"])
    }
}
