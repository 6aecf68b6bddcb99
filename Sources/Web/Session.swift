import HTTP
import Secrets

/// A browser that uses the desk. A random cookie identifies it, and the token of its forms is derived from the cookie. The desk finds the
/// login by the cookie's digest.
struct Session: Sendable {
    /// Over TLS the name has the prefix `__Host-`, so browsers accept the cookie from this host only.
    private static func name(_ isSecure: Bool) -> String { isSecure ? "__Host-kamdesk" : "kamdesk" }

    let id: String
    let isSecure: Bool
    /// True if this answer must set the cookie.
    let isNew: Bool
    /// The hidden value in every form of this session: a keyed hash of the cookie, which no other site can know.
    let token: String
    /// Identifies the session in the desk's file. It is not the token, because pages show the token.
    let digest: [UInt8]

    /// The session of the request's cookie. A new session if there is no cookie or if it is not well formed.
    init(_ request: Request, key: [UInt8]) {
        let sent = Cookie.value(of: Session.name(request.isSecure), in: request.headers)
        self.init(sent.flatMap { Token.isWellFormed($0) ? $0 : nil }, isSecure: request.isSecure, key: key)
    }

    /// A new session that nobody knows yet. A login always starts one, so a cookie from before the login is worth nothing.
    init(isSecure: Bool, key: [UInt8]) { self.init(nil, isSecure: isSecure, key: key) }

    private init(_ known: String?, isSecure: Bool, key: [UInt8]) {
        self.isSecure = isSecure
        id = known ?? Token.make()
        isNew = known == nil
        token = Session.digest(id, key: key)
        digest = Token.digest("session \(id)", key: key)
    }

    /// The header value that sets the cookie for the desk at a path.
    func setting(path: String) -> String {
        Cookie.header(Session.name(isSecure), id, path: isSecure ? "/" : path, isSecure: isSecure)
    }

    /// A keyed hash of a text, in hexadecimal digits.
    static func digest(_ text: String, key: [UInt8]) -> String { Bytes.hex(Token.digest(text, key: key)) }

    /// Takes the same time wherever the two differ, so the time reveals nothing.
    func accepts(_ token: String) -> Bool {
        Bytes.areSame(Array(self.token.utf8), Array(token.utf8))
    }
}
