import Domain
import GRDB

/// One page's reading: a consistent view of the desk, for one viewer.
package struct ReadTransaction {
    let db: Database
    let viewer: User.ID

    func rows<T>(_ sql: String, _ arguments: StatementArguments = [], _ make: (Columns) throws -> T) throws -> [T] {
        let cursor = try Columns.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var rows: [T] = []
        while let row = try cursor.next() { rows.append(try make(row)) }
        return rows
    }

    func first<T>(_ sql: String, _ arguments: StatementArguments = [], _ make: (Columns) throws -> T) throws -> T? {
        let cursor = try Columns.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        return try cursor.next().map(make)
    }

    func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try first(sql, arguments) { $0[0] } ?? 0
    }

    /// The record that a query finds, or "not found".
    func one<T>(_ sql: String, _ arguments: StatementArguments, _ make: (Columns) throws -> T) throws -> T {
        guard let found = try first(sql, arguments, make) else { throw Refusal.notFound }
        return found
    }
}

/// One act on the desk. `moment` and `today` are when it is done; every change writes its line of history here.
package struct WriteTransaction {
    package let read: ReadTransaction
    let moment: Moment
    package let today: Day
    /// The import that the act is a part of.
    var importID: Import.ID?

    var db: Database { read.db }

    /// The same transaction for an act of another moment: an import of history, a demo.
    package func at(_ moment: Moment, on day: Day) -> WriteTransaction {
        WriteTransaction(read: read, moment: moment, today: day, importID: importID)
    }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Day {
    /// The value stored for a day.
    var stored: String { iso }
}

/// The columns of the row at which a statement stands, by their place; good until its next row. The library's own row would make
/// a dictionary of the columns' names first, whenever the statement runs.
struct Columns {
    private let statement: SQLiteStatement

    /// The value, which is not null unless its type is optional.
    subscript<Value: StatementColumnConvertible>(_ index: Int) -> Value {
        Value.fromStatement(statement, atUncheckedIndex: CInt(index))!
    }
}

/// It passes for a value of the first column: so the library's cursor hands the statement out, and resets it at its end.
extension Columns: DatabaseValueConvertible, StatementColumnConvertible {
    init(sqliteStatement: SQLiteStatement, index: CInt) { statement = sqliteStatement }

    static func fromStatement(_ sqliteStatement: SQLiteStatement, atUncheckedIndex index: CInt) -> Columns? {
        Columns(sqliteStatement: sqliteStatement, index: index)
    }

    var databaseValue: DatabaseValue { .null }
    static func fromDatabaseValue(_ value: DatabaseValue) -> Columns? { nil }
}

extension Columns {
    /// A day at a column that holds one.
    func day(_ index: Int) -> Day { Day(self[index] as String)! }

    func optionalDay(_ index: Int) -> Day? { (self[index] as String?).flatMap { Day($0) } }

    func id<Kind>(_ index: Int) -> Domain.ID<Kind> { Domain.ID(self[index] as Int64) }

    func optionalID<Kind>(_ index: Int) -> Domain.ID<Kind>? { (self[index] as Int64?).map { Domain.ID($0) } }

    func word<Word: Wording>(_ index: Int) -> Word { Word(rawValue: self[index])! }

    func optionalWord<Word: Wording>(_ index: Int) -> Word? { (self[index] as String?).flatMap { Word(rawValue: $0) } }

    /// A record named by two columns, its number and its name; nil where the number is null.
    func named<Kind>(_ index: Int) -> Named<Kind>? {
        optionalID(index).map { Named(id: $0, name: self[index + 1]) }
    }
}
