import Demo
import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct FillingTests {
    /// A new desk filled with a small world.
    static func filled(clients: Int = 40, seed: UInt64 = 1, language: String = "en") throws -> TemporaryDesk {
        let temporary = try TemporaryDesk()
        try World(clients: clients, years: 2, seed: seed, language: language, today: TemporaryDesk.today)
            .write(into: temporary.desk) { _, _ in }
        return temporary
    }

    @Test(arguments: ["en", "ru"]) func `a desk with demonstration data passes the check`(language: String) throws {
        let temporary = try FillingTests.filled(language: language)
        #expect(try Desk.check(path: temporary.path) == [])
        try temporary.desk.read { read in
            for table in ["client_order", "order_line", "goods_return", "invoice", "payment", "allocation", "product"] {
                #expect(try read.count("SELECT count(*) FROM \(table)") > 0, "\(table)")
            }
            let tallies = try read.frame.tallies
            #expect(
                tallies.clients == 40 && tallies.products == 40 && tallies.openOrders ?? 0 > 0
                    && (tallies.openInvoices ?? 0) > 0)
        }
    }

    @Test func `a filled desk still passes the check after many kinds of changes`() throws {
        let temporary = try FillingTests.filled()
        try temporary.write { write in
            // A record that was filled in has no history yet, and version 0.
            for number in 1...40 {
                let order = try write.read.order(ID(Int64(number)))
                #expect(order.version == 0)
                var draft = order.draft
                draft.note = "looked at"
                if draft.client != ID(8) { draft.payer = draft.payer ?? ID(8) }
                #expect(try write.changeOrder(order.id, from: 0, draft))
                #expect(throws: Refusal.conflict(current: 1)) { try write.changeOrder(order.id, from: 0, order.draft) }
            }
            for line in try write.read.rows("SELECT id FROM order_line WHERE id % 50 = 1", [], { OrderLine.ID($0[0]) })
            {
                try write.deleteLine(line, from: nil, withReturns: true)
            }
            try write.deleteClient(ID(8), from: 1)
            try write.deleteClient(ID(3), from: 1)
            try write.handOver(ID(2), HandoverDraft(user: ID(2), from: write.today))
            let person = try write.read.person(ID(1))
            try write.deletePerson(person.id, from: person.version)
        }
        #expect(try Desk.check(path: temporary.path) == [])
        try temporary.desk.tick(on: TemporaryDesk.today + 50)
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test func `an import changes filled records and is undone`() throws {
        let temporary = try FillingTests.filled()
        let file = "key,name,price\nP-1,Paclitaxel,99.50\nP-99,New,1\n"
        let report = try ImportTests().run(temporary, .products, file)
        #expect((report.changed, report.added) == (1, 1))
        #expect(try Desk.check(path: temporary.path) == [])
        #expect(try temporary.desk.undoImport(#require(report.id)) { _, _ in } == [])
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test func `the same seed fills the same desk, and another seed fills another`() throws {
        func contents(_ temporary: TemporaryDesk) throws -> [String] {
            try temporary.desk.read { read in
                let tables = try String.fetchAll(
                    read.db,
                    sql: """
                        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('desk', 'grdb_migrations')
                          AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
                        """)
                return try tables.flatMap { table in
                    try Row.fetchAll(read.db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
                }
            }
        }
        let first = try contents(FillingTests.filled(clients: 12, seed: 1))
        #expect(try contents(FillingTests.filled(clients: 12, seed: 1)) == first)
        #expect(try contents(FillingTests.filled(clients: 12, seed: 2)) != first)
    }

    @Test func `a filled desk has clients at risk by every rule, and a large oncology centre`() throws {
        let temporary = try FillingTests.filled(clients: 120, language: "ru")
        try temporary.desk.read { read in
            let risks = try read.todaySheet(on: TemporaryDesk.today, at: TemporaryDesk.noon)
                .risks
            for rule in Risk.Rule.allCases { #expect(risks.contains { $0.rule == rule }, "\(rule)") }
            let sales = try read.clientSales(ID(2), on: TemporaryDesk.today)
            #expect((20...90).contains(sales.year.knownIncome.minor / 100_000_000), "\(sales.year)")
            #expect(sales.year.unknown == .zero)
            let ageing = try read.ageing(of: ID(2), on: TemporaryDesk.today)
            #expect(ageing.overdueSince != nil)
            let invoices = try read.rows("SELECT sum(paid > 0 AND paid < amount), sum(is_disputed) FROM invoice") {
                ($0[0] as Int, $0[1] as Int)
            }
            #expect(invoices.allSatisfy { $0.0 > 0 && $0.1 > 0 })
            #expect(try read.count("SELECT count(*) FROM payment WHERE used < amount") > 0)
        }
    }

    @Test func `a filled desk has every index and trigger of the schema`() throws {
        func schema(_ temporary: TemporaryDesk) throws -> Set<String> {
            try temporary.desk.read { read in
                try Set(
                    String.fetchAll(read.db, sql: "SELECT type || ' ' || name || coalesce(sql, '') FROM sqlite_schema"))
            }
        }
        #expect(try schema(FillingTests.filled(clients: 9)) == schema(TemporaryDesk()))
    }

    @Test func `filling restores the settings of the writer's connection, even when it fails`() throws {
        struct Cut: Error {}
        let temporary = try TemporaryDesk()
        func pragmas() throws -> [String] {
            try temporary.write { write in
                try ["synchronous", "temp_store", "cache_size", "foreign_keys", "ignore_check_constraints"].map {
                    try String.fetchOne(write.db, sql: "PRAGMA \($0)") ?? ""
                }
            }
        }
        let before = try pragmas()
        #expect(before[0] == "2")
        #expect(throws: Cut.self) { try temporary.desk.fill(on: TemporaryDesk.today) { _ in throw Cut() } }
        #expect(try pragmas() == before)
        try temporary.desk.fill(on: TemporaryDesk.today) { filling in
            _ = try filling.addClient(
                ClientDraft(name: "One", kind: .other), kam: ID(1), from: TemporaryDesk.today,
                at: TemporaryDesk.noon)
        }
        #expect(try pragmas() == before)
        #expect(throws: DeskError.notNew(temporary.path)) { try temporary.desk.fill(on: TemporaryDesk.today) { _ in } }
    }

    @Test func `an interrupted filling leaves no desk behind`() throws {
        struct Cut: Error {}
        let temporary = try TemporaryDesk()
        let path = temporary.folder.appendingPathComponent("new.sqlite").path
        #expect(throws: Cut.self) {
            try Desk.make(path: path, owner: "A", language: "en") { _ in throw Cut() }
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path).filter { $0.hasPrefix("new") }
                == ["new.sqlite-lock"])
        // What a process that was killed has left there is in nobody's way.
        try Data("half".utf8).write(to: URL(fileURLWithPath: path + "-unfinished"))
        try Desk.make(path: path, owner: "A", language: "en") { _ in }
        #expect(try Desk.check(path: path) == [])
        #expect(throws: DeskError.exists(path)) { try Desk.make(path: path, owner: "A", language: "en") { _ in } }
    }
}
