import GRDB
import GRDBSQLite
import Synchronization

/// A value that no act can have written, since the schema forbids it: a word that is none, a day that is none, nothing where something
/// must be. The page that holds it is damaged. Whoever reads it goes on with another, and what is read is thrown away at the end.
enum DamagedValue {
    private static let connections = Mutex<Set<Int>>([])
    private static let isAny = Atomic(false)

    static func note(_ statement: SQLiteStatement) {
        let connection = Int(bitPattern: sqlite3_db_handle(statement))
        _ = connections.withLock { $0.insert(connection) }
        isAny.store(true, ordering: .releasing)
    }

    /// Throws where one was read on a connection since this was asked last.
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
