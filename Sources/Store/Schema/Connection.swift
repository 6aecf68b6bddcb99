import GRDB
import GRDBSQLite

/// How every connection to a desk is set up.
enum Connection {
    /// Readers that may be at work at once: at least the HTTP threads and the workers.
    static let readers = 12

    /// How long one waits for another process, in seconds.
    private static let wait = 5.0

    /// One that is cut shows each viewer what is theirs to see.
    static func configuration(readonly: Bool = false, cut: SeenByAll? = nil) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(wait)
        configuration.prepareDatabase { db in
            db.add(tokenizer: StemTokenizer.self)
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = ON;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA cache_size = -16000;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = ON;
                    """)
            try cut?.prepare(db)
        }
        return configuration
    }

    /// Empties SQLite's log once it is in the file, unless somebody reads from it at the moment; SQLite itself would leave that to
    /// the next commit. As long as it lies there, damage to it puts old pages over newer ones, and the desk is torn to pieces.
    static func emptyLog(of writer: Database) {
        _ = sqlite3_wal_hook(
            writer.sqliteConnection,
            { _, connection, name, pages in
                guard pages >= 1000 else { return SQLITE_OK }
                // Nobody waits for a long read: a later commit tries again.
                sqlite3_busy_timeout(connection, 0)
                sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
                sqlite3_busy_timeout(connection, CInt(Connection.wait * 1000))
                return SQLITE_OK
            }, nil)
    }
}
