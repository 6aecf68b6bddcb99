import CSodium

/// Random bytes, their hexadecimal form, hashes and comparison.
package enum Bytes {
    /// libsodium picks its fastest functions in this call. Calling it again does no harm.
    static let isReady = sodium_init() >= 0

    /// `count` random bytes.
    package static func random(_ count: Int) -> [UInt8] {
        precondition(isReady, "the system gives no random bytes")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// Two lower-case hexadecimal digits for each byte.
    package static func hex(_ bytes: [UInt8]) -> String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            for (place, byte) in bytes.enumerated() {
                text[2 * place] = digit(byte >> 4)
                text[2 * place + 1] = digit(byte & 15)
            }
            return 2 * bytes.count
        }
    }

    /// A keyed hash (BLAKE2b) of 32 bytes. The key must have 16 to 64 bytes.
    package static func digest(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        precondition((16...64).contains(key.count), "a key of \(key.count) bytes")
        var hash = [UInt8](repeating: 0, count: 32)
        _ = crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
        return hash
    }

    /// Takes the same time wherever the two differ, so the time reveals nothing.
    package static func areSame(_ ours: [UInt8], _ theirs: [UInt8]) -> Bool {
        ours.count == theirs.count && sodium_memcmp(ours, theirs, ours.count) == 0
    }
}
