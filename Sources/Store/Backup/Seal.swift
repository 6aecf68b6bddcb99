import CSodium
import Domain
import Foundation

/// A file sealed under a passphrase. Its content is encrypted in chunks with XChaCha20-Poly1305 (libsodium's secretstream), so that a cut,
/// a change or a reordering is noticed. The key comes from the passphrase by Argon2id; or it is a random key that is encrypted with a lock,
/// which was made from the passphrase earlier. The same letters give the same passphrase on any keyboard.
enum Seal {
    /// How a sealed file begins. After the first mark follow the salt and the stream's header. After the second mark, of a file sealed with
    /// a lock, follow the salt, the encrypted key and the header. Then come the chunks.
    private static let marks = (words: Array("kamdesk sealed 1\n".utf8), lock: Array("kamdesk sealed 2\n".utf8))
    private static let chunk = 64 * 1024
    private static let tag = Int(crypto_secretstream_xchacha20poly1305_ABYTES)

    enum Fault: Error, CustomStringConvertible {
        case wrong(String)
        case cannot(String)

        var description: String {
            switch self {
            case .wrong(let path): "\(path): another passphrase sealed it, or it is damaged"
            case .cannot(let path): "\(path): cannot be sealed or unsealed"
            }
        }
    }

    /// True if the file is sealed under a passphrase.
    static func isSealed(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let mark = (try? file.read(upToCount: marks.words.count)).map { Array($0) }
        return mark == marks.words || mark == marks.lock
    }

    static func seal(_ path: String, to target: String, _ passphrase: String) throws {
        let (source, out) = try files(path, target)
        defer { close(source, out) }
        var salt = [UInt8](repeating: 0, count: Int(crypto_pwhash_SALTBYTES))
        randombytes_buf(&salt, salt.count)
        var key = try Seal.key(lettersComposed(passphrase), salt, path)
        defer { sodium_memzero(&key, key.count) }
        try out.write(contentsOf: Data(marks.words + salt))
        try push(source, out, key, path)
    }

    static func seal(_ path: String, to target: String, _ lock: CopyLock) throws {
        let (source, out) = try files(path, target)
        defer { close(source, out) }
        var key = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_KEYBYTES))
        randombytes_buf(&key, key.count)
        defer { sodium_memzero(&key, key.count) }
        try out.write(contentsOf: Data(marks.lock + lock.salt + lock.close(key)))
        try push(source, out, key, path)
    }

    static func unseal(_ path: String, to target: String, _ passphrase: String) throws {
        let composed = lettersComposed(passphrase)
        do { try unseal(path, to: target, words: composed) } catch Fault.wrong(let name) {
            // Earlier programs did not normalise the letters of the passphrase.
            guard !composed.utf8.elementsEqual(passphrase.utf8) else { throw Fault.wrong(name) }
            try unseal(path, to: target, words: passphrase)
        }
    }

    private static func unseal(_ path: String, to target: String, words: String) throws {
        let (source, out) = try files(path, target)
        defer { close(source, out) }
        func take(_ count: Int) throws -> [UInt8] {
            let bytes = [UInt8](try source.read(upToCount: count) ?? Data())
            guard bytes.count == count else { throw Fault.wrong(path) }
            return bytes
        }
        let mark = try take(marks.words.count)
        let salt = try take(Int(crypto_pwhash_SALTBYTES))
        var key: [UInt8]
        switch mark {
        case marks.words: key = try Seal.key(words, salt, path)
        case marks.lock:
            guard let opened = try CopyLock.open(take(CopyLock.closedBytes), words, salt) else {
                throw Fault.wrong(path)
            }
            key = opened
        default: throw Fault.wrong(path)
        }
        defer { sodium_memzero(&key, key.count) }
        try pull(source, out, key, header: take(Int(crypto_secretstream_xchacha20poly1305_HEADERBYTES)), path)
    }

    private static func push(_ source: FileHandle, _ out: FileHandle, _ key: [UInt8], _ path: String) throws {
        var state = crypto_secretstream_xchacha20poly1305_state()
        var header = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_HEADERBYTES))
        guard crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key) == 0 else {
            throw Fault.cannot(path)
        }
        try out.write(contentsOf: Data(header))
        var next = try source.read(upToCount: chunk) ?? Data()
        repeat {
            let plain = [UInt8](next)
            next = try source.read(upToCount: chunk) ?? Data()
            let end = next.isEmpty ? crypto_secretstream_xchacha20poly1305_tag_final() : 0
            var sealed = [UInt8](repeating: 0, count: plain.count + tag)
            guard
                crypto_secretstream_xchacha20poly1305_push(
                    &state, &sealed, nil, plain, UInt64(plain.count), nil, 0, UInt8(end)) == 0
            else { throw Fault.cannot(path) }
            try out.write(contentsOf: Data(sealed))
        } while !next.isEmpty
    }

    private static func pull(
        _ source: FileHandle, _ out: FileHandle, _ key: [UInt8], header: [UInt8], _ path: String
    ) throws {
        var state = crypto_secretstream_xchacha20poly1305_state()
        guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) == 0 else { throw Fault.wrong(path) }
        var end: UInt8 = 0
        while end != UInt8(crypto_secretstream_xchacha20poly1305_tag_final()) {
            let sealed = [UInt8](try source.read(upToCount: chunk + tag) ?? Data())
            guard sealed.count >= tag else { throw Fault.wrong(path) }
            var plain = [UInt8](repeating: 0, count: sealed.count - tag)
            guard
                crypto_secretstream_xchacha20poly1305_pull(
                    &state, &plain, nil, &end, sealed, UInt64(sealed.count), nil, 0) == 0
            else { throw Fault.wrong(path) }
            try out.write(contentsOf: Data(plain))
        }
        // Nothing may follow the last chunk.
        guard try source.read(upToCount: 1)?.isEmpty ?? true else { throw Fault.wrong(path) }
    }

    /// The key from a passphrase, taken byte by byte.
    static func key(_ words: String, _ salt: [UInt8], _ path: String) throws -> [UInt8] {
        var key = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_KEYBYTES))
        let words = words.utf8.map { CChar(bitPattern: $0) }
        guard
            crypto_pwhash(
                &key, UInt64(key.count), words, UInt64(words.count), salt, 3, 64 << 20, crypto_pwhash_ALG_ARGON2ID13)
                == 0
        else { throw Fault.cannot(path) }
        return key
    }

    /// Opens the file to read, and makes the file to write, which only its owner may read.
    private static func files(_ path: String, _ target: String) throws -> (FileHandle, FileHandle) {
        unlink(target)
        try FileModes.make(target)
        guard sodium_init() >= 0,
            let source = FileHandle(forReadingAtPath: path), let out = FileHandle(forWritingAtPath: target)
        else { throw Fault.cannot(path) }
        return (source, out)
    }

    private static func close(_ files: FileHandle...) { for file in files { try? file.close() } }
}
