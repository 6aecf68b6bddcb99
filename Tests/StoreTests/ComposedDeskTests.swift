import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// What a desk of an earlier program becomes whose texts were kept as they were typed.
@Suite struct ComposedDeskTests {
    /// "й" of two characters, and a space that has no width.
    static let parts = "и\u{306}\u{200B}"
    static let whole = "й"

    /// A desk of the sixth schema, changed below the program by SQL, and its path.
    static func older(_ change: (Database) throws -> Void) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("composed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("desk.sqlite").path
        try FileManager.default.copyItem(
            atPath: FixtureTests.folder.appendingPathComponent("schema-6.desk").path, toPath: path)
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration())
        try queue.write(change)
        try queue.close()
        return path
    }

    static func remove(_ path: String) {
        try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
    }

    /// The columns of records into which text of any kind can be written.
    static func columns(_ db: Database) throws -> [(table: String, column: String)] {
        try Change.Subject.allCases.map(\.rawValue).filter { try db.tableExists($0) }.flatMap { table in
            try db.columns(in: table).filter {
                $0.type == "TEXT" && !["sort_name", "time_zone", "password"].contains($0.name)
                    && !$0.name.hasSuffix("day")
            }.map { (table, $0.name) }
        }
    }

    @Test func `an upgrade composes every typed text, as one act in history`() throws {
        let path = try ComposedDeskTests.older { db in
            for (table, column) in try ComposedDeskTests.columns(db) {
                // Of days and words the schema takes no other.
                try? db.inSavepoint {
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column) = \(column) || ?", arguments: [ComposedDeskTests.parts])
                    return .commit
                }
            }
        }
        defer { ComposedDeskTests.remove(path) }
        let desk = try Desk(path: path)
        try desk.read { read in
            for (table, column) in try ComposedDeskTests.columns(read.db) {
                let texts = try String.fetchAll(
                    read.db, sql: "SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
                let left = texts.filter {
                    $0.unicodeScalars.contains("\u{306}") || $0.unicodeScalars.contains("\u{200B}")
                }
                #expect(left == [], "\(table).\(column)")
            }
            #expect(try read.count("SELECT count(*) FROM client WHERE name LIKE '%\(ComposedDeskTests.whole)'") == 8)
            #expect(
                try read.count("SELECT count(*) FROM client WHERE sort_name LIKE '%\(ComposedDeskTests.whole)'") == 8)
            let last = try #require(try read.lastChange())
            let act = try read.pastAct(last, on: TemporaryDesk.today)
            #expect(act.count > 100 && act.changes.allSatisfy { $0.act == .changed && $0.by == read.frame.viewer.name })
            #expect(try read.search("больниц\(ComposedDeskTests.parts)", on: TemporaryDesk.today).query != "")
            #expect(try read.logPage(LogQuery()).lines.contains { $0.act == "composed" && $0.user == nil })
        }
        #expect(desk.lostTail == nil)
        try desk.close()
        #expect(try Desk.check(path: path) == [])
    }

    @Test func `a key that equals another once it is composed gets a number appended`() throws {
        let (parts, whole) = (ComposedDeskTests.parts, ComposedDeskTests.whole)
        let path = try ComposedDeskTests.older { db in
            try db.execute(sql: "UPDATE client SET key = ? WHERE id = 1", arguments: [parts])
            try db.execute(sql: "UPDATE client SET key = ? WHERE id = 2", arguments: [whole])
            try db.execute(sql: "UPDATE client SET key = ? WHERE id = 3", arguments: [parts + "\u{200B}"])
            try db.execute(
                sql: "UPDATE payment SET number = ? || id, day = '2026-01-01', client_id = 1 WHERE id IN (1, 2)",
                arguments: [""])
        }
        defer { ComposedDeskTests.remove(path) }
        let desk = try Desk(path: path)
        let (keys, told) = try desk.read { read in
            (
                try String.fetchAll(read.db, sql: "SELECT key FROM client WHERE id < 4 ORDER BY id"),
                try read.logPage(LogQuery()).lines.first { $0.act == "composed" }?.title
            )
        }
        try desk.close()
        #expect(keys == ["\(whole) (2)", whole, "\(whole) (3)"])
        #expect(told == "2 records; another has the same: client 1: \(whole) (2), client 3: \(whole) (3)")
        #expect(try Desk.check(path: path) == [])
    }

    @Test func `a text that becomes empty when it is composed does not stop an upgrade`() throws {
        let path = try ComposedDeskTests.older { db in
            try db.execute(
                sql:
                    "UPDATE client SET name = char(0x200B), note = char(0x202E), status = 'lost', lost_reason = char(0xAD) WHERE id = 1"
            )
        }
        defer { ComposedDeskTests.remove(path) }
        let desk = try Desk(path: path)
        let draft = try desk.read { try $0.client(Client.ID(1)).draft }
        try desk.close()
        #expect(draft.name == "?" && draft.note == "?" && draft.lostReason == "?")
    }

    @Test func `an upgrade of a desk whose texts are already composed writes nothing`() throws {
        let path = try ComposedDeskTests.older { _ in }
        defer { ComposedDeskTests.remove(path) }
        let before = try Desk.look(at: path, mayBeOlder: true) { try Chain.history.end($0).id }
        let desk = try Desk(path: path)
        #expect(try desk.read { try Chain.history.end($0.db).id } == before)
        try desk.close()
    }

    @Test func `an import with decomposed letters finds the records with composed ones unchanged`() throws {
        let temporary = try TemporaryDesk()
        func run(_ file: String) throws -> ImportReport {
            try temporary.desk.importFile(
                .clients, path: temporary.file(file), ImportOptions(map: ""), at: TemporaryDesk.noon
            ) { _, _ in }
        }
        #expect(try run("key,name,city\n\u{438}\u{306}1,Клиника «Новы\u{438}\u{306} май»,Муром\n").added == 1)
        #expect(try run("key,na\u{AD}me,city\nй\u{200B}1,Клиника «Новый ма\u{438}\u{306}»,Муром\n").same == 1)
        #expect(try run("name,city\nКлиника «Новый май»,Муром\n").same == 1)
        let names = try temporary.desk.read { try String.fetchAll($0.db, sql: "SELECT name FROM client") }
        #expect(names.map { Array($0.unicodeScalars) } == [Array("Клиника «Новый май»".unicodeScalars)])
    }
}
