import HTTP

/// Where the server listens, which hosts it answers for, and the headers of every answer.
package struct ServerConfiguration: Sendable {
    /// A numeric address such as "127.0.0.1" or "::1", or "localhost", which means 127.0.0.1.
    package var host: String
    /// 0 takes any free port; `Server.port` then tells which one.
    package var port: Int
    /// "" or "/kam". A request outside it is answered with 404. `Request.path` is the part below it.
    package var basePath: String
    /// The host names that we answer for, without a port. Any other Host is answered with 421.
    package var allowedHosts: Set<String>
    /// Nil for plain HTTP.
    package var tls: TLSFiles?
    /// The numeric addresses of the proxies in front of us. X-Forwarded-For and X-Forwarded-Proto are believed from these peers only. A
    /// proxy may listen on any port, so the port in its Host header is not compared with ours.
    package var trustedProxies: [String]
    /// How many threads read requests and answer them.
    package var threads: Int
    package var limits: Limits
    /// Where uploads are staged, as `.kamdesk-upload-` and six letters, and where long answers wait to be read. At the start, leftovers are
    /// removed. Nil if no address takes a file and all answers stay in memory.
    package var room: PassingRoom?
    /// May a form with a file be sent to this path below the base path?
    package var takesUpload: @Sendable (Request.Method, String) -> Bool
    /// Who sends a request. Called with the head only, before a file or a large form is accepted.
    package var sender: @Sendable (Request) -> Sender
    /// Added to every answer, except where the answer sets the same header.
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
