import Foundation
import HTTP
import Testing

@testable import Web

/// Files that are brought by those who may bring none: refused from the head alone.
@Suite struct UploadDoorTests {
    private let copy: CopiedDesk
    private let served: ServedDesk

    init() throws {
        copy = try TeamDesk.plain.copy()
        served = try ServedDesk(copy.desk)
    }

    /// What the head of an upload is answered, before any byte of its body is sent.
    private func answer(_ who: String?, origin: String?, length: Int, expecting: Bool = true) throws -> Int {
        let browser = try served.browser(of: who.map { copy.user($0) })
        let head = [
            "POST /imports HTTP/1.1", "Host: \(browser.host)", browser.cookie.map { "Cookie: kamdesk=\($0)" },
            (origin == "ours" ? "http://\(browser.host)" : origin).map { "Origin: \($0)" },
            "Content-Type: multipart/form-data; boundary=edge", "Content-Length: \(length)",
            expecting ? "Expect: 100-continue" : nil,
        ].compactMap { $0 }.joined(separator: "\r\n")
        return try Wire(port: served.port).send(Array((head + "\r\n\r\n").utf8)).status
    }

    private var staged: [String] {
        let folder = URL(fileURLWithPath: copy.desk.path).deletingLastPathComponent().path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasPrefix(StagedFile.prefix)
        }
    }

    @Test(
        arguments: [
            (nil, "ours"), (nil, nil), ("anna", "ours"), ("head", "ours"), ("support", "ours"), ("reader", "ours"),
            ("director", nil), ("director", "http://evil.example"), ("director", "null"),
        ] as [(String?, String?)])
    func `an upload that is not allowed is refused before its body is taken`(who: String?, origin: String?) throws {
        #expect(try answer(who, origin: origin, length: 100_000) == 403)
        #expect(staged.isEmpty)
    }

    @Test(arguments: ["director", "admin", "lead"])
    func `a user who may import is told to send the file`(who: String) throws {
        #expect(try answer(who, origin: "ours", length: 100_000) == 100)
    }

    @Test func `a user who may not import does not learn how much disk space is free`() throws {
        let lengths = [0, 1, 1 << 20, 199 << 20, 201 << 20, 1 << 40]
        for who in [nil, "anna"] {
            let answers = try lengths.dropFirst().map { try answer(who, origin: "ours", length: $0, expecting: false) }
            #expect(Set(answers) == [403], "\(answers)")
        }
    }
}
