import GRDB
import Glibc

/// Why the disk under a desk failed to write or to read. Nothing of the act was acknowledged. The next act works as soon as the disk does;
/// if the file is gone or damaged, no act works.
package enum DiskFault: Error, Equatable, CustomStringConvertible {
    case full(String)
    case readOnly(String)
    case failing(String, reason: String)
    case gone(String, Gone)
    case damaged(String, reason: String)

    /// What happened to the file of an open desk, or to a file that belongs to it.
    package enum Gone: String, Sendable {
        case missing = "it is not in its place any more"
        case replaced = "another file, or a link, is in its place"
        case overwritten = "it was cut off, or another program has written into it"
        case log = "its log, with -wal behind its name, was taken away or replaced"
        case logOverwritten = "another program has written into its log"
        case lock = "its lock, with -lock behind its name, was taken away or replaced"
        case key = "its key, with -key behind its name, was taken away or replaced"
        case heads = "what it last acknowledged, with -heads behind its name, was taken away or replaced"
    }

    package var description: String {
        switch self {
        case .full(let path): "\(path): the disk is full; nothing was changed"
        case .readOnly(let path): "\(path): the file or its folder cannot be written; nothing was changed"
        case .failing(let path, let reason): "\(path): the disk fails: \(reason)"
        case .gone(let path, let what): "\(path): \(what.rawValue); no more acts are taken"
        case .damaged(let path, let reason):
            "\(path): is damaged: \(reason); no more acts are taken: restore a copy of it"
        }
    }

    /// The flag ST_RDONLY. Its type depends on the C module through which a file sees it.
    private static let readOnlyFlag: UInt = 1

    /// Returns nil if the disk did not cause the error.
    init?(_ error: DatabaseError, at path: String) {
        var filesystem = statvfs()
        let isKnown = statvfs(WholeCopy.folder(of: path), &filesystem) == 0
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(path)
        case .SQLITE_READONLY: self = .readOnly(path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .damaged(path, reason: error.message ?? "\(error.resultCode)")
        case .SQLITE_IOERR, .SQLITE_CANTOPEN:
            // SQLite reports a full disk when it writes a page, but not when the index of its log grows.
            if isKnown, filesystem.f_bavail == 0 {
                self = .full(path)
            } else if isKnown, filesystem.f_flag & DiskFault.readOnlyFlag != 0 {
                self = .readOnly(path)
            } else {
                self = .failing(path, reason: error.message ?? "\(error.resultCode)")
            }
        default: return nil
        }
    }

    /// Runs `body` on the file at `path` and turns SQLite's errors into disk faults.
    static func told<T>(of path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError {
            throw DiskFault(error, at: path) ?? error as any Error
        }
    }
}
