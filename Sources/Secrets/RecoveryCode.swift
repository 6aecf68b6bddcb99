/// Codes that each sign a user in once if their phone is lost. The caller stores a digest of each normalized code.
package enum RecoveryCode {
    /// Digits and lower-case letters without those that are easily confused (Crockford's base 32).
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let length = 10

    /// Ten codes of fifty random bits, such as "abcde-fgh12". Show them only once.
    package static func make() -> [String] {
        (0..<10).map { _ in
            let text = Bytes.random(length).map { letters[Int($0 & 31)] }
            return String(decoding: text[..<5], as: UTF8.self) + "-" + String(decoding: text[5...], as: UTF8.self)
        }
    }

    /// The code in the form that is digested: ten letters and digits. It may be typed with or without hyphen and spaces, in capitals, with
    /// `o` for `0` and `i` or `l` for `1`. Nil if it cannot be one of ours.
    package static func normalized(_ typed: String) -> String? {
        guard typed.utf8.count <= 100 else { return nil }
        let text = typed.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }.map { byte in
            switch byte {
            case UInt8(ascii: "o"): UInt8(ascii: "0")
            case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
            default: byte
            }
        }
        guard text.count == length, text.allSatisfy(letters.contains) else { return nil }
        return String(decoding: text, as: UTF8.self)
    }
}
