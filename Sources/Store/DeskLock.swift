import Glibc

/// One process at a time holds a desk, by `flock` on the file beside it, which names the process.
final class DeskLock: Sendable {
    private let descriptor: Int32

    /// Throws where another process holds the desk or the folder cannot be written.
    init(desk path: String) throws(DeskError) {
        descriptor = open(path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EACCES || errno == EROFS
                ? .readOnly(path) : .unreadable(path, reason: String(cString: strerror(errno)))
        }
        // What is thrown from here on closes the descriptor, for `deinit` runs.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .inUse(path, by: DeskLock.holder(descriptor)) }
        ftruncate(descriptor, 0)
        let number = String(getpid()) + "\n"
        _ = number.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// Lets another process have the desk.
    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        return String(text.prefix { $0.isNumber })
    }
}
