import HTTP

/// What is ours: the names and the port under which we are reached, the path below which we answer, and where files may
/// be sent.
struct Site: Sendable {
    let names: Set<String>
    let port: Int
    let basePath: String
    private let uploads: String?
    private let takesUpload: @Sendable (Request.Method, String) -> Bool

    init(_ configuration: ServerConfiguration, port: Int) {
        names = Set(configuration.allowedHosts.map { $0.lowercased() })
        self.port = port
        basePath = configuration.basePath
        uploads = configuration.uploads
        takesUpload = configuration.takesUpload
    }

    /// Names compare without case; a port may be left out only where it is 80.
    func isOurs(_ authority: String) -> Bool {
        guard let authority = Authority(authority) else { return false }
        return names.contains(authority.host) && (authority.port ?? 80) == port
    }

    /// The path below the base path, "/" for the base path itself; nil outside it.
    func below(_ path: String) -> String? {
        guard path.hasPrefix(basePath) else { return nil }
        let rest = path.dropFirst(basePath.count)
        return rest.isEmpty ? "/" : rest.first == "/" ? String(rest) : nil
    }

    /// The folder for the file that a form brings to a path below the base path; nil where the path takes none.
    func uploadFolder(_ method: Request.Method, _ path: String) -> String? {
        uploads.flatMap { takesUpload(method, path) ? $0 : nil }
    }
}
