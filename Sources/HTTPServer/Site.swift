import HTTP

/// What belongs to us: our host names, our port, our base path, the paths that take files, and who may send them.
struct Site: Sendable {
    let names: Set<String>
    let port: Int
    let basePath: String
    /// True if we handle TLS ourselves.
    let isSecure: Bool
    private let hasRoom: Bool
    private let takesUpload: @Sendable (Request.Method, String) -> Bool
    /// Who sends a request, judged by its head.
    let sender: @Sendable (Request) -> Sender

    init(_ configuration: ServerConfiguration, port: Int) {
        names = Set(configuration.allowedHosts.map { $0.lowercased() })
        self.port = port
        basePath = configuration.basePath
        isSecure = configuration.tls != nil
        hasRoom = configuration.room != nil
        takesUpload = configuration.takesUpload
        sender = configuration.sender
    }

    /// Names are compared without case. The port may be left out only if it is 80, or 443 under TLS. `anyPort` is for requests through a
    /// proxy, which may listen on any port.
    func isOurs(_ authority: String, anyPort: Bool) -> Bool {
        guard let authority = Authority(authority) else { return false }
        return names.contains(authority.host) && (anyPort || (authority.port ?? (isSecure ? 443 : 80)) == port)
    }

    /// How an absolute target of ours begins.
    var scheme: String { isSecure ? "https://" : "http://" }

    /// The path below the base path, "/" for the base path itself. Nil if the path is outside it.
    func below(_ path: String) -> String? {
        guard path.hasPrefix(basePath) else { return nil }
        let rest = path.dropFirst(basePath.count)
        return rest.isEmpty ? "/" : rest.first == "/" ? String(rest) : nil
    }

    /// May a form bring a file to this path below the base path?
    func takesFile(_ method: Request.Method, _ path: String) -> Bool { hasRoom && takesUpload(method, path) }
}
