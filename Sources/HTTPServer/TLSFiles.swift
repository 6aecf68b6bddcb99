/// What we need for TLS, as the contents of PEM files.
package struct TLSFiles: Sendable {
    /// Our certificate first, then the chain that signed it.
    package var certificate: String
    /// The private key, without a passphrase.
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// TLS 1.2 and 1.3 in GnuTLS's notation: only key exchanges with forward secrecy, and ciphers that authenticate what they carry.
    static let priorities =
        "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-KX-ALL:+ECDHE-ECDSA:+ECDHE-RSA"
        + ":-CIPHER-ALL:+AES-256-GCM:+CHACHA20-POLY1305:+AES-128-GCM:%SERVER_PRECEDENCE"
}
