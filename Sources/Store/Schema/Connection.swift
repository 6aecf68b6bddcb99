import CSQLite
import Foundation
import GRDB
import GRDBSQLite

/// Sets up every connection to a desk.
enum Connection {
    /// How many readers can work at the same time: at least as many as the HTTP threads and the workers together.
    static let readers = 12

    /// How long a connection waits for another process, in seconds.
    private static let wait = 5.0

    /// Turns off SQLite's memory statistics. Nobody reads them, and their lock would make every thread wait at every allocation.
    private static let countsNoMemory = sqlite3_config_memstatus(0) == SQLITE_OK

    /// `cut` limits the connection to what each viewer may see. `key` lets it seal secrets. `watch` requires that the file is still the one
    /// that was opened first. `isAlone`: the connection does not share its index of the log with other programs.
    static func configuration(
        readonly: Bool = false, cut: SeenByAll? = nil, key: DeskKey? = nil, watch: FileWatch? = nil,
        isAlone: Bool = false
    ) -> Configuration {
        _ = countsNoMemory
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(wait)
        configuration.prepareDatabase { db in
            if isAlone { try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
            db.add(tokenizer: StemTokenizer.self)
            db.add(function: TextFunctions.says)
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = ON;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA cache_size = -16000;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = ON;
                    """)
            try cut?.prepare(db)
            key.map { addSealing(to: db, $0) }
            try watch?.requireInPlace()
        }
        return configuration
    }

    /// Adds the SQL functions that seal secrets as they are written.
    private static func addSealing(to db: Database, _ key: DeskKey) {
        db.add(
            function: DatabaseFunction("sealed", argumentCount: 2) { values in
                guard let secret = Data.fromDatabaseValue(values[0]), let user = Int64.fromDatabaseValue(values[1])
                else { return nil }
                return Data(key.seal([UInt8](secret), of: user))
            })
        db.add(function: DatabaseFunction("key_mark", argumentCount: 0) { _ in Data(key.mark) })
        db.add(
            function: DatabaseFunction("series", argumentCount: 1) { values in
                Data.fromDatabaseValue(values[0]).map { Schema7.series(of: [UInt8]($0)) }
            })
    }

    /// Opens a connection that only reads. It also works if nothing can be written to the desk's folder, where SQLite could not make the
    /// files that it needs to read a log.
    static func reading(_ path: String) throws -> DatabaseQueue {
        var log = stat()
        let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
        // Programs that have the desk open share files in its folder.
        let isPlain =
            access(WholeCopy.folder(of: path), W_OK) == 0 || access(path + "-journal", F_OK) == 0
            || hasLog && access(path + "-shm", F_OK) == 0
        if isPlain { return try DatabaseQueue(path: path, configuration: configuration(readonly: true)) }
        guard hasLog else { return try alone(path) }
        return try DatabaseQueue(
            path: address(path, "vfs=unix-none"), configuration: configuration(readonly: true, isAlone: true))
    }

    /// Opens a connection that reads the file without its log.
    static func alone(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: address(path, "immutable=1"), configuration: configuration(readonly: true))
    }

    private static func address(_ path: String, _ query: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
        return "file:" + (path.addingPercentEncoding(withAllowedCharacters: plain) ?? path) + "?" + query
    }

    /// Empties SQLite's log as soon as its pages are in the file, unless a reader still needs them. SQLite itself would leave this to the
    /// next commit. If a log that was left behind got damaged, it would put old pages over newer ones and destroy the desk.
    static func emptyLog(of writer: Database) {
        _ = sqlite3_wal_hook(
            writer.sqliteConnection,
            { _, connection, name, pages in
                guard pages >= 1000 else { return SQLITE_OK }
                // Does not wait for a long read: a later commit tries again.
                sqlite3_busy_timeout(connection, 0)
                sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
                sqlite3_busy_timeout(connection, CInt(Connection.wait * 1000))
                return SQLITE_OK
            }, nil)
    }
}
