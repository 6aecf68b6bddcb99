import Domain
import Foundation
import GRDB
import Testing

@testable import Demo
@testable import Store

/// Pages of the file that the disk gives back otherwise than they were written.
@Suite struct DamageTests {
    private static let template = try! DeskTemplate { temporary in
        _ = try temporary.addClient("First")
        try temporary.write { write in
            for number in 0..<400 {
                _ = try write.addClient(
                    ClientDraft(name: "Client \(number)", kind: .hospital))
            }
        }
    }

    /// The numbers of the pages of a table or an index, without the first.
    private static func pages(of name: String, in path: String) throws -> [Int] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read {
            try Int.fetchAll(
                $0, sql: "SELECT pageno FROM dbstat WHERE name = ? AND pageno > 1 ORDER BY pageno DESC",
                arguments: [name])
        }
    }

    private static func closed() throws -> TemporaryDesk {
        let temporary = try DamageTests.template.copy()
        try temporary.desk.close()
        return temporary
    }

    /// Writes over a page, or what a change says.
    private static func damage(_ path: String, _ pages: [Int], _ change: (inout Data) -> Void) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for page in pages {
            var content = bytes[(page - 1) * 4096..<page * 4096]
            change(&content)
            bytes.replaceSubrange((page - 1) * 4096..<page * 4096, with: content)
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: bytes)
        try file.close()
    }

    private static func scramble(_ page: inout Data) { for at in page.indices { page[at] ^= 0xA5 } }

    @Test(arguments: ["client", "client_by_name", "change", "standing", "user"])
    func `after the first damaged page no act is accepted, and what can be read is still read`(table: String)
        throws
    {
        let temporary = try DamageTests.closed()
        let pages = try DamageTests.pages(of: table, in: temporary.path)
        try #require(!pages.isEmpty)
        try DamageTests.damage(temporary.path, pages, DamageTests.scramble)
        let desk: Desk
        do { desk = try Desk(path: temporary.path) } catch DiskFault.damaged { return }
        defer { try? desk.close() }
        var taken = 0
        for number in 0..<40 {
            do {
                _ = try desk.write(at: .current(), on: TemporaryDesk.today) { write in
                    for client in 1...9 { _ = try? write.read.clientName(ID(Int64(client * 40))) }
                    return try write.addClient(ClientDraft(name: "Late \(number)", kind: .other))
                }
                taken += 1
            } catch DiskFault.damaged {} catch Refusal.notFound {}
        }
        #expect(taken == 0 && desk.halted != nil)
        if table != "user" { #expect(try desk.read { $0.frame.tallies.clients } == 401) }
    }

    @Test func `an examination of all pages finds damage that no act has met yet`() throws {
        let temporary = try DamageTests.closed()
        try DamageTests.damage(
            temporary.path, DamageTests.pages(of: "client_by_name", in: temporary.path), DamageTests.scramble)
        let desk = try Desk(path: temporary.path)
        defer { try? desk.close() }
        desk.examine()
        guard case .damaged = desk.halted else {
            Issue.record("\(String(describing: desk.halted))")
            return
        }
        #expect(throws: DiskFault.self) {
            try desk.write(at: .current(), on: TemporaryDesk.today) { try $0.addPerson(PersonDraft(name: "Late")) }
        }
    }

    @Test func `known damage stays known after a restart, until the desk is whole again`() throws {
        let temporary = try DamageTests.closed()
        let whole = try Data(contentsOf: URL(fileURLWithPath: temporary.path))
        try DamageTests.damage(
            temporary.path, DamageTests.pages(of: "client_by_name", in: temporary.path), DamageTests.scramble)
        for _ in 0..<2 {
            let desk = try Desk(path: temporary.path)
            if desk.halted == nil { desk.examine() }
            #expect(throws: DiskFault.self) {
                try desk.write(at: .current(), on: TemporaryDesk.today) { try $0.addPerson(PersonDraft(name: "Late")) }
            }
            try desk.close()
        }
        try whole.write(to: URL(fileURLWithPath: temporary.path))
        let desk = try Desk(path: temporary.path)
        #expect(desk.halted == nil)
        _ = try desk.write(at: .current(), on: TemporaryDesk.today) { try $0.addPerson(PersonDraft(name: "In time")) }
        try desk.close()
    }

    @Test func `an impossible word in the file is reported as damage and does not end the program`() throws {
        let temporary = try DamageTests.template.copy()
        try temporary.desk.withWriter { db in
            try db.execute(
                sql: """
                    PRAGMA ignore_check_constraints = ON;
                    UPDATE client SET status = 'acQive' WHERE id = 7;
                    PRAGMA ignore_check_constraints = OFF
                    """)
        }
        #expect(throws: DiskFault.self) {
            try temporary.desk.read { try $0.clientSheet(Client.ID(7), on: TemporaryDesk.today) }
        }
        guard case .damaged = temporary.desk.halted else {
            Issue.record("\(String(describing: temporary.desk.halted))")
            return
        }
        #expect(try temporary.desk.read { try $0.clientName(Client.ID(8)).name } == "Client 6")
    }

    @Test func `the newest undamaged copy is named, not a newer damaged one`() throws {
        let temporary = try DamageTests.template.copy()
        let folder = temporary.path + "-backups"
        let copies = try (0..<3).map { second in
            try Desk.backUp(
                temporary.path, into: folder, keep: nil,
                at: Moment(milliseconds: 1_800_000_000_000 + Int64(second) * 1000)
            )
        }
        #expect(Desk.newestWholeCopy(of: temporary.path, in: folder) == copies[2])
        try DamageTests.damage(copies[2].path, [9], DamageTests.scramble)
        #expect(Desk.newestWholeCopy(of: temporary.path, in: folder) == copies[1])
        #expect(Desk.newestWholeCopy(of: temporary.path, in: folder + "-none") == nil)
    }
}
