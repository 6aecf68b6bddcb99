import Foundation
import GRDB
import GRDBSQLite

/// A table whose lines form a chain: each line has a hash of itself and the line before it, so that nobody can change, cut or insert a line
/// without being noticed. Their numbers have no gaps.
struct Chain: Sendable {
    let table: String
    /// The hashed columns, in order. A new column must go last; otherwise no old line would match its hash.
    let columns: [String]
    /// The statements that every line needs, built once.
    private let lastLine: String
    fileprivate let insertion: String

    init(table: String, columns: [String]) {
        self.table = table
        self.columns = columns
        lastLine = "SELECT id, hash FROM \(table) ORDER BY id DESC LIMIT 1"
        insertion = """
            INSERT INTO \(table) (\(columns.joined(separator: ", ")), hash)
            VALUES (\(columns.map { _ in "?, " }.joined())?)
            """
    }

    static let history = Chain(
        table: "change",
        columns: [
            "id", "at", "user_id", "act", "subject", "record_id", "title", "client_id", "person_id", "fields",
            "import_id",
            "for_user_id",
        ])

    static let log = Chain(
        table: "log",
        columns: ["id", "at", "user_id", "name", "act", "subject", "record_id", "title", "address"])

    /// A line that another line may follow.
    struct End: Equatable, Sendable {
        var id: Int64
        var hash: [UInt8]

        /// The end before the first line.
        static let none = End(id: 0, hash: LineHash.none)
    }

    func end(_ db: Database) throws -> End {
        let walk = try Walk(db, lastLine, [])
        defer { walk.end() }
        guard try walk.next() else { return .none }
        return End(id: sqlite3_column_int64(walk.pointer, 0), hash: walk.pointer.bytes(1))
    }

    /// The hash of a line; nil if there is no such line.
    func hash(of id: Int64, _ db: Database) throws -> [UInt8]? {
        let walk = try Walk(db, "SELECT hash FROM \(table) WHERE id = ?", [id])
        defer { walk.end() }
        return try walk.next() ? walk.pointer.bytes(0) : nil
    }

    /// The end that a new line makes when it is written after `end`. The line has all columns except the number, in order.
    func next(_ line: RecordColumns, after end: End) -> End {
        assert(line.all.map(\.key) == Array(columns.dropFirst()), "a line of \(table) has its columns in their order")
        var hash = LineHash(after: end.hash)
        hash.add((end.id + 1).databaseValue)
        for (_, value) in line.all { hash.add(value) }
        return End(id: end.id + 1, hash: hash.bytes)
    }

    /// The number of the first line that does not follow from the line before it; nil if all do. Holds only one line in memory.
    func firstBreak(_ db: Database) throws -> Int64? {
        let walk = try Walk(db, "SELECT \(columns.joined(separator: ", ")), hash FROM \(table) ORDER BY id", [])
        defer { walk.end() }
        var (end, hash) = (End.none, LineHash(after: LineHash.none))
        while try walk.next() {
            end = follow(end, walk.pointer, &hash)
            let stands = walk.pointer.withBytes(CInt(columns.count)) { $0.elementsEqual(end.hash) }
            guard stands, end.id == sqlite3_column_int64(walk.pointer, 0) else {
                return sqlite3_column_int64(walk.pointer, 0)
            }
        }
        return nil
    }

    /// Writes the hashes of all lines, for a table that was not a chain before.
    func linkAll(_ db: Database) throws {
        var (end, hash) = (End.none, LineHash(after: LineHash.none))
        // Reads some lines in full before they are changed.
        func linked() throws -> [End] {
            let walk = try Walk(
                db, "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE id > ? ORDER BY id LIMIT 1000",
                [end.id])
            defer { walk.end() }
            var linked: [End] = []
            while try walk.next() {
                end = follow(end, walk.pointer, &hash)
                end.id = sqlite3_column_int64(walk.pointer, 0)
                linked.append(end)
            }
            return linked
        }
        while case let lines = try linked(), !lines.isEmpty {
            for line in lines {
                let walk = try Walk(db, "UPDATE \(table) SET hash = ? WHERE id = ?", [Data(line.hash), line.id])
                defer { walk.end() }
                _ = try walk.next()
            }
        }
    }

    /// The end that should result from the statement's current line.
    private func follow(_ end: End, _ line: SQLiteStatement, _ hash: inout LineHash) -> End {
        hash.begin(after: end.hash)
        for place in 0..<columns.count { hash.add(line, CInt(place)) }
        return End(id: end.id + 1, hash: hash.bytes)
    }
}

extension WriteTransaction {
    /// Adds a line to a chain. It reads the end each time, because part of the transaction may have been rolled back.
    func add(_ line: RecordColumns, to chain: Chain) throws {
        let end = chain.next(line, after: try chain.end(db))
        var values = [end.id.databaseValue]
        values.reserveCapacity(line.all.count + 2)
        for (_, value) in line.all { values.append(value) }
        values.append(Data(end.hash).databaseValue)
        try execute(chain.insertion, Values(values))
    }
}
