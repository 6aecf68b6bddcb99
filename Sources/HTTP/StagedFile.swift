import Glibc
import Synchronization

/// A file that is deleted with its last reference, unless it is kept.
///
/// Meanwhile it is locked by flock(2), so that a server that starts in the same folder does not take it for a leftover.
package final class StagedFile: Sendable {
    /// A system call that failed.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let call: String
        package let code: Int32

        package var isForSpace: Bool { [ENOSPC, EDQUOT].contains(code) }
        package var description: String { "\(call) failed: \(String(cString: strerror(code)))" }
    }

    package static let prefix = ".kamdesk-upload-"
    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    private static let lettersInName = 6

    /// The path at which it was made; it no longer exists there once the file was kept.
    package let path: String
    private let descriptor: Int32
    private let isKept = Atomic(false)

    /// Makes an empty file that only its owner may read.
    package init(in folder: String) throws(Failure) {
        for _ in 0..<100 {
            let name = Self.prefix + String((0..<Self.lettersInName).map { _ in Self.letters.randomElement()! })
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if descriptor < 0, errno != EEXIST { throw Failure(call: "open", code: errno) }
            guard descriptor >= 0 else { continue }
            if Self.isOurs(descriptor) {
                self.path = path
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
        throw Failure(call: "open", code: EEXIST)
    }

    deinit {
        if !isKept.load(ordering: .acquiring) { unlink(path) }
        close(descriptor)
    }

    /// Appends bytes.
    package func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw Failure(call: "write", code: errno) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Moves the file to `place` in the same filesystem and keeps it. An existing file is replaced.
    package func keep(at place: String) throws(Failure) {
        guard rename(path, place) == 0 else { throw Failure(call: "rename", code: errno) }
        isKept.store(true, ordering: .releasing)
    }

    /// Removes the file's name: nobody can find it, and it lasts as long as one of its descriptors.
    func loseName() {
        unlink(path)
        isKept.store(true, ordering: .releasing)
    }

    /// A new descriptor of the file; negative if none is left.
    var duplicate: Int32 { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }

    /// Removes the files that a killed program left in a folder.
    package static func removeLeftovers(in folder: String) {
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + lettersInName else { continue }
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }

    /// Locks a new file. False if another program has just removed it as a leftover.
    private static func isOurs(_ descriptor: Int32) -> Bool {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
        var facts = stat()
        return fstat(descriptor, &facts) == 0 && facts.st_nlink > 0
    }
}
