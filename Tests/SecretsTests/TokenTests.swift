import Secrets
import Testing

@Suite struct TokenTests {
    @Test func `tokens are 64 digits and differ`() {
        let tokens = Set((0..<100).map { _ in Token.make() })
        #expect(tokens.count == 100)
        #expect(tokens.allSatisfy(Token.isWellFormed))
        for wrong in ["", String(repeating: "a", count: 63), String(repeating: "A", count: 64)] {
            #expect(!Token.isWellFormed(wrong))
        }
    }

    @Test func `a digest depends on the token and on the key`() {
        let (one, other) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
        let digest = Token.digest("a", key: one)
        #expect(digest.count == 32)
        #expect(Bytes.areSame(digest, Token.digest("a", key: one)))
        #expect(!Bytes.areSame(digest, Token.digest("b", key: one)))
        #expect(!Bytes.areSame(digest, Token.digest("a", key: other)))
        #expect(!Bytes.areSame(digest, Array(digest.dropLast())))
    }

    @Test func `bytes are written in hexadecimal digits`() {
        #expect(Bytes.hex([0, 1, 0x9a, 0xff]) == "00019aff")
    }

    @Test func `recovery codes are ten and differ`() {
        let codes = RecoveryCode.make()
        #expect(Set(codes).count == 10)
        for code in codes {
            #expect(code.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}/) != nil)
            #expect(RecoveryCode.normalized(code) == code.filter { $0 != "-" })
        }
    }

    @Test(arguments: [
        ("0123a-bcdef", "0123abcdef"), (" O I23A BCDEF", "0123abcdef"), ("ol23abcdef", "0123abcdef"), ("", nil),
        ("0123a-bcde", nil), ("0123a-bcdefg", nil), ("0123u-bcdef", nil), ("0123ä-bcdef", nil),
    ])
    func `a recovery code is recognised however it is typed`(typed: String, normal: String?) {
        #expect(RecoveryCode.normalized(typed) == normal)
    }
}
