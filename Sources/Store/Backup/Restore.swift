import Foundation
import GRDB
import Glibc

extension Desk {
    /// Makes a desk of a copy: a new file, never one that is there, nor one beside which the log of another lies, which would be read
    /// into it. One that an older program made is brought up to date; what is not sound is refused, and leaves nothing. A sealed copy
    /// needs its passphrase.
    package static func restore(_ backup: String, to path: String, sealedBy passphrase: String = "") throws {
        guard access(backup, F_OK) == 0 else { throw DeskError.missing(backup) }
        for suffix in ["", "-wal", "-shm", "-journal"] where access(path + suffix, F_OK) == 0 {
            throw DeskError.exists(path + suffix)
        }
        let lock = try DeskLock(desk: path)
        let unfinished = path + "-unfinished"
        defer {
            for leftover in [
                "-unsealed", "-unfinished", "-unfinished-wal", "-unfinished-shm", "-unfinished-lock", "-lock",
            ] {
                try? FileManager.default.removeItem(atPath: path + leftover)
            }
            lock.release()
        }
        var source = backup
        if Seal.isSealed(backup) {
            source = path + "-unsealed"
            try Seal.unseal(backup, to: source, passphrase)
        }
        try inspect(source)
        guard try CopyMark.holds(source) else {
            throw DeskError.unsound(backup, ["it is not what it was when it was made"])
        }
        try WholeCopy.write(source, to: unfinished)
        try Desk(path: unfinished, isOfCopy: true).close()
        try WholeCopy.keepInOneFile(unfinished)
        let findings = try check(copy: unfinished)
        guard findings.isEmpty else { throw DeskError.unsound(backup, findings) }
        // What was acknowledged of another desk at this path is not of this one.
        unlink(Heads.path(of: path))
        try WholeCopy.publish(unfinished, as: path)
    }

    /// Keeps a desk of an older schema beside it, before this program brings it up to date: under a name that is free.
    static func keep(_ path: String, of schema: Int) throws {
        try WholeCopy.requireRoom(for: path, in: WholeCopy.folder(of: path))
        let unfinished = "\(path)-schema-\(schema)-unfinished"
        try WholeCopy.write(path, to: unfinished)
        try CopyMark.put(on: unfinished)
        var (kept, number) = ("\(path)-schema-\(schema)", 1)
        while access(kept, F_OK) == 0 {
            number += 1
            kept = "\(path)-schema-\(schema)-\(number)"
        }
        try WholeCopy.publish(unfinished, as: kept)
    }
}
