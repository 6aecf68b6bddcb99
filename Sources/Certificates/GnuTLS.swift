import CGnuTLS

/// Objects of GnuTLS, freed with the last reference, and helpers for the bytes it takes and returns.
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

    /// Passes a text in the form that GnuTLS takes.
    static func withDatum<Result>(_ text: String, _ body: (inout gnutls_datum_t) -> Result) -> Result {
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var datum = gnutls_datum_t(data: buffer.baseAddress, size: UInt32(buffer.count))
            return body(&datum)
        }
    }

    /// The text that a GnuTLS function allocates.
    static func text(_ call: String, _ body: (inout gnutls_datum_t) -> Int32) throws(CertificateError) -> String {
        var datum = gnutls_datum_t(data: nil, size: 0)
        try check(call, body(&datum))
        defer { gnutls_release(datum.data) }
        return String(decoding: UnsafeBufferPointer(start: datum.data, count: Int(datum.size)), as: UTF8.self)
    }

    /// The bytes that a GnuTLS function writes, at most 1024. Nil if it fails.
    static func bytes(_ body: (UnsafeMutablePointer<UInt8>, inout Int) -> Int32) -> [UInt8]? {
        var (buffer, count) = ([UInt8](repeating: 0, count: 1024), 1024)
        let code = buffer.withUnsafeMutableBufferPointer { body($0.baseAddress!, &count) }
        return code < 0 ? nil : Array(buffer[..<count])
    }
}
