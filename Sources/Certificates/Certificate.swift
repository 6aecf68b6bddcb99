import CGnuTLS
import Foundation

/// A certificate and its private key.
package struct Certificate: Sendable {
    /// PEM: our certificate first, then the chain that signed it.
    package let pem: String
    /// PEM, without a passphrase.
    package let key: String
    /// The names, in lower case, and the addresses that the certificate is for.
    package let names: Set<String>
    /// Seconds since 1970.
    package let validFrom: Int64
    package let validUntil: Int64
    /// SHA-256 of the certificate, in the form that browsers show: "0A:9F:...".
    package let fingerprint: String
    /// SHA-256 of the public key. It stays the same as long as the key does.
    package let keyID: [UInt8]

    /// The paths are used in error messages only.
    init(pem: String, key: String, certificatePath: String, keyPath: String) throws(CertificateError) {
        let certificate = try GnuTLS.Certificate()
        guard GnuTLS.withDatum(pem, { gnutls_x509_crt_import(certificate.handle, &$0, GNUTLS_X509_FMT_PEM) }) >= 0
        else { throw .notACertificate(path: certificatePath) }
        let privateKey = try Self.privateKey(key, at: keyPath)
        let flags = GNUTLS_KEYID_USE_SHA256.rawValue
        let id = GnuTLS.bytes { gnutls_x509_crt_get_key_id(certificate.handle, flags, $0, &$1) }
        guard let id, id == GnuTLS.bytes({ gnutls_x509_privkey_get_key_id(privateKey.handle, flags, $0, &$1) })
        else { throw .mismatch(certificate: certificatePath, key: keyPath) }
        self.pem = pem
        self.key = key
        keyID = id
        names = Self.names(of: certificate)
        validFrom = Int64(gnutls_x509_crt_get_activation_time(certificate.handle))
        validUntil = Int64(gnutls_x509_crt_get_expiration_time(certificate.handle))
        let digest = GnuTLS.bytes { gnutls_x509_crt_get_fingerprint(certificate.handle, GNUTLS_DIG_SHA256, $0, &$1) }
        fingerprint = (digest ?? []).map { String(format: "%02X", $0) }.joined(separator: ":")
    }

    static func privateKey(_ pem: String, at path: String) throws(CertificateError) -> GnuTLS.PrivateKey {
        let key = try GnuTLS.PrivateKey()
        let code = GnuTLS.withDatum(pem) { gnutls_x509_privkey_import2(key.handle, &$0, GNUTLS_X509_FMT_PEM, nil, 0) }
        guard code >= 0 else { throw .notAKey(path: path) }
        return key
    }

    /// Throws if the certificate is not valid yet or has expired. `now` is in seconds since 1970.
    func check(at now: Int64, path: String) throws(CertificateError) {
        guard now >= validFrom else { throw .notYetValid(path: path, from: Self.day(validFrom)) }
        guard now < validUntil else { throw .expired(path: path, since: Self.day(validUntil)) }
    }

    private static func names(of certificate: GnuTLS.Certificate) -> Set<String> {
        var names: Set<String> = []
        for place in 0... {
            var kind: Int32 = 0
            let value = GnuTLS.bytes { bytes, count in
                kind = gnutls_x509_crt_get_subject_alt_name(certificate.handle, UInt32(place), bytes, &count, nil)
                return kind
            }
            guard kind != GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE else { break }
            guard let value else { continue }
            switch UInt32(kind) {
            case GNUTLS_SAN_DNSNAME.rawValue: names.insert(String(decoding: value, as: UTF8.self).lowercased())
            case GNUTLS_SAN_IPADDRESS.rawValue: IPAddress(bytes: value).map { _ = names.insert($0.text) }
            default: break
            }
        }
        return names
    }

    private static func day(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601.year().month().day())
    }
}
