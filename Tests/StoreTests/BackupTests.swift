import Domain
import Foundation
import GRDB
import Testing

@testable import Demo
@testable import Store

@Suite struct BackupTests {
    /// All rows of all tables, of the search's too.
    static func contents(_ path: String) throws -> [String: [String]] {
        try Desk.look(at: path) { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
            return Dictionary(
                uniqueKeysWithValues: try tables.map { table in
                    (table, try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\($0)" }.sorted())
                })
        }
    }

    @Test func `a copy holds the same data as the desk, and a desk is restored from it`() throws {
        let temporary = try TakingBackTests.world()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = try Desk.backUp(temporary.path, into: folder, keep: 3)
        #expect(try BackupTests.contents(made.path) == BackupTests.contents(temporary.path))
        let mode = try FileManager.default.attributesOfItem(atPath: made.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = folder + "/again.sqlite"
        try Desk.restore(made.path, to: again)
        #expect(try BackupTests.contents(again) == BackupTests.contents(temporary.path))
        #expect(throws: DeskError.exists(again)) { try Desk.restore(made.path, to: again) }
        #expect(throws: DeskError.exists(temporary.path)) { try Desk.restore(made.path, to: temporary.path) }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(files) == ["again.sqlite", (made.path as NSString).lastPathComponent])
    }

    @Test func `only the latest copies are kept, and other files in the folder are not touched`() throws {
        let temporary = try TemporaryDesk()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: folder + "/mine.sqlite"))
        var paths: [String] = []
        for second in 0..<5 {
            let moment = Moment(milliseconds: 1_800_000_000_000 + Int64(second) * 1000)
            paths.append(try Desk.backUp(temporary.path, into: folder, keep: 2, at: moment).path)
        }
        #expect(Desk.backups(of: temporary.path, in: folder).map(\.path) == paths.suffix(2).reversed())
        #expect(FileManager.default.fileExists(atPath: folder + "/mine.sqlite"))
    }

    @Test func `two desks of one name share a folder, and a copy dated in the future does not replace today's`() throws
    {
        let (one, other) = (try TemporaryDesk(), try TemporaryDesk())
        let folder = one.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let future = Moment(milliseconds: 4_000_000_000_000)
        let late = try Desk.backUp(one.path, into: folder, keep: nil, at: future)
        let theirs = try Desk.backUp(other.path, into: folder, keep: 1)
        let made = try Desk.backUp(one.path, into: folder, keep: 1)
        #expect(Desk.backups(of: one.path, in: folder).map(\.path) == [made.path])
        #expect(Desk.backups(of: other.path, in: folder).map(\.path) == [theirs.path])
        #expect(!FileManager.default.fileExists(atPath: late.path))
    }

    @Test func `a copy may be made between two steps of an import, and of a desk of an older schema`() throws {
        let temporary = try TakingBackTests.world()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try temporary.desk.withWriter { try $0.execute(sql: "UPDATE standing SET is_stale = 1 WHERE client_id < 5") }
        #expect(try Desk.check(path: temporary.path).isEmpty == false)
        _ = try Desk.backUp(temporary.path, into: folder, keep: nil)
        let older = FixtureTests.folder.appendingPathComponent("schema-2.desk").path
        let made = try Desk.backUp(older, into: folder, keep: nil)
        #expect(throws: DeskError.older(made.path, has: 2, knows: Migrations.version)) {
            try Desk.check(path: made.path)
        }
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func `no desk is restored beside the log file of another desk`(suffix: String) throws {
        let temporary = try TemporaryDesk()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = try Desk.backUp(temporary.path, into: folder, keep: nil)
        let again = folder + "/again"
        try Data().write(to: URL(fileURLWithPath: again + suffix))
        #expect(throws: DeskError.exists(again + suffix)) { try Desk.restore(made.path, to: again) }
        #expect(!FileManager.default.fileExists(atPath: again))
    }

    /// Each act adds a client with a KAM and changes another, so that a copy between two steps of one would not be sound.
    @Test func `a copy made while others write shows a single moment`() async throws {
        let temporary = try TemporaryDesk()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let desk = temporary.desk
        let writer = Task.detached {
            var written = 0
            while !Task.isCancelled {
                written += 1
                try desk.write(at: .current(), on: TemporaryDesk.today) { write in
                    let name = "Client \(written)"
                    try write.addClient(ClientDraft(name: name, kind: .other, note: name), kam: ID(1))
                }
            }
            return written
        }
        while try desk.read({ try $0.frame.tallies.clients }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
        var counts: [Int] = []
        for second in 0..<20 {
            let moment = Moment(milliseconds: 1_800_000_000_000 + Int64(second) * 1000)
            let made = try Desk.backUp(temporary.path, into: folder, keep: 30, at: moment)
            let (clients, ties) = try Desk.look(at: made.path) { db in
                (
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM client") ?? 0,
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM client_kam") ?? -1
                )
            }
            #expect(clients == ties)
            counts.append(clients)
        }
        writer.cancel()
        let written = try await writer.value
        #expect(
            counts == counts.sorted() && Set(counts).count > 10 && counts.last ?? 0 <= written,
            "\(counts) of \(written)")
    }

    @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9])
    func `a damaged copy is refused, and no file is left behind`(place: Double) throws {
        let temporary = try TakingBackTests.world()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = try Desk.backUp(temporary.path, into: folder, keep: 3)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
        let start = Int(Double(bytes.count) * place) / 4096 * 4096
        for offset in start..<start + 4096 { bytes[offset] = bytes[offset] ^ 0xFF }
        try bytes.write(to: URL(fileURLWithPath: made.path))
        let again = folder + "/again.sqlite"
        #expect(throws: (any Error).self) { try Desk.restore(made.path, to: again) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("again") } == [])
    }

    @Test func `a change of a single byte anywhere in a copy is detected`() throws {
        let temporary = try TakingBackTests.world()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = try Desk.backUp(temporary.path, into: folder, keep: 3)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
        #expect(try CopyMark.holds(made.path))
        let damaged = folder + "/damaged"
        for part in 0..<40 {
            // The mark itself lies in the last page, behind which there is nothing.
            let place = (bytes.count - 4096) * part / 40 + part
            var changed = bytes
            changed[place] ^= 1
            try changed.write(to: URL(fileURLWithPath: damaged))
            #expect(try !CopyMark.holds(damaged), "\(place)")
        }
        #expect(throws: DeskError.unsound(damaged, ["it is not what it was when it was made"])) {
            try Desk.restore(damaged, to: folder + "/again.sqlite")
        }
        // One of an earlier program has no mark.
        try bytes.dropLast(4096).write(to: URL(fileURLWithPath: damaged))
        try Desk.restore(damaged, to: folder + "/again.sqlite")
        #expect(try BackupTests.contents(folder + "/again.sqlite") == BackupTests.contents(temporary.path))
    }

    @Test func `a sealed copy opens only with its passphrase, and any change of it is detected`() throws {
        let temporary = try TakingBackTests.world()
        let folder = temporary.path + "-backups"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = try Desk.backUp(temporary.path, into: folder, keep: 3, sealedBy: "correct horse battery")
        #expect(made.path.hasSuffix(".sqlite.sealed") && Desk.isSealed(made.path))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
        #expect(bytes.range(of: Data("Regional Oncology".utf8)) == nil)
        let again = folder + "/again"
        #expect(throws: Seal.Fault.self) { try Desk.restore(made.path, to: again, sealedBy: "wrong horse battery") }
        let broken = folder + "/broken"
        for (name, damaged) in [
            ("cut", bytes.dropLast(70_000)), ("longer", bytes + Data([0])),
            ("changed", bytes.prefix(100_000) + Data([bytes[100_000] ^ 1]) + bytes.dropFirst(100_001)),
            ("without a chunk", bytes.prefix(17 + 16 + 24) + bytes.dropFirst(17 + 16 + 24 + 65_553)),
        ] {
            try damaged.write(to: URL(fileURLWithPath: broken))
            #expect(throws: Seal.Fault.self, "\(name)") {
                try Desk.restore(broken, to: again, sealedBy: "correct horse battery")
            }
        }
        try FileManager.default.removeItem(atPath: broken)
        try Desk.restore(made.path, to: again, sealedBy: "correct horse battery")
        #expect(try BackupTests.contents(again) == BackupTests.contents(temporary.path))
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder)).count == 2)
    }

    @Test func `a copy made by an older program is upgraded when it is restored`() throws {
        let again = FileManager.default.temporaryDirectory.appendingPathComponent("again-\(UUID().uuidString).sqlite")
            .path
        defer { try? FileManager.default.removeItem(atPath: again) }
        try Desk.restore(FixtureTests.folder.appendingPathComponent("schema-1.desk").path, to: again)
        #expect(try Desk.check(path: again) == [])
    }
}
