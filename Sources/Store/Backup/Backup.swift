import CSodium
import Domain
import Foundation
import GRDB
import Glibc

extension Desk {
    /// Copies a desk into a folder as it is at one instant, beside a daemon that writes on. The copy is opened, checked and on the disk
    /// before it has its name; then all but the latest `keep` of this desk are removed, none where it is nil. With a passphrase it is
    /// sealed, and nothing of it lies open in the folder. Throws where the copy is not sound or another is under way, and leaves none.
    package static func backUp(
        _ path: String, into folder: String, keep: Int?, sealedBy passphrase: String? = nil,
        at moment: Moment = .current()
    ) throws -> Backup {
        guard access(path, F_OK) == 0 else { throw DeskError.missing(path) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try WholeCopy.requireRoom(for: path, in: folder)
        let series = try BackupSeries(of: path, in: folder)
        // What is not sealed yet lies beside the desk, where it lies open anyway.
        let unfinished = (passphrase == nil ? "\(folder)/\(series.stem)" : path) + "-copy-unfinished"
        let lock = try DeskLock(desk: unfinished)
        defer {
            for suffix in ["", Backup.sealed, "-lock"] {
                try? FileManager.default.removeItem(atPath: unfinished + suffix)
            }
            lock.release()
        }
        let copy = series.path(at: moment, isSealed: passphrase != nil)
        try WholeCopy.write(path, to: unfinished)
        let findings = try check(copy: unfinished)
        guard findings.isEmpty else { throw DeskError.unsound(path, findings) }
        try CopyMark.put(on: unfinished)
        if let passphrase {
            let sealed = copy + "-unfinished"
            defer { try? FileManager.default.removeItem(atPath: sealed) }
            try Seal.seal(unfinished, to: sealed, passphrase)
            try WholeCopy.publish(sealed, as: copy)
        } else {
            try WholeCopy.publish(unfinished, as: copy)
        }
        let copies = series.copies
        guard let made = copies.first(where: { $0.path == copy }) else { throw DeskError.missing(copy) }
        for old in copies.filter({ $0.path != copy }).dropFirst(max(0, (keep ?? .max) - 1)) {
            try? FileManager.default.removeItem(atPath: old.path)
        }
        return made
    }

    /// The copies of a desk in a folder, the latest first.
    package static func backups(of path: String, in folder: String) -> [Backup] {
        (try? BackupSeries(of: path, in: folder))?.copies ?? []
    }

    /// Where a desk's copies go where nobody says otherwise: beside it.
    package static func backupFolder(of path: String) -> String {
        (path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path) + "-backups"
    }

    /// Is a copy under a passphrase?
    package static func isSealed(_ backup: String) -> Bool { Seal.isSealed(backup) }
}

extension Backup {
    /// Stands behind the name of a copy that is under a passphrase.
    fileprivate static let sealed = ".sealed"
}

/// The copies of one desk in a folder, which may hold another's: "desk-1a2b3c4d-20261124T190500Z.sqlite". Names sort as the copies were
/// made.
private struct BackupSeries {
    let folder: String
    /// The desk's file name, and what tells it from another of that name.
    let stem: String

    init(of desk: String, in folder: String) throws {
        let secret = try Desk.look(at: desk, mayBeOlder: true) { db in
            try Data.fetchOne(db, sql: "SELECT secret FROM desk") ?? Data()
        }
        var digest = [UInt8](repeating: 0, count: 16)
        _ = crypto_generichash(&digest, digest.count, Array(secret), UInt64(secret.count), nil, 0)
        let identity = digest.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        self.folder = folder
        stem = URL(fileURLWithPath: desk).deletingPathExtension().lastPathComponent + "-" + identity
    }

    func path(at moment: Moment, isSealed: Bool) -> String {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds / 1000))
        return "\(folder)/\(stem)-\(BackupSeries.stamp.string(from: date)).sqlite\(isSealed ? Backup.sealed : "")"
    }

    var copies: [Backup] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            let plain = name.hasSuffix(Backup.sealed) ? String(name.dropLast(Backup.sealed.count)) : name
            guard plain.hasPrefix(stem + "-"), plain.hasSuffix(".sqlite"),
                let date = BackupSeries.stamp.date(from: String(plain.dropFirst(stem.count + 1).dropLast(7)))
            else { return nil }
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0 else { return nil }
            return Backup(
                path: "\(folder)/\(name)", at: Moment(milliseconds: Int64(date.timeIntervalSince1970) * 1000),
                size: Int(status.st_size))
        }.sorted { $0.at > $1.at }
    }

    private static var stamp: DateFormatter {
        let stamp = DateFormatter()
        stamp.locale = Locale(identifier: "en_US_POSIX")
        stamp.timeZone = .gmt
        stamp.dateFormat = "yyyyMMdd'T'HHmmss'Z'"
        return stamp
    }
}
