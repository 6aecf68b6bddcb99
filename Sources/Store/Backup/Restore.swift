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
        try WholeCopy.write(source, to: unfinished)
        try Desk(path: unfinished, keepsOlder: false).close()
        try WholeCopy.keepInOneFile(unfinished)
        let findings = try check(copy: unfinished)
        guard findings.isEmpty else { throw DeskError.unsound(backup, findings) }
        try WholeCopy.publish(unfinished, as: path)
    }

    /// The schema of a desk that an older program wrote; nil where it is this one's, or no desk.
    package static func olderSchema(of path: String) throws -> Int? {
        guard access(path, F_OK) == 0 else { return nil }
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration(readonly: true))
        defer { try? queue.close() }
        let applied = try queue.read { try Migrations.migrator.appliedIdentifiers($0).count }
        return applied > 0 && applied < Migrations.version ? applied : nil
    }

    /// Keeps a desk that an older program wrote beside it, before this one brings it up to date: under a name that is free.
    static func keepOlder(_ path: String) throws {
        guard let schema = try olderSchema(of: path) else { return }
        try WholeCopy.requireRoom(for: path, in: WholeCopy.folder(of: path))
        let unfinished = "\(path)-schema-\(schema)-unfinished"
        try WholeCopy.write(path, to: unfinished)
        var (kept, number) = ("\(path)-schema-\(schema)", 1)
        while access(kept, F_OK) == 0 {
            number += 1
            kept = "\(path)-schema-\(schema)-\(number)"
        }
        try WholeCopy.publish(unfinished, as: kept)
    }
}
