import Glibc

/// The address at the other end of a connection.
struct PeerAddress: Sendable {
    /// "192.0.2.1" or "2001:db8::1". An IPv4 address that came over an IPv6 socket is written as IPv4.
    let text: String
    /// Four bytes for IPv4, sixteen for IPv6, none for anything else.
    private let bytes: [UInt8]
    let isLoopback: Bool

    init(_ storage: sockaddr_storage) {
        switch Int32(storage.ss_family) {
        case AF_INET:
            self.init(ipv4: Self.bytes(of: storage, at: MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)!, count: 4))
        case AF_INET6:
            self.init(
                either: Self.bytes(of: storage, at: MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)!, count: 16))
        default:
            self.init(text: "unknown", bytes: [], isLoopback: false)
        }
    }

    /// Parses an address in any notation. Nil if the text is not an address.
    init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.init(ipv4: Array(bytes[..<4]))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(either: bytes)
        } else {
            return nil
        }
    }

    /// The name under which limits count: an IPv4 address, or the first bits of an IPv6 address, such as "2001:db8::/64", because one
    /// household owns them all.
    func network(ofIPv6 bits: Int) -> String {
        guard bytes.count == 16 else { return text }
        let kept = bytes.enumerated().map { place, byte in
            byte & ~UInt8(truncatingIfNeeded: 0xff >> min(8, max(0, bits - place * 8)))
        }
        return Self.text(AF_INET6, kept) + "/\(bits)"
    }

    private init(text: String, bytes: [UInt8], isLoopback: Bool) {
        self.text = text
        self.bytes = bytes
        self.isLoopback = isLoopback
    }

    /// Sixteen bytes, which may contain an IPv4 address (RFC 4291, 2.5.5.2).
    private init(either bytes: [UInt8]) {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        if bytes.starts(with: mapped) {
            self.init(ipv4: Array(bytes[12...]))
        } else {
            self.init(ipv6: bytes)
        }
    }

    private init(ipv4 bytes: [UInt8]) {
        self.init(text: Self.text(AF_INET, bytes), bytes: bytes, isLoopback: bytes[0] == 127)
    }

    private init(ipv6 bytes: [UInt8]) {
        let isLoopback = bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
        self.init(text: Self.text(AF_INET6, bytes), bytes: bytes, isLoopback: isLoopback)
    }

    private static func bytes(of storage: sockaddr_storage, at offset: Int, count: Int) -> [UInt8] {
        withUnsafeBytes(of: storage) { Array($0[offset..<offset + count]) }
    }

    private static func text(_ family: Int32, _ bytes: [UInt8]) -> String {
        var out = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, bytes, &out, socklen_t(out.count)) != nil else { return "unknown" }
        return out.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }
}
