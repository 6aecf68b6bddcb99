extension MalformedCorpus {
    private static func post(
        _ name: String, _ lines: String..., body: String, expected: MalformedCase.Expectation = .refused(400)
    ) -> MalformedCase {
        MalformedCase(
            name, lines: ["POST / HTTP/1.1", "Host: {host}", form] + lines, body: body + smuggled, expected)
    }

    private static func chunked(
        _ name: String, _ body: String, _ expected: MalformedCase.Expectation
    ) -> MalformedCase {
        post(name, "Transfer-Encoding: chunked", body: body, expected: expected)
    }

    static let framings = [
        post("both lengths", "Content-Length: 3", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
        post("both lengths, the other way round", "Transfer-Encoding: chunked", "Content-Length: 5", body: "0\r\n\r\n"),
        post("two equal lengths", "Content-Length: 3", "Content-Length: 3", body: "a=b"),
        post("two different lengths", "Content-Length: 3", "Content-Length: 0", body: "a=b"),
        post("length list", "Content-Length: 3, 3", body: "a=b"),
        post("length list without a blank", "Content-Length: 3,3", body: "a=b"),
        post("negative length", "Content-Length: -3", body: "a=b"),
        post("length with a plus sign", "Content-Length: +3", body: "a=b"),
        post("hexadecimal length", "Content-Length: 0x3", body: "a=b"),
        post("length with a dot", "Content-Length: 3.0", body: "a=b"),
        post("length with a blank inside", "Content-Length: 3 3", body: "a=b"),
        post("length with a blank behind", "Content-Length: 3 ", body: "a=b"),
        post("empty length", "Content-Length:", body: "a=b"),
        post("length in words", "Content-Length: three", body: "a=b"),
        post(
            "length beyond 64 bits", "Content-Length: 18446744073709551619", body: "a=b", expected: .refused(413)),
        post("length beyond 63 bits", "Content-Length: 9223372036854775811", body: "a=b", expected: .refused(400)),
        post("length over the limit", "Content-Length: 99999999", body: "a=b", expected: .refused(413)),
        post("identity", "Transfer-Encoding: identity", body: "a=b"),
        post("gzip and chunked", "Transfer-Encoding: gzip, chunked", body: "0\r\n\r\n"),
        post("chunked and identity", "Transfer-Encoding: chunked, identity", body: "0\r\n\r\n"),
        post("chunked with a capital letter", "Transfer-Encoding: Chunked", body: "0\r\n\r\n"),
        post("xchunked", "Transfer-Encoding: xchunked", body: "0\r\n\r\n"),
        post("chunked in quotes", "Transfer-Encoding: \"chunked\"", body: "0\r\n\r\n"),
        post("chunked with a blank behind", "Transfer-Encoding: chunked ", body: "0\r\n\r\n"),
        post("chunked with a tab before", "Transfer-Encoding: \u{0b}chunked", body: "0\r\n\r\n"),
        post("empty encoding", "Transfer-Encoding:", body: "0\r\n\r\n"),
        post("chunked twice in one line", "Transfer-Encoding: chunked, chunked", body: "0\r\n\r\n"),
        post("chunked in two lines", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
        post("chunked, then identity", "Transfer-Encoding: chunked", "Transfer-Encoding: identity", body: "0\r\n\r\n"),
        post("encoding with a blank before the colon", "Transfer-Encoding : chunked", body: "0\r\n\r\n"),
        post("folded encoding", "Transfer-Encoding:", " chunked", body: "0\r\n\r\n"),
        post("length behind a bare LF", "X: a\nContent-Length: 3", body: "a=b"),
        MalformedCase(
            "chunked in HTTP/1.0",
            lines: ["POST / HTTP/1.0", "Host: {host}", "Connection: keep-alive", form, "Transfer-Encoding: chunked"],
            body: "0\r\n\r\n" + smuggled, .refused(400)),
        MalformedCase(
            "GET with a length", lines: ["GET / HTTP/1.1", "Host: {host}", "Content-Length: 3"],
            body: "a=b" + smuggled, .refused(400)),
        MalformedCase(
            "GET with a chunked body", lines: ["GET / HTTP/1.1", "Host: {host}", "Transfer-Encoding: chunked"],
            body: "0\r\n\r\n" + smuggled, .refused(400)),
        MalformedCase(
            "HEAD with a body", lines: ["HEAD / HTTP/1.1", "Host: {host}", "Content-Length: 3"], body: "a=b",
            .refused(400)),
        MalformedCase(
            "PUT with a body", lines: ["PUT / HTTP/1.1", "Host: {host}", "Content-Length: 3"], body: "a=b" + smuggled,
            .refused(405)),
    ]

    static let chunks = [
        chunked("chunk size in words", "three\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("negative chunk size", "-3\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("chunk size with a plus sign", "+3\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("chunk size with 0x", "0x3\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("chunk size with a blank before", " 3\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("chunk size with a blank behind", "3 \r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("empty chunk size", "\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("chunk size beyond 64 bits", "10000000000000003\r\na=b\r\n0\r\n\r\n", .refused(413)),
        chunked("chunk that is longer than its size", "2\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("chunk without its line end", "3\r\na=b0\r\n\r\n", .refused(400)),
        chunked("trailer without a colon", "3\r\na=b\r\n0\r\nX\r\n\r\n", .refused(400)),
        // libmicrohttpd takes these; nothing behind them is read.
        chunked("chunk extension", "3;x=y\r\na=b\r\n0\r\n\r\n", .answered(1)),
        chunked("chunk extension with a bare LF", "3;x\ny\r\na=b\r\n0\r\n\r\n", .refused(400)),
        chunked("bare LF behind a chunk size", "3\na=b\r\n0\r\n\r\n", .answered(1)),
        chunked("bare LF behind a chunk", "3\r\na=b\n0\r\n\r\n", .answered(1)),
        chunked("bare LF behind the last chunk", "3\r\na=b\r\n0\n\n", .answered(1)),
        chunked("trailer", "3\r\na=b\r\n0\r\nContent-Length: 9\r\n\r\n", .answered(1)),
        chunked("whole chunked body", "3\r\na=b\r\n0\r\n\r\n", .answered(1)),
    ]

    static let bodies = [
        MalformedCase(
            "JSON", lines: ["POST / HTTP/1.1", "Host: {host}", "Content-Type: application/json", "Content-Length: 2"],
            body: "{}" + smuggled, .refused(415)),
        MalformedCase(
            "multipart",
            lines: [
                "POST / HTTP/1.1", "Host: {host}", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 3",
            ],
            body: "--x" + smuggled, .refused(415)),
        MalformedCase(
            "no type", lines: ["POST / HTTP/1.1", "Host: {host}", "Content-Length: 3"], body: "a=b" + smuggled,
            .refused(415)),
        MalformedCase(
            "form in another charset",
            lines: ["POST / HTTP/1.1", "Host: {host}", "\(form); charset=koi8-r", "Content-Length: 3"],
            body: "a=b" + smuggled, .refused(415)),
        post("two types", "Content-Type: text/plain", "Content-Length: 3", body: "a=b"),
        post("form with a broken escape", "Content-Length: 4", body: "a=%z"),
        post("form with half an escape", "Content-Length: 3", body: "a=%"),
        post("form with NUL", "Content-Length: 3", body: "a=\0"),
        post("form that is not UTF-8", "Content-Length: 5", body: "a=%ff"),
        post("form with raw bytes that are not UTF-8", "Content-Length: 3", body: "a=\u{ff}"),
        post("form of 25,000 fields", "Content-Length: 50000", body: String(repeating: "a&", count: 25_000)),
        post("unknown expectation", "Content-Length: 3", "Expect: coffee", body: "a=b", expected: .refused(417)),
        post(
            "two expectations", "Content-Length: 3", "Expect: 100-continue", "Expect: 100-continue", body: "a=b",
            expected: .refused(417)),
        MalformedCase(
            "body that ends early", lines: ["POST / HTTP/1.1", "Host: {host}", form, "Content-Length: 9"], body: "a=b",
            .closed),
        MalformedCase(
            "chunked body that ends early",
            lines: ["POST / HTTP/1.1", "Host: {host}", form, "Transfer-Encoding: chunked"], body: "3\r\na=b\r\n",
            .closed),
    ]
}
