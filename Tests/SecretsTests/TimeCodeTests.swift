import Secrets
import Testing

@Suite struct TimeCodeTests {
    let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B: the last six of its eight digits.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func `the codes of the RFC belong to their steps`(seconds: Int64, code: String) {
        #expect(TimeCode.step(of: code, secret: secret, at: seconds) == seconds / 30)
        #expect(TimeCode.step(of: code, secret: secret, at: seconds + 30) == seconds / 30)
        #expect(TimeCode.step(of: code, secret: secret, at: seconds - 30) == seconds / 30)
        #expect(TimeCode.step(of: code, secret: secret, at: seconds + 60) == nil)
        #expect(TimeCode.step(of: code, secret: secret, at: seconds + 30, window: 0) == nil)
    }

    @Test func `a code may be typed in two halves, and any other text is refused`() {
        #expect(TimeCode.step(of: "287 082", secret: secret, at: 59) == 1)
        for wrong in ["", "28708", "2870820", "287083", "28708a", "٢٨٧٠٨٢", "-87082"] {
            #expect(TimeCode.step(of: wrong, secret: secret, at: 59) == nil)
        }
    }

    @Test func `the first time step has a code, and no step before it has one`() {
        #expect(TimeCode.step(of: "755224", secret: secret, at: 0) == 0)
        #expect(TimeCode.step(of: "755224", secret: secret, at: -1) == nil)
    }

    @Test func `secrets are twenty bytes and differ`() {
        #expect(TimeCode.secret().count == 20)
        #expect(TimeCode.secret() != TimeCode.secret())
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `a secret is written in base 32`(bytes: String, text: String) {
        #expect(TimeCode.base32(Array(bytes.utf8)) == text)
    }

    @Test func `the address names the account and the issuer, written in any alphabet`() {
        #expect(
            TimeCode.address(secret, account: "marta:sales@kam.example", issuer: "Стол & Co")
                == "otpauth://totp/%D0%A1%D1%82%D0%BE%D0%BB%20%26%20Co:marta%3Asales%40kam.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%D0%A1%D1%82%D0%BE%D0%BB%20%26%20Co"
                + "&algorithm=SHA1&digits=6&period=30")
    }
}
