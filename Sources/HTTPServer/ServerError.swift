import Glibc

/// Why the server could not start. Each has a one-line text.
package enum ServerError: Error, Equatable, CustomStringConvertible {
    case portInUse(host: String, port: Int)
    case addressNotAvailable(host: String)
    case permissionDenied(host: String, port: Int)
    case notAnAddress(host: String)
    case portOutOfRange(Int)
    case notAProxy(String)
    case unusableCertificate
    case alreadyStarted
    case system(call: String, code: Int32)

    package var description: String {
        switch self {
        case .portInUse(let host, let port): "port \(port) on \(host) is in use by another program"
        case .addressNotAvailable(let host): "this machine has no address \(host)"
        case .permissionDenied(let host, let port): "permission denied to listen on port \(port) of \(host)"
        case .notAnAddress(let host): "\"\(host)\" is not a numeric address and not localhost"
        case .portOutOfRange(let port): "\(port) is not a port; ports are 0 to 65535"
        case .notAProxy(let text): "the proxy \"\(text)\" is not a numeric address"
        case .unusableCertificate: "the certificate and its key cannot be used for TLS"
        case .alreadyStarted: "the server was started before"
        case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
        }
    }
}
