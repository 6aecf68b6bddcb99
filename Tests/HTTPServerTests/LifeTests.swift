import HTTP
import HTTPServer
import Logging
import Testing

@Suite struct LifeTests {
    @Test func `one connection too many is turned away with a page`() throws {
        var limits = Limits()
        limits.connections = 3
        let server = try TestServer(limits: limits)
        var clients = try (0..<3).map { _ in try server.connect() }
        #expect(try server.connect().readAnswer()?.status == 503)
        clients.removeLast()
        #expect(try Gatekeeper.until { try server.isAnswering() })
    }

    @Test func `one connection too many from an address is turned away with a page`() throws {
        var limits = Limits()
        limits.connectionsPerLoopbackAddress = 3
        let server = try TestServer(limits: limits)
        var clients = try (0..<3).map { _ in try server.connect() }
        let refused = try #require(try server.connect().readAnswer())
        #expect(refused.status == 429)
        #expect(refused.headers["Connection"] == "close")
        clients.removeLast()
        #expect(try Gatekeeper.until { try server.isAnswering() })
    }

    @Test func `a port in use is named`() throws {
        let first = try TestServer()
        let second = Server(ServerConfiguration(port: first.port), logger: Logger(label: "test")) { _ in
            .now(Response(.ok))
        }
        #expect(throws: ServerError.portInUse(host: "127.0.0.1", port: first.port)) { try second.start() }
        #expect(ServerError.portInUse(host: "127.0.0.1", port: 80).description.contains("port 80 on 127.0.0.1"))
    }

    @Test(arguments: [
        ("192.0.2.1", 0, ServerError.addressNotAvailable(host: "192.0.2.1")),
        ("example.com", 0, .notAnAddress(host: "example.com")),
        ("127.0.0.1", 65536, .portOutOfRange(65536)),
    ])
    func `a place where it cannot listen is named`(host: String, port: Int, error: ServerError) {
        let server = Server(ServerConfiguration(host: host, port: port), logger: Logger(label: "test")) { _ in
            .now(Response(.ok))
        }
        #expect(throws: error) { try server.start() }
    }

    @Test func `stopping answers what is in flight and closes idle connections at once`() throws {
        let gatekeeper = Gatekeeper()
        let server = try TestServer { request in
            .parked(.writer) {
                gatekeeper.pass()
                return Response(.ok, body: .bytes(Array(request.path.utf8)))
            }
        }
        let idle = try server.connect()
        let clients = try ["/a", "/b"].map { path in
            let client = try server.connect()
            client.send(server.request("GET \(path)"))
            return client
        }
        #expect(Gatekeeper.until { server.requests.count == 2 && gatekeeper.arrived == 1 })
        let stopping = Background { server.server.stop() }
        #expect(idle.readToEnd() == [])
        gatekeeper.letGo()
        for (client, path) in zip(clients, ["/a", "/b"]) {
            let answer = client.readAnswer()
            #expect(answer?.body == path)
            #expect(answer?.headers["Connection"] == "close")
        }
        stopping.join()
        #expect(throws: RawClient.Broken.self) { try server.connect() }
    }

    @Test func `stopping does not wait for ever`() throws {
        var limits = Limits()
        limits.stopping = .milliseconds(200)
        let gatekeeper = Gatekeeper()
        let server = try TestServer(limits: limits) { _ in
            .parked(.worker(for: "test")) {
                gatekeeper.pass()
                return Response(.ok)
            }
        }
        defer { gatekeeper.letGo() }
        let client = try server.connect()
        client.send(server.request("GET /"))
        #expect(Gatekeeper.until { gatekeeper.arrived == 1 })
        let begin = ContinuousClock.now
        server.server.stop()
        #expect(ContinuousClock.now - begin < .seconds(3))
        #expect(client.readToEnd() == [])
    }
}
