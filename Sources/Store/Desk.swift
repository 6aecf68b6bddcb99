import Domain
import GRDB
import Glibc
import Synchronization

/// A desk's file, open: many readers and one writer.
package final class Desk: Sendable {
    package let path: String
    let pool: DatabasePool
    /// Readers for those who do not see everything: on their connections every table is cut.
    let cut: DatabasePool
    let seenByAll = SeenByAll()
    /// The logins that last read from it, so that a page begins where it will most likely end.
    let isCutFor = Mutex<Set<[UInt8]>>([])
    private let lock: DeskLock
    let watch: FileWatch
    let halt = Halt()
    let commits = Counter()
    let key: DeskKey
    /// Imports that failed and wait to be taken back.
    let halfDone = Mutex<Set<Import.ID>>([])
    /// Nil while a desk is being made of a copy.
    let heads: Heads?
    /// What of the history had been acknowledged and was not there when the desk was opened, nil where nothing.
    package let lostTail: LostTail?
    /// The files of the desk that others on its machine could open until now, by their paths.
    package let tightened: [String]
    /// Is the key beside the desk another than the one by which what is secret in it was sealed? Then nobody was logged in any more
    /// when it was opened, and second factors have to be set anew unless the former key comes back.
    package var hasOtherKey: Bool { isOfOtherKey.load(ordering: .acquiring) }
    private let isOfOtherKey = Atomic(false)
    private let isClosed = Atomic(false)

    /// Opens the desk, brings its schema up to date, and holds it against other processes. Of an older one a copy is kept beside it.
    /// `path` may be a link; `desk.path` is the file itself.
    package convenience init(path: String) throws { try self.init(path: path, isOfCopy: false) }

    /// `isOfCopy`: it is being made of a copy, keeps none of that, and has no end of history to be compared with. `desk` is where it
    /// will lie, beside its key; nil: where it is.
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
                // The library sets NORMAL on the writer after it was prepared: an acknowledged write must survive a power cut.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                Connection.emptyLog(of: db)
                if !exists { try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
            }
            try Migrations.migrator.migrate(pool)
            try pool.writeWithoutTransaction { db in
                // What an older schema held in clear lies in its pages in the log.
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
        // A damaged desk is read, as far as it can be.
        if !isOfCopy { do { try told { try begin() } } catch DiskFault.damaged {} }
    }

    /// What a program has to see to before it takes acts; on a desk that was found damaged it takes none.
    private func begin() throws {
        if Damage.isNoted(of: path) { examine() }
        guard halted == nil else { return }
        try beginHeads()
        isOfOtherKey.store(try takeKey(), ordering: .releasing)
        try recoverImports()
    }

    /// The zone whose calendar the desk keeps; UTC while none is made.
    package func timeZone() throws -> String {
        try reading { try $0.first("SELECT time_zone FROM desk") { $0[0] } } ?? "UTC"
    }

    /// True where a desk has been made in the file; a new file holds none yet.
    package func isMade() throws -> Bool {
        try pool.read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM desk)") ?? false }
    }

    /// Tells the log where the end of history was lost, or was not known of a desk that has one, and goes on from what is there.
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

    /// Does something with the file, and tells what of it the disk refused; where the file is gone or damaged, no act follows.
    func told<T>(_ body: () throws -> T) throws -> T {
        do { return try DiskFault.told(of: path, body) } catch let fault as DiskFault {
            halt(for: fault)
            throw fault
        }
    }

    /// Looks whether the file is in its place and nobody else has written into it.
    package func lookAtFile() {
        if case .gone = halted { return }
        try? told { try pool.writeWithoutTransaction { try watch.requireUntouched($0) } }
    }

    /// Counts the acts since the desk was opened: while it stands, no page has changed.
    package var generation: Int { commits.value }

    /// The version of the schema that this program reads and writes.
    package static let schema = Migrations.version

    /// The first user: who made the desk.
    package static let owner = User.ID(1)

    /// Checkpoints and closes. The readers go first: otherwise the write-ahead log stays. Where the file is gone nothing is closed, for
    /// SQLite would remove the log of whatever has its name now: the program is to end.
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
