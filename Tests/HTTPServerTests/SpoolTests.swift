import Foundation
import HTTP
import HTTPServer
import Testing

@Suite struct SpoolTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func content(_ file: SpooledFile) throws -> [UInt8] {
        let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: true)
        try handle.seek(toOffset: 0)
        return Array(try handle.readToEnd() ?? Data())
    }

    /// The body of an answer, read at one go to the end of its connection.
    private func body(of path: String, _ server: TestServer) throws -> [UInt8] {
        let client = try server.connect()
        client.send(server.request("GET \(path)", "Connection: close"))
        let bytes = try #require(client.readToEnd())
        let head = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)))
        return Array(bytes[head.upperBound...])
    }

    @Test func `a short answer stays in memory`() throws {
        var spool = Spool(in: PassingRoom(in: folder.path))
        try spool.append([1, 2])
        try spool.append([3])
        guard case .bytes([1, 2, 3]) = try spool.body() else {
            Issue.record("not in memory")
            return
        }
    }

    @Test func `a long answer lies in a file without a name`() throws {
        let bytes = Noise.bytes(1_000_000, seed: 4)
        var spool = Spool(in: PassingRoom(in: folder.path))
        for start in stride(from: 0, to: bytes.count, by: 70_000) {
            try spool.append(Array(bytes[start..<min(start + 70_000, bytes.count)]))
        }
        let body = try spool.body()
        guard case .spooled(let file) = body else {
            Issue.record("in memory")
            return
        }
        #expect(try body.count == bytes.count && content(file) == bytes)
        #expect(folder.names == [])
    }

    @Test func `a long answer arrives whole and leaves nothing, over TLS too`() throws {
        let bytes = Noise.bytes(3_000_000, seed: 5).map { $0 & 0x7f }
        for overTLS in [false, true] {
            let server = try TestServer(uploads: folder.path, overTLS: overTLS) { request in
                let response = Response(.ok, body: .bytes(bytes))
                return request.path == "/parked" ? .parked(.worker(for: "test")) { response } : .now(response)
            }
            for path in ["/", "/parked"] { #expect(try body(of: path, server) == bytes) }
            let client = try server.connect()
            client.send(server.request("HEAD /"))
            #expect(client.readAnswer(toHead: true)?.headers["Content-Length"] == "3000000")
        }
        #expect(folder.names == [])
    }

    @Test func `a long answer for which the disk has no room is still sent`() throws {
        let server = try TestServer(uploads: "/nowhere") { _ in
            .now(Response(.ok, body: .bytes([UInt8](repeating: 0x61, count: 300_000))))
        }
        #expect(try body(of: "/", server).count == 300_000)
    }

    @Test func `temporary files take only a share of the free space`() throws {
        let room = PassingRoom(in: folder.path)
        var free = statvfs()
        #expect(statvfs(folder.path, &free) == 0)
        let bytes = Int(free.f_bavail) * Int(free.f_frsize)
        #expect { try room.take(bytes * 6 / 10) } throws: { ($0 as? StagedFile.Failure)?.isForSpace == true }
        let share = try room.take(bytes * 3 / 10)
        #expect(throws: StagedFile.Failure.self) { try room.take(bytes * 3 / 10) }
        #expect(throws: StagedFile.Failure.self) { try room.grow(share, by: bytes * 3 / 10) }
    }

    @Test func `a share of an allowance is given back with its last reference`() {
        let allowance = Allowance()
        var share = allowance.take(6, atMost: 10)
        #expect(share != nil && allowance.take(5, atMost: 10) == nil)
        #expect(share?.grow(by: 4, atMost: 10) == true && share?.grow(by: 1, atMost: 10) == false)
        share = nil
        #expect(allowance.take(10, atMost: 10) != nil)
        #expect(allowance.take(.max, atMost: 10) == nil)
    }
}
