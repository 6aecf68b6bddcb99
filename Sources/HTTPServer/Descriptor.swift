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

    /// POLLRDHUP of poll(2), which not every C module tells of.
    private static let otherSideEnded: Int16 = 0x2000

    /// Has the other end of a socket ended its side, or the whole connection? What it sent before may still be unread.
    static func isEnded(_ descriptor: Int32) -> Bool {
        var polled = pollfd(fd: descriptor, events: otherSideEnded, revents: 0)
        return poll(&polled, 1, 0) > 0
    }

    /// Makes it never block, and not pass to a program that we start.
    static func setNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}
