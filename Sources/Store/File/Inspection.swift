import Domain
import GRDB
import Glibc

extension Desk {
    /// Reads a desk's file in one transaction and changes nothing; a daemon may have the desk open. Whoever has the file sees everything.
    package static func read<T>(at path: String, _ body: (ReadTransaction) throws -> T) throws -> T {
        try look(at: path) { db in
            var reading = Reading(db: db)
            let frame = try ReadTransaction.frame(reading, for: .program)
            reading.witness = Witness(try reading.confidentialClients())
            return try body(ReadTransaction(reading: reading, frame: frame, seen: nil, kept: KeptFigures()))
        }
    }

    /// The same with a bare connection; with `mayBeOlder` also for a desk of an older schema.
    static func look<T>(at typed: String, mayBeOlder: Bool = false, _ body: (Database) throws -> T) throws -> T {
        guard access(typed, F_OK) == 0 else { throw DeskError.missing(typed) }
        let path = try DeskPlace(typed).path
        try inspect(path)
        return try DiskFault.told(of: path) {
            let queue = try Connection.reading(path)
            defer { try? queue.close() }
            return try queue.read { db in
                let applied = try Migrations.migrator.appliedIdentifiers(db).count
                guard mayBeOlder || applied == Migrations.version else {
                    throw DeskError.older(path, has: applied, knows: Migrations.version)
                }
                let result = try body(db)
                try DamagedValue.throwIfAny(on: db)
                return result
            }
        }
    }

    /// The schema of a desk that an older program wrote and this one has not brought up to date; nil for any other desk.
    package static func olderSchema(of typed: String) throws -> Int? { try inspect(DeskPlace(typed).path) }

    /// Checks an existing file before anything may change it. Throws if it is not a desk of a known schema or if another file's log lies
    /// beside it. Returns the schema if it is older than this program's; nil if it is current or the file is empty.
    @discardableResult
    static func inspect(_ path: String) throws -> Int? {
        do {
            guard !hasForeignLog(path) else { throw DeskError.foreignLog(path) }
            // A transaction in the old kind of journal, from before the desk used a log, was interrupted. It must be rolled back first, and
            // only a writer can do that.
            let isCutOff = access(path + "-journal", F_OK) == 0
            let queue =
                isCutOff
                ? try DatabaseQueue(path: path, configuration: Connection.configuration())
                : try Connection.reading(path)
            defer { try? queue.close() }
            return try queue.read { db in
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
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw DeskError.foreign(path)
        } catch let error as DatabaseError {
            throw DeskError.cannotOpen(path, error)
        }
    }

    /// True if the log beside a file belongs to another file: the last program had only one of the two open, or the file never had a log,
    /// as a copy has none.
    private static func hasForeignLog(_ path: String) -> Bool {
        var facts = stat()
        guard stat(path + "-wal", &facts) == 0, facts.st_size > 0, let file = FileIdentity(path) else { return false }
        if let open = DeskLock.openFiles(of: path), (open.file == file) != (open.log == FileIdentity(facts)) {
            return true
        }
        // While a program writes to the file, it may be incomplete without its log.
        guard let queue = try? Connection.alone(path) else { return false }
        defer { try? queue.close() }
        let head = queue.inDatabase { FileWatch.head(of: $0) }
        // The format versions for writing and reading: 1 without a log, 2 with one.
        return head.count == 100 && head[18] == 1 && head[19] == 1
    }
}
