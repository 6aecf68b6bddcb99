import HTTP
import HTTPServer
import Testing

@Suite struct BodyTests {
    private let field = "Content-Type: application/x-www-form-urlencoded"

    private func small() -> Limits {
        var limits = Limits()
        limits.bodyBytes = 1000
        return limits
    }

    private func chunk(_ text: String) -> String { String(text.utf8.count, radix: 16) + "\r\n\(text)\r\n" }

    @Test func `a form is read whether its length is known or not`() throws {
        let server = try TestServer()
        #expect(try server.answer(to: server.post("/", "a=1&b=%D0%B0"))?.body == "POST / a=1&b=а")
        let chunks = chunk("a=1&b=%D") + chunk("0%B0") + "0\r\n\r\n"
        let answer = try server.answer(to: server.request("POST /", field, "Transfer-Encoding: chunked", body: chunks))
        #expect(answer?.body == "POST / a=1&b=а")
    }

    @Test func `a form may name UTF-8 as its charset`() throws {
        let server = try TestServer()
        for type in ["; charset=UTF-8", ";charset=\"utf-8\""] {
            let request = server.request("POST /", field + type, "Content-Length: 3", body: "a=1")
            #expect(try server.answer(to: request)?.body == "POST / a=1")
        }
    }

    @Test func `a POST without a body has an empty form`() throws {
        let server = try TestServer()
        #expect(try server.answer(to: server.request("POST /"))?.body == "POST / ")
        #expect(try server.answer(to: server.request("POST /", "Content-Length: 0"))?.body == "POST / ")
    }

    @Test func `a body known to be too large is refused before it is read`() throws {
        let server = try TestServer(limits: small())
        let client = try server.connect()
        client.send(server.request("POST /", field, "Content-Length: 1001"))
        let answer = try #require(client.readAnswer())
        #expect(answer.status == 413)
        #expect(answer.headers["Connection"] == "close")
        #expect(server.requests.isEmpty)
    }

    @Test func `a chunked body is refused as soon as it is too large`() throws {
        let server = try TestServer(limits: small())
        let client = try server.connect()
        client.send(server.request("POST /", field, "Transfer-Encoding: chunked"))
        for _ in 0..<11 { client.send(chunk(String(repeating: "a", count: 100))) }
        let answer = try #require(client.readAnswer())
        #expect(answer.status == 413)
        #expect(answer.body == "Refused: contentTooLarge")
        #expect(server.requests.isEmpty)
    }

    @Test func `the page for a body that is too large reaches a client that goes on sending`() throws {
        let server = try TestServer(limits: small())
        let client = try server.connect()
        let body = String(repeating: "a", count: 8_000_000)
        client.send(server.request("POST /", field, "Content-Length: \(body.utf8.count)", body: body))
        #expect(client.readAnswer()?.status == 413)
    }

    @Test func `a body of the largest size is taken`() throws {
        let server = try TestServer(limits: small())
        #expect(try server.answer(to: server.post("/", "a=" + String(repeating: "b", count: 998)))?.status == 200)
        #expect(try server.answer(to: server.post("/", "a=" + String(repeating: "b", count: 999)))?.status == 413)
    }

    @Test func `a client that waits for it is told to go on`() throws {
        let server = try TestServer(limits: small())
        let client = try server.connect()
        client.send(server.request("POST /", field, "Content-Length: 3", "Expect: 100-continue"))
        #expect(client.readAnswer()?.status == 100)
        client.send("a=1")
        #expect(client.readAnswer()?.body == "POST / a=1")
    }

    @Test func `a client is not told to go on with what will be refused`() throws {
        let server = try TestServer(limits: small())
        let tooLarge = server.request("POST /", field, "Content-Length: 1001", "Expect: 100-continue")
        #expect(try server.answer(to: tooLarge)?.status == 413)
        let wrongType = server.request(
            "POST /", "Content-Type: text/plain", "Content-Length: 3", "Expect: 100-continue")
        #expect(try server.answer(to: wrongType)?.status == 415)
    }

    @Test func `large forms of strangers hold a bounded part of the memory and keep nobody else from theirs`() throws {
        var limits = Limits()
        limits.formBytesOfStrangersAtOnce = 200_000
        let server = try TestServer(limits: limits) { request in
            .now(Response(.ok, body: .bytes(Array("\(request.form["a"]?.utf8.count ?? 0)".utf8))))
        } sender: {
            $0.headers["Cookie"] == nil ? .stranger : Sender(name: "anna", bringsFiles: false)
        }
        let large = "a=" + String(repeating: "x", count: 120_000)
        func head(_ fields: String...) -> String {
            (["POST / HTTP/1.1", "Host: \(server.host)", field] + fields).joined(separator: "\r\n") + "\r\n\r\n"
        }
        do {
            let slow = try server.connect()
            slow.send(head("Content-Length: \(large.utf8.count)", "Expect: 100-continue"))
            #expect(slow.readAnswer()?.status == 100)
            for framing in ["Content-Length: \(large.utf8.count)", "Transfer-Encoding: chunked"] {
                let answer = try server.answer(to: head(framing, "Expect: 100-continue"))
                #expect(answer?.status == 503 && answer?.headers["Retry-After"] != nil)
            }
            #expect(try server.answer(to: server.post("/", "a=123"))?.body == "3")
            let known = try server.answer(to: head("Content-Length: \(large.utf8.count)", "Cookie: a=b") + large)
            #expect(known?.body == "120000")
        }
        #expect(try Gatekeeper.until { try server.answer(to: server.post("/", large))?.body == "120000" })
    }
}
