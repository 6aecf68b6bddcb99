/// Uploads that are no well-formed multipart bodies, or not for us.
extension MalformedCorpus {
    private static let type = "Content-Type: multipart/form-data; boundary=b"
    private static let data = "Content-Disposition: form-data; "
    private static let field = "--b\r\n\(data)name=\"a\"\r\n\r\n1\r\n"
    private static let file = "--b\r\n\(data)name=\"f\"; filename=\"x\"\r\n\r\n"

    private static func upload(
        _ name: String, _ body: String, type: String = type, _ expected: MalformedCase.Expectation = .refused(400)
    ) -> MalformedCase {
        let lines = ["POST /upload HTTP/1.1", "Host: {host}", type, "Content-Length: \(body.unicodeScalars.count)"]
        return MalformedCase(name, lines: lines, body: body + smuggled, expected)
    }

    /// A whole body with a file before the part whose head is given.
    private static func head(
        _ name: String, _ head: String, _ expected: MalformedCase.Expectation = .refused(400)
    ) -> MalformedCase {
        upload(name, "\(file)1\r\n--b\r\n\(head)\r\n\r\n1\r\n--b--\r\n", expected)
    }

    static let uploadBodies = [
        MalformedCase(
            "whole upload",
            lines: [
                "POST /upload HTTP/1.1", "Host: {host}", type, "Content-Length: \((field + file).utf8.count + 10)",
            ],
            body: "\(field)\(file)1\r\n--b--\r\n", .answered(1)),
        upload("no boundary", "a=1"),
        upload("no delimiter behind the file", "\(file)1"),
        upload("delimiter behind the file, then nothing", "\(file)1\r\n--b"),
        upload("one dash behind the last delimiter", "\(file)1\r\n--b-"),
        upload("line end instead of the closing delimiter", "\(file)1\r\n--b\r\n"),
        upload("file cut inside of its head", "--b\r\n\(data)name=\"f\"; file"),
        upload("CR and dashes in a head", "\(file)1\r\n--b\r\n\(data)name=\"a\"\r--"),
        upload("text before the first delimiter", "x\r\n\(file)1\r\n--b--\r\n"),
        upload("line end before the first delimiter", "\r\n\(file)1\r\n--b--\r\n"),
        upload("text behind the closing delimiter", "\(file)1\r\n--b--\r\nmore"),
        upload("two line ends behind the closing delimiter", "\(file)1\r\n--b--\r\n\r\n"),
        upload("part behind the closing delimiter", "\(field)--b--\r\n\(file)1\r\n--b--\r\n"),
        upload("blank behind a delimiter", "\(file)1\r\n--b \r\n\(data)name=\"a\"\r\n\r\n1\r\n--b--\r\n"),
        upload("line that begins with the delimiter", "\(file)1\r\n--bc\r\n2\r\n--b--\r\n"),
        upload("bare LF behind a delimiter", "--b\n\(data)name=\"a\"\r\n\r\n1\r\n--b--\r\n"),
        upload("bare LF in a head", "--b\r\n\(data)name=\"a\"\nX: y\r\n\r\n1\r\n--b--\r\n"),
        upload("bare LF behind a head", "--b\r\n\(data)name=\"a\"\n\n1\r\n--b--\r\n"),
        upload("bare LF before a delimiter", "\(file)1\n--b--\r\n"),
        upload("two files", "\(file)1\r\n\(file)2\r\n--b--\r\n"),
        upload("bytes of a file that has no name", "--b\r\n\(data)name=\"f\"; filename=\"\"\r\n\r\n1\r\n--b--\r\n"),
        upload("field that is not UTF-8", "\(file)1\r\n--b\r\n\(data)name=\"a\"\r\n\r\n\u{ff}\r\n--b--\r\n"),
        upload("field with NUL", "\(file)1\r\n--b\r\n\(data)name=\"a\"\r\n\r\n1\0\r\n--b--\r\n"),
        upload("25,000 fields beside a file", "\(file)1\r\n\(String(repeating: field, count: 25_000))--b--\r\n"),
        upload(
            "field of 3 MB beside a file",
            "\(file)1\r\n--b\r\n\(data)name=\"a\"\r\n\r\n\(String(repeating: "a", count: 3_000_000))\r\n--b--\r\n",
            .refused(413)),
        head("head of 5 KB", "\(data)name=\"a\"\r\nX: " + String(repeating: "a", count: 5_000)),
    ]

    static let uploadHeads = [
        head("no disposition", "Content-Type: text/plain"),
        upload("no head", "\(file)1\r\n--b\r\n\r\n1\r\n--b--\r\n"),
        head("disposition of another kind", "Content-Disposition: attachment; name=\"a\""),
        head("two dispositions", "\(data)name=\"a\"\r\n\(data)name=\"a\""),
        head("no name", "\(data)x=\"a\""),
        head("file without the field's name", "\(data)filename=\"a\""),
        head("two names", "\(data)name=\"a\"; name=\"b\""),
        head("two file names", "\(data)name=\"a\"; filename=\"b\"; filename=\"c\""),
        head("file name in another coding", "\(data)name=\"a\"; filename*=UTF-8''b"),
        head("name without an end", "\(data)name=\"a"),
        head("text behind a name", "\(data)name=\"a\"b"),
        head("name that is not UTF-8", "\(data)name=\"\u{ff}\""),
        head("file name that is not UTF-8", "\(data)name=\"a\"; filename=\"\u{ff}\""),
        head("NUL in a file name", "\(data)name=\"a\"; filename=\"b\0c\""),
        head("line break in a file name", "\(data)name=\"a\"; filename=\"b\rc\""),
        head("C1 control character in a file name", "\(data)name=\"a\"; filename=\"b\u{c2}\u{85}c\""),
        head("parent as a file name", "\(data)name=\"a\"; filename=\"..\""),
        head("parent behind a backslash as a file name", "\(data)name=\"a\"; filename=\"a\\..\""),
        head("folded disposition", "Content-Disposition: form-data;\r\n name=\"a\""),
        head("line without a colon in a head", "\(data)name=\"a\"\r\nX"),
        head("blank before the colon in a head", "Content-Disposition : form-data; name=\"a\""),
        head("base64", "\(data)name=\"a\"\r\nContent-Transfer-Encoding: base64"),
        head("field in another charset", "\(data)name=\"a\"\r\nContent-Type: text/plain; charset=koi8-r"),
        head("field that is JSON", "\(data)name=\"a\"\r\nContent-Type: application/json"),
        head("field that is a nested body", "\(data)name=\"a\"\r\nContent-Type: multipart/mixed; boundary=c"),
        head("field of two types", "\(data)name=\"a\"\r\nContent-Type: text/plain\r\nContent-Type: text/plain"),
    ]

    static let uploadFramings = [
        upload("upload without a boundary's name", "\(file)1\r\n--b--\r\n", type: "Content-Type: multipart/form-data"),
        upload("empty boundary", "----\r\n", type: "Content-Type: multipart/form-data; boundary=", .refused(415)),
        upload("two boundaries", "\(field)--b--\r\n", type: type + "; boundary=c", .refused(415)),
        upload("boundary that is too long", "--", type: type + String(repeating: "b", count: 70)),
        upload("upload in another charset", "\(field)--b--\r\n", type: type + "; charset=koi8-r", .refused(415)),
        upload(
            "another multipart", "\(field)--b--\r\n", type: "Content-Type: multipart/mixed; boundary=b", .refused(415)),
        upload("empty upload", ""),
        MalformedCase(
            "upload without a length", lines: ["POST /upload HTTP/1.1", "Host: {host}", type], .refused(411)),
        MalformedCase(
            "chunked upload", lines: ["POST /upload HTTP/1.1", "Host: {host}", type, "Transfer-Encoding: chunked"],
            body: "0\r\n\r\n" + smuggled, .refused(411)),
        MalformedCase(
            "upload over the limit",
            lines: ["POST /upload HTTP/1.1", "Host: {host}", type, "Content-Length: 209715201"], body: file,
            .refused(413)),
        MalformedCase(
            "upload by GET", lines: ["GET /upload HTTP/1.1", "Host: {host}", type, "Content-Length: 3"], body: "--b",
            .refused(400)),
        MalformedCase(
            "upload where none is taken",
            lines: ["POST /uploads HTTP/1.1", "Host: {host}", type, "Content-Length: 3"], body: "--b" + smuggled,
            .refused(415)),
        MalformedCase(
            "upload that ends early", lines: ["POST /upload HTTP/1.1", "Host: {host}", type, "Content-Length: 999"],
            body: file, .closed),
    ]

    static let uploads = uploadBodies + uploadHeads + uploadFramings
}
