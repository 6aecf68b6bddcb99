import HTTP

/// Host and port as in a Host header or an absolute target: "127.0.0.1:8080", "[::1]:8080" (RFC 3986, 3.2).
struct Authority: Equatable {
    /// In lower case; an IPv6 address has no brackets.
    let host: String
    /// Nil if no port was given.
    let port: Int?

    init?(_ text: String) {
        var rest = text.lowercased().utf8[...]
        if rest.first == UInt8(ascii: "[") {
            guard let bracket = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = String(rest[rest.index(after: rest.startIndex)..<bracket])!
            rest = rest[rest.index(after: bracket)...]
        } else {
            let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            guard let name = String(rest[..<end]) else { return nil }
            host = name
            rest = rest[end...]
        }
        guard let colon = rest.popFirst() else {
            port = nil
            return
        }
        guard colon == UInt8(ascii: ":"), (1...5).contains(rest.count), rest.allSatisfy(ASCII.isDigit),
            let number = Int(String(rest)!)
        else { return nil }
        port = number
    }
}
