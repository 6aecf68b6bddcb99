import Foundation

/// Certificates where they are kept: in a file of their own, beside the one of their key.
package struct CertificateFiles: Sendable {
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// The places of the one that we make ourselves for a desk's file.
    package init(beside desk: String) {
        self.init(certificate: desk + "-tls-cert.pem", key: desk + "-tls-key.pem")
    }

    /// The certificate as somebody made it, good at a moment in seconds since 1970.
    package func read(at now: Int64) throws(CertificateError) -> Certificate {
        let found = try load()
        try found.check(at: now, path: certificate)
        return found
    }

    /// Our own certificate for names and addresses. A new one is made where there is none, where one of the names is not in
    /// it, or where less than thirty days of it are left; its key stays the same, so that what is known by the key is known
    /// again. Nobody else may read either file.
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

    /// A megabyte at most, which no chain needs.
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

    /// The whole text or nothing, for the owner alone.
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
