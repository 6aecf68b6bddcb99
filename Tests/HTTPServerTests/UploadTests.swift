import HTTP
import HTTPServer
import Testing

@Suite struct UploadTests {
    private let end = Multipart.end

    @Test func `a small file arrives byte for byte with the fields around it`() throws {
        let uploads = try UploadServer()
        let content = Array("\r\n--boun\r\n\r\n--\r\n--bounD--\r\n\0\u{ff}".utf8)
        let body =
            Multipart.field("token", "1") + Multipart.file("Отчёт.bin", content) + Multipart.field("note", "а\r\nб")
            + end
        #expect(try uploads.answer(to: body)?.body == "Отчёт.bin \(content.count) token=1&note=а\r\nб")
        #expect(try uploads.kept.bytes("Отчёт.bin") == content)
        #expect(uploads.staging.names == [])
    }

    @Test func `a file of 20 MB arrives byte for byte`() throws {
        let uploads = try UploadServer()
        let content = Noise.bytes(20_000_000, seed: 1)
        let body = Multipart.field("a", "1") + Multipart.file("f", content) + Multipart.field("b", "2") + end
        #expect(try uploads.answer(to: body)?.body == "f 20000000 a=1&b=2")
        #expect(try uploads.kept.bytes("f") == content)
    }

    @Test func `two files at once do not mix`() throws {
        let uploads = try UploadServer(threads: 1)
        let contents = [Noise.bytes(1_000_000, seed: 1), Noise.bytes(1_000_000, seed: 2)]
        let bodies = contents.enumerated().map { Multipart.file("\($0.offset)", $0.element) + end }
        let clients = try bodies.map { body in
            let client = try uploads.server.connect()
            client.send(uploads.head(body.count))
            return client
        }
        for begin in stride(from: 0, to: bodies[0].count, by: 100_000) {
            for (client, body) in zip(clients, bodies) { client.send(Array(body[begin...].prefix(100_000))) }
        }
        for client in clients { #expect(client.readAnswer()?.status == 200) }
        #expect(try uploads.kept.bytes("0") == contents[0])
        #expect(try uploads.kept.bytes("1") == contents[1])
    }

    @Test func `a body that comes byte by byte is understood`() throws {
        let uploads = try UploadServer()
        let body = Multipart.field("a", "1") + Multipart.file("f", Array("x\r\n--boun".utf8)) + end
        let client = try uploads.server.connect()
        client.send(uploads.head(body.count))
        for byte in body { client.send([byte]) }
        #expect(client.readAnswer()?.body == "f 9 a=1")
    }

    @Test func `a form in which no file was chosen has none`() throws {
        let uploads = try UploadServer()
        let body = Multipart.file("", []) + Multipart.field("a", "1") + end
        #expect(try uploads.answer(to: body)?.body == "a=1")
        #expect(
            try uploads.answer(to: Multipart.file("", [], name: "other") + Multipart.file("f", []) + end)?.body
                == "f 0 ")
    }

    @Test func `a file that the handler does not keep is gone when it has answered`() throws {
        let folder = try TemporaryFolder()
        let server = try TestServer(uploads: folder.path) { request in
            .now(Response(.ok, body: .bytes(Array("\(folder.names.count) \(request.upload?.byteCount ?? -1)".utf8))))
        }
        let body = String(decoding: Multipart.file("f", [1, 2, 3]) + end, as: UTF8.self)
        let type = "Content-Type: multipart/form-data; boundary=\"bound\""
        let request = server.request("POST /upload", type, "Content-Length: \(body.utf8.count)", body: body)
        #expect(try server.answer(to: request)?.body == "1 3")
        #expect(folder.names == [])
    }

    @Test func `a connection goes on behind an upload`() throws {
        let uploads = try UploadServer()
        let client = try uploads.server.connect()
        let body = Multipart.file("f", [1]) + end
        for _ in 0..<2 {
            client.send(Array(uploads.head(body.count).utf8) + body)
            #expect(client.readAnswer()?.body == "f 1 ")
        }
        client.send(uploads.server.post("/upload", "a=1"))
        #expect(client.readAnswer()?.body == "a=1")
    }

    @Test func `a client that waits for it is told to send its file`() throws {
        let uploads = try UploadServer()
        let client = try uploads.server.connect()
        let body = Multipart.file("f", [1]) + end
        client.send(uploads.head(body.count, boundary: "bound", "Expect: 100-continue"))
        #expect(client.readAnswer()?.status == 100)
        client.send(body)
        #expect(client.readAnswer()?.body == "f 1 ")
    }

    @Test func `a server removes what one before it has left`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".kamdesk-upload-abc123", "a")
        let server = try TestServer(uploads: folder.path)
        #expect(folder.names == [])
        #expect(try server.isAnswering())
    }
}
