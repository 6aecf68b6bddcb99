import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// Whether an open desk is still the file that has its name, and nobody else has written into it. Names are asked, and SQLite's own
/// descriptors are read: to open the file and to close it again would drop the locks of SQLite.
final class FileWatch: Sendable {
    private let path: String
    private let lock: DeskLock
    private let file: FileIdentity
    /// What else lies beside the desk and has to stay there.
    private let companions = Mutex<[Companion]>([])
    /// What the last act of ours has left; nil before the first.
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

    /// The state of a file: with another length or another moment, its first bytes tell whether it has become another.
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

        /// Has somebody else written into the file whose state was this?
        func isWrittenOver(_ path: String, _ head: () -> [UInt8]) -> Bool {
            var facts = stat()
            guard stat(path, &facts) == 0 else { return true }
            if Int64(facts.st_size) == length, [facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec] == changed {
                return false
            }
            return Int64(facts.st_size) < length || head() != self.head
        }
    }

    /// Nil where the file is not there.
    init?(_ path: String, _ lock: DeskLock) {
        guard let file = FileIdentity(path) else { return nil }
        (self.path, self.lock, self.file) = (path, lock, file)
    }

    private var logPath: String { path + "-wal" }

    /// From now on a file that lies beside the desk has to stay as well.
    func watch(_ path: String, as gone: DiskFault.Gone) {
        guard let identity = FileIdentity(path) else { return }
        companions.withLock { $0.append(Companion(path: path, identity: identity, gone: gone)) }
    }

    /// Throws where another file has the name of the desk, of its log, of its lock or of what else belongs to it, or none has. It costs
    /// five questions to the system.
    func requireInPlace() throws(DiskFault) {
        guard let now = FileIdentity(path) else { throw .gone(path, .missing) }
        guard now == file else { throw .gone(path, .replaced) }
        if let log = left.withLock({ $0?.log.identity }), FileIdentity(logPath) != log { throw .gone(path, .log) }
        guard lock.isInPlace else { throw .gone(path, .lock) }
        let lost = companions.withLock { $0.first { FileIdentity($0.path) != $0.identity } }
        if let lost { throw .gone(path, lost.gone) }
    }

    /// Throws too where somebody has written into the file or its log since the last act of ours; asked on the writer's connection,
    /// before it writes.
    func requireUntouched(_ writer: Database) throws(DiskFault) {
        try requireInPlace()
        guard let left = left.withLock({ $0 }) else { return }
        if left.file.isWrittenOver(path, { FileWatch.head(of: writer) }) { throw .gone(path, .overwritten) }
        if left.log.isWrittenOver(logPath, { FileWatch.headOfLog(of: writer) }) { throw .gone(path, .logOverwritten) }
    }

    /// Takes the file and its log as they are now for what the writer has left, and tells the lock of them the first time.
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

    /// The head of a file, as the connection's own descriptor gives it: by it SQLite knows what lies in the file.
    static func head(of db: Database) -> [UInt8] { head(db, SQLITE_FCNTL_FILE_POINTER, 100) }

    private static func headOfLog(of db: Database) -> [UInt8] { head(db, SQLITE_FCNTL_JOURNAL_POINTER, 32) }

    private static func head(_ db: Database, _ which: CInt, _ count: Int) -> [UInt8] {
        var file: UnsafeMutablePointer<sqlite3_file>?
        var bytes = [UInt8](repeating: 0, count: count)
        guard let connection = db.sqliteConnection,
            sqlite3_file_control(connection, nil, which, &file) == SQLITE_OK, let file,
            let read = file.pointee.pMethods?.pointee.xRead
        else { return [] }
        // What a short file does not have is read as zeros.
        _ = read(file, &bytes, CInt(count), 0)
        return bytes
    }
}
