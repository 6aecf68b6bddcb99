import CSodium
import Foundation

/// Passwords and their hashes: Argon2id with 64 MiB and three passes; each takes a third of a second.
package enum Passwords {
    /// Why a new password is refused. The lower limit makes it hard to guess; the upper limit keeps it cheap to handle.
    package enum Refused: Error, Equatable {
        case tooShort, tooLong
    }

    /// There is no memory for a hash now.
    package struct OutOfMemory: Error {}

    /// Unicode scalars of the composed form (NFC).
    package static let fewestCharacters = 10
    package static let mostCharacters = 200
    /// In UTF-8.
    package static let mostBytes = 1024

    /// A hash made of random bytes, which no password matches. A login with an unknown name is compared with it, so it takes as long as any
    /// other.
    package static let nobody =
        "$argon2id$v=19$m=65536,t=3,p=1$6kHCGW0h5j77s2FLoq9lAQ$2wqxDeT2VJkHkLSFyrkijCoOxItEelWs82FCe8IeabY"

    private static let passes: UInt64 = 3
    private static let memory = 64 * 1024 * 1024
    /// At most two at once in this process, so that many logins take at most two cores and 128 MiB.
    private static let places = DispatchSemaphore(value: 2)

    /// Throws `Refused` if the password is too short or too long.
    package static func check(_ password: String) throws { _ = try checked(password) }

    private static func checked(_ password: String) throws -> String {
        guard let composed = composed(password) else { throw Refused.tooLong }
        guard composed.unicodeScalars.count >= fewestCharacters else { throw Refused.tooShort }
        return composed
    }

    /// The hash to store, including its salt and parameters. Waits its turn. Throws `Refused` or `OutOfMemory`.
    package static func hash(_ password: String) throws -> String {
        let bytes = try checked(password).utf8.map { CChar(bitPattern: $0) }
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let code = inTurn {
            crypto_pwhash_str_alg(
                &hash, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        }
        guard code == 0 else { throw OutOfMemory() }
        return hash.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// Does the password match the hash? Waits its turn. Also false if there is no memory.
    package static func matches(_ password: String, _ hash: String) -> Bool {
        guard let composed = composed(password) else { return false }
        let bytes = composed.utf8.map { CChar(bitPattern: $0) }
        return inTurn { crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0 }
    }

    /// True if the hash was made with other parameters than today's. Then hash the password again when it matches.
    package static func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0
    }

    /// The composed form (NFC), so that the same letters are the same password on any keyboard. Nil if it is too long. A text that cannot
    /// become short enough is not composed, because composing takes time that grows with the square of the length.
    private static func composed(_ password: String) -> String? {
        guard password.utf8.count <= 4 * mostBytes else { return nil }
        let composed = password.precomposedStringWithCanonicalMapping
        guard composed.unicodeScalars.count <= mostCharacters, composed.utf8.count <= mostBytes else { return nil }
        return composed
    }

    private static func inTurn<Result>(_ work: () -> Result) -> Result {
        precondition(Bytes.isReady, "libsodium does not start")
        places.wait()
        defer { places.signal() }
        return work()
    }
}
