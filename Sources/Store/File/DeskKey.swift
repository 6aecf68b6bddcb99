import CSodium
import Foundation

/// The key of a desk. It lies in its own file beside the desk and is never in a copy. The desk's secrets are sealed or hashed with it, so
/// that a copy alone reveals none of them.
package struct DeskKey: Sendable {
    private let bytes: [UInt8]

    static func path(of desk: String) -> String { DeskPlace.beside(desk, "-key") }

    /// The size of a sealed second-factor secret in bytes: the nonce, the tag and twenty bytes.
    static let sealedSize = Int(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) + 20

    /// Reads the key file, or makes it if there is none. If `makesFile` is false and there is no file, the key is random and is not stored.
    /// Throws if the file is not a key: replacing it would lose all that was sealed with it.
    init(of desk: String, makesFile: Bool) throws {
        precondition(sodium_init() >= 0, "libsodium does not start")
        let path = DeskKey.path(of: desk)
        // Left by an interrupted program.
        if makesFile { unlink(path + "-unfinished") }
        if access(path, F_OK) != 0, errno == ENOENT {
            bytes = DeskKey.random()
            if makesFile { try write(to: path) }
            return
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw DeskError.unreadable(path, reason: String(cString: strerror(errno)))
        }
        guard let bytes = DeskKey.bytes(of: text) else { throw DeskError.noKey(path) }
        self.bytes = bytes
    }

    private static func random() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(crypto_secretbox_KEYBYTES))
        randombytes_buf(&bytes, bytes.count)
        return bytes
    }

    private func write(to path: String) throws {
        let unfinished = path + "-unfinished"
        try FileModes.make(unfinished)
        try Data("\(DeskKey.fileMark)\(hexadecimal(bytes))\n".utf8).write(to: URL(fileURLWithPath: unfinished))
        try WholeCopy.publish(unfinished, as: path)
    }

    private static let fileMark = "kamdesk key 1\n"

    /// Returns nil if the text is not a key.
    private static func bytes(of text: String) -> [UInt8]? {
        guard text.hasPrefix(fileMark) else { return nil }
        let digits = text.dropFirst(fileMark.count).filter { !$0.isWhitespace }
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { place in
            UInt8(digits.dropFirst(place).prefix(2), radix: 16)
        }
        guard digits.count == 64, !bytes.contains(nil) else { return nil }
        return bytes.compactMap { $0 }
    }

    /// Identifies the key to a desk without revealing it.
    var mark: [UInt8] { Array(derived("mark").prefix(16)) }

    /// The derived key for one purpose.
    func derived(_ purpose: String) -> [UInt8] {
        var derived = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&derived, derived.count, Array(purpose.utf8), UInt64(purpose.utf8.count), bytes, bytes.count)
        return derived
    }

    /// Seals a colleague's secret for storage (XSalsa20-Poly1305). Only this key opens it, and only for the same colleague.
    func seal(_ secret: [UInt8], of user: Int64) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: Int(crypto_secretbox_NONCEBYTES))
        randombytes_buf(&nonce, nonce.count)
        var sealed = [UInt8](repeating: 0, count: secret.count + Int(crypto_secretbox_MACBYTES))
        crypto_secretbox_easy(&sealed, secret, UInt64(secret.count), nonce, derived("second factor of \(user)"))
        return nonce + sealed
    }

    /// Returns nil if the secret was sealed with another key or for another colleague.
    func unseal(_ sealed: [UInt8], of user: Int64) -> [UInt8]? {
        let (nonce, tag) = (Int(crypto_secretbox_NONCEBYTES), Int(crypto_secretbox_MACBYTES))
        guard sealed.count > nonce + tag else { return nil }
        var secret = [UInt8](repeating: 0, count: sealed.count - nonce - tag)
        let content = Array(sealed.dropFirst(nonce))
        let isOpen = crypto_secretbox_open_easy(
            &secret, content, UInt64(content.count), Array(sealed.prefix(nonce)), derived("second factor of \(user)"))
        return isOpen == 0 ? secret : nil
    }
}
