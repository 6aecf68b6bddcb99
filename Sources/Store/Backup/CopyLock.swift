import CSodium
import Domain
import Foundation

/// Seals copies of a desk under a passphrase that the desk does not store. It is the public half of a pair of keys (X25519) that Argon2id
/// makes from the passphrase and a salt. Only the passphrase gives the other half, which opens the copies.
package struct CopyLock: Sendable, Equatable {
    let key: [UInt8]
    let salt: [UInt8]

    /// The least number of characters in a passphrase.
    package static let fewestCharacters = 12

    init(key: [UInt8], salt: [UInt8]) { (self.key, self.salt) = (key, salt) }

    /// Makes a new lock for a passphrase. Takes a third of a second and 64 MB.
    package init(_ passphrase: String) throws {
        var salt = [UInt8](repeating: 0, count: Int(crypto_pwhash_SALTBYTES))
        guard sodium_init() >= 0 else { throw Seal.Fault.cannot("a copy") }
        randombytes_buf(&salt, salt.count)
        var pair = try CopyLock.pair(lettersComposed(passphrase), salt)
        defer { sodium_memzero(&pair.secret, pair.secret.count) }
        (key, self.salt) = (pair.key, salt)
    }

    /// Encrypts the key of one copy with the lock.
    func close(_ streamKey: [UInt8]) throws -> [UInt8] {
        var closed = [UInt8](repeating: 0, count: CopyLock.closedBytes)
        guard crypto_box_seal(&closed, streamKey, UInt64(streamKey.count), key) == 0 else {
            throw Seal.Fault.cannot("a copy")
        }
        return closed
    }

    /// Decrypts a key with the lock's passphrase and salt; nil if these are wrong.
    static func open(_ closed: [UInt8], _ words: String, _ salt: [UInt8]) throws -> [UInt8]? {
        var pair = try pair(words, salt)
        defer { sodium_memzero(&pair.secret, pair.secret.count) }
        var key = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_KEYBYTES))
        return crypto_box_seal_open(&key, closed, UInt64(closed.count), pair.key, pair.secret) == 0 ? key : nil
    }

    static let closedBytes = Int(crypto_secretstream_xchacha20poly1305_KEYBYTES) + 48

    private static func pair(_ words: String, _ salt: [UInt8]) throws -> (key: [UInt8], secret: [UInt8]) {
        var seed = try Seal.key(words, salt, "a copy")
        defer { sodium_memzero(&seed, seed.count) }
        var key = [UInt8](repeating: 0, count: 32)
        var secret = key
        guard crypto_box_seed_keypair(&key, &secret, seed) == 0 else { throw Seal.Fault.cannot("a copy") }
        return (key, secret)
    }
}

extension Desk {
    /// The lock for copies that are made for users who do not see everything; nil if no director has set one.
    package func copyLock() throws -> CopyLock? {
        try reading { reading in
            try reading.first("SELECT copy_key, copy_salt FROM desk WHERE copy_key IS NOT NULL") {
                CopyLock(key: [UInt8]($0[0] as Data), salt: [UInt8]($0[1] as Data))
            }
        }
    }

    /// Seals a copy with a lock into an existing file. `restore` opens it with the lock's passphrase. Throws if there is no room.
    package static func seal(_ copy: String, to target: String, by lock: CopyLock) throws {
        do { try WholeCopy.requireRoom(for: copy, in: WholeCopy.folder(of: target)) } catch DeskError.noRoom {
            throw DiskFault.full(target)
        }
        try Seal.seal(copy, to: target, lock)
    }
}

extension ReadTransaction {
    /// True if copies for users who do not see everything are sealed, because a director has set a lock.
    package func sealsCopies() throws -> Bool { try count("SELECT copy_key IS NOT NULL FROM desk") == 1 }
}

extension WriteTransaction {
    /// Sets the lock for copies from now on. Earlier copies stay under the old lock.
    package func setCopyLock(_ lock: CopyLock) throws {
        try execute("UPDATE desk SET copy_key = ?, copy_salt = ?", [Data(lock.key), Data(lock.salt)])
    }
}
