import CGnuTLS

/// The objects of GnuTLS, freed with the last reference, and its ways of giving bytes back.
enum GnuTLS {
    final class Certificate {
        let handle: gnutls_x509_crt_t

        init() throws(CertificateError) {
            var handle: gnutls_x509_crt_t?
            try check("gnutls_x509_crt_init", gnutls_x509_crt_init(&handle))
            self.handle = handle!
        }

        deinit { gnutls_x509_crt_deinit(handle) }
    }

    final class PrivateKey {
        let handle: gnutls_x509_privkey_t

        init() throws(CertificateError) {
            var handle: gnutls_x509_privkey_t?
            try check("gnutls_x509_privkey_init", gnutls_x509_privkey_init(&handle))
            self.handle = handle!
        }

        deinit { gnutls_x509_privkey_deinit(handle) }
    }

    static func check(_ call: String, _ code: Int32) throws(CertificateError) {
        guard code >= 0 else { throw .gnutls(call: call, code: code) }
    }

    /// Lends bytes as GnuTLS takes them.
    static func withDatum<Result>(_ text: String, _ body: (inout gnutls_datum_t) -> Result) -> Result {
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var datum = gnutls_datum_t(data: buffer.baseAddress, size: UInt32(buffer.count))
            return body(&datum)
        }
    }

    /// The text that a function allocates.
    static func text(_ call: String, _ body: (inout gnutls_datum_t) -> Int32) throws(CertificateError) -> String {
        var datum = gnutls_datum_t(data: nil, size: 0)
        try check(call, body(&datum))
        defer { gnutls_release(datum.data) }
        return String(decoding: UnsafeBufferPointer(start: datum.data, count: Int(datum.size)), as: UTF8.self)
    }

    /// The bytes that a function writes into a buffer, 1024 at most; nil where it gives none.
    static func bytes(_ body: (UnsafeMutablePointer<UInt8>, inout Int) -> Int32) -> [UInt8]? {
        var (buffer, count) = ([UInt8](repeating: 0, count: 1024), 1024)
        let code = buffer.withUnsafeMutableBufferPointer { body($0.baseAddress!, &count) }
        return code < 0 ? nil : Array(buffer[..<count])
    }
}
