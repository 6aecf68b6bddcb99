import Domain
import Foundation
import GRDB
import Glibc

extension Desk {
    /// Copies a desk, as it is at one instant, into a folder, while a daemon may go on writing. The copy is checked and flushed to the disk
    /// before it gets its name. Then all but the latest `keep` copies of this desk are removed; nil removes none. With a passphrase the
    /// copy is sealed, and nothing lies unsealed in the folder. Throws, and leaves no copy, if the copy is not sound or another copy is
    /// being made.
    package static func backUp(
        _ typed: String, into folder: String, keep: Int?, sealedBy passphrase: String? = nil,
        at moment: Moment = .current()
    ) throws -> Backup {
        guard access(typed, F_OK) == 0 else { throw DeskError.missing(typed) }
        let path = try DeskPlace(typed).path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try WholeCopy.requireRoom(for: path, in: folder)
        let series = try BackupSeries(of: path, in: folder)
        let place = passphrase == nil ? "\(folder)/\(series.stem)" : unsealedPlace(of: path)
        let unfinished = DeskPlace.beside(place, "-copy-unfinished")
        let lock = try DeskLock(desk: unfinished)
        defer {
            for leftover in [unfinished, unfinished + "-journal", DeskLock.path(of: unfinished)] { unlink(leftover) }
            lock.release()
        }
        let copy = series.path(at: moment, isSealed: passphrase != nil)
        try WholeCopy.write(path, to: unfinished)
        try OlderSecrets.remove(from: unfinished)
        let findings = try check(copy: unfinished)
        guard findings.isEmpty else { throw DeskError.unsound(path, findings) }
        try CopyMark.put(on: unfinished)
        if let passphrase {
            let sealed = DeskPlace.beside(copy, "-unfinished")
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

    /// Where the copy lies before it is sealed: beside the desk, which is not sealed either, or in a temporary folder if nothing can be
    /// written there.
    private static func unsealedPlace(of path: String) -> String {
        guard access(WholeCopy.folder(of: path), W_OK) != 0 else { return path }
        return FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    }

    /// The copies of a desk in a folder, the latest first.
    package static func backups(of path: String, in folder: String) -> [Backup] {
        (try? BackupSeries(of: path, in: folder))?.copies ?? []
    }

    /// The latest copy whose bytes are all as they were when it was made; nil when there is none. Sealed copies are skipped, because they
    /// cannot be checked without the passphrase.
    package static func newestWholeCopy(of path: String, in folder: String) -> Backup? {
        backups(of: path, in: folder).first { !isSealed($0.path) && (try? CopyMark.holds($0.path)) == true }
    }

    /// The default folder for a desk's copies: beside the file, with all links resolved.
    package static func backupFolder(of typed: String) -> String {
        let path = real(typed)
        return DeskPlace.beside(path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path, "-backups")
    }

    /// True if a copy is sealed under a passphrase.
    package static func isSealed(_ backup: String) -> Bool { Seal.isSealed(backup) }
}

extension Backup {
    /// The end of the name of a sealed copy.
    fileprivate static let sealed = ".sealed"
}

/// The copies of one desk in a folder, which may also hold another desk's: "desk-1a2b3c4d-20261124T190500Z.sqlite". The names sort by the
/// time of the copies.
private struct BackupSeries {
    let folder: String
    /// The desk's file name, with the digits that tell the desk from another of the same name.
    let stem: String

    init(of desk: String, in folder: String) throws {
        let identity: String = try Desk.look(at: desk, mayBeOlder: true) { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM desk")
            let (series, secret): (String?, Data?) = (row?["series"], row?["secret"])
            return series ?? Schema7.series(of: [UInt8](secret ?? Data()))
        }
        self.folder = folder
        let path = try DeskPlace(desk).path
        stem = DeskPlace.cut(URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent) + "-" + identity
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
