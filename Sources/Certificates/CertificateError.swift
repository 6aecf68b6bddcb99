import CGnuTLS
import Glibc

/// Why there is no usable certificate. Each has a one-line text.
package enum CertificateError: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String, code: Int32)
    case unwritable(path: String, code: Int32)
    /// Not a certificate in PEM. `notAKey`: not a private key in PEM without a passphrase.
    case notACertificate(path: String)
    case notAKey(path: String)
    case mismatch(certificate: String, key: String)
    /// Days are written like "2026-11-24".
    case expired(path: String, since: String)
    case notYetValid(path: String, from: String)
    case gnutls(call: String, code: Int32)

    package var description: String {
        switch self {
        case .unreadable(let path, let code): "\(path) cannot be read: \(String(cString: strerror(code)))"
        case .unwritable(let path, let code): "\(path) cannot be written: \(String(cString: strerror(code)))"
        case .notACertificate(let path): "\(path) holds no certificate in PEM"
        case .notAKey(let path): "\(path) holds no private key in PEM, or one under a passphrase"
        case .mismatch(let certificate, let key):
            "the key in \(key) is not the one of the certificate in \(certificate)"
        case .expired(let path, let day): "the certificate in \(path) has expired on \(day)"
        case .notYetValid(let path, let day): "the certificate in \(path) is valid from \(day) only"
        case .gnutls(let call, let code): "\(call) failed: \(String(cString: gnutls_strerror(code)))"
        }
    }
}
