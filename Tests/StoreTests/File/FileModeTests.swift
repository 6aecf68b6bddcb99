import Domain
import Foundation
import Testing

@testable import Store

/// Nobody but its owner may read or write what the program makes.
@Suite(.serialized) struct FileModeTests {
    /// What others than the owner may open in a folder, with what they may do.
    static func open(in folder: URL) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path)!.compactMap { $0 as? String }
        return try names.compactMap { name in
            let facts = try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
            let mode = facts[.posixPermissions] as! Int
            return mode & 0o077 == 0 ? nil : "\(name) \(String(mode, radix: 8))"
        }.sorted()
    }

    @Test func `only the owner may open the files beside a desk, whatever the umask`() throws {
        let before = umask(0)
        defer { umask(before) }
        let temporary = try TemporaryDesk()
        _ = try temporary.addClient("Known")
        _ = try Desk.backUp(temporary.path, into: temporary.path + "-backups", keep: nil)
        _ = try Desk.restore(
            Desk.backups(of: temporary.path, in: temporary.path + "-backups")[0].path, to: temporary.path + "-again")
        try Desk.make(path: temporary.path + "-filled", owner: "A", language: "en") { _ in
            let open = try FileModeTests.open(in: temporary.folder)
            #expect(open == [])
        }
        #expect(try FileModeTests.open(in: temporary.folder) == [])
    }

    @Test func `files that an earlier program left open to others are closed to them, and are named`() throws {
        let temporary = try TemporaryDesk()
        try temporary.desk.close()
        let beside = ["", "-heads", "-lock", "-schema-3", "-schema-3-2", "-tls-key.pem"]
        for suffix in beside {
            let path = temporary.path + suffix
            if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        }
        let desk = try Desk(path: temporary.path)
        #expect(try FileModeTests.open(in: temporary.folder) == [])
        #expect(desk.tightened == beside.map { temporary.path + $0 })
        try desk.close()
        let again = try Desk(path: temporary.path)
        #expect(again.tightened == [])
        try again.close()
    }
}
