import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct ConnectionTests {
    @Test func `the writer syncs fully and every connection obeys the schema's rules`() throws {
        let temporary = try TemporaryDesk()
        func pragmas(_ db: Database) throws -> [String: String] {
            var values: [String: String] = [:]
            for name in [
                "synchronous", "journal_mode", "foreign_keys", "recursive_triggers", "cache_size", "secure_delete",
            ] {
                values[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
            return values
        }
        let common = [
            "journal_mode": "wal", "foreign_keys": "1", "recursive_triggers": "1", "cache_size": "-16000",
            "secure_delete": "1",
        ]
        try temporary.write { write in
            let writer = try pragmas(write.db)
            #expect(writer == common.merging(["synchronous": "2"]) { $1 })
        }
        // Readers held open at once are connections of their own.
        try temporary.desk.read { _ in
            try DispatchQueue.global().sync {
                try temporary.desk.read { read in
                    let reader = try pragmas(read.db).filter { $0.key != "synchronous" }
                    #expect(reader == common)
                    #expect(throws: DatabaseError.self) { try read.db.execute(sql: "DELETE FROM tally") }
                }
            }
        }
    }

    @Test func `the schema of a new desk equals the committed schema file`() throws {
        let temporary = try TemporaryDesk()
        let dump =
            try temporary.desk.read { read in
                try read.rows(
                    """
                    SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                      AND name NOT GLOB '*_search_*' ORDER BY rowid
                    """
                ) { $0[0] as String }
            }.joined(separator: "\n") + "\n"
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Sources/Store/Schema/schema.sql")
        let committed = try String(contentsOf: path, encoding: .utf8)
        if committed != dump {
            try dump.write(to: path.appendingPathExtension("new"), atomically: true, encoding: .utf8)
        }
        let isCommitted = committed == dump
        let difference = Set(dump.split(separator: "\n")).symmetricDifference(committed.split(separator: "\n")).sorted()
        #expect(isCommitted, "the new dump is beside it, schema.sql.new; what differs: \(difference)")
    }

    @Test func `a second process cannot open a desk, and is told which process has it`() throws {
        let temporary = try TemporaryDesk()
        #expect(throws: DeskError.inUse(temporary.path, by: String(getpid()))) { try Desk(path: temporary.path) }
    }

    @Test func `a foreign, a newer or a broken file is refused and left unchanged`() throws {
        let temporary = try TemporaryDesk()
        let text = try temporary.file(
            "not a database, but long enough to have a header of one, so that it is read", name: "text.sqlite")
        #expect(throws: DeskError.foreign(text)) { try Desk(path: text) }
        let other = temporary.folder.appendingPathComponent("other.sqlite").path
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "CREATE TABLE theirs (id INTEGER)") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: other))
        #expect(throws: DeskError.foreign(other)) { try Desk(path: other) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
        let newer = temporary.folder.appendingPathComponent("newer.sqlite").path
        let desk = try Desk.openOrMake(path: newer, owner: "A", language: "en")
        try desk.write(at: TemporaryDesk.noon, on: TemporaryDesk.today) {
            try $0.db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')")
        }
        try desk.close()
        #expect(throws: DeskError.newer(newer, has: 99, knows: Desk.schema)) { try Desk(path: newer) }
    }

    @Test func `the write-ahead log is emptied when it is long, and a long read does not delay a write`() throws {
        let temporary = try TemporaryDesk()
        func log(_ length: Int) throws -> Int {
            try temporary.write { try $0.log(LogEntry(act: "said", title: String(repeating: "x", count: length))) }
            return try Data(contentsOf: URL(fileURLWithPath: temporary.path + "-wal")).count
        }
        #expect(try log(10) > 0)
        #expect(try log(5_000_000) == 0)
        try temporary.desk.read { read in
            _ = try read.frame
            try DispatchQueue.global().sync {
                let begun = ContinuousClock.now
                let left = try log(5_000_000)
                #expect(left > 5_000_000)
                #expect(ContinuousClock.now - begun < .seconds(4))
            }
        }
        #expect(try log(10) == 0)
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test func `the write-ahead log is gone once a desk is closed`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("d.sqlite").path
        let desk = try Desk.openOrMake(path: path, owner: "A", language: "en")
        _ = try desk.read { try $0.frame }
        try desk.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
}
