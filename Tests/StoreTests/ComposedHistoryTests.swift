import Domain
import GRDB
import Testing

@testable import Store

@Suite struct ComposedHistoryTests {
    private static let parts = "Новы\u{438}\u{306}"

    /// A client whose name was kept in parts, and is composed by an upgrade.
    private static func upgraded() throws -> (TemporaryDesk, Client.ID) {
        let temporary = try TemporaryDesk()
        let id = try temporary.addClient(parts)
        try temporary.desk.withWriter { db in
            try db.inTransaction {
                try Schema7Texts.compose(db)
                return .commit
            }
        }
        return (temporary, id)
    }

    private static func scalars(of id: Client.ID, _ desk: Desk) throws -> [Unicode.Scalar] {
        try desk.read { Array(try $0.client(id).draft.name.unicodeScalars) }
    }

    @Test func `an act from before texts were composed can be undone`() throws {
        let (temporary, id) = try ComposedHistoryTests.upgraded()
        let created = try temporary.desk.read { try $0.recordHistory(.client, id.number).last?.id }
        #expect(try temporary.desk.read { try $0.pastAct(#require(created), on: TemporaryDesk.today).obstacles } == [])
        try temporary.write { try $0.takeBack(#require(created)) }
        #expect(try temporary.desk.read { $0.frame.tallies.clients } == 0)
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test func `a record that is undone or put back has composed text`() throws {
        let (temporary, id) = try ComposedHistoryTests.upgraded()
        let whole = Array("Новый".unicodeScalars)
        let lines = try temporary.desk.read { try $0.recordHistory(.client, id.number).map(\.id) }
        #expect(lines.count == 2)
        try temporary.write { try $0.takeBack(lines[0]) }
        #expect(try ComposedHistoryTests.scalars(of: id, temporary.desk) == whole)
        try temporary.write {
            try $0.changeClient(id, from: 2, ClientDraft(name: "Other", kind: .hospital))
        }
        try temporary.write { try $0.putBack(lines[1], from: 3) }
        #expect(try ComposedHistoryTests.scalars(of: id, temporary.desk) == whole)
    }
}
