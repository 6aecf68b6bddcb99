import HTTP
import Secrets

/// A browser that uses the desk: known by a random cookie, from which the token of its forms is derived. Whether it is logged in
/// the desk knows by the cookie's digest.
struct Session: Sendable {
    /// Over TLS its name is one that browsers take from this very host only, and not from another program on it.
    private static func name(_ isSecure: Bool) -> String { isSecure ? "__Host-kamdesk" : "kamdesk" }

    let id: String
    let isSecure: Bool
    /// True where this answer must set the cookie.
    let isNew: Bool
    /// What every form of this session carries: the cookie's keyed hash, which no other site can know.
    let token: String
    /// By what the desk's file knows the session; another hash than the token, which pages show.
    let digest: [UInt8]

    /// The session of a request's cookie, or a new one where it has none that we could have made.
    init(_ request: Request, key: [UInt8]) {
        let sent = Cookie.value(of: Session.name(request.isSecure), in: request.headers)
        self.init(sent.flatMap { Token.isWellFormed($0) ? $0 : nil }, isSecure: request.isSecure, key: key)
    }

    /// One that nobody knows yet: a login gives the browser another than the one it came with.
    init(isSecure: Bool, key: [UInt8]) { self.init(nil, isSecure: isSecure, key: key) }

    private init(_ known: String?, isSecure: Bool, key: [UInt8]) {
        self.isSecure = isSecure
        id = known ?? Token.make()
        isNew = known == nil
        token = Session.digest(id, key: key)
        digest = Token.digest("session \(id)", key: key)
    }

    /// Sets the cookie for the desk at a path.
    func setting(path: String) -> String {
        Cookie.header(Session.name(isSecure), id, path: isSecure ? "/" : path, isSecure: isSecure)
    }

    /// A keyed hash of a text, in hexadecimal digits.
    static func digest(_ text: String, key: [UInt8]) -> String { Bytes.hex(Token.digest(text, key: key)) }

    /// Compares in a time that does not depend on where the two differ.
    func accepts(_ token: String) -> Bool {
        Bytes.areSame(Array(self.token.utf8), Array(token.utf8))
    }
}
