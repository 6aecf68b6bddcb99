import HTTP
import HTTPServer
import Logging
import Testing

@Suite struct ProxyTests {
    /// What reaches the handler of a request with further fields.
    private func request(to server: TestServer, _ fields: [String] = []) throws -> Request? {
        let lines = ["GET / HTTP/1.1", "Host: \(server.host)"] + fields + ["", ""]
        let answer = try server.answer(to: lines.joined(separator: "\r\n"))
        return answer?.status == 200 ? server.requests.last : nil
    }

    @Test(
        arguments: [
            (["X-Forwarded-For: 203.0.113.9"], "203.0.113.9"),
            (["X-Forwarded-For: 198.51.100.1, 203.0.113.9"], "203.0.113.9"),
            (["X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 2001:DB8:0::9"], "2001:db8::9"),
            (["X-Forwarded-For: 203.0.113.9 ,\t10.0.0.2, ::ffff:10.0.0.2"], "203.0.113.9"),
            (["X-Forwarded-For: 10.0.0.2"], "10.0.0.2"),
            (["X-Forwarded-For: nonsense, 203.0.113.9"], "203.0.113.9"),
            (["X-Forwarded-For: 203.0.113.9, nonsense"], "127.0.0.1"),
            (["X-Forwarded-For: 203.0.113.9, nonsense, 10.0.0.2"], "127.0.0.1"),
            (["X-Forwarded-For: 203.0.113.9,"], "127.0.0.1"),
            (["X-Forwarded-For: 203.0.113.9:4711"], "127.0.0.1"),
            (["X-Forwarded-For:"], "127.0.0.1"), ([], "127.0.0.1"),
        ] as [([String], String)])
    func `the sender is the last forwarded address that is no trusted proxy`(fields: [String], sender: String) throws {
        let server = try TestServer(trustedProxies: ["127.0.0.1", "10.0.0.2"])
        #expect(try request(to: server, fields)?.remoteAddress == sender)
    }

    @Test(
        arguments: [
            ("2001:db8:1:2:3:4:5:6", 64, "2001:db8:1:2::/64"), ("2001:db8:1:2::9", 64, "2001:db8:1:2::/64"),
            ("2001:db8:1:ff02::9", 56, "2001:db8:1:ff00::/56"), ("2001:db8:1:7f02::9", 49, "2001:db8:1::/49"),
            ("2001:db8::9", 128, "2001:db8::9/128"), ("203.0.113.9", 64, "203.0.113.9"),
            ("::ffff:203.0.113.9", 64, "203.0.113.9"),
        ])
    func `guesses are counted by an IPv4 address and by the network of an IPv6 one`(
        address: String, prefix: Int, network: String
    ) throws {
        var limits = Limits()
        limits.ipv6Prefix = prefix
        let server = try TestServer(limits: limits, trustedProxies: ["127.0.0.1"])
        #expect(try request(to: server, ["X-Forwarded-For: \(address)"])?.remoteNetwork == network)
    }

    @Test func `forwarding headers from an untrusted sender are ignored`() throws {
        for proxies in [[], ["10.0.0.2"]] {
            let server = try TestServer(trustedProxies: proxies)
            let request = try request(to: server, ["X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https"])
            #expect(request?.remoteAddress == "127.0.0.1")
            #expect(request?.isSecure == false)
        }
    }

    @Test func `a request is secure only if the proxy says so exactly once`() throws {
        let server = try TestServer(trustedProxies: ["127.0.0.1"])
        #expect(try request(to: server, ["X-Forwarded-Proto: HTTPS"])?.isSecure == true)
        #expect(try request(to: server, ["X-Forwarded-Proto: http"])?.isSecure == false)
        #expect(try request(to: server, ["X-Forwarded-Proto: http, https"])?.isSecure == false)
        #expect(try request(to: server, ["X-Forwarded-Proto: https", "X-Forwarded-Proto: https"])?.isSecure == false)
        #expect(try request(to: server)?.isSecure == false)
    }

    @Test func `a request through a proxy may name any port, but must name one of our hosts`() throws {
        let server = try TestServer(trustedProxies: ["127.0.0.1"])
        for host in ["localhost", "localhost:443"] {
            #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")?.status == 200)
        }
        #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n")?.status == 421)
        #expect(try TestServer().answer(to: "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")?.status == 421)
    }

    @Test func `a proxy that is not an address is refused and named at the start`() {
        let server = Server(
            ServerConfiguration(port: 0, trustedProxies: ["proxy.example"]), logger: Logger(label: "test")
        ) { _ in .now(Response(.ok)) }
        #expect(throws: ServerError.notAProxy("proxy.example")) { try server.start() }
    }
}
