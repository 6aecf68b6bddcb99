import HTTP
import HTTPServer
import Testing

@Suite struct MalformedTests {
    @Test func `the table has at least sixty cases with different names`() {
        #expect(MalformedCorpus.all.count >= 60)
        #expect(Set(MalformedCorpus.all.map(\.name)).count == MalformedCorpus.all.count)
    }

    @Test(arguments: MalformedCorpus.all, [false, true])
    func `a request that is not clear or not for us is refused and smuggles nothing`(
        malformed: MalformedCase, overTLS: Bool
    ) throws {
        var limits = Limits()
        if malformed.expected == .closed {
            // libmicrohttpd may miss that the client has ended; then the age of the phase ends the connection.
            let age = Duration.milliseconds(overTLS ? 1000 : 300)
            (limits.headers, limits.body, limits.idle) = (age, age, age)
        }
        let folder = try TemporaryFolder()
        let server = try TestServer(threads: 1, limits: limits, uploads: folder.path, overTLS: overTLS)
        let client = try server.connect()
        client.send(malformed.bytes(port: server.port, scheme: overTLS ? "https" : "http"))
        if case .refused = malformed.expected {} else { client.endSending() }
        let received = try #require(client.readToEnd(), "the connection did not end")
        let statuses = RawAnswer.all(in: received, toHead: malformed.text.hasPrefix("HEAD")).map(\.status)

        switch malformed.expected {
        case .refused(let status):
            #expect(statuses.first == status)
            #expect(server.requests.isEmpty)
        case .closed:
            #expect(received.isEmpty)
            #expect(server.requests.isEmpty)
        case .answered(let count):
            #expect(statuses == Array(repeating: 200, count: count))
            #expect(server.requests.count == count)
        }
        #expect(!server.requests.contains { $0.path == "/smuggled" })
        // The connection ends a moment before its request.
        #expect(Gatekeeper.until { folder.names == [] })
        #expect(try server.isAnswering())
    }
}
