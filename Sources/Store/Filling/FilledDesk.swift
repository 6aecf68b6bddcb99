import Domain
import GRDB
import Glibc

extension Desk {
    /// Fills a new desk with the records that `body` adds, far more and far faster than verbs could, and moves its clock to a day. Users
    /// exist before; clients must not. After an error the file is useless.
    package func fill(
        on day: Day, _ body: (Filling) throws -> Void, finishing: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws {
        try withWriter { db in
            guard try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM client)") ?? false else {
                throw DeskError.notNew(path)
            }
            // If the power fails, the file is thrown away. Sorting some gigabytes needs temporary files besides memory. `check` verifies
            // references and constraints afterwards; checking them here would take half of the time.
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

    /// Makes a desk and fills it. Until it is complete it lies under another name, so that an interrupted run never leaves a desk that
    /// looks complete. Removes what an earlier attempt left there.
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

    /// Waits until the disk has all of a file that was written without waiting.
    private static func keep(_ path: String) throws(DeskError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { _ = Glibc.close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw .unreadable(path, reason: String(cString: strerror(errno)))
        }
    }
}
