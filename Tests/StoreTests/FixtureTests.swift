import Domain
import Foundation
import Testing

@testable import Store

@Suite struct FixtureTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    @Test(arguments: 1...Migrations.version)
    func `a desk of every schema version opens and passes the check, and an older file is kept`(version: Int) throws {
        let fixture = FixtureTests.folder.appendingPathComponent("schema-\(version).desk")
        try #require(
            FileManager.default.fileExists(atPath: fixture.path),
            "make it: .build/debug/kamdesk demo --desk \(fixture.path) --clients 8 --years 1")
        let temporary = FileManager.default.temporaryDirectory.appendingPathComponent(
            "fixture-\(UUID().uuidString).sqlite")
        try FileManager.default.copyItem(
            at: fixture, to: temporary)
        defer {
            for suffix in ["", "-lock", "-wal", "-shm", "-heads", "-key", "-schema-\(version)"] {
                try? FileManager.default.removeItem(atPath: temporary.path + suffix)
            }
        }
        let desk = try Desk(path: temporary.path)
        let clients = try desk.read { try $0.frame.tallies.clients }
        try desk.close()
        #expect(clients == 8)
        let kept = temporary.path + "-schema-\(version)"
        #expect(FileManager.default.fileExists(atPath: kept) == (version < Migrations.version))
        if version < Migrations.version {
            #expect(throws: DeskError.older(kept, has: version, knows: Migrations.version)) {
                try Desk.check(path: kept)
            }
        }
        #expect(try Desk.check(path: temporary.path) == [])
    }
}
