import CSodium
import GRDB
import GRDBSQLite

/// The hash of a line of a chain: BLAKE2b-256 (RFC 7693) without a key. The input begins with the hash of the line before: 32 bytes, zero
/// before the first line. Then follow, for every column that is not null: its place in the chain, counted from 1, in one byte; its kind in
/// one byte; and its value. An integer (1) has 8 bytes; a text (2, in UTF-8) or a blob (3) has its length in 8 bytes and then its bytes.
/// Numbers are little-endian. Two different lines never give the same input, and a later column that is null changes no line.
struct LineHash {
    private var line: [UInt8]
    private var place: UInt8 = 0

    static let size = 32
    static let none = [UInt8](repeating: 0, count: size)

    init(after hash: [UInt8]) {
        line = []
        line.reserveCapacity(512)
        line += hash
    }

    /// Begins another line and reuses the memory of the one before.
    mutating func begin(after hash: [UInt8]) {
        line.removeAll(keepingCapacity: true)
        line += hash
        place = 0
    }

    /// Adds the next column, of a line that is to be written.
    mutating func add(_ value: DatabaseValue) {
        place += 1
        switch value.storage {
        case .null: break
        case .int64(let number): add(number)
        case .string(var text): text.withUTF8 { add(2, UnsafeRawBufferPointer($0)) }
        case .blob(let bytes): bytes.withUnsafeBytes { add(3, $0) }
        case .double: preconditionFailure("no line has a column of such numbers")
        }
    }

    /// Adds the next column, of the statement's current row.
    mutating func add(_ statement: SQLiteStatement, _ column: CInt) {
        place += 1
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: break
        case SQLITE_INTEGER: add(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT: statement.withBytes(column) { add(2, $0) }
        default: statement.withBytes(column) { add(3, $0) }
        }
    }

    var bytes: [UInt8] { LineHash.digest(line) }

    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = size
            _ = crypto_generichash(buffer.baseAddress!, size, bytes, UInt64(bytes.count), nil, 0)
        }
    }

    private mutating func add(_ number: Int64) {
        line.append(place)
        line.append(1)
        line.append(littleEndian: number)
    }

    private mutating func add(_ kind: UInt8, _ value: UnsafeRawBufferPointer) {
        line.append(place)
        line.append(kind)
        line.append(littleEndian: Int64(value.count))
        line.append(contentsOf: value)
    }
}

extension [UInt8] {
    /// Adds the 8 bytes of a number, the lowest first.
    mutating func append(littleEndian number: Int64) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}

extension SQLiteStatement {
    /// Passes the bytes of a column of the current row to `body`; no bytes if the column is null.
    func withBytes<T>(_ column: CInt, _ body: (UnsafeRawBufferPointer) -> T) -> T {
        let start = sqlite3_column_blob(self, column)
        return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(self, column))))
    }

    func bytes(_ column: CInt) -> [UInt8] { withBytes(column) { Array($0) } }
}
