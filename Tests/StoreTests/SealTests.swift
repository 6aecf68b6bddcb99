import Foundation
import Testing

@testable import Store

/// The words that a file is sealed by, on one keyboard and on another.
@Suite struct SealTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seal-\(UUID().uuidString)")

    /// "й" and "ё" in one piece each, and in two.
    private static let forms = ["чайный ёжик", "чаи\u{306}ныи\u{306} е\u{308}жик"]

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func place(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// What a sealed file opens to by some words.
    private func unsealed(_ words: String) throws -> String {
        try Seal.unseal(place("sealed"), to: place("open"), words)
        return try String(contentsOfFile: place("open"), encoding: .utf8)
    }

    @Test func `a passphrase opens a sealed file in whichever form its letters are typed`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("a desk".utf8).write(to: URL(fileURLWithPath: place("plain")))
        for typed in SealTests.forms {
            for again in SealTests.forms {
                try Seal.seal(place("plain"), to: place("sealed"), typed)
                #expect(try unsealed(again) == "a desk")
                try Seal.seal(place("plain"), to: place("sealed"), CopyLock(typed))
                #expect(try unsealed(again) == "a desk")
            }
            #expect(throws: Seal.Fault.self) { try unsealed("чайный ежик") }
        }
    }

    @Test(arguments: [
        """
        a2FtZGVzayBzZWFsZWQgMQrtGNLnNFo2LOzJqKWyKyIy1dgYDxsIQSr7+h+BSHrTwZ0jxxMDz9c3p8wtruXtKiFteXddtsPj4PrgeR/J+zI=
        """,
        """
        a2FtZGVzayBzZWFsZWQgMgoQF9CxmCwwH1cAIEK8NnXdKJT5AtNJCwM1hLkXI2JCwTC51j3s1z06rtguj2IlW1qnEWfiJId63cGBbcIhcpvD9zwyW1+p\
        ewSOYbNh+rAdPg2IQZcejwLs9oJ4S78oPOQNYplWhisNNrNBZJkaOdFHmMv0Jgk2BenN+exlIHhb3xN68dTzdnVul8K01VUUEA==
        """,
    ])
    func `a file sealed by an earlier program opens with the same words`(sealed: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try #require(Data(base64Encoded: sealed)).write(to: URL(fileURLWithPath: place("sealed")))
        #expect(try unsealed(SealTests.forms[1]) == "a desk")
        #expect(throws: Seal.Fault.self) { try unsealed("other words") }
    }
}
