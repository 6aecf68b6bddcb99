import Glibc

/// Helpers for file descriptors.
enum Descriptor {
    /// The sides of a socket, by their numbers in shutdown(2). Their names come from one of two C modules, and which one a file sees
    /// depends on the files compiled with it.
    enum Side: Int32 {
        case reading = 0
        case writing = 1
        case both = 2
    }

    static func shutDown(_ descriptor: Int32, _ side: Side) { _ = shutdown(descriptor, side.rawValue) }

    /// POLLRDHUP of poll(2), which some C modules do not export.
    private static let otherSideEnded: Int16 = 0x2000

    /// Has the other end closed its side, or the whole connection? What it sent before may still be unread.
    static func isEnded(_ descriptor: Int32) -> Bool {
        var polled = pollfd(fd: descriptor, events: otherSideEnded, revents: 0)
        return poll(&polled, 1, 0) > 0
    }

    /// Makes the descriptor non-blocking, and closes it in programs that we start.
    static func setNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}
