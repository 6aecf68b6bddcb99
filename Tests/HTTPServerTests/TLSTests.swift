import Certificates
import Foundation
import Glibc
import HTTP
import HTTPServer
import Logging
import Testing

@Suite struct TLSTests {
    @Test func `a browser sees our certificate and one connection serves many requests`() throws {
        let server = try TestServer(overTLS: true)
        let client = try server.connect()
        #expect(client.tls?.version == "TLS1.3")
        #expect(client.tls?.fingerprint == TestServer.certificate.fingerprint)
        for path in ["/a", "/b"] {
            client.send(server.request("GET \(path)"))
            #expect(client.readAnswer()?.body == "GET \(path) ")
        }
        client.send(server.post("/c", "x=1"))
        #expect(client.readAnswer()?.body == "POST /c x=1")
        let last = server.request("GET /e", "Connection: close")
        client.send(server.request("GET /d") + last)
        #expect(RawAnswer.all(in: try #require(client.readToEnd())).map(\.body) == ["GET /d ", "GET /e "])
        #expect(server.requests.allSatisfy { $0.isSecure })
        #expect(try TestServer().answersInsecurely())
    }

    @Test(arguments: [
        ("NORMAL:-VERS-ALL:+VERS-TLS1.3", "TLS1.3"), ("NORMAL:-VERS-ALL:+VERS-TLS1.2", "TLS1.2"),
        ("NORMAL:-VERS-ALL:+VERS-TLS1.1", nil), ("NORMAL:-VERS-ALL:+VERS-TLS1.0", nil),
        ("NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+AES-128-CBC", nil),
        ("NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+RSA", nil),
    ])
    func `nothing older than TLS 1.2 and nothing weak is agreed on`(priorities: String, version: String?) throws {
        let server = try TestServer(overTLS: true)
        let plain = try RawClient(port: server.port)
        #expect((try? TLSSession(plain.descriptor, priorities: priorities))?.version == version)
        #expect(try server.isAnswering())
    }

    @Test func `a client that speaks plain HTTP is turned away, and no handshake lasts for ever`() throws {
        var limits = Limits()
        limits.headers = .seconds(1)
        let server = try TestServer(limits: limits, overTLS: true)
        let plain = try RawClient(port: server.port)
        plain.send(server.request("GET /"))
        let said = try #require(plain.readToEnd())
        #expect(RawAnswer(said) == nil)
        let silent = try RawClient(port: server.port)
        #expect(silent.readToEnd() == [])
        #expect(server.requests.isEmpty)
        #expect(try server.isAnswering())
    }

    @Test func `a connection beyond the limit is closed without an answer`() throws {
        var limits = Limits()
        limits.connectionsPerLoopbackAddress = 1
        let server = try TestServer(limits: limits, overTLS: true)
        var clients = [try server.connect()]
        #expect(try RawClient(port: server.port).readToEnd() == [])
        clients.removeAll()
        #expect(try Gatekeeper.until { (try? server.isAnswering()) ?? false })
    }

    @Test func `a refusal in the middle of a body reaches a client that is still sending`() throws {
        var limits = Limits()
        limits.bodyBytes = 1000
        let server = try TestServer(limits: limits, overTLS: true)
        let client = try server.connect()
        let field = "Content-Type: application/x-www-form-urlencoded"
        client.send(server.request("POST /", field, "Transfer-Encoding: chunked"))
        for _ in 0..<20 { client.send("ff\r\n" + String(repeating: "a", count: 255) + "\r\n") }
        #expect(client.readAnswer()?.status == 413)
        #expect(client.readToEnd() == [])
        #expect(server.requests.isEmpty)
    }

    @Test func `a query of too many fields is refused`() throws {
        let server = try TestServer(overTLS: true)
        let query = String(repeating: "a&", count: 300)
        #expect(try server.answer(to: server.request("GET /?\(query)"))?.status == 431)
        #expect(try server.isAnswering())
    }

    @Test func `a head in pieces is understood and nothing behind it is read`() throws {
        let server = try TestServer(threads: 1, overTLS: true)
        let client = try server.connect()
        client.send("GET /a HTTP/1.1\r\nHost: \(server.host)\r\n")
        #expect(try server.isAnswering())
        #expect(try server.isAnswering())
        client.send("\0\n" + server.request("GET /smuggled"))
        #expect(RawAnswer.all(in: try #require(client.readToEnd())).map(\.body) == ["GET /a "])
    }

    @Test func `a large answer and a large file arrive whole`() throws {
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let folder = try TemporaryFolder()
        try Data(body).write(to: URL(fileURLWithPath: folder.place("file")))
        let path = folder.place("file")
        let server = try TestServer(
            overTLS: true,
            handler: { request in
                .now(Response(.ok, body: request.path == "/file" ? .file(path: path, count: body.count) : .bytes(body)))
            })
        for path in ["/bytes", "/file"] {
            let client = try server.connect()
            client.send(server.request("GET \(path)", "Connection: close"))
            #expect(try #require(client.readToEnd()).suffix(body.count) == body[...])
        }
    }

    @Test func `an upload arrives whole`() throws {
        let uploads = try UploadServer(overTLS: true)
        let body = Multipart.file("f", [UInt8](repeating: 7, count: 2_000_000)) + Multipart.end
        let client = try uploads.server.connect()
        client.send(uploads.head(body.count))
        client.send(body)
        #expect(client.readAnswer()?.body == "f 2000000 ")
    }

    @Test func `parked work is answered and the connection goes on`() throws {
        let server = try TestServer(overTLS: true) { request in
            .parked(.writer) { Response(.ok, body: .bytes(Array(request.path.utf8))) }
        }
        let client = try server.connect()
        for path in ["/a", "/b", "/c"] {
            client.send(server.request("GET \(path)"))
            #expect(client.readAnswer()?.body == path)
        }
        client.send(server.request("GET /d") + server.request("GET /e", "Connection: close"))
        #expect(RawAnswer.all(in: try #require(client.readToEnd())).map(\.body) == ["/d", "/e"])
    }

    @Test func `drippers are ended by their age`() throws {
        var limits = Limits()
        (limits.headers, limits.body, limits.idle) = (.seconds(1), .seconds(1), .seconds(1))
        let server = try TestServer(limits: limits, overTLS: true)
        for first in ["", "GET /", server.request("GET /").dropLast(2) + "", server.request("GET /")] {
            let client = try server.connect()
            let begin = ContinuousClock.now
            client.send(first)
            if first.hasSuffix("\r\n\r\n") { #expect(client.readAnswer()?.status == 200) }
            var polled = pollfd(fd: client.descriptor, events: Int16(POLLIN), revents: 0)
            while poll(&polled, 1, 20) == 0, ContinuousClock.now - begin < .seconds(8) { client.send("\r") }
            #expect(ContinuousClock.now - begin < .seconds(4))
            #expect(client.readToEnd() == [])
        }
        #expect(try server.isAnswering())
    }

    @Test func `a client that leaves before its request is whole is let go before the age is reached`() throws {
        let server = try TestServer(overTLS: true)
        for part in ["", "GET /", server.request("GET /").dropLast(2) + ""] {
            let client = try server.connect()
            client.send(part)
            client.endSending()
            #expect(client.readToEnd() == [])
        }
    }

    @Test func `stopping answers what is in flight and closes idle connections at once`() throws {
        let gatekeeper = Gatekeeper()
        let server = try TestServer(overTLS: true) { _ in
            .parked(.writer) {
                gatekeeper.pass()
                return Response(.ok, body: .bytes(Array("done".utf8)))
            }
        }
        let (idle, client) = (try server.connect(), try server.connect())
        client.send(server.request("GET /"))
        #expect(Gatekeeper.until { gatekeeper.arrived == 1 })
        let stopping = Background { server.server.stop() }
        #expect(idle.readToEnd() == [])
        gatekeeper.letGo()
        #expect(client.readAnswer()?.body == "done")
        stopping.join()
    }

    @Test func `files that are no certificate are named at the start`() {
        let files = TLSFiles(certificate: "nothing", key: TestServer.certificate.key)
        let server = Server(ServerConfiguration(port: 0, tls: files), logger: Logger(label: "test")) { _ in
            .now(Response(.ok))
        }
        #expect(throws: ServerError.unusableCertificate) { try server.start() }
    }

    @Test func `an absolute target of the other scheme is not ours`() throws {
        let (plain, secure) = (try TestServer(), try TestServer(overTLS: true))
        #expect(try secure.answer(to: secure.request("GET https://\(secure.host)/a"))?.body == "GET /a ")
        #expect(try secure.answer(to: secure.request("GET http://\(secure.host)/a"))?.status == 400)
        #expect(try plain.answer(to: plain.request("GET https://\(plain.host)/a"))?.status == 400)
    }
}

extension TestServer {
    fileprivate func answersInsecurely() throws -> Bool {
        try isAnswering() && requests.allSatisfy { !$0.isSecure }
    }
}
