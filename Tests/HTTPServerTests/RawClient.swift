import CGnuTLS
import Glibc

/// A client that sends exactly the bytes it is given, over TLS where it is told so.
final class RawClient {
    struct Broken: Error { let call: String }

    let descriptor: Int32
    let tls: TLSSession?

    /// Waits five seconds at most in each read.
    init(port: Int, overTLS: Bool = false) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            tls = nil
            throw Broken(call: "connect")
        }
        tls = overTLS ? try TLSSession(descriptor) : nil
    }

    deinit { close(descriptor) }

    /// False where the server has ended the connection.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { piece in
                tls.map { $0.send(piece) }
                    ?? Glibc.send(descriptor, piece.baseAddress, piece.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    func endSending() {
        tls?.end()
        shutdown(descriptor, 1)
    }

    /// Everything up to the end of the connection; nil where it did not end in time.
    func readToEnd() -> [UInt8]? {
        var all: [UInt8] = []
        while true {
            guard let piece = read() else { return errno == ECONNRESET ? all : nil }
            if piece.isEmpty { return all }
            all += piece
        }
    }

    /// The next bytes, empty at the end; nil where nothing came in time, or the connection was reset.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = buffer.withUnsafeMutableBytes { receive($0) }
        return count < 0 ? nil : Array(buffer[..<count])
    }

    /// One answer, its body as long as its Content-Length says; nil where it did not come whole.
    func readAnswer(toHead: Bool = false) -> RawAnswer? {
        var bytes: [UInt8] = []
        while true {
            if let answer = RawAnswer(bytes, toHead: toHead) { return answer }
            guard let piece = readByte() else { return nil }
            bytes.append(piece)
        }
    }

    private func readByte() -> UInt8? {
        var byte: UInt8 = 0
        return withUnsafeMutableBytes(of: &byte) { receive($0) } == 1 ? byte : nil
    }

    private func receive(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        tls.map { $0.receive(buffer) } ?? recv(descriptor, buffer.baseAddress, buffer.count, 0)
    }
}
