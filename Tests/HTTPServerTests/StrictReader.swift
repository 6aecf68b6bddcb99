/// Counts the requests in a stream of bytes as the strictest reader would, for comparison with what the server let
/// through.
struct StrictReader {
    private var rest: ArraySlice<UInt8>

    /// How many requests stand whole and clear at the beginning of the bytes.
    static func count(_ bytes: [UInt8]) -> Int {
        var reader = StrictReader(rest: bytes[...])
        var count = 0
        while let hasNext = reader.next() {
            count += 1
            guard hasNext else { break }
        }
        return count
    }

    /// Takes one request; nil where none stands here, false where nothing may be read behind it.
    private mutating func next() -> Bool? {
        dropEmptyLines()
        guard var lines = head(), !lines.isEmpty else { return nil }
        let words = lines.removeFirst().split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, ["GET", "HEAD", "POST"].contains(text(words[0])),
            ["HTTP/1.1", "HTTP/1.0"].contains(text(words[2])), words[1].allSatisfy({ (0x21...0x7e).contains($0) })
        else { return nil }
        var fields: [String: [String]] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first != 0x20, line.first != 0x09,
                line.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7f) }), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7f })
            else { return nil }
            let value = text(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
            fields[text(line[..<colon]).lowercased(), default: []].append(value)
        }
        guard fields["host"]?.count == 1 else { return nil }
        switch (fields["content-length"], fields["transfer-encoding"]) {
        case (nil, nil): return true
        case (let lengths?, nil):
            guard lengths.count == 1, let length = Int(lengths[0]), length >= 0, rest.count >= length else {
                return nil
            }
            rest = rest.dropFirst(length)
            return true
        case (nil, let encodings?): return encodings == ["chunked"] ? false : nil
        default: return nil
        }
    }

    /// Lines that are empty or begin with NUL stand outside of any request, and libmicrohttpd drops them.
    private mutating func dropEmptyLines() {
        while let first = rest.first, first == 0 || first == 0x0a || rest.starts(with: [0x0d, 0x0a]) {
            guard let end = rest.firstIndex(of: 0x0a) else {
                rest = []
                return
            }
            rest = rest[(end + 1)...]
        }
    }

    /// The lines up to the empty one, each ended by CRLF; nil where a CR, LF or NUL stands elsewhere.
    private mutating func head() -> [ArraySlice<UInt8>]? {
        var lines: [ArraySlice<UInt8>] = []
        while let end = rest.firstIndex(where: { $0 == 0x0d || $0 == 0x0a || $0 == 0 }) {
            guard rest[end...].starts(with: [0x0d, 0x0a]) else { return nil }
            let line = rest[..<end]
            rest = rest[(end + 2)...]
            if line.isEmpty { return lines }
            lines.append(line)
        }
        return nil
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
