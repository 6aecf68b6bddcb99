import HTTP
import Secrets

/// A browser that uses the desk: known by a random cookie, from which the token of its forms is derived. Whether it is logged in
/// the desk knows by the cookie's digest.
struct Session: Sendable {
    static let cookie = "kamdesk"

    let id: String
    /// True where this answer must set the cookie.
    let isNew: Bool
    /// What every form of this session carries: the cookie's keyed hash, which no other site can know.
    let token: String
    /// By what the desk's file knows the session; another hash than the token, which pages show.
    let digest: [UInt8]

    /// The session of a request's cookie, or a new one where it has none that we could have made.
    init(_ headers: Headers, key: [UInt8]) {
        let id = Cookie.value(of: Session.cookie, in: headers).flatMap { Token.isWellFormed($0) ? $0 : nil }
        self.init(id, key: key)
    }

    /// One that nobody knows yet: a login gives the browser another than the one it came with.
    init(key: [UInt8]) { self.init(nil, key: key) }

    private init(_ known: String?, key: [UInt8]) {
        id = known ?? Token.make()
        isNew = known == nil
        token = Session.digest(id, key: key)
        digest = Token.digest("session \(id)", key: key)
    }

    /// A keyed hash of a text, in hexadecimal digits.
    static func digest(_ text: String, key: [UInt8]) -> String { Bytes.hex(Token.digest(text, key: key)) }

    /// Compares in a time that does not depend on where the two differ.
    func accepts(_ token: String) -> Bool {
        Bytes.areSame(Array(self.token.utf8), Array(token.utf8))
    }
}
