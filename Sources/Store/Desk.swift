import Domain
import GRDB
import Glibc
import Synchronization

/// An open desk file with many readers and one writer.
package final class Desk: Sendable {
    package let path: String
    let pool: DatabasePool
    /// Readers for viewers who may not see everything. Their connections limit every table to what the viewer may see.
    let cut: DatabasePool
    let seenByAll = SeenByAll()
    let kept = KeptFigures()
    /// The logins that last read through `cut`. A page tries these readers first, because the viewer will most likely need them again.
    let isCutFor = Mutex<Set<[UInt8]>>([])
    private let lock: DeskLock
    let watch: FileWatch
    let halt = Halt()
    let commits = Counter()
    let key: DeskKey
    /// Failed imports that still have to be undone.
    let halfDone = Mutex<Set<Import.ID>>([])
    /// Nil while a desk is being restored from a copy.
    let heads: Heads?
    /// The part of the history that was acknowledged but was missing when the desk was opened; nil if none.
    package let lostTail: LostTail?
    /// The paths of the desk's files that other users of the machine could open until now.
    package let tightened: [String]
    /// True if the key beside the desk is not the one that sealed the desk's secrets. Then opening the desk ended all logins, and second
    /// factors must be set up again unless the old key comes back.
    package var hasOtherKey: Bool { isOfOtherKey.load(ordering: .acquiring) }
    private let isOfOtherKey = Atomic(false)
    private let isClosed = Atomic(false)

    /// Opens the desk, updates its schema, and locks it against other processes. Keeps a copy beside the desk if its schema was older.
    /// `path` may be a link; `desk.path` is the file itself.
    package convenience init(path: String) throws { try self.init(path: path, isOfCopy: false) }

    /// `isOfCopy`: the desk is being restored from a copy. Then no copy of an older schema is kept, and the end of its history is not
    /// compared. `desk` is the path where the file will finally be, beside its key; nil if that is `typed`.
    init(path typed: String, isOfCopy: Bool, keyOf desk: String? = nil) throws {
        path = try DeskPlace(typed).path
        let exists = access(path, F_OK) == 0
        lock = try DeskLock(desk: path)
        var older: Int?
        if exists {
            try Desk.requireWritable(path)
            tightened = FileModes.tighten(path)
            older = try Desk.inspect(path)
            if !isOfCopy, let older { try Desk.keep(path, of: older) }
        } else {
            tightened = []
            try FileModes.make(path)
        }
        key = try DeskKey(of: desk ?? path, makesFile: !isOfCopy || older != nil)
        guard let watch = FileWatch(path, lock) else { throw DeskError.missing(path) }
        self.watch = watch
        do {
            pool = try DatabasePool(path: path, configuration: Connection.configuration(key: key, watch: watch))
            try pool.writeWithoutTransaction { db in
                // The library sets NORMAL after the writer was prepared. But an acknowledged act must survive a power cut.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                Connection.emptyLog(of: db)
                if !exists { try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
            }
            try Migrations.migrator.migrate(pool)
            try pool.writeWithoutTransaction { db in
                // Pages in the log may still hold secrets that an older schema stored in plain text.
                if older != nil { try db.checkpoint(.truncate) }
                watch.remember(db)
            }
            cut = try DatabasePool(
                path: path, configuration: Connection.configuration(readonly: true, cut: seenByAll, watch: watch))
        } catch let error as DatabaseError {
            throw DeskError.cannotOpen(path, error)
        }
        let heads = isOfCopy ? nil : try Heads(of: path, isNew: !exists)
        self.heads = heads
        if !isOfCopy {
            watch.watch(DeskKey.path(of: path), as: .key)
            watch.watch(Heads.path(of: path), as: .heads)
        }
        var damage: DiskFault?
        do {
            lostTail = try heads?.found.flatMap { [pool] found in try pool.read { try found.missing(in: $0) } }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            (lostTail, damage) = (nil, DiskFault(error, at: path))
        }
        if let damage { halt(for: damage) }
        // A damaged desk can still be read as far as possible.
        if !isOfCopy { do { try told { try begin() } } catch DiskFault.damaged {} }
    }

    /// Prepares the desk for acts. Stops early if the desk is found damaged, because then it accepts no acts.
    private func begin() throws {
        if Damage.isNoted(of: path) { examine() }
        guard halted == nil else { return }
        try beginHeads()
        isOfOtherKey.store(try takeKey(), ordering: .releasing)
        try recoverImports()
    }

    /// The desk's time zone, which decides its days; "UTC" if no desk has been made.
    package func timeZone() throws -> String {
        try reading { try $0.first("SELECT time_zone FROM desk") { $0[0] } } ?? "UTC"
    }

    /// True if the file holds a desk. A new file does not yet.
    package func isMade() throws -> Bool {
        try pool.read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM desk)") ?? false }
    }

    /// Logs if the end of the history is lost, or if the file that remembers the end is missing although there is history. Then continues
    /// from what is there.
    private func beginHeads() throws {
        guard let heads else { return }
        let ends = try pool.read { try ChainEnds($0) }
        let isUnknown = heads.found == nil && ends != .none
        if lostTail != nil || isUnknown {
            let entry = LogEntry(act: lostTail == nil ? "heads-made" : "tail-lost", title: lostTail?.description)
            try write(at: .current(), on: Moment.current().day(in: "UTC"), settling: false) { try $0.log(entry) }
        }
        heads.restart(at: try pool.read { try ChainEnds($0) })
    }

    /// Works with the file and turns disk errors into a `DiskFault`. If the file is missing or damaged, the desk stops accepting acts.
    func told<T>(_ body: () throws -> T) throws -> T {
        do { return try DiskFault.told(of: path, body) } catch let fault as DiskFault {
            halt(for: fault)
            throw fault
        }
    }

    /// Checks that the file is in its place and that no other program has written to it.
    package func lookAtFile() {
        if case .gone = halted { return }
        try? told { try pool.writeWithoutTransaction { try watch.requireUntouched($0) } }
    }

    /// Counts the acts since the desk was opened. While the number stays the same, no page has changed.
    package var generation: Int { commits.value }

    /// The version of the schema that this program reads and writes.
    package static let schema = Migrations.version

    /// The first user, who made the desk.
    package static let owner = User.ID(1)

    /// Empties the write-ahead log into the file and closes the desk. The readers close first; otherwise the log would stay. If the file is
    /// gone, nothing is closed, because SQLite would delete the log of any new file with the same name. The program must then end.
    package func close() throws {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        lookAtFile()
        for pool in [cut, pool] {
            if let halted, case .gone = halted {
                _ = Unmanaged.passRetained(pool)
            } else {
                pool.releaseMemory()
                try pool.close()
            }
        }
        lock.release()
    }
}
