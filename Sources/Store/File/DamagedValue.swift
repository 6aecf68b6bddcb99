import GRDB
import GRDBSQLite
import Synchronization

/// A stored value that the schema forbids, so that no act can have written it: an unknown word, an impossible day, or null where a value is
/// required. The page that holds it is damaged. The reader continues with a placeholder value, and the result is thrown away at the end.
enum DamagedValue {
    private static let connections = Mutex<Set<Int>>([])
    private static let isAny = Atomic(false)

    static func note(_ statement: SQLiteStatement) {
        let connection = Int(bitPattern: sqlite3_db_handle(statement))
        _ = connections.withLock { $0.insert(connection) }
        isAny.store(true, ordering: .releasing)
    }

    /// Throws if a damaged value was read on this connection since the last call.
    static func throwIfAny(on db: Database) throws {
        guard isAny.load(ordering: .acquiring) else { return }
        let connection = Int(bitPattern: db.sqliteConnection)
        let isHere = connections.withLock { connections in
            defer { if connections.isEmpty { isAny.store(false, ordering: .releasing) } }
            return connections.remove(connection) != nil
        }
        if isHere { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "it holds a value that cannot be") }
    }
}
