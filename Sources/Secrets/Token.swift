/// A random text that identifies its holder, such as a cookie or an invitation. Only its digest is stored.
package enum Token {
    /// 64 hexadecimal digits.
    package static func make() -> String { Bytes.hex(Bytes.random(32)) }

    /// Does it have the form of our tokens?
    package static func isWellFormed(_ token: String) -> Bool {
        token.utf8.count == 64
            && token.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    /// The keyed hash (BLAKE2b, 32 bytes) of a token. The key must have 16 to 64 bytes.
    package static func digest(_ token: String, key: [UInt8]) -> [UInt8] { Bytes.digest(Array(token.utf8), key: key) }
}
