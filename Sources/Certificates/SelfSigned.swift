import CGnuTLS
import Glibc

/// Certificates that we sign ourselves.
enum SelfSigned {
    /// Browsers refuse certificates that are valid for more than 825 days.
    static let days: Int64 = 800

    /// A new key, ECDSA on P-256, in PEM.
    static func key() throws(CertificateError) -> String {
        let key = try GnuTLS.PrivateKey()
        // GNUTLS_CURVE_TO_BITS, which is a macro with an argument.
        let bits = 1 << 31 | GNUTLS_ECC_CURVE_SECP256R1.rawValue
        try GnuTLS.check(
            "gnutls_x509_privkey_generate", gnutls_x509_privkey_generate(key.handle, GNUTLS_PK_ECDSA, bits, 0))
        return try GnuTLS.text("gnutls_x509_privkey_export2_pkcs8") {
            gnutls_x509_privkey_export2_pkcs8(
                key.handle, GNUTLS_X509_FMT_PEM, nil, GNUTLS_PKCS_PLAIN.rawValue, &$0)
        }
    }

    /// A certificate in PEM for a key, names and addresses; the first name is its common name. It is valid from an hour before `now`
    /// (seconds since 1970), for clients whose clocks are slow.
    static func certificate(
        for names: [String], key: GnuTLS.PrivateKey, at now: Int64
    ) throws(CertificateError) -> String {
        let certificate = try GnuTLS.Certificate()
        let handle = certificate.handle
        func must(_ call: String, _ code: Int32) throws(CertificateError) { try GnuTLS.check(call, code) }
        try must("gnutls_x509_crt_set_version", gnutls_x509_crt_set_version(handle, 3))
        // Positive and without a leading zero.
        var serial = (0..<16).map { _ in UInt8.random(in: 0...255) }
        serial[0] = serial[0] & 0x3f | 0x40
        try must("gnutls_x509_crt_set_serial", gnutls_x509_crt_set_serial(handle, serial, serial.count))
        let start = now - 3600
        try must("gnutls_x509_crt_set_activation_time", gnutls_x509_crt_set_activation_time(handle, time_t(start)))
        try must(
            "gnutls_x509_crt_set_expiration_time",
            gnutls_x509_crt_set_expiration_time(handle, time_t(start + days * 86400)))
        try must("gnutls_x509_crt_set_key", gnutls_x509_crt_set_key(handle, key.handle))
        let title = Array((names.first ?? "kamdesk").utf8.prefix(64))
        try must(
            "gnutls_x509_crt_set_dn_by_oid",
            gnutls_x509_crt_set_dn_by_oid(handle, GNUTLS_OID_X520_COMMON_NAME, 0, title, UInt32(title.count)))
        for name in names {
            let address = IPAddress(name)
            let bytes = address?.bytes ?? Array(name.lowercased().utf8)
            try must(
                "gnutls_x509_crt_set_subject_alt_name",
                gnutls_x509_crt_set_subject_alt_name(
                    handle, address == nil ? GNUTLS_SAN_DNSNAME : GNUTLS_SAN_IPADDRESS, bytes, UInt32(bytes.count),
                    UInt32(GNUTLS_FSAN_APPEND)))
        }
        try must("gnutls_x509_crt_set_basic_constraints", gnutls_x509_crt_set_basic_constraints(handle, 0, -1))
        try must(
            "gnutls_x509_crt_set_key_usage",
            gnutls_x509_crt_set_key_usage(handle, UInt32(GNUTLS_KEY_DIGITAL_SIGNATURE)))
        try must(
            "gnutls_x509_crt_set_key_purpose_oid",
            gnutls_x509_crt_set_key_purpose_oid(handle, GNUTLS_KP_TLS_WWW_SERVER, 0))
        try must("gnutls_x509_crt_sign2", gnutls_x509_crt_sign2(handle, handle, key.handle, GNUTLS_DIG_SHA256, 0))
        return try GnuTLS.text("gnutls_x509_crt_export2") {
            gnutls_x509_crt_export2(handle, GNUTLS_X509_FMT_PEM, &$0)
        }
    }
}
