import Foundation
import GRDB
import Glibc

/// Writes a desk's whole file anew.
enum WholeCopy {
    /// Copies a file, as one read transaction sees it, to another file that only its owner may read. Overwrites what is left there.
    /// (`VACUUM INTO` would do, but SQLite 3.40 fails on generated columns.)
    static func write(_ path: String, to copy: String) throws {
        unlink(copy)
        try FileModes.make(copy)
        do {
            let source = try Connection.reading(path)
            defer { try? source.close() }
            let target = try DatabaseQueue(path: copy)
            try source.read { from in try target.writeWithoutTransaction { try from.backup(to: $0) } }
            try target.close()
            try keepInOneFile(copy)
        } catch let error as DatabaseError {
            throw DiskFault(error, at: copy) ?? DeskError.cannotOpen(path, error)
        }
    }

    /// Leaves a file without a log beside it until a program opens it to write.
    static func keepInOneFile(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
    }

    /// Throws if the folder's filesystem has less free room than twice the size of the file.
    static func requireRoom(for path: String, in folder: String) throws {
        var (file, room) = (stat(), statvfs())
        guard stat(path, &file) == 0, statvfs(folder, &room) == 0 else {
            throw DeskError.unreadable(folder, reason: String(cString: strerror(errno)))
        }
        guard UInt64(room.f_bavail) * UInt64(room.f_frsize) > 2 * UInt64(file.st_size) else {
            throw DeskError.noRoom(folder)
        }
    }

    /// Flushes a file to the disk and gives it its name. Throws if the name is taken.
    static func publish(_ unfinished: String, as path: String) throws {
        try sync(unfinished)
        if link(unfinished, path) == 0 {
            unlink(unfinished)
        } else if [EPERM, ENOTSUP].contains(errno), access(path, F_OK) != 0 {
            // A filesystem without hard links, such as a USB stick's.
            guard rename(unfinished, path) == 0 else { throw fault(path) }
        } else {
            throw errno == EEXIST || access(path, F_OK) == 0 ? DeskError.exists(path) : fault(path)
        }
        try sync(folder(of: path))
    }

    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw fault(path) }
    }

    private static func fault(_ path: String) -> DeskError {
        DeskError.unreadable(path, reason: String(cString: strerror(errno)))
    }
}
