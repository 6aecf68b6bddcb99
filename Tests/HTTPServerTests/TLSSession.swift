import CGnuTLS
import Glibc

/// The client's end of TLS on a socket that blocks; it takes any certificate.
final class TLSSession {
    private let session: gnutls_session_t
    private let credentials: gnutls_certificate_credentials_t

    /// Throws where no keys can be agreed on; `priorities` are GnuTLS's words for what the client offers.
    init(_ descriptor: Int32, priorities: String = "NORMAL") throws {
        var (session, credentials): (gnutls_session_t?, gnutls_certificate_credentials_t?)
        gnutls_init(&session, UInt32(GNUTLS_CLIENT))
        gnutls_certificate_allocate_credentials(&credentials)
        self.session = session!
        self.credentials = credentials!
        gnutls_priority_set_direct(session, priorities, nil)
        gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, UnsafeMutableRawPointer(credentials))
        gnutls_transport_set_int2(session, descriptor, descriptor)
        var code: Int32
        repeat { code = gnutls_handshake(session) } while code == GNUTLS_E_INTERRUPTED
        guard code == 0 else { throw RawClient.Broken(call: String(cString: gnutls_strerror(code))) }
    }

    deinit {
        gnutls_deinit(session)
        gnutls_certificate_free_credentials(credentials)
    }

    /// "TLS1.3".
    var version: String { String(cString: gnutls_protocol_get_name(gnutls_protocol_get_version(session))) }

    /// The SHA-256 of the certificate that the server showed, as browsers write it.
    var fingerprint: String {
        var (count, size) = (UInt32(0), 32)
        var digest = [UInt8](repeating: 0, count: 32)
        guard let certificates = gnutls_certificate_get_peers(session, &count) else { return "" }
        gnutls_fingerprint(GNUTLS_DIG_SHA256, certificates, &digest, &size)
        return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: ":")
            .uppercased()
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int { gnutls_record_send(session, bytes.baseAddress, bytes.count) }

    /// As recv(2) tells it: 0 at the end, also at one that TLS was not told of, and -1 with errno.
    func receive(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = gnutls_record_recv(session, buffer.baseAddress, buffer.count)
        switch Int32(count) {
        case GNUTLS_E_PREMATURE_TERMINATION: return 0
        case GNUTLS_E_PULL_ERROR:
            errno = ECONNRESET
            return -1
        default: return count < 0 ? -1 : count
        }
    }

    func end() { gnutls_bye(session, GNUTLS_SHUT_WR) }
}
