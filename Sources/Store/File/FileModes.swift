import Foundation

/// Makes the files of a desk accessible to their owner only.
enum FileModes {
    /// Makes an empty file that only its owner may open. SQLite gives the same mode to all files that it makes beside it.
    static func make(_ path: String) throws(DeskError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EACCES || errno == EROFS
                ? .readOnly(path) : .unreadable(path, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
    }

    /// Removes the rights of other users on a desk's file and the files beside it, which earlier programs may have left open. Returns the
    /// paths that were open to others, in order. Skips files whose mode we may not change.
    static func tighten(_ path: String) -> [String] {
        ([path] + beside(path)).filter { path in
            var facts = stat()
            guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFLNK, facts.st_mode & 0o077 != 0 else {
                return false
            }
            return chmod(path, facts.st_mode & 0o700) == 0
        }
    }

    private static func beside(_ path: String) -> [String] {
        let (folder, stem) = (WholeCopy.folder(of: path), (DeskPlace.beside(path, "-") as NSString).lastPathComponent)
        let ours = [
            "wal", "shm", "journal", "lock", "heads", "key", "damaged", "unfinished", "tls-key.pem", "tls-cert.pem",
        ]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let kept = names.filter { $0.hasPrefix(stem) }.filter { name in
            let suffix = name.dropFirst(stem.count)
            return ours.contains(String(suffix)) || suffix.hasPrefix("schema-")
        }
        let backups = Desk.backupFolder(of: path)
        return kept.sorted().map { "\(folder)/\($0)" }
            + (FileManager.default.fileExists(atPath: backups) ? [backups] : [])
    }
}
