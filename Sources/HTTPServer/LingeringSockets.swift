import Glibc

/// Sockets that we have answered and closed for writing while the client may still be sending.
///
/// Closing a socket with unread bytes resets the connection, and the reset may overtake the page that says why. So the rest is read and
/// dropped for a short time (RFC 9112, 9.6).
final class LingeringSockets: Sendable {
    private struct Socket {
        var descriptor: Int32
        var deadline: ContinuousClock.Instant
        var left: Int
    }
    private static let most = 128
    private static let patience = Duration.seconds(2)
    private static let mostBytes = 64 * 1024 * 1024
    private let sockets = Lock<[Socket]>([])

    /// Keeps a duplicate of a socket that the caller is about to close. False if the other end has closed already.
    func keep(duplicateOf descriptor: Int32) -> Bool {
        var byte: UInt8 = 0
        guard recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) != 0 else { return false }
        let duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else { return false }
        // Under TLS libmicrohttpd closes only the TLS layer; the client would wait for the end of the socket.
        Descriptor.shutDown(duplicate, .writing)
        keep(duplicate)
        return true
    }

    /// Takes over a socket that is closed for writing.
    func keep(_ descriptor: Int32) {
        let excess = sockets.withLock { sockets in
            let oldest = sockets.count >= Self.most ? sockets.removeFirst() : nil
            sockets.append(Socket(descriptor: descriptor, deadline: .now + Self.patience, left: Self.mostBytes))
            return oldest
        }
        if let excess { close(excess.descriptor) }
    }

    var descriptors: [Int32] { sockets.withLock { $0.map(\.descriptor) } }

    /// Reads and drops what has arrived, and closes the sockets that are done.
    func drain(at now: ContinuousClock.Instant) {
        sockets.withLock { sockets in
            sockets = sockets.compactMap { socket in
                var socket = socket
                if Self.isOver(&socket, at: now) {
                    close(socket.descriptor)
                    return nil
                }
                return socket
            }
        }
    }

    func closeAll() {
        sockets.withLock { sockets in
            for socket in sockets { close(socket.descriptor) }
            sockets = []
        }
    }

    private static func isOver(_ socket: inout Socket, at now: ContinuousClock.Instant) -> Bool {
        guard socket.deadline > now else { return true }
        return withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 16) { buffer in
            for _ in 0..<32 {
                let count = recv(socket.descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
                if count < 0 { return errno != EAGAIN && errno != EINTR }
                socket.left -= count
                if count == 0 || socket.left <= 0 { return true }
            }
            return false
        }
    }
}
