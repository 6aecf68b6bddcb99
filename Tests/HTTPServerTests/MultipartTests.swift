import HTTP
import Testing

@Suite struct MultipartTests {
    /// The parts as they were read, fed in pieces of a size; nil where the body is not whole or broken.
    private func read(_ body: [UInt8], pieces: Int) -> [(part: MultipartPart, content: [UInt8])]? {
        var parts: [(part: MultipartPart, content: [UInt8])] = []
        guard var parser = MultipartParser(boundary: "bound") else { return nil }
        do {
            for begin in stride(from: 0, to: body.count, by: pieces) {
                body[begin..<min(begin + pieces, body.count)].withUnsafeBytes { parser.feed($0) }
                while let event = try parser.next() {
                    switch event {
                    case .begin(let part): parts.append((part, []))
                    case .content(let bytes): parts[parts.count - 1].content += bytes
                    case .end: break
                    }
                }
            }
        } catch { return nil }
        return parser.isWhole ? parts : nil
    }

    static let contents = [
        "", "a", "\r", "\n", "\r\n", "\r\n\r\n", "-", "--", "\r\n--", "\r\n--\r\n", "\r\n--boun", "\r\n-bound",
        "\n--bound",
        "\r--bound", "--bound", "--bound--", "\r\r\n--boun\r", "\r\n--Bound--\r\n", "\r\n --bound",
        "\r\n--\r\n--\r\n--boun\0d",
    ]

    @Test(arguments: contents)
    func `content is read byte for byte however it is cut`(content: String) throws {
        let body =
            Multipart.field("a", "1") + Multipart.file("f", Array(content.utf8)) + Multipart.field("b", content)
            + Multipart.end
        for pieces in Array(1...40) + [body.count] {
            let parts = try #require(read(body, pieces: pieces), "in pieces of \(pieces)")
            #expect(parts.map(\.part.name) == ["a", "file", "b"])
            #expect(parts.map(\.part.fileName) == [nil, "f", nil])
            #expect(parts.map { String(decoding: $0.content, as: UTF8.self) } == ["1", content, content])
        }
    }

    @Test func `a body that is cut anywhere is not whole`() {
        let body = Multipart.field("a", "1") + Multipart.file("f", [1, 13, 10, 2]) + Multipart.end
        // Only the line end behind the closing delimiter may be missing.
        for count in 0..<body.count - 2 { #expect(read(Array(body[..<count]), pieces: 7) == nil, "at \(count)") }
        #expect(read(Array(body.dropLast()), pieces: 7) == nil)
        #expect(read(Array(body.dropLast(2)), pieces: 7)?.count == 2)
    }

    @Test(arguments: [
        ("a.txt", "a.txt"), ("C:\\Documents\\a.txt", "a.txt"), ("/etc/passwd", "passwd"), ("../../a", "a"),
        ("Отчёт «Ёж» 100%.xlsx", "Отчёт «Ёж» 100%.xlsx"), ("a name=; b.txt", "a name=; b.txt"), ("dir/", ""), ("", ""),
    ])
    func `a file has the last component of the name that was sent`(sent: String, name: String) throws {
        let parts = try #require(read(Multipart.file(sent, []) + Multipart.end, pieces: 1000))
        #expect(parts.map(\.part.fileName) == [name])
    }

    @Test(arguments: [
        "Content-Disposition:form-data;name=a",
        "content-disposition: Form-Data; NAME=\"a\"\r\nContent-Type: text/plain",
        "X: y\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=UTF-8",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: 8bit",
    ])
    func `a head may be written in other ways`(head: String) throws {
        let body = Array("--bound\r\n\(head)\r\n\r\n1\r\n--bound--".utf8)
        let parts = try #require(read(body, pieces: 1000))
        #expect(parts.map(\.part.name) == ["a"])
        #expect(parts.map(\.part.fileName) == [nil])
    }

    @Test(arguments: ["", " ", "a ", "a\"b", "a;b", "ä", "a\r\n", String(repeating: "a", count: 71)])
    func `a boundary that is none is refused`(boundary: String) { #expect(MultipartParser(boundary: boundary) == nil) }

    @Test(arguments: ["a", "----WebKitFormBoundary7MA4YWxk", "a b=?:/.,-_+()'c", String(repeating: "a", count: 70)])
    func `a boundary of any length up to seventy is taken`(boundary: String) {
        #expect(MultipartParser(boundary: boundary) != nil)
    }
}
