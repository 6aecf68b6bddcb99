import HTTP
import HTTPServer
import Testing

@Suite struct ConnectionTests {
    @Test func `a connection serves one request after another`() throws {
        let server = try TestServer()
        let client = try server.connect()
        for path in ["/a", "/b", "/c"] {
            client.send(server.request("GET \(path)"))
            #expect(client.readAnswer()?.body == "GET \(path) ")
        }
        client.send(server.post("/d", "x=1"))
        #expect(client.readAnswer()?.body == "POST /d x=1")
        client.send(server.request("GET /e"))
        #expect(client.readAnswer()?.body == "GET /e ")
    }

    @Test func `honest requests in one piece are answered in order`() throws {
        let server = try TestServer()
        let client = try server.connect()
        let last = server.request("GET /d", "Connection: close")
        client.send(server.request("GET /a") + server.post("/b", "x=1") + server.request("GET /c") + last)
        let answers = RawAnswer.all(in: try #require(client.readToEnd()))
        #expect(answers.map(\.body) == ["GET /a ", "POST /b x=1", "GET /c ", "GET /d "])
    }

    @Test func `a head that comes byte by byte is understood`() throws {
        let server = try TestServer()
        let client = try server.connect()
        let filler = (0..<60).map { "X\($0): " + String(repeating: "a", count: 200) }.joined(separator: "\r\n")
        for byte in server.request("GET /a?b=%C3%A4", filler).utf8 { client.send([byte]) }
        let answer = client.readAnswer()
        #expect(answer?.status == 200)
        // How its lines ended was not seen, so nothing behind it is read.
        #expect(answer?.headers["Connection"] == "close")
        #expect(server.requests.first?.headers["x59"]?.count == 200)
        #expect(server.requests.first?.query["b"] == "ä")
    }

    @Test func `a second request after a head that came in pieces is not read`() throws {
        let server = try TestServer(threads: 1)
        let client = try server.connect()
        client.send("GET /a HTTP/1.1\r\nHost: \(server.host)\r\n")
        // The first piece has been read when another connection, made later on the same thread, is answered.
        #expect(try server.isAnswering())
        #expect(try server.isAnswering())
        client.send("\0\n" + server.request("GET /smuggled"))
        #expect(RawAnswer.all(in: try #require(client.readToEnd())).map(\.body) == ["GET /a "])
    }

    @Test func `a second request after a chunked body is not read`() throws {
        let server = try TestServer()
        let client = try server.connect()
        let field = "Content-Type: application/x-www-form-urlencoded"
        client.send(server.request("POST /a", field, "Transfer-Encoding: chunked", body: "3\r\nx=1\r\n0\r\n\r\n"))
        client.send(server.request("GET /b"))
        let answers = RawAnswer.all(in: try #require(client.readToEnd()))
        #expect(answers.map(\.body) == ["POST /a x=1"])
        #expect(answers.first?.headers["Connection"] == "close")
    }

    @Test func `HEAD is answered with the head of GET and no body`() throws {
        let server = try TestServer(handler: { _ in
            .now(Response(.ok, headers: Headers([("ETag", "\"1\"")]), body: .bytes(Array("whole".utf8))))
        })
        let client = try server.connect()
        client.send(server.request("HEAD /"))
        let head = try #require(client.readAnswer(toHead: true))
        client.send(server.request("GET /"))
        let get = try #require(client.readAnswer())
        #expect(head.headers["Content-Length"] == "5")
        #expect(head.headers["ETag"] == get.headers["ETag"])
        #expect(get.body == "whole")
    }

    @Test func `304 has no body and keeps the connection`() throws {
        let server = try TestServer(handler: { _ in .now(Response(.notModified)) })
        let client = try server.connect()
        for _ in 0..<2 {
            client.send(server.request("GET /"))
            #expect(client.readAnswer()?.status == 304)
        }
    }

    @Test func `a path below the base path loses it and any other is not found`() throws {
        let server = try TestServer(basePath: "/kam")
        #expect(try server.answer(to: server.request("GET /kam/a"))?.body == "GET /a ")
        #expect(try server.answer(to: server.request("GET /kam"))?.body == "GET / ")
        #expect(try server.answer(to: server.request("GET /"))?.status == 404)
        #expect(try server.answer(to: server.request("GET /kamera"))?.status == 404)
        #expect(server.requests.map(\.path) == ["/a", "/"])
    }

    @Test func `our names are taken in any letters and with our port`() throws {
        let server = try TestServer()
        for host in ["LocalHost:\(server.port)", "[::1]:\(server.port)", server.host] {
            #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")?.status == 200)
        }
        #expect(try server.answer(to: server.request("GET http://\(server.host)/a?b"))?.body == "GET /a ")
    }

    @Test func `every answer carries the common headers and none is split by a value`() throws {
        let server = try TestServer(
            commonHeaders: Headers([("X-Common", "a"), ("X-Both", "common")]),
            handler: { _ in .now(Response(.ok, headers: Headers([("X-Both", "own"), ("X-Bad", "a\r\nSet-Cookie: b")])))
            })
        let answer = try #require(try server.answer(to: server.request("GET /")))
        #expect(answer.headers["X-Common"] == "a")
        #expect(answer.headers.all("X-Both") == ["own"])
        #expect(answer.headers["X-Bad"] == nil && answer.headers["Set-Cookie"] == nil)
        let refusal = try #require(try server.answer(to: server.request("PUT /")))
        #expect(refusal.headers["X-Common"] == "a")
        #expect(refusal.headers["Allow"] == "GET, HEAD, POST")
        #expect(refusal.headers["Connection"] == "close")
    }

    @Test func `bytes and embedded bytes arrive whole`() throws {
        let server = try TestServer(handler: { request in
            .now(
                Response(.ok, body: request.path == "/embedded" ? EmbeddedBody.body : .bytes(Array(EmbeddedBody.bytes)))
            )
        })
        for path in ["/embedded", "/bytes"] {
            let client = try server.connect()
            client.send(server.request("GET \(path)", "Connection: close"))
            #expect(try #require(client.readToEnd()).suffix(EmbeddedBody.bytes.count) == EmbeddedBody.bytes[...])
        }
    }

    @Test func `an answer reaches a client that has ended its side`() throws {
        let server = try TestServer()
        let client = try server.connect()
        client.send(server.request("GET /", "Connection: close"))
        client.endSending()
        #expect(RawAnswer.all(in: try #require(client.readToEnd())).map(\.status) == [200])
    }
}
