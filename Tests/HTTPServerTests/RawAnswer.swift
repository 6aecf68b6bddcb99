import HTTP

/// An answer as it came.
struct RawAnswer {
    let status: Int
    let headers: Headers
    let body: String
    /// How many of the bytes it was parsed from are its own.
    let length: Int

    /// Nil where the bytes hold no whole answer.
    init?(_ bytes: [UInt8], toHead: Bool = false) {
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }) else {
            return nil
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first, first.hasPrefix("HTTP/1.1 "), let status = Int(first.dropFirst(9).prefix(3))
        else { return nil }
        var headers = Headers()
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            headers.add(String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        let count = toHead || status == 304 || status == 100 ? 0 : Int(headers["Content-Length"] ?? "0") ?? 0
        guard bytes.count >= end + 4 + count else { return nil }
        self.status = status
        self.headers = headers
        body = String(decoding: bytes[(end + 4)..<(end + 4 + count)], as: UTF8.self)
        length = end + 4 + count
    }

    /// All the whole answers in the bytes of one connection.
    static func all(in bytes: [UInt8], toHead: Bool = false) -> [RawAnswer] {
        var answers: [RawAnswer] = []
        var rest = bytes
        while let answer = RawAnswer(rest, toHead: toHead) {
            answers.append(answer)
            rest = Array(rest.dropFirst(answer.length))
        }
        return answers
    }
}
