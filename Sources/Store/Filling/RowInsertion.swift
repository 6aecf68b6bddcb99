import GRDB
import GRDBSQLite

/// A statement that adds rows to a table. It binds values directly to SQLite's statement, because the library's way of passing arguments
/// costs more than the insertion.
final class RowInsertion {
    private let db: Database
    private let statement: Statement

    /// `names` are the columns, in the order in which every row gives them.
    init(_ db: Database, into table: String, _ names: [String]) throws {
        self.db = db
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        statement = try db.makeStatement(
            sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
    }

    /// Adds a row: first its number and version if it has them, then its columns.
    func add(_ id: Int64?, _ version: Int64?, _ columns: RecordColumns) throws {
        let pointer = statement.sqliteStatement
        var place: CInt = 0
        func bind(_ value: DatabaseValue) throws {
            place += 1
            guard pointer.bind(value, at: place) == SQLITE_OK else { throw failure }
        }
        if let id { try bind(id.databaseValue) }
        if let version { try bind(version.databaseValue) }
        for (_, value) in columns.all { try bind(value) }
        let result = sqlite3_step(pointer)
        guard sqlite3_reset(pointer) == SQLITE_OK, result == SQLITE_DONE else { throw failure }
    }

    private var failure: DatabaseError {
        DatabaseError(resultCode: db.lastErrorCode, message: db.lastErrorMessage, sql: statement.sql)
    }
}

/// A statement that reads one text of a row by the row's number.
final class TextLookup {
    private let statement: Statement

    init(_ db: Database, _ expression: String, of table: String) throws {
        statement = try db.makeStatement(sql: "SELECT \(expression) FROM \(table) WHERE id = ?")
    }

    /// "" if there is no such row.
    subscript(id: Int64) -> String {
        let pointer = statement.sqliteStatement
        defer { sqlite3_reset(pointer) }
        guard sqlite3_bind_int64(pointer, 1, id) == SQLITE_OK, sqlite3_step(pointer) == SQLITE_ROW,
            let text = sqlite3_column_text(pointer, 0)
        else { return "" }
        return String(cString: text)
    }
}
