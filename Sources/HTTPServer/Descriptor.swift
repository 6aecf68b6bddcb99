import Glibc

/// Flags of a file descriptor.
enum Descriptor {
    /// Makes it never block, and not pass to a program that we start.
    static func setNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}
