import Foundation
import GRDB
import Glibc

extension Desk {
    /// Makes a new desk from a copy. Never overwrites a file. Refuses a place with another desk's log beside it, because SQLite would read
    /// that log into the new desk. Brings a copy of an older schema up to date. Refuses a copy that is not sound, and leaves nothing. A
    /// sealed copy needs its passphrase. Returns false if the key beside the new desk is not the key that sealed the secrets in the copy.
    @discardableResult
    package static func restore(_ backup: String, to typed: String, sealedBy passphrase: String = "") throws -> Bool {
        guard access(backup, F_OK) == 0 else { throw DeskError.missing(backup) }
        let path = try DeskPlace(typed).path
        for suffix in ["", "-wal", "-shm", "-journal"] where access(path + suffix, F_OK) == 0 {
            throw DeskError.exists(path + suffix)
        }
        let lock = try DeskLock(desk: path)
        let (unfinished, unsealed) = (DeskPlace.beside(path, "-unfinished"), DeskPlace.beside(path, "-unsealed"))
        defer {
            let made = ["", "-wal", "-shm", "-journal"].map { unfinished + $0 }
            for leftover in made + [unsealed, DeskLock.path(of: unfinished), DeskLock.path(of: path)] {
                unlink(leftover)
            }
            lock.release()
        }
        var source = backup
        if Seal.isSealed(backup) {
            source = unsealed
            try Seal.unseal(backup, to: source, passphrase)
        }
        try inspect(source)
        guard try CopyMark.holds(source) else {
            throw DeskError.unsound(backup, ["it is not what it was when it was made"])
        }
        try WholeCopy.write(source, to: unfinished)
        let made = try Desk(path: unfinished, isOfCopy: true, keyOf: path)
        let isOfKey = try made.isSealedByKey()
        try made.close()
        try WholeCopy.keepInOneFile(unfinished)
        let findings = try check(copy: unfinished)
        guard findings.isEmpty else { throw DeskError.unsound(backup, findings) }
        // Acknowledgements of another desk at this path do not apply to this one.
        unlink(Heads.path(of: path))
        Damage.forget(of: path)
        try WholeCopy.publish(unfinished, as: path)
        return isOfKey
    }

    /// Keeps a desk of an older schema beside itself before this program brings it up to date: under a free name and without its secrets.
    static func keep(_ path: String, of schema: Int) throws {
        try WholeCopy.requireRoom(for: path, in: WholeCopy.folder(of: path))
        let unfinished = DeskPlace.beside(path, "-schema-\(schema)-unfinished")
        try WholeCopy.write(path, to: unfinished)
        try OlderSecrets.remove(from: unfinished)
        try CopyMark.put(on: unfinished)
        var (kept, number) = (keptPath(path, of: schema), 1)
        while access(kept, F_OK) == 0 {
            number += 1
            kept = "\(keptPath(path, of: schema))-\(number)"
        }
        try WholeCopy.publish(unfinished, as: kept)
    }

    /// The path where a desk of an older schema is kept.
    package static func keptPath(_ path: String, of schema: Int) -> String {
        DeskPlace.beside(real(path), "-schema-\(schema)")
    }
}
