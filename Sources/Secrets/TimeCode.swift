import COath
import CSodium
import Foundation

/// The six digits that a phone shows for half a minute (TOTP with SHA-1, RFC 6238).
package enum TimeCode {
    /// How long a code is valid, in seconds.
    package static let period: Int64 = 30
    private static let digits = 6
    private static let isReady = oath_init() == OATH_OK.rawValue

    /// Twenty random bytes, shared by the phone and the desk.
    package static func secret() -> [UInt8] { Bytes.random(20) }

    /// The secret in the form typed into a phone: capitals and digits (RFC 4648, 6), without padding.
    package static func base32(_ secret: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var (text, pending, bits) = ([UInt8](), 0, 0)
        for byte in secret {
            (pending, bits) = (pending << 8 | Int(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                text.append(letters[pending >> bits & 31])
            }
            pending &= 31
        }
        if bits > 0 { text.append(letters[pending << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The text of the QR code for the phone: the secret, the account and the desk's name.
    package static func address(_ secret: [UInt8], account: String, issuer: String) -> String {
        let (account, issuer) = (escaped(account), escaped(issuer))
        return "otpauth://totp/\(issuer):\(account)?secret=\(base32(secret))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=\(digits)&period=\(period)"
    }

    /// The time step, counted from 1970, to which the code belongs. Nil if the code belongs to none of the steps within `window` of
    /// `seconds` (since 1970). Spaces in the code are ignored. The caller stores the step and refuses a code whose step is not later than
    /// the last one used, so each code works once.
    package static func step(of code: String, secret: [UInt8], at seconds: Int64, window: Int64 = 1) -> Int64? {
        let typed = code.utf8.filter { $0 != UInt8(ascii: " ") }
        guard typed.count == digits, typed.allSatisfy({ (0x30...0x39).contains($0) }), seconds >= 0 else { return nil }
        let now = seconds / period
        var found: Int64?
        // All steps are compared, so that the time reveals nothing. If two codes are equal, the later step counts.
        for step in max(0, now - window)...(now + window) where Bytes.areSame(digits(of: step, secret), typed) {
            found = step
        }
        return found
    }

    static func digits(of step: Int64, _ secret: [UInt8]) -> [UInt8] {
        precondition(isReady, "liboath does not start")
        var out = [CChar](repeating: 0, count: digits + 1)
        let code = secret.withUnsafeBytes {
            oath_hotp_generate(
                $0.baseAddress, $0.count, UInt64(step), UInt32(digits), false,
                Int(bitPattern: UInt(OATH_HOTP_DYNAMIC_TRUNCATION)), &out)
        }
        return code == OATH_OK.rawValue ? out.dropLast().map { UInt8(bitPattern: $0) } : []
    }

    private static func escaped(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
