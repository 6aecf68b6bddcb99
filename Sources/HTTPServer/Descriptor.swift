import Glibc

/// What we do with file descriptors beyond reading and writing.
enum Descriptor {
    /// The sides of a socket, by the numbers of shutdown(2). Its names come with either of two C modules, and which of
    /// them a file sees depends on the others that are compiled with it.
    enum Side: Int32 {
        case reading = 0
        case writing = 1
        case both = 2
    }

    static func shutDown(_ descriptor: Int32, _ side: Side) { _ = shutdown(descriptor, side.rawValue) }

    /// Makes it never block, and not pass to a program that we start.
    static func setNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}
