import Domain
import GRDB
import Glibc

extension Desk {
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

    /// The same with the connection alone; of an older desk too, where it may be.
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

    /// The schema of a desk that an older program wrote, before this one brings it up to date; nil of any other.
    package static func olderSchema(of typed: String) throws -> Int? { try inspect(DeskPlace(typed).path) }

    /// Checks a file that exists before anything may change it: only a desk of a known schema is opened for writing, and none beside
    /// which another's log lies. Returns the schema of one that an older program wrote; nil where it is this one's, or the file is empty.
    @discardableResult
    static func inspect(_ path: String) throws -> Int? {
        do {
            guard !hasForeignLog(path) else { throw DeskError.foreignLog(path) }
            // What was cut off beside the file before it kept a log of its own is rolled back first, which a reader cannot.
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

    /// Is the log beside a file another's? It is where the last program had only one of the two open, and where the file has never had
    /// a log: a copy has none.
    private static func hasForeignLog(_ path: String) -> Bool {
        var facts = stat()
        guard stat(path + "-wal", &facts) == 0, facts.st_size > 0, let file = FileIdentity(path) else { return false }
        if let open = DeskLock.openFiles(of: path), (open.file == file) != (open.log == FileIdentity(facts)) {
            return true
        }
        // While a program writes on it, it may not be whole without its log.
        guard let queue = try? Connection.alone(path) else { return false }
        defer { try? queue.close() }
        let head = queue.inDatabase { FileWatch.head(of: $0) }
        // The versions of the format for who writes and who reads: 1 without a log, 2 with it.
        return head.count == 100 && head[18] == 1 && head[19] == 1
    }
}
