import Foundation

/// The two files of a certificate and its key.
package struct CertificateFiles: Sendable {
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// The files of our self-signed certificate, beside the desk's file.
    package init(beside desk: String) {
        self.init(certificate: desk + "-tls-cert.pem", key: desk + "-tls-key.pem")
    }

    /// The given certificate. Throws if it is not valid now. `now` is in seconds since 1970.
    package func read(at now: Int64) throws(CertificateError) -> Certificate {
        let found = try load()
        try found.check(at: now, path: certificate)
        return found
    }

    /// Our self-signed certificate for these names and addresses. A new one is made if there is none, if a name is missing from it, or if
    /// it ends in less than thirty days. The key stays the same, so that a browser that knows the key recognises us. Only the owner may
    /// read the files.
    package func keep(for names: [String], at now: Int64) throws(CertificateError) -> Certificate {
        let wanted = names.map { IPAddress($0)?.text ?? $0.lowercased() }
        let privateKey = try keptKey()
        if let found = try? load(), found.names.isSuperset(of: wanted), found.validFrom <= now,
            found.validUntil - now >= 30 * 86400
        {
            return found
        }
        try write(try SelfSigned.certificate(for: wanted, key: privateKey, at: now), to: certificate)
        return try load()
    }

    private func load() throws(CertificateError) -> Certificate {
        try Certificate(
            pem: try text(of: certificate), key: try text(of: key), certificatePath: certificate, keyPath: key)
    }

    private func keptKey() throws(CertificateError) -> GnuTLS.PrivateKey {
        if access(key, F_OK) != 0, errno == ENOENT { try write(try SelfSigned.key(), to: key) }
        return try Certificate.privateKey(try text(of: key), at: key)
    }

    /// Reads at most a megabyte; no chain needs more.
    private func text(of path: String) throws(CertificateError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while bytes.count < 1 << 20 {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw .unreadable(path: path, code: errno) }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the whole text or nothing. Only the owner may read the file.
    private func write(_ text: String, to path: String) throws(CertificateError) {
        let unfinished = path + "-unfinished"
        unlink(unfinished)
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path: path, code: errno) }
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten else {
            unlink(unfinished)
            throw .unwritable(path: path, code: code)
        }
        guard rename(unfinished, path) == 0 else { throw .unwritable(path: path, code: errno) }
    }
}
