import Glibc

/// Lets only one process at a time hold a desk, by `flock` on a file beside it. The file names the process, and the desk's file and log
/// that it has open. So a later program notices a log that belongs to another file.
final class DeskLock: Sendable {
    private let descriptor: Int32
    private let path: String

    static func path(of desk: String) -> String { DeskPlace.beside(desk, "-lock") }

    /// Throws if another process holds the desk or the folder cannot be written to.
    init(desk: String) throws(DeskError) {
        path = DeskLock.path(of: desk)
        descriptor = try DeskLock.hold(path, of: desk)
        let files = DeskLock.text(descriptor).split(separator: "\n").dropFirst().first.map(String.init)
        write(files)
    }

    /// Opens and locks the file, and makes sure that it still has its name: the previous holder may have deleted it meanwhile.
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

    /// Writes into the lock's file which files are open.
    func note(_ files: OpenFiles) { write(files.description) }

    private func write(_ files: String?) {
        let text = "\(getpid())\n" + (files.map { $0 + "\n" } ?? "")
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// True if the locked file still has its name.
    var isInPlace: Bool { FileIdentity(descriptor) == FileIdentity(path) }

    /// Releases the desk to other processes.
    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }

    /// The files that the last holder of the desk had open; nil if it did not say.
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
