import CSodium
import Foundation

/// Passwords and the hashes that are kept of them: Argon2id, 64 MiB and three passes, a third of a second each.
package enum Passwords {
    /// What a new password must be: long enough to be no guess, short enough to be no burden.
    package enum Refused: Error, Equatable {
        case tooShort, tooLong
    }

    /// There is no memory for a hash at present.
    package struct OutOfMemory: Error {}

    /// Unicode scalars of the composed form (NFC).
    package static let fewestCharacters = 10
    package static let mostCharacters = 200
    /// In UTF-8.
    package static let mostBytes = 1024

    /// A hash in the form of ours that is made of random bytes, so that no password fits it. Whoever names nobody we know
    /// is compared with it, and waits as long as everyone.
    package static let nobody =
        "$argon2id$v=19$m=65536,t=3,p=1$6kHCGW0h5j77s2FLoq9lAQ$2wqxDeT2VJkHkLSFyrkijCoOxItEelWs82FCe8IeabY"

    private static let passes: UInt64 = 3
    private static let memory = 64 * 1024 * 1024
    /// Two at once in this process, so that a crowd at the door takes two cores and 128 MiB at most.
    private static let places = DispatchSemaphore(value: 2)

    /// Throws `Refused` where a password does not keep to the rules.
    package static func check(_ password: String) throws { _ = try checked(password) }

    private static func checked(_ password: String) throws -> String {
        guard let composed = composed(password) else { throw Refused.tooLong }
        guard composed.unicodeScalars.count >= fewestCharacters else { throw Refused.tooShort }
        return composed
    }

    /// The hash to keep, with its salt and parameters in it. Waits for its turn, and throws `Refused` or `OutOfMemory`.
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

    /// Is this the password of a hash? Waits for its turn. False, too, where there is no memory for it.
    package static func matches(_ password: String, _ hash: String) -> Bool {
        guard let composed = composed(password) else { return false }
        let bytes = composed.utf8.map { CChar(bitPattern: $0) }
        return inTurn { crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0 }
    }

    /// True where a hash was made with other parameters than ours are now; a password that matches it is hashed anew.
    package static func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0
    }

    /// The same letters typed on any keyboard are the same password; nil where it is longer than one is. What no form of its letters could
    /// make short enough is not composed, for that takes time by the square of the length.
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
