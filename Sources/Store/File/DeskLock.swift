import Glibc

/// One process at a time holds a desk, by `flock` on the file beside it. That names the process, and which file and which log it has
/// open: so that a log is known which is another's.
final class DeskLock: Sendable {
    private let descriptor: Int32
    private let path: String

    static func path(of desk: String) -> String { DeskPlace.beside(desk, "-lock") }

    /// Throws where another process holds the desk or the folder cannot be written.
    init(desk: String) throws(DeskError) {
        path = DeskLock.path(of: desk)
        descriptor = try DeskLock.hold(path, of: desk)
        let files = DeskLock.text(descriptor).split(separator: "\n").dropFirst().first.map(String.init)
        write(files)
    }

    /// The descriptor of the file that has the name once it is locked: whoever held it before may have taken it away with them.
    private static func hold(_ path: String, of desk: String) throws(DeskError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else {
                throw errno == EACCES || errno == EROFS
                    ? .readOnly(desk) : .unreadable(desk, reason: String(cString: strerror(errno)))
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let holder = String(text(descriptor).prefix { $0.isNumber })
                close(descriptor)
                throw .inUse(desk, by: holder)
            }
            guard FileIdentity(descriptor) != FileIdentity(path) else { return descriptor }
            close(descriptor)
        }
    }

    /// Notes which files are open under the lock.
    func note(_ files: OpenFiles) { write(files.description) }

    private func write(_ files: String?) {
        let text = "\(getpid())\n" + (files.map { $0 + "\n" } ?? "")
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// Is the file that this lock is on still the one that has its name?
    var isInPlace: Bool { FileIdentity(descriptor) == FileIdentity(path) }

    /// Lets another process have the desk.
    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }

    /// Which files the last program had open that held the desk; nil where none has said.
    static func openFiles(of desk: String) -> OpenFiles? {
        let descriptor = open(path(of: desk), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return text(descriptor).split(separator: "\n").dropFirst().first.flatMap { OpenFiles(String($0)) }
    }

    private static func text(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
}
