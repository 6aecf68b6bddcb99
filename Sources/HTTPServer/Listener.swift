import Glibc

/// The socket that accepts connections. It is closed with the last reference.
final class Listener: Sendable {
    enum Arrival {
        case socket(Int32, sockaddr_storage, socklen_t)
        case none
        /// There is no descriptor or no memory left for a connection.
        case exhausted
    }

    let descriptor: Int32
    let port: Int

    init(host: String, port: Int) throws(ServerError) {
        guard (0...65535).contains(port) else { throw .portOutOfRange(port) }
        let numeric = host == "localhost" ? "127.0.0.1" : host
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(numeric, String(port), &hints, &found) == 0, let address = found
        else { throw .notAnAddress(host: host) }
        defer { freeaddrinfo(address) }

        let descriptor = socket(
            address.pointee.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system(call: "socket", code: errno) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0, listen(descriptor, 512) == 0
        else {
            let code = errno
            close(descriptor)
            throw Self.error(code, host, port)
        }
        self.descriptor = descriptor
        self.port = Self.boundPort(descriptor) ?? port
    }

    deinit { close(descriptor) }

    /// The next waiting connection; its socket is non-blocking.
    func accept() -> Arrival {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let socket = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                Glibc.accept(descriptor, address, &length)
            }
        }
        guard socket < 0 else {
            Descriptor.setNonBlocking(socket)
            return .socket(socket, address, length)
        }
        return [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .exhausted : .none
    }

    private static func error(_ code: Int32, _ host: String, _ port: Int) -> ServerError {
        switch code {
        case EADDRINUSE: .portInUse(host: host, port: port)
        case EADDRNOTAVAIL: .addressNotAvailable(host: host)
        case EACCES, EPERM: .permissionDenied(host: host, port: port)
        default: .system(call: "bind", code: code)
        }
    }

    private static func boundPort(_ descriptor: Int32) -> Int? {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard code == 0 else { return nil }
        // sin_port and sin6_port are at the same offset.
        return withUnsafeBytes(of: address) { Int($0[2]) << 8 | Int($0[3]) }
    }
}
