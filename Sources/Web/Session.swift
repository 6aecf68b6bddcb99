import HTTP
import Secrets

/// A browser that uses the desk: known by a random cookie, from which the token of its forms is derived.
struct Session: Sendable {
    static let cookie = "kamdesk"

    let id: String
    /// True where this answer must set the cookie.
    let isNew: Bool
    /// What every form of this session carries: the cookie's keyed hash, which no other site can know.
    let token: String

    /// The session of a request's cookie, or a new one where it has none that we could have made.
    init(_ headers: Headers, key: [UInt8]) {
        if let id = Cookie.value(of: Session.cookie, in: headers), Token.isWellFormed(id) {
            self.id = id
            isNew = false
        } else {
            id = Token.make()
            isNew = true
        }
        token = Session.digest(id, key: key)
    }

    /// A keyed hash of a text, in hexadecimal digits.
    static func digest(_ text: String, key: [UInt8]) -> String { Bytes.hex(Token.digest(text, key: key)) }

    /// Compares in a time that does not depend on where the two differ.
    func accepts(_ token: String) -> Bool {
        Bytes.areSame(Array(self.token.utf8), Array(token.utf8))
    }
}
