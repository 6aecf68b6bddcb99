import Testing

/// Bytes that someone may send, and what must become of them.
struct MalformedCase: Sendable, CustomTestStringConvertible {
    enum Expectation: Sendable, Equatable {
        /// One answer of this status, then the end of the connection; the handler saw nothing.
        case refused(Int)
        /// The end of the connection, with no answer.
        case closed
        /// The handler saw this many requests and none of them was smuggled.
        case answered(Int)
    }

    let name: String
    /// Each scalar is a byte; `{host}`, `{port}` and `{scheme}` stand for the server's, `{other}` for the other
    /// scheme.
    let text: String
    let expected: Expectation

    init(_ name: String, _ text: String, _ expected: Expectation) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    /// Whole lines, each ended by CRLF, then the empty line.
    init(_ name: String, lines: [String], body: String = "", _ expected: Expectation) {
        self.init(name, lines.map { $0 + "\r\n" }.joined() + "\r\n" + body, expected)
    }

    var testDescription: String { name }

    func bytes(port: Int, scheme: String = "http") -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.unicodeScalars.map { UInt8($0.value) })[...]
        let words = [
            Array("{host}".utf8): Array("127.0.0.1:\(port)".utf8), Array("{port}".utf8): Array("\(port)".utf8),
            Array("{scheme}".utf8): Array(scheme.utf8),
            Array("{other}".utf8): Array((scheme == "http" ? "https" : "http").utf8),
        ]
        while let byte = rest.first {
            if byte == UInt8(ascii: "{"), let word = words.first(where: { rest.starts(with: $0.key) }) {
                bytes += word.value
                rest = rest.dropFirst(word.key.count)
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }
}
