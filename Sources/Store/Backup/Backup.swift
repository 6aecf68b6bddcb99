import Domain
import Foundation
import GRDB
import Glibc

extension Desk {
    /// Copies a desk into a folder as it is at one instant, beside a daemon that writes on. The copy is opened, checked and on the disk
    /// before it has its name; then all but the latest `keep` are removed. With a passphrase it is sealed. Throws where the copy is not
    /// sound, and leaves none.
    package static func backUp(
        _ path: String, into folder: String, keep: Int, sealedBy passphrase: String? = nil,
        at moment: Moment = .current()
    ) throws
        -> Backup
    {
        guard access(path, F_OK) == 0 else { throw DeskError.missing(path) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try requireRoom(for: path, in: folder)
        let name = Backup.name(of: path, at: moment) + (passphrase == nil ? "" : Backup.sealed)
        let (copy, unfinished) = ("\(folder)/\(name)", "\(folder)/\(name)-unfinished")
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            try copyWhole(path, to: unfinished)
            chmod(unfinished, 0o600)
            let findings = try check(path: unfinished)
            guard findings.isEmpty else { throw DeskError.unsound(path, findings) }
            if let passphrase {
                defer { try? FileManager.default.removeItem(atPath: unfinished) }
                try Seal.seal(unfinished, to: unfinished + Backup.sealed, passphrase)
                try publish(unfinished + Backup.sealed, as: copy)
            } else {
                try publish(unfinished, as: copy)
            }
        } catch {
            for suffix in ["", Backup.sealed] { try? FileManager.default.removeItem(atPath: unfinished + suffix) }
            throw error
        }
        let kept = backups(of: path, in: folder)
        for old in kept.dropFirst(max(1, keep)) { try? FileManager.default.removeItem(atPath: old.path) }
        guard let made = kept.first(where: { $0.path == copy }) else { throw DeskError.missing(copy) }
        return made
    }

    /// Where a desk's copies go where nobody says otherwise: beside it.
    package static func backupFolder(of path: String) -> String {
        (path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path) + "-backups"
    }

    /// The copies of a desk in a folder, the latest first.
    package static func backups(of path: String, in folder: String) -> [Backup] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            guard let moment = Backup.moment(of: name, desk: path) else { return nil }
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0 else { return nil }
            return Backup(path: "\(folder)/\(name)", at: moment, size: Int(status.st_size))
        }.sorted { $0.at > $1.at }
    }

    /// Is a copy under a passphrase?
    package static func isSealed(_ backup: String) -> Bool { Seal.isSealed(backup) }

    /// Makes a desk of a copy: a new file, never one that is there. One that an older program made is brought up to date; what is
    /// not sound is refused, and leaves nothing. A sealed copy needs its passphrase.
    package static func restore(_ backup: String, to path: String, sealedBy passphrase: String = "") throws {
        guard access(backup, F_OK) == 0 else { throw DeskError.missing(backup) }
        guard access(path, F_OK) != 0 else { throw DeskError.exists(path) }
        guard !Seal.isSealed(backup) else {
            let open = path + "-unsealed"
            defer { try? FileManager.default.removeItem(atPath: open) }
            try Seal.unseal(backup, to: open, passphrase)
            return try restore(open, to: path)
        }
        try inspect(backup)
        let unfinished = path + "-unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            try copyWhole(backup, to: unfinished)
            try Desk(path: unfinished, keepsOlder: false).close()
            try keepInOneFile(unfinished)
            let findings = try check(path: unfinished)
            guard findings.isEmpty else { throw DeskError.unsound(backup, findings) }
            try publish(unfinished, as: path)
        } catch {
            for suffix in ["", "-wal", "-shm", "-lock"] {
                try? FileManager.default.removeItem(atPath: unfinished + suffix)
            }
            throw error
        }
        try? FileManager.default.removeItem(atPath: unfinished + "-lock")
    }

    /// Where a desk that an older program wrote is kept as it was, before this one brings it up to date; nil where it need not be.
    package static func placeOfOlder(_ path: String) throws -> String? {
        guard access(path, F_OK) == 0 else { return nil }
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration(readonly: true))
        defer { try? queue.close() }
        let applied = try queue.read { try Migrations.migrator.appliedIdentifiers($0).count }
        return applied > 0 && applied < Migrations.version ? "\(path)-schema-\(applied)" : nil
    }

    static func keepOlder(_ path: String) throws {
        guard let kept = try placeOfOlder(path), access(kept, F_OK) != 0 else { return }
        try requireRoom(for: path, in: folder(of: path))
        try? FileManager.default.removeItem(atPath: kept + "-unfinished")
        try copyWhole(path, to: kept + "-unfinished")
        try publish(kept + "-unfinished", as: kept)
    }

    /// Writes all of a desk's file, as one read transaction sees it, to a file that is not there. (`VACUUM INTO` would do, but
    /// SQLite 3.40 stumbles over generated columns.)
    private static func copyWhole(_ path: String, to copy: String) throws {
        do {
            let source = try DatabaseQueue(path: path, configuration: Connection.configuration(readonly: true))
            defer { try? source.close() }
            let target = try DatabaseQueue(path: copy)
            try source.read { from in try target.writeWithoutTransaction { try from.backup(to: $0) } }
            try target.close()
            try keepInOneFile(copy)
        } catch let error as DatabaseError {
            throw DeskError.unreadable(path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// Throws where the folder's filesystem has no room for a copy and as much again.
    private static func requireRoom(for path: String, in folder: String) throws {
        var (file, room) = (stat(), statvfs())
        guard stat(path, &file) == 0, statvfs(folder, &room) == 0 else {
            throw DeskError.unreadable(folder, reason: String(cString: strerror(errno)))
        }
        guard UInt64(room.f_bavail) * UInt64(room.f_frsize) > 2 * UInt64(file.st_size) else {
            throw DeskError.noRoom(folder)
        }
    }

    /// Leaves a file without a log beside it until a program opens it to write.
    private static func keepInOneFile(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
    }

    /// Puts a file on the disk and gives it its name, which must be free.
    private static func publish(_ unfinished: String, as path: String) throws {
        try sync(unfinished)
        guard link(unfinished, path) == 0 else {
            throw errno == EEXIST
                ? DeskError.exists(path) : DeskError.unreadable(path, reason: String(cString: strerror(errno)))
        }
        unlink(unfinished)
        try sync(folder(of: path))
    }

    private static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY)
        defer { if descriptor >= 0 { Glibc.close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw DeskError.unreadable(path, reason: String(cString: strerror(errno)))
        }
    }
}

extension Backup {
    /// "desk-20261124T190500Z.sqlite": names sort as the copies were made.
    fileprivate static func name(of desk: String, at moment: Moment) -> String {
        "\(stem(of: desk))-\(stamp.string(from: Date(timeIntervalSince1970: Double(moment.milliseconds / 1000)))).sqlite"
    }

    /// Stands behind the name of a copy that is under a passphrase.
    fileprivate static let sealed = ".sealed"

    fileprivate static func moment(of name: String, desk: String) -> Moment? {
        let prefix = stem(of: desk) + "-"
        let plain = name.hasSuffix(sealed) ? String(name.dropLast(sealed.count)) : name
        guard plain.hasPrefix(prefix), plain.hasSuffix(".sqlite"),
            let date = stamp.date(from: String(plain.dropFirst(prefix.count).dropLast(".sqlite".count)))
        else { return nil }
        return Moment(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
    }

    private static func stem(of desk: String) -> String {
        URL(fileURLWithPath: desk).deletingPathExtension().lastPathComponent
    }

    private static var stamp: DateFormatter {
        let stamp = DateFormatter()
        stamp.locale = Locale(identifier: "en_US_POSIX")
        stamp.timeZone = .gmt
        stamp.dateFormat = "yyyyMMdd'T'HHmmss'Z'"
        return stamp
    }
}
