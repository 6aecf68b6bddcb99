import HTTP
import HTTPServer
import Synchronization
import Testing

/// "/worker/anna" waits for a worker as Anna's, "/passwords/net" for the thread of passwords.
@Suite struct TurnTests {
    private final class Order: Sendable {
        private let list = Mutex<[String]>([])
        func add(_ path: String) { list.withLock { $0.append(path) } }
        var paths: [String] { list.withLock { $0 } }
    }

    private let gatekeeper = Gatekeeper()
    private let order = Order()

    private func server(limits: Limits = Limits()) throws -> TestServer {
        try TestServer(limits: limits) { [gatekeeper, order] request in
            guard request.path != "/honest" else { return .now(Response(.ok)) }
            let parts = request.path.split(separator: "/").map(String.init)
            let lane: Lane =
                switch parts[0] {
                case "worker": .worker(for: parts[1])
                case "passwords": .passwords(from: parts[1])
                default: .writer
                }
            return .parked(lane) {
                order.add(request.path)
                gatekeeper.pass()
                return Response(.ok, body: .bytes(Array("\(request.isAwaited())".utf8)))
            } orElse: {
                Response(.unavailable, body: .bytes(Array("try later".utf8)))
            }
        }
    }

    /// Clients that have asked, one after the other.
    private func ask(_ server: TestServer, _ paths: [String]) throws -> [RawClient] {
        try paths.map { path in
            let (client, before) = (try server.connect(), server.requests.count)
            client.send(server.request("GET \(path)"))
            #expect(Gatekeeper.until { server.requests.count == before + 1 })
            return client
        }
    }

    @Test func `users take turns, however much one of them asks for`() throws {
        let server = try server()
        defer { gatekeeper.letGo() }
        let many = try ask(server, (1...8).map { "/worker/anna/\($0)" })
        #expect(Gatekeeper.until { gatekeeper.arrived == 2 })
        let few = try ask(server, ["/worker/boris/1", "/worker/clara/1", "/worker/boris/2"])
        gatekeeper.letGo()
        for client in many + few { #expect(client.readAnswer()?.status == 200) }
        let places = ["/worker/boris/1", "/worker/clara/1", "/worker/boris/2"].map { order.paths.firstIndex(of: $0)! }
        #expect(places[0] < 5 && places[1] < 6 && places[2] < 8, "\(order.paths)")
    }

    @Test func `passwords do not wait for workers, and pages wait for neither`() throws {
        let server = try server()
        defer { gatekeeper.letGo() }
        let clients = try ask(server, ["/worker/a", "/worker/b", "/worker/c", "/passwords/one", "/writer"])
        #expect(Gatekeeper.until { gatekeeper.arrived == 4 })
        #expect(Set(order.paths) == ["/worker/a", "/worker/b", "/passwords/one", "/writer"])
        #expect(try server.isAnswering())
        gatekeeper.letGo()
        for client in clients { #expect(client.readAnswer()?.status == 200) }
    }

    @Test func `a request that finds its queue full is told to try later, one network before the others`() throws {
        var limits = Limits()
        (limits.waitingPasswords, limits.waitingPasswordsOfOne) = (3, 2)
        let server = try server(limits: limits)
        defer { gatekeeper.letGo() }
        let waiting = try ask(server, ["/passwords/one"])
        #expect(Gatekeeper.until { gatekeeper.arrived == 1 })
        let more = try ask(server, ["/passwords/one", "/passwords/one"])
        #expect(try server.answer(to: server.request("GET /passwords/one"))?.body == "try later")
        let other = try ask(server, ["/passwords/two"])
        #expect(try server.answer(to: server.request("GET /passwords/two"))?.body == "try later")
        gatekeeper.letGo()
        for client in waiting + more + other { #expect(client.readAnswer()?.status == 200) }
    }

    @Test func `a client that has left is told apart from a client that waits`() throws {
        let seen = Mutex<[@Sendable () -> Bool]>([])
        let server = try TestServer { [gatekeeper] request in
            guard request.path != "/honest" else { return .now(Response(.ok)) }
            seen.withLock { $0.append(request.isAwaited) }
            return .parked(.worker(for: "test")) {
                gatekeeper.pass()
                return Response(.ok)
            }
        }
        defer { gatekeeper.letGo() }
        let stays = try server.connect()
        stays.send(server.request("GET /stays"))
        #expect(Gatekeeper.until { seen.withLock { $0.count } == 1 })
        do {
            let leaves = try server.connect()
            // What it sent besides is not taken for its presence.
            leaves.send(server.request("GET /leaves") + server.request("GET /more"))
            #expect(Gatekeeper.until { seen.withLock { $0.count } == 2 })
            #expect(seen.withLock { $0[1] }())
        }
        #expect(Gatekeeper.until { !seen.withLock { $0[1] }() })
        #expect(seen.withLock { $0[0] }())
        gatekeeper.letGo()
        #expect(stays.readAnswer()?.status == 200)
    }

    @Test func `after a stop no waiting work begins, and nobody waits for running work`() throws {
        var limits = Limits()
        limits.stopping = .milliseconds(300)
        defer { gatekeeper.letGo() }
        let seen = Mutex<[@Sendable () -> Bool]>([])
        let running = try TestServer(limits: limits) { [gatekeeper] request in
            seen.withLock { $0.append(request.isAwaited) }
            return .parked(.worker(for: request.path)) {
                gatekeeper.pass()
                return Response(.ok)
            }
        }
        let clients = try ask(running, ["/a", "/b", "/c"])
        #expect(Gatekeeper.until { gatekeeper.arrived == 2 })
        running.server.stop()
        #expect(seen.withLock { $0.map { $0() } } == [false, false, false])
        gatekeeper.letGo()
        #expect(clients.allSatisfy { $0.readToEnd() != nil } && gatekeeper.arrived == 2)
    }
}
