import Domain
import Foundation
import GRDB
import GRDBSQLite

/// The values for the placeholders of a statement, in order.
struct Values: ExpressibleByArrayLiteral {
    private(set) var all: [DatabaseValue]

    init(arrayLiteral values: (any DatabaseValueConvertible)?...) { self.init(values) }

    init(_ values: [(any DatabaseValueConvertible)?] = []) { all = values.map { $0?.databaseValue ?? .null } }

    init(_ values: [DatabaseValue]) { all = values }

    static func + (a: Values, b: Values) -> Values { Values(a.all + b.all) }
    static func += (a: inout Values, b: Values) { a.all += b.all }
}

/// A statement from the library's cache, stepped through without the library's cursors: these cost as much as the statements of a page.
struct Walk {
    private let db: Database
    private let sql: String
    let pointer: SQLiteStatement

    init(_ db: Database, _ sql: String, _ values: Values) throws {
        self.db = db
        self.sql = sql
        pointer = try db.cachedStatement(sql: sql).sqliteStatement
        assert(
            sqlite3_bind_parameter_count(pointer) == CInt(values.all.count), "\(values.all.count) values for \(sql)")
        for (place, value) in values.all.enumerated() {
            guard pointer.bind(value, at: CInt(place + 1)) == SQLITE_OK else { throw failure }
        }
    }

    /// Runs a statement that returns no rows and takes no values.
    static func run(_ db: Database, _ sql: String) throws {
        let walk = try Walk(db, sql, [])
        defer { walk.end() }
        _ = try walk.next()
    }

    /// Ends a transaction that only reads. SQLite may report at the end that a statement met a damaged page. The transaction is over all
    /// the same, and if the body succeeded, it did not need that page.
    static func endReading<T>(_ db: Database, of result: Result<T, any Error>) throws {
        do { try run(db, "COMMIT") } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            guard case .success = result, !db.isInsideTransaction else { throw error }
        }
    }

    /// Steps to the next row. Returns false if there is none.
    func next() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure
        }
    }

    /// Resets the statement, so that it can run again.
    func end() { sqlite3_reset(pointer) }

    private var failure: DatabaseError {
        DatabaseError(resultCode: db.lastErrorCode, message: db.lastErrorMessage, sql: sql)
    }
}

/// Tells SQLite to copy a text or a blob: SQLITE_TRANSIENT of its header.
var copiedBySQLite: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

/// Numbers as one JSON array, which `json_each` turns into a table.
func jsonList(_ numbers: some Sequence<Int64>) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }

extension SQLiteStatement {
    func bind(_ value: DatabaseValue, at place: CInt) -> CInt {
        switch value.storage {
        case .null: return sqlite3_bind_null(self, place)
        case .int64(let number): return sqlite3_bind_int64(self, place, number)
        case .double(let number): return sqlite3_bind_double(self, place, number)
        case .string(var text):
            return text.withUTF8 {
                $0.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(self, place, $0.baseAddress, CInt($0.count), copiedBySQLite)
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(self, place, $0.baseAddress, CInt($0.count), copiedBySQLite)
            }
        }
    }
}

/// The columns of a statement's current row, by index; valid until the next row. The library's own row would first build a dictionary of
/// column names on every run.
struct Columns {
    let statement: SQLiteStatement
    /// Receives the numbers that are read; nil if nobody needs them.
    var witness: StatementWitness?

    /// The value of a column. It must not be null unless `Value` is optional.
    subscript<Value: StatementColumnConvertible & DatabaseValueConvertible>(_ index: Int) -> Value {
        Value.fromStatement(statement, atUncheckedIndex: CInt(index)) ?? damaged(Columns.any())
    }

    /// A placeholder value for a damaged one.
    private static func any<Value: DatabaseValueConvertible>() -> Value {
        let values: [DatabaseValue] = [0.databaseValue, "".databaseValue, Data().databaseValue]
        return values.lazy.compactMap { Value.fromDatabaseValue($0) }.first!
    }

    private func damaged<Value>(_ other: Value) -> Value {
        DamagedValue.note(statement)
        return other
    }

    /// The day in a column that is never null.
    func day(_ index: Int) -> Day { optionalDay(index) ?? damaged(Day(number: 0)) }

    func optionalDay(_ index: Int) -> Day? {
        guard let text = sqlite3_column_text(statement, CInt(index)) else { return nil }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, CInt(index))))
        return Day(utf8: bytes) ?? damaged(nil)
    }

    func id<Kind>(_ index: Int) -> Domain.ID<Kind> { told(self[index]) }

    func optionalID<Kind>(_ index: Int) -> Domain.ID<Kind>? { (self[index] as Int64?).map { told($0) } }

    private func told<Kind>(_ number: Int64) -> Domain.ID<Kind> {
        witness?.saw(Kind.self, number)
        return Domain.ID(number)
    }

    func word<Word: Wording>(_ index: Int) -> Word {
        Word(rawValue: self[index]) ?? damaged(Word.allCases.first!)
    }

    func optionalWord<Word: Wording>(_ index: Int) -> Word? {
        (self[index] as String?).flatMap { Word(rawValue: $0) ?? damaged(nil) }
    }

    /// A record named by two columns, its number and its name; nil if the number is null.
    func named<Kind>(_ index: Int) -> Named<Kind>? {
        optionalID(index).map { Named(id: $0, name: self[index + 1]) }
    }
}
