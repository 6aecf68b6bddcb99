import Glibc
import HTTP
import HTTPServer
import Testing

@Suite struct AgeTests {
    private func short() -> Limits {
        var limits = Limits()
        (limits.headers, limits.body) = (.milliseconds(300), .milliseconds(300))
        (limits.idle, limits.answer) = (.milliseconds(300), .milliseconds(300))
        limits.slowestBytesPerSecond = 1_000_000_000
        return limits
    }

    /// Sends the first part, then again and again the drop; how long the server bore it.
    private func drip(_ server: TestServer, _ first: String, _ drop: String) throws -> Duration {
        let client = try server.connect()
        let begin = ContinuousClock.now
        client.send(first)
        while client.send(drop), ContinuousClock.now - begin < .seconds(8) {
            var polled = pollfd(fd: client.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 20) == 0 else { break }
        }
        return ContinuousClock.now - begin
    }

    @Test func `a head that drips is ended by its age`() throws {
        let server = try TestServer(limits: short())
        #expect(try drip(server, server.request("GET /").dropLast(2) + "", "X: a\r\n") < .seconds(2))
        #expect(try server.isAnswering())
    }

    @Test func `a request line that drips is ended by its age`() throws {
        let server = try TestServer(limits: short())
        #expect(try drip(server, "GET /", "a") < .seconds(2))
        #expect(try server.isAnswering())
    }

    @Test func `a body that drips is ended by its age`() throws {
        let server = try TestServer(limits: short())
        let field = "Content-Type: application/x-www-form-urlencoded"
        #expect(try drip(server, server.request("POST /", field, "Content-Length: 9999"), "a") < .seconds(2))
        #expect(
            try drip(server, server.request("POST /", field, "Transfer-Encoding: chunked"), "1\r\na\r\n") < .seconds(2))
        #expect(server.requests.isEmpty)
        #expect(try server.isAnswering())
    }

    @Test func `an upload that drips is ended by its age and leaves nothing`() throws {
        let uploads = try UploadServer(limits: short())
        let first = uploads.head(99_999_999) + String(decoding: Multipart.file("f", [1, 2, 3]), as: UTF8.self)
        #expect(try drip(uploads.server, first, "a") < .seconds(2))
        #expect(Gatekeeper.until { uploads.staging.names == [] })
        #expect(try uploads.server.isAnswering())
    }

    @Test func `an upload that goes on faster than the slowest outlives the age of a body`() throws {
        var limits = short()
        limits.slowestBytesPerSecond = 1000
        let uploads = try UploadServer(limits: limits)
        let body = Multipart.file("f", [UInt8](repeating: 7, count: 20_000)) + Multipart.end
        let client = try uploads.server.connect()
        let begin = ContinuousClock.now
        client.send(uploads.head(body.count))
        for piece in stride(from: 0, to: body.count, by: 500) {
            client.send(Array(body[piece...].prefix(500)))
            var polled = pollfd(fd: client.descriptor, events: Int16(POLLIN), revents: 0)
            poll(&polled, 1, 20)
        }
        #expect(ContinuousClock.now - begin > limits.body)
        #expect(client.readAnswer()?.body == "f 20000 ")
    }

    @Test func `a kept connection that drips is ended by its age`() throws {
        let server = try TestServer(limits: short())
        #expect(try drip(server, server.request("GET /"), "\r\n") < .seconds(2))
        #expect(try server.isAnswering())
    }

    @Test func `a client that leaves before its request is whole is let go before the age is reached`() throws {
        let server = try TestServer()
        for part in ["GET /", server.request("GET /").dropLast(2) + "", server.request("GET /")] {
            let client = try server.connect()
            client.send(part)
            client.endSending()
            #expect(client.readToEnd() != nil)
        }
        #expect(server.requests.count == 1)
    }

    @Test func `an answer that is read slowly is ended by its age`() throws {
        let body = [UInt8](repeating: 7, count: 50_000_000)
        let server = try TestServer(
            limits: short(),
            handler: { request in
                .now(Response(.ok, body: request.path == "/large" ? .bytes(body) : .none))
            })
        let client = try server.connect()
        client.send(server.request("GET /large"))
        let begin = ContinuousClock.now
        var byte: UInt8 = 0
        var count = 0
        // One byte at a time until the end of what was buffered, then the end of the connection.
        while recv(client.descriptor, &byte, 1, 0) == 1, count < 200 {
            count += 1
            usleep(3000)
        }
        let received = try #require(client.readToEnd())
        #expect(received.count < body.count)
        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(try server.isAnswering())
    }

    @Test func `twenty or more drippers at once are all ended and others are served meanwhile`() throws {
        let count = ProcessEnvironment.integer("TORTURE_DRIPPERS") ?? 20
        let server = try TestServer(limits: short())
        let clients = try (0..<count).map { _ in try server.connect() }
        var alive = Set(clients.indices)
        let begin = ContinuousClock.now
        while !alive.isEmpty, ContinuousClock.now - begin < .seconds(10) {
            for index in alive where !clients[index].send("GET /a") || clients[index].hasEnded { alive.remove(index) }
            #expect(try server.isAnswering())
            usleep(10_000)
        }
        #expect(alive.isEmpty)
        #expect(server.requests.allSatisfy { $0.path == "/honest" })
    }
}

extension RawClient {
    /// True once the server has ended the connection.
    fileprivate var hasEnded: Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
        return count == 0 || (count < 0 && errno != EAGAIN)
    }
}
