import Glibc

/// The names and addresses of this machine.
struct Machine {
    /// In lower case: "desk", "desk.local".
    let names: [String]
    /// IPv4 first. The address used for outgoing traffic comes first of all. No loopback and no link-local addresses.
    let addresses: [String]

    /// The present names and addresses.
    static func look() -> Machine {
        let first = outward()
        let addresses = (ipv4() + ipv6()).enumerated().sorted {
            ($0.element == first ? 0 : 1, $0.offset) < ($1.element == first ? 0 : 1, $1.offset)
        }
        return Machine(names: names(of: hostName()), addresses: addresses.map(\.element))
    }

    /// Neighbours also call "desk.example.com" "desk", and "desk.local" if it announces itself.
    static func names(of host: String) -> [String] {
        let host = host.lowercased()
        let short = String(host.prefix { $0 != "." })
        var names: [String] = []
        for name in [host, short, short + ".local"] where isName(name) && name != "localhost" && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// Could the text be a name in a Host header and in a certificate?
    static func isName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" || $0 == "_" }
            }
    }

    /// A numeric address in its shortest form; nil if the text is not one.
    static func address(_ text: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: 16)
        for family in [AF_INET, AF_INET6] where inet_pton(family, text, &bytes) == 1 {
            return Machine.text(family, bytes)
        }
        return nil
    }

    /// IFF_UP. Its type depends on which C module a file gets it from.
    private static let isUp: UInt32 = 1

    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    private static func ipv4() -> [String] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var (found, next) = ([String](), list)
        while let entry = next?.pointee {
            next = entry.ifa_next
            guard let address = entry.ifa_addr, Int32(address.pointee.sa_family) == AF_INET,
                entry.ifa_flags & Machine.isUp != 0
            else { continue }
            let text = text(of: address)
            if !text.hasPrefix("127."), !text.hasPrefix("169.254.") { found.append(text) }
        }
        return found
    }

    /// Read from the kernel's table, which distinguishes permanent addresses from temporary ones.
    private static func ipv6() -> [String] {
        guard let file = fopen("/proc/net/if_inet6", "re") else { return [] }
        defer { fclose(file) }
        var (found, line) = ([String](), [CChar](repeating: 0, count: 256))
        while fgets(&line, Int32(line.count), file) != nil {
            let words = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }.split(
                whereSeparator: \.isWhitespace)
            // Of global scope, and none of these (if_addr.h): temporary, a duplicate, deprecated or still tentative.
            guard words.count == 6, words[3] == "00", let flags = UInt8(words[4], radix: 16), flags & 0x69 == 0
            else { continue }
            let digits = Array(words[0])
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(digits[$0...$0 + 1]), radix: 16)
            }
            if bytes.count == 16 { found.append(text(AF_INET6, bytes)) }
        }
        return found
    }

    /// The address from which this machine would send to the internet. Nothing is sent.
    private static func outward() -> String? {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(9).bigEndian
        address.sin_addr.s_addr = inet_addr("198.51.100.1")
        return withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard connect(descriptor, address, length) == 0, getsockname(descriptor, address, &length) == 0
                else { return nil }
                return text(of: address)
            }
        }
    }

    private static func text(of address: UnsafeMutablePointer<sockaddr>) -> String {
        address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
            withUnsafeBytes(of: address.pointee.sin_addr) { text(AF_INET, Array($0)) }
        }
    }

    private static func text(_ family: Int32, _ bytes: [UInt8]) -> String {
        var out = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(family, bytes, &out, socklen_t(out.count))
        return out.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }
}
