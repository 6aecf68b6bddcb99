extension MalformedCorpus {
    private static func get(
        _ name: String, _ lines: String..., expected: MalformedCase.Expectation = .refused(400)
    ) -> MalformedCase {
        MalformedCase(name, lines: ["GET / HTTP/1.1"] + lines, body: smuggled, expected)
    }

    static let hosts = [
        get("no Host"),
        MalformedCase("no Host in HTTP/1.0", lines: ["GET / HTTP/1.0"], .refused(400)),
        get("two equal Hosts", "Host: {host}", "Host: {host}"),
        get("two different Hosts", "Host: {host}", "Host: example.com"),
        get("Host twice in other letters", "host: {host}", "HOST: {host}"),
        get("empty Host", "Host:"),
        get("foreign Host", "Host: example.com", expected: .refused(421)),
        get("foreign Host with our port", "Host: example.com:{port}", expected: .refused(421)),
        get("Host with another port", "Host: 127.0.0.1:1", expected: .refused(421)),
        get("Host without the port", "Host: 127.0.0.1", expected: .refused(421)),
        get("Host with an empty port", "Host: 127.0.0.1:", expected: .refused(421)),
        get("Host with a signed port", "Host: 127.0.0.1:+{port}", expected: .refused(421)),
        get("Host with two ports", "Host: {host}:{port}", expected: .refused(421)),
        get("Host with a user", "Host: user@{host}", expected: .refused(421)),
        get("Host with a path", "Host: {host}/", expected: .refused(421)),
        get("Host with a dot behind", "Host: localhost.:{port}", expected: .refused(421)),
        get("Host list", "Host: {host}, example.com", expected: .refused(421)),
        get("open bracket in Host", "Host: [::1", expected: .refused(421)),
        MalformedCase(
            "foreign Host with our absolute form", lines: ["GET {scheme}://{host}/ HTTP/1.1", "Host: example.com"],
            .refused(421)),
    ]

    static let fields = [
        get("folded line", "Host: {host}", "X: a", " b"),
        get("folded line with a tab", "Host: {host}", "X: a", "\tb"),
        get("folded line that hides a length", "Host: {host}", "X: a", " Content-Length: 5"),
        get("folded Host", "Host:", " {host}"),
        get("folded first line", " Host: {host}", "Host: {host}"),
        get("folded empty line", "Host: {host}", "X: a", " "),
        get("blank before the colon", "Host : {host}"),
        get("tab before the colon", "Host: {host}", "X\t: a"),
        get("no colon", "Host: {host}", "X"),
        get("empty name", "Host: {host}", ": a"),
        get("name with a slash", "Host: {host}", "X/Y: a"),
        get("name with a control character", "Host: {host}", "X\u{01}: a"),
        get("name that is not ASCII", "Host: {host}", "\u{c3}\u{a4}: a"),
        get("NUL in a name", "Host: {host}", "X\0Y: a"),
        get("NUL in a value", "Host: {host}", "X: a\0b"),
        get("NUL at the end of a value", "Host: {host}", "X: a\0"),
        get("NUL in Host", "Host: {host}\0.example.com"),
        get("line that begins with NUL", "Host: {host}", "\0Content-Length: 5"),
        get("line that is a NUL", "Host: {host}", "\0"),
        get("bare CR in a value", "Host: {host}", "X: a\rContent-Length: 5"),
        get("CR before CRLF", "Host: {host}", "X: a\r"),
        get("bare LF in a value", "Host: {host}", "X: a\nContent-Length: 5"),
        get("bare LF in Host", "Host: {host}\nX: a"),
        get("control character in a value", "Host: {host}", "X: a\u{07}"),
        get("DEL in a value", "Host: {host}", "X: a\u{7f}"),
        get("value that is not UTF-8", "Host: {host}", "X: \u{ff}"),
        get("overlong UTF-8 in a value", "Host: {host}", "X: \u{c0}\u{ae}"),
        MalformedCase(
            "bare LF behind the last line", "GET / HTTP/1.1\r\nHost: {host}\n\r\n\(smuggled)", .refused(400)),
        MalformedCase("bare LF for the empty line", "GET / HTTP/1.1\r\nHost: {host}\r\n\n\(smuggled)", .refused(400)),
        MalformedCase(
            "NUL and LF behind a value", "GET / HTTP/1.1\r\nHost: {host}\0\nX: a\r\n\r\n\(smuggled)", .refused(400)),
        MalformedCase(
            "LF and NUL behind a value", "GET / HTTP/1.1\r\nHost: {host}\n\0\r\n\r\n\(smuggled)", .refused(400)),
        MalformedCase(
            "NUL and LF for the empty line", "GET / HTTP/1.1\r\nHost: {host}\r\n\0\n\(smuggled)", .refused(400)),
        MalformedCase("head that ends in the middle", "GET / HTTP/1.1\r\nHost: {ho", .closed),
    ]

    static let sizes = [
        get("value of 20 KB", "Host: {host}", "X: " + String(repeating: "a", count: 20_000), expected: .refused(431)),
        get("value of 200 KB", "Host: {host}", "X: " + String(repeating: "a", count: 200_000), expected: .refused(431)),
        MalformedCase(
            "200 fields", lines: ["GET / HTTP/1.1", "Host: {host}"] + (0..<200).map { "X\($0): a" }, .refused(431)),
        MalformedCase(
            "20,000 fields", lines: ["GET / HTTP/1.1", "Host: {host}"] + (0..<20_000).map { "X\($0): a" }, .refused(431)
        ),
        MalformedCase(
            "target of 20 KB", lines: ["GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1", "Host: {host}"],
            .refused(431)),
        MalformedCase(
            "target of 200 KB", lines: ["GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1", "Host: {host}"],
            .refused(414)),
        MalformedCase(
            "5,000 cookies",
            lines: ["GET / HTTP/1.1", "Host: {host}", "Cookie: \(String(repeating: "a;", count: 5_000))"],
            .refused(431)),
        MalformedCase(
            "query of 300 fields",
            lines: ["GET /?\(String(repeating: "a&", count: 300)) HTTP/1.1", "Host: {host}"], .refused(431)),
        MalformedCase(
            "query of 6,000 fields",
            lines: ["GET /?\(String(repeating: "a&", count: 6_000)) HTTP/1.1", "Host: {host}"], .refused(431)),
    ]

    static let noise = [
        MalformedCase("nothing", "", .closed),
        MalformedCase("an empty line", "\r\n", .closed),
        MalformedCase("NULs", String(repeating: "\0", count: 100), .closed),
        MalformedCase("NUL lines", String(repeating: "\0\r\n", count: 100), .closed),
        MalformedCase(
            "TLS greeting", "\u{16}\u{03}\u{01}\u{00}\u{a5}\u{01}\u{00}\u{00}\u{a1}\u{03}\u{03}\u{0a}\u{20}\n",
            .closed),
        MalformedCase("SSH greeting", "SSH-2.0-OpenSSH_9.2\r\n", .closed),
        MalformedCase(
            "bytes without meaning",
            String(String.UnicodeScalarView((0..<999).map { Unicode.Scalar(UInt8($0 * 193 % 251)) })),
            .refused(400)),
        MalformedCase("an empty line before the request", "\r\nGET / HTTP/1.0\r\nHost: {host}\r\n\r\n", .answered(1)),
    ]
}
