import Domain
import GRDB
import Glibc
import Synchronization

/// A desk's file, open: many readers and one writer.
package final class Desk: Sendable {
    package let path: String
    private let pool: DatabasePool
    /// Readers for those who do not see everything: on their connections every table is cut.
    private let cut: DatabasePool
    private let seenByAll = SeenByAll()
    /// The logins that last read from it, so that a page begins where it will most likely end.
    private let isCutFor = Mutex<Set<[UInt8]>>([])
    private let lock: DeskLock
    private let commits: Counter
    /// Imports that failed and wait to be taken back.
    let halfDone = Mutex<Set<Import.ID>>([])
    /// Nil while a desk is being made of a copy.
    private let heads: Heads?
    /// What of the history had been acknowledged and was not there when the desk was opened, nil where nothing.
    package let lostTail: LostTail?

    /// Opens the desk, brings its schema up to date, and holds it against other processes. Of an older one a copy is kept beside it.
    package convenience init(path: String) throws { try self.init(path: path, isOfCopy: false) }

    /// `isOfCopy`: it is being made of a copy, keeps none of that, and has no end of history to be compared with.
    init(path: String, isOfCopy: Bool) throws {
        self.path = path
        let exists = access(path, F_OK) == 0
        lock = try DeskLock(desk: path)
        if exists {
            guard access(path, R_OK) == 0 else {
                throw DeskError.unreadable(path, reason: String(cString: strerror(errno)))
            }
            // SQLite makes files of its own beside it.
            guard access(path, W_OK) == 0, access(WholeCopy.folder(of: path), W_OK) == 0 else {
                throw DeskError.readOnly(path)
            }
            let older = try Desk.inspect(path)
            if !isOfCopy, let older { try Desk.keep(path, of: older) }
        }
        do {
            pool = try DatabasePool(path: path, configuration: Connection.configuration())
            try pool.writeWithoutTransaction { db in
                // The library sets NORMAL on the writer after it was prepared: an acknowledged write must survive a power cut.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                Connection.emptyLog(of: db)
                if !exists { try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
            }
            try Migrations.migrator.migrate(pool)
            cut = try DatabasePool(path: path, configuration: Connection.configuration(readonly: true, cut: seenByAll))
        } catch let error as DatabaseError {
            throw DeskError.cannotOpen(path, error)
        }
        commits = Counter()
        let heads = isOfCopy ? nil : try Heads(of: path, isNew: !exists)
        self.heads = heads
        lostTail = try heads?.found.flatMap { [pool] found in try pool.read { try found.missing(in: $0) } }
        try beginHeads()
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

    /// Reads what a viewer may see, in one transaction. `day` tells what day it is in the desk's time zone, for rights begin and end.
    /// Throws `needsLogin` where the desk does not know who asks.
    package func read<T>(
        as caller: Caller = .program, on day: (String) -> Day = { Moment.current().day(in: $0) },
        _ body: (ReadTransaction) throws -> T
    ) throws -> T {
        // What they see is known in the page's own transaction only, and may change before the next; it is rarely another than before.
        var isCut = isCutFor.withLock { logins in caller.login.map(logins.contains) ?? false }
        while true {
            if let result = try isCut ? readCut(as: caller, on: day, body) : readWhole(as: caller, body) {
                return result
            }
            isCut.toggle()
            if let login = caller.login { remember(login, isCut: isCut) }
        }
    }

    private func remember(_ login: [UInt8], isCut: Bool) {
        isCutFor.withLock { logins in
            if logins.count > 10_000 { logins = [] }
            if isCut { logins.insert(login) } else { logins.remove(login) }
        }
    }

    /// Nil where something is hidden from the caller.
    private func readWhole<T>(as caller: Caller, _ body: (ReadTransaction) throws -> T) throws -> T? {
        try Desk.inOneTransaction(pool) { reading in
            let (frame, n) = try ReadTransaction.frameAndSight(reading, for: caller)
            guard caller.seesEverything(as: frame.viewer) else { return nil }
            var reading = reading
            reading.witness = Witness(try seenByAll.confidential(n, reading))
            return try body(ReadTransaction(reading: reading, frame: frame, seen: nil))
        }
    }

    /// Nil where nothing is hidden from the caller.
    private func readCut<T>(as caller: Caller, on day: (String) -> Day, _ body: (ReadTransaction) throws -> T) throws
        -> T?
    {
        try Desk.inOneTransaction(cut) { reading in
            let (frame, n) = try ReadTransaction.frameAndSight(reading, for: caller)
            let today = day(frame.desk.timeZone)
            guard let seen = try seenByAll.seen(by: caller, frame.viewer, on: today, n, reading) else { return nil }
            seenByAll.cut(reading.db, to: seen)
            var reading = reading
            reading.witness = Witness(seen.confidential)
            return try body(ReadTransaction(reading: reading, frame: frame, seen: seen))
        }
    }

    /// The library's own way to one transaction compiles its beginning and its end anew for every page.
    private static func inOneTransaction<T>(_ pool: DatabasePool, _ body: (Reading) throws -> T) throws -> T {
        try DiskFault.told(of: pool.path) {
            try pool.unsafeRead { db in
                try Walk.run(db, "BEGIN")
                let result = Result { try body(Reading(db: db)) }
                try Walk.run(db, "COMMIT")
                return try result.get()
            }
        }
    }

    /// Does one act in one transaction: all of it is written, with its history, or nothing. One of many steps leaves the pace of
    /// clients to be settled behind the last. Throws `notFound` where it would touch what the caller may not see, and a `DiskFault`
    /// where the disk does not take it.
    package func write<T>(
        as caller: Caller = .program, at moment: Moment, on today: Day, settling: Bool = true,
        _ body: (WriteTransaction) throws -> T
    )
        throws -> T
    {
        defer { commits.increment() }
        let (result, ends) = try writing { db in
            let reading = Reading(db: db)
            let frame = try ReadTransaction.frame(reading, for: caller)
            let read = ReadTransaction(reading: reading, frame: frame, seen: nil)
            // No two acts in a row have one moment: by it, history knows what was done together.
            let last = try read.first("SELECT at FROM change ORDER BY id DESC LIMIT 1") {
                Moment(milliseconds: $0[0])
            }
            let transaction = WriteTransaction(
                read: read, sight: try Sight.of(caller, frame.viewer, on: today, reading),
                moment: last == moment ? Moment(milliseconds: moment.milliseconds + 1) : moment,
                today: today, touched: TouchedClients())
            let result = try body(transaction)
            if settling { try transaction.settlePace() }
            return (result, try ChainEnds(db))
        }
        heads?.keep(ends)
        return result
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

    /// Reads what nobody's sight cuts, such as who may log in: for this module only, which hands out no more than is asked for.
    func reading<T>(_ body: (Reading) throws -> T) throws -> T { try Desk.inOneTransaction(pool, body) }

    /// Lends the writer's connection in a transaction that changes no page.
    func withWriterUncounted<T>(_ body: (Database) throws -> T) throws -> T { try writing(body) }

    private func writing<T>(_ body: (Database) throws -> T) throws -> T {
        try DiskFault.told(of: path) { try pool.write(body) }
    }

    /// Lends the writer's connection, outside of any transaction: for what is no act but makes a desk, such as filling it.
    func withWriter<T>(_ body: (Database) throws -> T) throws -> T {
        defer { commits.increment() }
        return try DiskFault.told(of: path) {
            try pool.writeWithoutTransaction { db in
                let result = try body(db)
                heads?.keep(try ChainEnds(db))
                return result
            }
        }
    }

    /// Counts the acts since the desk was opened: while it stands, no page has changed.
    package var generation: Int { commits.value }

    /// The version of the schema that this program reads and writes.
    package static let schema = Migrations.version

    /// The first user: who made the desk.
    package static let owner = User.ID(1)

    /// Checkpoints and closes. The readers go first: otherwise the write-ahead log stays.
    package func close() throws {
        for pool in [cut, pool] {
            pool.releaseMemory()
            try pool.close()
        }
        lock.release()
    }

    /// Reads a desk's file in one transaction, beside a daemon that may have it open, and changes nothing. Whoever has the file sees
    /// everything.
    package static func read<T>(at path: String, _ body: (ReadTransaction) throws -> T) throws -> T {
        try look(at: path) { db in
            var reading = Reading(db: db)
            let frame = try ReadTransaction.frame(reading, for: .program)
            reading.witness = Witness(try reading.confidentialClients())
            return try body(ReadTransaction(reading: reading, frame: frame, seen: nil))
        }
    }

    static func look<T>(at path: String, mayBeOlder: Bool = false, _ body: (Database) throws -> T) throws -> T {
        guard access(path, F_OK) == 0 else { throw DeskError.missing(path) }
        try inspect(path)
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration(readonly: true))
        defer { try? queue.close() }
        return try queue.read { db in
            let applied = try Migrations.migrator.appliedIdentifiers(db).count
            guard mayBeOlder || applied == Migrations.version else {
                throw DeskError.older(path, has: applied, knows: Migrations.version)
            }
            return try body(db)
        }
    }

    /// Checks a file that exists before anything may change it: only a desk of a known schema is opened for writing. Returns the
    /// schema of one that an older program wrote; nil where it is this one's, or the file is empty.
    @discardableResult
    package static func inspect(_ path: String) throws -> Int? {
        do {
            // What was cut off beside the file before it kept a log of its own is rolled back first, which a reader cannot.
            let isCutOff = access(path + "-journal", F_OK) == 0
            let queue = try DatabaseQueue(path: path, configuration: Connection.configuration(readonly: !isCutOff))
            let older: Int? = try queue.read { db in
                guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") != 0 else { return nil }
                guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Migrations.applicationID else {
                    throw DeskError.foreign(path)
                }
                let applied = try Migrations.migrator.appliedIdentifiers(db)
                guard try !Migrations.migrator.hasBeenSuperseded(db) else {
                    throw DeskError.newer(
                        path, has: applied.compactMap { Int($0) }.max() ?? 0, knows: Migrations.version)
                }
                return applied.count > 0 && applied.count < Migrations.version ? applied.count : nil
            }
            try queue.close()
            return older
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw DeskError.foreign(path)
        } catch let error as DatabaseError {
            throw DeskError.cannotOpen(path, error)
        }
    }
}
