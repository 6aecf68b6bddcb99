import Foundation
import HTTP
import HTTPServer
import Testing

@Suite struct UploadRefusalTests {
    private let file = Multipart.file("f", Noise.bytes(300_000, seed: 3))

    private func small() -> Limits {
        var limits = Limits()
        limits.uploadBytes = 1000
        return limits
    }

    @Test func `an upload of the largest size is taken and one byte more is refused before it is sent`() throws {
        let uploads = try UploadServer(limits: small())
        let content = [UInt8](repeating: 7, count: 1000 - Multipart.file("f", []).count - Multipart.end.count)
        #expect(try uploads.answer(to: Multipart.file("f", content) + Multipart.end)?.status == 200)
        let client = try uploads.server.connect()
        client.send(uploads.head(1001))
        let answer = try #require(client.readAnswer())
        #expect(answer.status == 413)
        #expect(answer.headers["Connection"] == "close")
        #expect(uploads.server.requests.count == 1)
    }

    @Test func `a client is not told to send a file that will be refused`() throws {
        let uploads = try UploadServer(limits: small())
        let client = try uploads.server.connect()
        client.send(uploads.head(1001, boundary: "bound", "Expect: 100-continue"))
        #expect(client.readAnswer()?.status == 413)
    }

    @Test func `an upload for which the disk has no room is refused before it is sent`() throws {
        var limits = Limits()
        limits.uploadBytes = .max
        let uploads = try UploadServer(limits: limits)
        let client = try uploads.server.connect()
        client.send(uploads.head(1 << 60))
        #expect(client.readAnswer()?.status == 507)
        #expect(try uploads.server.isAnswering())
    }

    @Test func `an upload is refused where its folder is gone`() throws {
        let uploads = try UploadServer()
        try FileManager.default.removeItem(atPath: uploads.staging.path)
        #expect(try uploads.answer(to: file + Multipart.end)?.status == 503)
    }

    @Test func `an upload that cannot be written is refused in the middle`() throws {
        let uploads = try UploadServer()
        try FileManager.default.removeItem(atPath: uploads.staging.path)
        try Data().write(to: URL(fileURLWithPath: uploads.staging.path))
        #expect(try uploads.answer(to: file + Multipart.end)?.status == 503)
        #expect(try uploads.server.isAnswering())
    }

    @Test func `a server without a folder takes no uploads`() throws {
        let server = try TestServer()
        let type = "Content-Type: multipart/form-data; boundary=bound"
        #expect(try server.answer(to: server.request("POST /upload", type, "Content-Length: 9"))?.status == 415)
    }

    @Test func `an upload whose connection breaks in the middle leaves nothing`() throws {
        let uploads = try UploadServer()
        do {
            let client = try uploads.server.connect()
            client.send(uploads.head(9_999_999))
            client.send(file)
            #expect(Gatekeeper.until { uploads.staging.names.count == 1 })
        }
        #expect(Gatekeeper.until { uploads.staging.names == [] })
        #expect(uploads.server.requests.isEmpty)
        #expect(try uploads.server.isAnswering())
    }

    @Test func `an upload that breaks off behind its file leaves nothing`() throws {
        let uploads = try UploadServer()
        let client = try uploads.server.connect()
        client.send(uploads.head(9_999_999))
        client.send(file)
        #expect(Gatekeeper.until { uploads.staging.names.count == 1 })
        client.endSending()
        #expect(client.readToEnd() == [])
        #expect(Gatekeeper.until { uploads.staging.names == [] })
    }

    @Test func `the page for a broken upload reaches a client that goes on sending and nothing is left`() throws {
        let uploads = try UploadServer()
        let body = file + file + [UInt8](repeating: 7, count: 8_000_000)
        #expect(try uploads.answer(to: body)?.status == 400)
        #expect(uploads.staging.names == [])
    }

    @Test func `a server that stops in the middle of an upload leaves nothing`() throws {
        var limits = Limits()
        limits.stopping = .milliseconds(100)
        let uploads = try UploadServer(limits: limits)
        let client = try uploads.server.connect()
        client.send(uploads.head(9_999_999))
        client.send(file)
        #expect(Gatekeeper.until { uploads.staging.names.count == 1 })
        uploads.server.server.stop()
        #expect(uploads.staging.names == [])
    }

    @Test func `a user who may not upload is refused, and learns nothing of the disk's free space`() throws {
        var limits = Limits()
        limits.uploadBytes = .max
        for sender in [Sender.stranger, Sender(name: "anna", bringsFiles: false)] {
            let uploads = try UploadServer(limits: limits) { _ in sender }
            for count in [1, 1_000_000, 1 << 60] {
                let client = try uploads.server.connect()
                client.send(uploads.head(count, boundary: "bound", "Expect: 100-continue"))
                let answer = try #require(client.readAnswer())
                #expect(answer.status == 403 && answer.headers["Connection"] == "close")
                #expect(client.readToEnd() == [])
            }
            #expect(uploads.staging.names == [] && uploads.server.requests.isEmpty)
        }
    }

    @Test func `a user may upload two files at once and no more, and others may upload theirs`() throws {
        let uploads = try UploadServer { Sender(name: $0.headers["X"], bringsFiles: true) }
        func head(_ who: String) throws -> RawClient {
            let client = try uploads.server.connect()
            client.send(
                uploads.server.request(
                    "POST /upload", "Content-Type: multipart/form-data; boundary=bound", "Content-Length: 99999",
                    "Expect: 100-continue", "X: \(who)"))
            return client
        }
        do {
            let open = try ["anna", "anna", "boris"].map(head)
            for client in open { #expect(client.readAnswer()?.status == 100) }
            let third = try #require(try head("anna").readAnswer())
            #expect(third.status == 429 && third.headers["Retry-After"] != nil)
        }
        #expect(try Gatekeeper.until { try head("anna").readAnswer()?.status == 100 })
    }

    @Test func `an upload may not go on for ever`() throws {
        var limits = Limits()
        (limits.upload, limits.slowestBytesPerSecond) = (.milliseconds(300), 1)
        let uploads = try UploadServer(limits: limits)
        let client = try uploads.server.connect()
        client.send(uploads.head(9_999_999))
        client.send(file)
        #expect(client.readToEnd() != nil)
        #expect(Gatekeeper.until { uploads.staging.names == [] } && uploads.server.requests.isEmpty)
    }
}
