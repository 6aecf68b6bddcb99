import HTTP
import HTTPServer
import Synchronization
import Testing

@Suite struct ParkingTests {
    /// "/parked" and "/written" wait for the gatekeeper, on a worker and on the writer.
    private func server(_ gatekeeper: Gatekeeper, threads: Int = 1, limits: Limits = Limits()) throws -> TestServer {
        try TestServer(threads: threads, limits: limits) { request in
            let response = Response(.ok, body: .bytes(Array(request.path.utf8)))
            guard request.path != "/honest" else { return .now(response) }
            return .parked(request.path == "/written" ? .writer : .worker(for: "test")) {
                gatekeeper.pass()
                return response
            }
        }
    }

    @Test func `a parked connection holds up nobody on the same thread`() throws {
        let gatekeeper = Gatekeeper()
        let server = try server(gatekeeper)
        defer { gatekeeper.letGo() }
        let parked = try server.connect()
        parked.send(server.post("/parked", "a=1"))
        #expect(Gatekeeper.until { gatekeeper.arrived == 1 })
        for _ in 0..<20 { #expect(try server.isAnswering()) }
        gatekeeper.letGo()
        #expect(parked.readAnswer()?.body == "/parked")
        parked.send(server.request("GET /honest"))
        #expect(parked.readAnswer()?.status == 200)
    }

    @Test func `one write runs at a time and two workers beside it`() throws {
        let gatekeeper = Gatekeeper()
        let server = try server(gatekeeper)
        defer { gatekeeper.letGo() }
        let clients = try ["/written", "/written", "/a", "/a", "/a"].map { path in
            let client = try server.connect()
            client.send(server.request("GET \(path)"))
            return client
        }
        #expect(Gatekeeper.until { server.requests.count == 5 && gatekeeper.arrived == 3 })
        #expect(gatekeeper.arrived == 3)
        gatekeeper.letGo()
        for client in clients { #expect(client.readAnswer()?.status == 200) }
    }

    @Test func `no age ends a connection whose work is running`() throws {
        var limits = Limits()
        (limits.headers, limits.body, limits.idle) = (.milliseconds(100), .milliseconds(100), .milliseconds(100))
        let gatekeeper = Gatekeeper()
        let server = try server(gatekeeper, limits: limits)
        defer { gatekeeper.letGo() }
        let parked = try server.connect()
        parked.send(server.request("GET /parked", "Connection: close"))
        #expect(Gatekeeper.until { gatekeeper.arrived == 1 })
        // An idle connection that begins later and is ended shows that the ages have passed.
        for _ in 0..<3 { #expect(try server.connect().readToEnd() == []) }
        gatekeeper.letGo()
        #expect(parked.readAnswer()?.body == "/parked")
    }

    @Test func `work beyond the queue is answered as unavailable`() throws {
        var limits = Limits()
        limits.waitingWork = 2
        let gatekeeper = Gatekeeper()
        let server = try server(gatekeeper, limits: limits)
        defer { gatekeeper.letGo() }
        var clients: [RawClient] = []
        for count in 1...3 {
            let client = try server.connect()
            client.send(server.request("GET /written"))
            clients.append(client)
            #expect(Gatekeeper.until { server.requests.count == count && gatekeeper.arrived == 1 })
        }
        #expect(try server.answer(to: server.request("GET /written"))?.status == 503)
        gatekeeper.letGo()
        for client in clients { #expect(client.readAnswer()?.status == 200) }
    }

    @Test func `a client that leaves while it is parked harms nobody`() throws {
        let gatekeeper = Gatekeeper()
        let server = try server(gatekeeper)
        defer { gatekeeper.letGo() }
        do {
            let client = try server.connect()
            client.send(server.request("GET /parked"))
            #expect(Gatekeeper.until { gatekeeper.arrived == 1 })
        }
        gatekeeper.letGo()
        #expect(try server.isAnswering())
    }
}
