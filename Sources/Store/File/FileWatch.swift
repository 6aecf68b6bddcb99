import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// Checks that an open desk still is the file with its name, and that no other program has written to it. It looks at names and reads
/// through SQLite's own descriptors: opening and closing the file again would drop SQLite's locks.
final class FileWatch: Sendable {
    private let path: String
    private let lock: DeskLock
    private let file: FileIdentity
    /// Other files beside the desk that must stay there.
    private let companions = Mutex<[Companion]>([])
    /// The state after our last act; nil before the first.
    private let left = Mutex<Left?>(nil)

    private struct Companion {
        var path: String
        var identity: FileIdentity
        var gone: DiskFault.Gone
    }

    private struct Left {
        var file: Look
        var log: Look
    }

    /// The state of a file. If the length or the time has changed, its first bytes tell whether another program wrote to it.
    private struct Look {
        var identity: FileIdentity
        var length: Int64
        var changed: [Int]
        var head: [UInt8]

        init?(_ path: String, _ head: () -> [UInt8]) {
            var facts = stat()
            guard stat(path, &facts) == 0 else { return nil }
            (identity, length) = (FileIdentity(facts), Int64(facts.st_size))
            changed = [facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec]
            self.head = head()
        }

        /// True if another program has written to the file since this state.
        func isWrittenOver(_ path: String, _ head: () -> [UInt8]) -> Bool {
            var facts = stat()
            guard stat(path, &facts) == 0 else { return true }
            if Int64(facts.st_size) == length, [facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec] == changed {
                return false
            }
            return Int64(facts.st_size) < length || head() != self.head
        }
    }

    /// Returns nil if the file does not exist.
    init?(_ path: String, _ lock: DeskLock) {
        guard let file = FileIdentity(path) else { return nil }
        (self.path, self.lock, self.file) = (path, lock, file)
    }

    private var logPath: String { path + "-wal" }

    /// Also requires from now on that the file at `path`, beside the desk, stays in place. Does nothing if there is no such file.
    func watch(_ path: String, as gone: DiskFault.Gone) {
        guard let identity = FileIdentity(path) else { return }
        companions.withLock { $0.append(Companion(path: path, identity: identity, gone: gone)) }
    }

    /// Throws if the desk, its log, its lock or another watched file is missing or has been replaced. Costs five system calls.
    func requireInPlace() throws(DiskFault) {
        guard let now = FileIdentity(path) else { throw .gone(path, .missing) }
        guard now == file else { throw .gone(path, .replaced) }
        if let log = left.withLock({ $0?.log.identity }), FileIdentity(logPath) != log { throw .gone(path, .log) }
        guard lock.isInPlace else { throw .gone(path, .lock) }
        let lost = companions.withLock { $0.first { FileIdentity($0.path) != $0.identity } }
        if let lost { throw .gone(path, lost.gone) }
    }

    /// Also throws if another program has written to the file or its log since our last act. Call this on the writer's connection, before
    /// it writes.
    func requireUntouched(_ writer: Database) throws(DiskFault) {
        try requireInPlace()
        guard let left = left.withLock({ $0 }) else { return }
        if left.file.isWrittenOver(path, { FileWatch.head(of: writer) }) { throw .gone(path, .overwritten) }
        if left.log.isWrittenOver(logPath, { FileWatch.headOfLog(of: writer) }) { throw .gone(path, .logOverwritten) }
    }

    /// Remembers the present state of the file and its log as the state after our last act. The first time, also writes them into the
    /// lock's file.
    func remember(_ writer: Database) {
        guard let file = Look(path, { FileWatch.head(of: writer) }),
            let log = Look(logPath, { FileWatch.headOfLog(of: writer) })
        else { return }
        let isFirst = left.withLock { left in
            defer { left = Left(file: file, log: log) }
            return left == nil
        }
        if isFirst { lock.note(OpenFiles(file: file.identity, log: log.identity)) }
    }

    /// The first bytes of the file, read through the connection's own descriptor, so as SQLite sees them.
    static func head(of db: Database) -> [UInt8] { head(db, SQLITE_FCNTL_FILE_POINTER, 100) }

    private static func headOfLog(of db: Database) -> [UInt8] { head(db, SQLITE_FCNTL_JOURNAL_POINTER, 32) }

    private static func head(_ db: Database, _ which: CInt, _ count: Int) -> [UInt8] {
        var file: UnsafeMutablePointer<sqlite3_file>?
        var bytes = [UInt8](repeating: 0, count: count)
        guard let connection = db.sqliteConnection,
            sqlite3_file_control(connection, nil, which, &file) == SQLITE_OK, let file,
            let read = file.pointee.pMethods?.pointee.xRead
        else { return [] }
        // Bytes past the end of a short file are read as zeros.
        _ = read(file, &bytes, CInt(count), 0)
        return bytes
    }
}
