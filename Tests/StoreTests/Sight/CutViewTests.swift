import Domain
import GRDB
import Testing

@testable import Store

@Suite struct CutViewTests {
    /// The names of the main schema's tables and views, without those that SQLite and the library keep for themselves.
    static func tables(_ db: Database) throws -> Set<String> {
        Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'
                      AND name NOT LIKE 'grdb_%' AND name NOT GLOB '*_search_*'
                    """))
    }

    @Test func `every table has a restricted view or is listed as open`() throws {
        let temporary = try TemporaryDesk()
        let tables = try temporary.desk.read { try CutViewTests.tables($0.db) }
        let cut = Set(CutViews.views.map(\.name))
        #expect(tables.subtracting(cut) == CutViews.open)
        #expect(cut.subtracting(tables) == [])
    }

    @Test func `a restricted view has the same columns as its table`() throws {
        let temporary = try TemporaryDesk()
        let reader = try temporary.write { try $0.addColleague(UserDraft(name: "R", role: .reader)) }
        try temporary.desk.read(as: .user(reader)) { read in
            for (name, _) in CutViews.views where !name.hasSuffix("_search") {
                func columns(_ schema: String) throws -> Set<String> {
                    Set(
                        try String.fetchAll(
                            read.db, sql: "SELECT name FROM pragma_table_xinfo(?, ?)", arguments: [name, schema]))
                }
                let (cut, whole) = (try columns("temp"), try columns("main"))
                #expect(cut == whole, "\(name)")
            }
        }
    }

    @Test func `a user with limited sight reads on connections that cannot write`() throws {
        let temporary = try TemporaryDesk()
        let kam = try temporary.write { try $0.addColleague(UserDraft(name: "K", role: .kam)) }
        try temporary.desk.read(as: .user(kam)) { read in
            #expect(throws: DatabaseError.self) { try read.db.execute(sql: "DELETE FROM main.tally") }
            let tables = try CutViewTests.tables(read.db)
            #expect(tables.contains("client"))
        }
    }
}
