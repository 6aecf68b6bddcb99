import HTTP

/// Where the server listens, whom it answers, and what every answer of it carries.
package struct ServerConfiguration: Sendable {
    /// A numeric address, "127.0.0.1" or "::1", or "localhost", which stands for 127.0.0.1.
    package var host: String
    /// 0 takes any free port; `Server.port` then tells which.
    package var port: Int
    /// "" or "/kam": a request outside it is answered with 404, and `Request.path` is what is below it.
    package var basePath: String
    /// The names, without a port, under which we are reached; any other Host is answered with 421.
    package var allowedHosts: Set<String>
    /// Nil where we speak plain HTTP.
    package var tls: TLSFiles?
    /// The numeric addresses of proxies in front of us. What X-Forwarded-For and X-Forwarded-Proto say is believed of these
    /// peers alone, and as they listen where they like, the port in their Host is not compared with ours.
    package var trustedProxies: [String]
    /// How many threads read requests and answer them.
    package var threads: Int
    package var limits: Limits
    /// Where uploaded files are staged, as `.kamdesk-upload-` and six letters, and long answers lie until they are read; what a server has
    /// left there is removed at the start. Nil where no address takes a file, and all answers are held in memory.
    package var room: PassingRoom?
    /// Whether a form with a file may be sent to a path below the base path.
    package var takesUpload: @Sendable (Request.Method, String) -> Bool
    /// Who sends a request, asked before a file or a large form is taken from them, with the head alone.
    package var sender: @Sendable (Request) -> Sender
    /// Added to every answer that does not set the name itself.
    package var commonHeaders: Headers
    /// The page for a request that never reaches the handler.
    package var refusal: @Sendable (Status) -> Response

    package init(
        host: String = "127.0.0.1", port: Int, basePath: String = "",
        allowedHosts: Set<String> = ["127.0.0.1", "localhost", "::1"], tls: TLSFiles? = nil,
        trustedProxies: [String] = [], threads: Int = 4, limits: Limits = Limits(),
        room: PassingRoom? = nil, takesUpload: @escaping @Sendable (Request.Method, String) -> Bool = { _, _ in false },
        sender: @escaping @Sendable (Request) -> Sender = { _ in .stranger },
        commonHeaders: Headers = Headers(), refusal: @escaping @Sendable (Status) -> Response = { Response($0) }
    ) {
        self.host = host
        self.port = port
        self.basePath = basePath
        self.allowedHosts = allowedHosts
        self.tls = tls
        self.trustedProxies = trustedProxies
        self.threads = threads
        self.limits = limits
        self.room = room
        self.takesUpload = takesUpload
        self.sender = sender
        self.commonHeaders = commonHeaders
        self.refusal = refusal
    }
}
