import HTTP

/// What is ours: the names and the port under which we are reached, the path below which we answer, where files may be sent, and
/// by whom.
struct Site: Sendable {
    let names: Set<String>
    let port: Int
    let basePath: String
    /// True where TLS ends here.
    let isSecure: Bool
    private let hasRoom: Bool
    private let takesUpload: @Sendable (Request.Method, String) -> Bool
    /// Who sends a request, by its head.
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

    /// Names compare without case; a port may be left out only where it is 80, or under TLS 443. `anyPort` is for what comes
    /// through a proxy, which listens where it likes.
    func isOurs(_ authority: String, anyPort: Bool) -> Bool {
        guard let authority = Authority(authority) else { return false }
        return names.contains(authority.host) && (anyPort || (authority.port ?? (isSecure ? 443 : 80)) == port)
    }

    /// How an absolute target of ours begins.
    var scheme: String { isSecure ? "https://" : "http://" }

    /// The path below the base path, "/" for the base path itself; nil outside it.
    func below(_ path: String) -> String? {
        guard path.hasPrefix(basePath) else { return nil }
        let rest = path.dropFirst(basePath.count)
        return rest.isEmpty ? "/" : rest.first == "/" ? String(rest) : nil
    }

    /// May a form bring a file to a path below the base path?
    func takesFile(_ method: Request.Method, _ path: String) -> Bool { hasRoom && takesUpload(method, path) }
}
