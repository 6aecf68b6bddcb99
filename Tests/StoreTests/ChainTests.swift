import Domain
import Foundation
import GRDB
import Testing

@testable import Demo
@testable import Store

/// History and the log hold together line by line, and `check` names where they do not.
@Suite struct ChainTests {
    /// A desk in which something was done and logged, closed, so that its file can be edited.
    static func closed() throws -> TemporaryDesk {
        let temporary = try TakingBackTests.world()
        try temporary.write { write in
            for name in ["login", "read", "exported"] {
                try write.log(
                    LogEntry(
                        user: Desk.owner, name: "Anna Orlova", act: name, subject: "client", record: 2, title: "Centre",
                        address: "127.0.0.1"))
            }
        }
        try temporary.desk.close()
        #expect(try Desk.check(path: temporary.path) == [])
        return temporary
    }

    /// Does to a file what no verb does: its triggers are gone meanwhile.
    static func edit(_ path: String, _ body: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration())
        try queue.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = OFF") }
        try queue.write { db in
            let parts = try SchemaParts(db)
            let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
            try body(db)
            for sql in parts.triggers { try db.execute(sql: sql) }
        }
        try queue.close()
    }

    static let edits: [(table: String, column: String, value: String)] =
        [
            ("at", "at + 1"), ("user_id", "2"), ("act", "'deleted'"), ("subject", "'matter'"), ("record_id", "77"),
            ("title", "title || ' '"), ("client_id", "ifnull(client_id, 0) + 1"), ("person_id", "0"),
            ("fields", "'{}'"), ("import_id", "1"), ("for_user_id", "1"), ("hash", "zeroblob(32)"), ("hash", "NULL"),
        ].map { ("change", $0.0, $0.1) }
        + [
            ("at", "at - 1"), ("user_id", "NULL"), ("name", "'Boris'"), ("act", "'logout'"), ("subject", "NULL"),
            ("record_id", "3"), ("title", "NULL"), ("address", "'127.0.0.2'"), ("hash", "randomblob(32)"),
        ].map { ("log", $0.0, $0.1) }

    @Test(arguments: edits)
    func `a change of any column of a line is detected`(table: String, column: String, value: String) throws {
        let temporary = try ChainTests.closed()
        try ChainTests.edit(temporary.path) {
            try $0.execute(sql: "UPDATE \(table) SET \(column) = \(value) WHERE id = 2")
        }
        let book = table == "change" ? "history" : "log"
        #expect(try Desk.check(path: temporary.path).contains("the \(book) does not follow from line 2 on"))
    }

    @Test(arguments: [
        ("cut", "DELETE FROM change WHERE id = 3", 4),
        ("the first cut", "DELETE FROM change WHERE id = 1", 2),
        (
            "swapped",
            """
            UPDATE change SET id = -3 WHERE id = 3; UPDATE change SET id = 3 WHERE id = 4;
            UPDATE change SET id = 4 WHERE id = -3
            """, 3
        ),
        (
            "put in",
            """
            UPDATE change SET id = -id - 1 WHERE id >= 5; UPDATE change SET id = -id WHERE id < 0;
            INSERT INTO change SELECT 5, at, user_id, act, subject, record_id, title, client_id, person_id, fields,
              import_id, for_user_id, hash FROM change WHERE id = 4
            """, 5
        ),
    ])
    func `a history line that is removed, moved or inserted is detected`(what: String, sql: String, line: Int) throws {
        let temporary = try ChainTests.closed()
        try ChainTests.edit(temporary.path) { try $0.execute(sql: sql) }
        #expect(
            try Desk.check(path: temporary.path).contains("the history does not follow from line \(line) on"), "\(what)"
        )
    }

    @Test func `lines removed from the end are detected, and are reported when the desk is opened`() throws {
        let temporary = try ChainTests.closed()
        var last: Int64 = 0
        try ChainTests.edit(temporary.path) { db in
            last = try Chain.history.end(db).id
            try db.execute(sql: "DELETE FROM change WHERE id > \(last - 3); DELETE FROM log WHERE id = 3")
        }
        let lost = "lines \(last - 2) to \(last) of the history are lost; line 3 of the log is lost"
        #expect(try Desk.check(path: temporary.path).contains("of what was acknowledged, \(lost)"))
        let desk = try Desk(path: temporary.path)
        #expect(desk.lostTail?.description == lost)
        let told = try desk.read { try $0.logPage(LogQuery()) }.lines[0]
        #expect((told.id, told.act, told.title, told.user) == (ID(3), "tail-lost", lost, nil))
        try desk.close()
        #expect(try !Desk.check(path: temporary.path).contains { $0.contains("acknowledged") })
        let again = try Desk(path: temporary.path)
        #expect(again.lostTail == nil)
        try again.close()
    }

    @Test func `a rewritten history is detected by the last acknowledged line`() throws {
        let temporary = try ChainTests.closed()
        var last: Int64 = 0
        try ChainTests.edit(temporary.path) { db in
            last = try Chain.history.end(db).id
            try db.execute(sql: "UPDATE change SET title = 'Another' WHERE id = 2")
            try Chain.history.linkAll(db)
        }
        #expect(
            try Desk.check(path: temporary.path) == [
                "of what was acknowledged, line \(last) of the history is not the one that was written"
            ])
        let desk = try Desk(path: temporary.path)
        #expect(desk.lostTail?.history == LostTail.Gap(first: last, last: last, isOther: true))
        try desk.close()
    }

    @Test func `no SQL statement can add a line without its hash, or change or delete a line`() throws {
        let temporary = try TemporaryDesk()
        try temporary.write { write in
            _ = try write.addPerson(PersonDraft(name: "A"))
            try write.log(LogEntry(act: "login"))
            for sql in [
                """
                INSERT INTO change (at, user_id, act, subject, record_id, title, fields)
                VALUES (1, 1, 'created', 'client', 1, 'x', '{}')
                """,
                """
                INSERT INTO change (at, user_id, act, subject, record_id, title, fields, hash)
                VALUES (1, 1, 'created', 'client', 1, 'x', '{}', x'00')
                """,
                "INSERT INTO log (at, act) VALUES (1, 'login')", "UPDATE log SET act = 'x'", "DELETE FROM log",
                "UPDATE change SET hash = zeroblob(32)",
            ] {
                #expect(throws: DatabaseError.self, "\(sql)") { try write.db.execute(sql: sql) }
            }
        }
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test func `an act that is rolled back in part or whole leaves the chain of lines intact`() throws {
        let temporary = try TemporaryDesk()
        struct Enough: Error {}
        for turn in 1...3 {
            #expect(throws: Enough.self) {
                try temporary.write { write in
                    _ = try write.addPerson(PersonDraft(name: "Nobody"))
                    try write.log(LogEntry(act: "read"))
                    throw Enough()
                }
            }
            try temporary.write { write in
                _ = try write.addPerson(PersonDraft(name: "A \(turn)"))
                try write.db.inSavepoint {
                    _ = try write.addPerson(PersonDraft(name: "B"))
                    return .rollback
                }
                _ = try write.addPerson(PersonDraft(name: "C \(turn)"))
                try write.log(LogEntry(act: "read"))
            }
        }
        #expect(try Desk.check(path: temporary.path) == [])
        #expect(try temporary.desk.read { try Chain.log.end($0.db).id } == 3)
    }

    @Test func `an import and its undo leave the chain of history lines intact`() throws {
        let temporary = try FillingTests.filled()
        let file = "key,name,inn\n1,Alpha,\n2,Beta,123\n3,Gamma,\n1,Alpha again,\n"
        let report = try ImportTests().run(temporary, .clients, file, skipsRefused: true)
        #expect(report.refusedCount == 2)
        #expect(try Desk.check(path: temporary.path) == [])
        #expect(try temporary.desk.undoImport(#require(report.id)) { _, _ in } == [])
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test(arguments: [1, 2, 3])
    func `an upgrade links the history of a desk of an earlier schema into a chain`(version: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("desk.sqlite").path
        try FileManager.default.copyItem(
            atPath: FixtureTests.folder.appendingPathComponent("schema-\(version).desk").path, toPath: path)
        let desk = try Desk(path: path)
        #expect(desk.lostTail == nil)
        let (linked, lines, log) = try desk.read { read in
            (
                try read.count("SELECT count(*) FROM change WHERE length(hash) = 32"),
                try read.count("SELECT count(*) FROM change"), try read.logPage(LogQuery()).lines
            )
        }
        #expect(linked > 100 && linked == lines && log.map(\.act) == ["heads-made"])
        try desk.close()
        #expect(try Desk.check(path: path) == [])
        #expect(Heads.read(of: path) != nil)
    }
}
