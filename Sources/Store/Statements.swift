import Domain
import Foundation
import GRDB
import GRDBSQLite

/// The values of a statement's places, in their order.
struct Values: ExpressibleByArrayLiteral {
    private(set) var all: [DatabaseValue]

    init(arrayLiteral values: (any DatabaseValueConvertible)?...) { self.init(values) }

    init(_ values: [(any DatabaseValueConvertible)?] = []) { all = values.map { $0?.databaseValue ?? .null } }

    init(_ values: [DatabaseValue]) { all = values }

    static func + (a: Values, b: Values) -> Values { Values(a.all + b.all) }
    static func += (a: inout Values, b: Values) { a.all += b.all }
}

/// A statement of the library's cache, walked without its cursors: they cost as much as the statements of a page themselves.
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

    /// Runs a statement that gives no rows and has no values.
    static func run(_ db: Database, _ sql: String) throws {
        let walk = try Walk(db, sql, [])
        defer { walk.end() }
        _ = try walk.next()
    }

    /// Ends a transaction that only reads. It is over also where SQLite says of its end that a statement has met a damaged page; whoever
    /// has succeeded nevertheless did without that.
    static func endReading<T>(_ db: Database, of result: Result<T, any Error>) throws {
        do { try run(db, "COMMIT") } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            guard case .success = result, !db.isInsideTransaction else { throw error }
        }
    }

    /// True where there is a row at which the statement stands now.
    func next() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure
        }
    }

    /// Lets the statement be walked again.
    func end() { sqlite3_reset(pointer) }

    private var failure: DatabaseError {
        DatabaseError(resultCode: db.lastErrorCode, message: db.lastErrorMessage, sql: sql)
    }
}

/// Says of a text or a blob that SQLite keeps a copy of it; its header's SQLITE_TRANSIENT.
var copiedBySQLite: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

/// Numbers as one value, of which `json_each` makes a table.
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

/// The columns of the row at which a statement stands, by their place; good until its next row. The library's own row would make
/// a dictionary of the columns' names first, whenever the statement runs.
struct Columns {
    let statement: SQLiteStatement
    /// Told of the numbers that are read, nil where nobody is.
    var witness: StatementWitness?

    /// The value, which is not null unless its type is optional.
    subscript<Value: StatementColumnConvertible & DatabaseValueConvertible>(_ index: Int) -> Value {
        Value.fromStatement(statement, atUncheckedIndex: CInt(index)) ?? damaged(Columns.any())
    }

    /// Some value, where there is none.
    private static func any<Value: DatabaseValueConvertible>() -> Value {
        let values: [DatabaseValue] = [0.databaseValue, "".databaseValue, Data().databaseValue]
        return values.lazy.compactMap { Value.fromDatabaseValue($0) }.first!
    }

    private func damaged<Value>(_ other: Value) -> Value {
        DamagedValue.note(statement)
        return other
    }

    /// A day at a column that holds one.
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

    /// A record named by two columns, its number and its name; nil where the number is null.
    func named<Kind>(_ index: Int) -> Named<Kind>? {
        optionalID(index).map { Named(id: $0, name: self[index + 1]) }
    }
}
