import Domain
import GRDB
import Glibc

extension Desk {
    /// Fills a new desk with the records that a function adds, so many and so fast as no verb could, and moves its clock to a day.
    /// Users are there before; clients are not. After an error the file is worth nothing.
    package func fill(
        on day: Day, _ body: (Filling) throws -> Void, finishing: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws {
        try withWriter { db in
            guard try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM client)") ?? false else {
                throw DeskError.notNew(path)
            }
            // The file is thrown away where the power is cut, sorting some gigabytes wants room beside the memory, and `check`
            // looks at references and constraints again: they would cost half of the time.
            let meanwhile = [
                "synchronous": "OFF", "temp_store": "FILE", "cache_size": "-256000", "foreign_keys": "OFF",
                "ignore_check_constraints": "ON",
            ]
            var before: [String: String] = [:]
            for (pragma, value) in meanwhile {
                before[pragma] = try String.fetchOne(db, sql: "PRAGMA \(pragma)")
                try db.execute(sql: "PRAGMA \(pragma) = \(value)")
            }
            let filled = Result { try Filling.fill(db, on: day, body, finishing: finishing) }
            for (pragma, value) in before { try db.execute(sql: "PRAGMA \(pragma) = \(value)") }
            try filled.get()
        }
    }

    /// Makes a desk and fills it. Until it is whole it lies beside its name, so that whoever is cut off leaves no desk that passes
    /// for a whole one; what an earlier attempt has left there goes.
    package static func make(
        path typed: String, owner: String, language: String, filledBy fill: (Desk) throws -> Void
    ) throws {
        let path = try DeskPlace(typed).path
        let lock = try DeskLock(desk: path)
        defer { lock.release() }
        guard access(path, F_OK) != 0 else { throw DeskError.exists(path) }
        let unfinished = DeskPlace.beside(path, "-unfinished")
        func discard() {
            for leftover in ["", "-wal", "-shm"].map({ unfinished + $0 }) { unlink(leftover) }
            for leftover in [DeskLock.path(of: unfinished), Heads.path(of: unfinished)] { unlink(leftover) }
        }
        discard()
        let key = DeskKey.path(of: path)
        let hasKey = access(key, F_OK) == 0
        defer {
            discard()
            if !hasKey, access(path, F_OK) != 0 { unlink(key) }
        }
        let desk = try openOrMake(path: unfinished, owner: owner, language: language, keyOf: path)
        do {
            try fill(desk)
        } catch {
            try? desk.close()
            throw error
        }
        try desk.close()
        try keep(unfinished)
        guard rename(Heads.path(of: unfinished), Heads.path(of: path)) == 0, rename(unfinished, path) == 0 else {
            throw DeskError.unreadable(path, reason: String(cString: strerror(errno)))
        }
    }

    /// Waits until the disk has a file that was written without waiting.
    private static func keep(_ path: String) throws(DeskError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { _ = Glibc.close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw .unreadable(path, reason: String(cString: strerror(errno)))
        }
    }
}
