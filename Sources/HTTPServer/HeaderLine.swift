import HTTP

/// One header field in libmicrohttpd's buffer, with one NUL after its name and two after its value.
struct HeaderLine {
    let name: UnsafeRawBufferPointer
    let value: UnsafeRawBufferPointer

    var address: Int { Int(bitPattern: name.baseAddress) }
    /// The address where the next line must begin.
    var end: Int { valueAddress + value.count + 2 }

    private var valueAddress: Int { Int(bitPattern: value.baseAddress) }

    /// The field. Throws unless the line was `token ":" OWS value CRLF` (RFC 9112, 5).
    func field() throws(Refusal) -> (name: String, value: String) {
        guard !name.isEmpty, name.allSatisfy(ASCII.isToken), isLaidOutStrictly, value.allSatisfy(Self.isInValue)
        else { throw .malformed }
        var trimmed = value[...]
        while let last = trimmed.last, ASCII.isBlank(last) { trimmed.removeLast() }
        guard let text = String(streamSafe: trimmed) else { throw .malformed }
        let name = String(decoding: name, as: UTF8.self)
        // libmicrohttpd compares the value with its trailing spaces and would not see this body as chunked.
        if trimmed.count < value.count, name.equalsIgnoringCase("Transfer-Encoding") { throw .malformed }
        return (name, text)
    }

    /// True if only blanks stand between colon and value, and two NULs follow, in place of CRLF.
    private var isLaidOutStrictly: Bool {
        let gap = valueAddress - (address + name.count + 1)
        guard (0...65536).contains(gap), let start = name.baseAddress, let behind = value.baseAddress else {
            return false
        }
        let blanks = UnsafeRawBufferPointer(start: start + name.count + 1, count: gap)
        let ending = UnsafeRawBufferPointer(start: behind + value.count, count: 2)
        return blanks.allSatisfy(ASCII.isBlank) && ending[0] == 0 && ending[1] == 0
    }

    private static func isInValue(_ byte: UInt8) -> Bool { byte == 0x09 || (byte >= 0x20 && byte != 0x7f) }
}
