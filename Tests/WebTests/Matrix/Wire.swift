import Glibc
import HTTP

/// One connection to a server on this machine, kept from one request to the next.
final class Wire {
    struct Broken: Error { let what: String }

    private let port: Int
    private var descriptor: Int32 = -1
    private var bytes: [UInt8] = []

    init(port: Int) { self.port = port }

    deinit { hangUp() }

    /// Sends a request as it is written here, and reads the answer. A connection that the server has ended is made anew.
    func send(_ request: [UInt8], toHead: Bool = false) throws -> WireAnswer {
        for attempt in 1...2 {
            if descriptor < 0 { try dial() }
            if let answer = transfer(request, toHead: toHead) {
                if answer.headers["Connection"]?.equalsIgnoringCase("close") == true { hangUp() }
                return answer
            }
            hangUp()
            if attempt == 2 { break }
        }
        throw Broken(what: "no answer to \(String(decoding: request.prefix(80), as: UTF8.self))")
    }

    private func hangUp() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        bytes = []
    }

    private func dial() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Broken(what: "connect") }
    }

    private func transfer(_ request: [UInt8], toHead: Bool) -> WireAnswer? {
        var rest = request[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            if let (answer, length) = WireAnswer.parse(bytes, toHead: toHead) {
                bytes.removeFirst(length)
                return answer
            }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }
}

/// What came back over a wire.
struct WireAnswer {
    var status: Int
    var headers: Headers
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// Nil while the answer is not whole.
    fileprivate static func parse(_ bytes: [UInt8], toHead: Bool) -> (WireAnswer, Int)? {
        let end = Array("\r\n\r\n".utf8)
        guard
            let head = bytes.indices.dropLast(3).first(where: {
                bytes[$0] == 0x0d && Array(bytes[$0..<$0 + 4]) == end
            })
        else { return nil }
        let lines = String(decoding: bytes[..<head], as: UTF8.self).split(separator: "\r\n")
        let fields = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let headers = Headers(fields)
        let length = toHead || status == 304 ? 0 : headers["Content-Length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= head + 4 + length else { return nil }
        let body = Array(bytes[(head + 4)..<(head + 4 + length)])
        return (WireAnswer(status: status, headers: headers, body: body), head + 4 + length)
    }
}
