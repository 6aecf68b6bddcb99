import Domain
import Foundation
import GRDB

/// Adds records to a desk that is being filled: with consecutive numbers, in the same columns as the verbs, some ten thousand in each
/// commit. The caller must keep the rules that the verbs would enforce.
///
/// A record has version 0 and no line of history, because its history begins later. Clients, their KAMs, interactions and matters have
/// version 1 and the line that they were created.
package final class Filling {
    let db: Database
    private var insertions: [String: RowInsertion] = [:]
    private var lookups: [String: TextLookup] = [:]
    private var numbers: [String: Int64] = [:]
    private var uncommitted = 0
    /// The last line of history; nil before the first.
    private var end: Chain.End?
    /// The numbers of product groups, by name.
    var groups: [String: Int64] = [:]

    init(_ db: Database) { self.db = db }

    /// Adds a record without a line of history.
    func add(_ subject: Change.Subject, _ columns: RecordColumns) throws -> Int64 {
        let id = try nextNumber(in: subject.rawValue)
        try add(columns.stored(as: subject.kind), to: subject.rawValue, id, version: 0)
        return id
    }

    /// Adds a record with the line of history that somebody created it.
    func add(_ record: RecordValues, by user: User.ID, at moment: Moment) throws -> Int64 {
        let id = try nextNumber(in: record.subject.rawValue)
        try add(record.columns.stored(as: record.subject.kind), to: record.subject.rawValue, id, version: 1)
        let line = record.line(.created, id, try telling.fields(ofNew: record), by: user, at: moment)
        let end = Chain.history.next(line, after: try self.end ?? Chain.history.end(db))
        self.end = end
        try add(
            RecordColumns(line.all + [("hash", Data(end.hash).databaseValue)]), to: Chain.history.table, end.id)
        return id
    }

    /// Adds a row to a table, and commits if enough rows are waiting.
    func add(_ columns: RecordColumns, to table: String, _ id: Int64? = nil, version: Int64? = nil) throws {
        if let insertion = insertions[table] {
            try insertion.add(id, version, columns)
        } else {
            let names = (id == nil ? [] : ["id"]) + (version == nil ? [] : ["version"]) + columns.all.map(\.key)
            let insertion = try RowInsertion(db, into: table, names)
            insertions[table] = insertion
            try insertion.add(id, version, columns)
        }
        uncommitted += 1
        guard uncommitted == 20_000 else { return }
        uncommitted = 0
        try db.commit()
        try db.beginTransaction(.immediate)
    }

    /// The name of a row. Each table is always asked with the same expression.
    func name(of id: Int64, in table: String, _ expression: String = "name") throws -> String {
        if let lookup = lookups[table] { return lookup[id] }
        let lookup = try TextLookup(db, expression, of: table)
        lookups[table] = lookup
        return lookup[id]
    }

    private var telling: Telling { Telling { try self.name(of: $1, in: $0.rawValue, $0.kind.name) } }

    private func nextNumber(in table: String) throws -> Int64 {
        let last = try numbers[table] ?? Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM \(table)") ?? 0
        numbers[table] = last + 1
        return last + 1
    }
}

extension Filling {
    /// Fills a desk through its writer. Indexes, totals and the search index would be updated with every row; so they are dropped first and
    /// rebuilt from all rows at the end.
    static func fill(
        _ db: Database, on day: Day, _ body: (Filling) throws -> Void, finishing: (_ done: Int, _ of: Int) -> Void
    ) throws {
        let parts = try SchemaParts(db)
        try db.inTransaction {
            for sql in parts.dropped { try db.execute(sql: sql) }
            return .commit
        }
        try db.beginTransaction(.immediate)
        do {
            try body(Filling(db))
            try db.commit()
        } catch {
            try? db.rollback()
            throw error
        }
        let steps =
            parts.indexes + parts.searched.map { "INSERT INTO \($0) (\($0)) VALUES ('rebuild')" }
            + Totals.beginning(on: day) + parts.triggers
        for (done, step) in steps.enumerated() {
            try db.execute(sql: step)
            finishing(done + 1, steps.count)
        }
    }
}
