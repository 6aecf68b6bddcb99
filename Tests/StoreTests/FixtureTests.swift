import Domain
import Foundation
import Testing

@testable import Store

@Suite struct FixtureTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    @Test(arguments: 1...Migrations.version)
    func `a desk of every schema that has landed still opens, whole`(version: Int) throws {
        let temporary = FileManager.default.temporaryDirectory.appendingPathComponent(
            "fixture-\(UUID().uuidString).sqlite")
        try FileManager.default.copyItem(
            at: FixtureTests.folder.appendingPathComponent("schema-\(version).desk"), to: temporary)
        defer {
            for suffix in ["", "-lock", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: temporary.path + suffix)
            }
        }
        let desk = try Desk(path: temporary.path)
        let clients = try desk.read { try $0.frame().tallies.clients }
        try desk.close()
        #expect(clients == 8)
        #expect(try Desk.check(path: temporary.path) == [])
    }
}
