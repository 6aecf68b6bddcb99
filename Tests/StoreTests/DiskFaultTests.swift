import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// A disk that is full or can only be read, as SQLite tells it: its own limits do what the disk would.
@Suite struct DiskFaultTests {
    private let temporary: TemporaryDesk
    private var desk: Desk { temporary.desk }
    private var clients: Int { get throws { try desk.read { read in read.frame.tallies.clients } } }

    init() throws { temporary = try TemporaryDesk() }

    /// The file may grow by so many pages, or as it likes.
    private func allow(pages: Int?) throws {
        try desk.withWriterUncounted { db in
            let now = try Int.fetchOne(db, sql: "PRAGMA page_count")!
            _ = try Row.fetchAll(db, sql: "PRAGMA max_page_count = \(pages.map { now + $0 } ?? 1_000_000)")
        }
    }

    private func add(_ name: String) throws {
        try temporary.write { write in
            let note = String((0..<9000).map { _ in "abcdefgh ".randomElement()! })
            _ = try write.addClient(ClientDraft(name: name, kind: .other, note: note))
        }
    }

    @Test func `an act on a full disk is refused whole, and acts work again once there is room`() throws {
        try allow(pages: 30)
        var taken = 0
        #expect(throws: DiskFault.full(desk.path)) {
            while true {
                try add("Client \(taken)")
                taken += 1
            }
        }
        #expect(try taken > 0 && clients == taken)
        #expect(throws: DiskFault.full(desk.path)) { for number in 1...9 { try add("No \(number)") } }
        let before = try clients
        try allow(pages: nil)
        try add("Again")
        #expect(try clients == before + 1)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a read-only desk refuses changes and can still be read`() throws {
        try add("Known")
        try desk.withWriter { try $0.execute(sql: "PRAGMA query_only = ON") }
        #expect(throws: DiskFault.readOnly(desk.path)) { try add("No") }
        #expect(try clients == 1)
        try desk.withWriter { try $0.execute(sql: "PRAGMA query_only = OFF") }
        try add("Again")
        #expect(try clients == 2)
    }

    @Test func `an import interrupted by the disk is undone as soon as the disk can be written`() throws {
        let rows = (1...3000).map { "K-\($0),Client \($0)" }
        let file = try temporary.file("key,name\n" + rows.joined(separator: "\n"))
        var steps = 0
        #expect(throws: DiskFault.readOnly(desk.path)) {
            _ = try desk.importFile(.clients, path: file, ImportOptions(map: "", skipsRefused: true)) {
                _, _ in
                steps += 1
                if steps == 2 { try? desk.withWriter { try $0.execute(sql: "PRAGMA query_only = ON") } }
            }
        }
        #expect(try clients == 2000)
        #expect(throws: DiskFault.readOnly(desk.path)) { try desk.recoverHalfDone() }
        try desk.withWriter { try $0.execute(sql: "PRAGMA query_only = OFF") }
        try desk.recoverHalfDone()
        #expect(try clients == 0)
        #expect(try desk.read { try $0.importList() }.imports.map(\.state) == [.undone])
        #expect(try Desk.check(path: desk.path) == [])
    }
}
