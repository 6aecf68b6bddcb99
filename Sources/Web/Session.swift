import CSodium
import Foundation
import HTTP

/// A browser that uses the desk: known by a random cookie, from which the token of its forms is derived.
struct Session: Sendable {
    static let cookie = "kamdesk"

    let id: String
    /// True where this answer must set the cookie.
    let isNew: Bool
    /// What every form of this session carries: the cookie's keyed hash, which no other site can know.
    let token: String

    /// The session of a request's cookie, or a new one where it has none that we could have made.
    init(_ headers: Headers, key: [UInt8]) {
        if let id = Cookie.value(of: Session.cookie, in: headers), id.utf8.count == 64,
            id.utf8.allSatisfy(Session.isHex)
        {
            self.id = id
            isNew = false
        } else {
            id = Session.hex(Session.random(32))
            isNew = true
        }
        token = Session.digest(Array(id.utf8), key: key)
    }

    /// A keyed hash (BLAKE2b), in hexadecimal digits.
    static func digest(_ bytes: [UInt8], key: [UInt8]) -> String {
        var hash = [UInt8](repeating: 0, count: 32)
        _ = crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
        return hex(hash)
    }

    /// Compares in a time that does not depend on where the two differ.
    func accepts(_ token: String) -> Bool {
        let (ours, theirs) = (Array(self.token.utf8), Array(token.utf8))
        return ours.count == theirs.count && sodium_memcmp(ours, theirs, ours.count) == 0
    }

    static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    static func hex(_ bytes: [UInt8]) -> String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        var digits: [UInt8] = []
        digits.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
