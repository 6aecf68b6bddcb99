/// Reads and writes cookies. We do not use libmicrohttpd's parser, because it hides it when a name is sent twice.
package enum Cookie {
    /// The value of a cookie. Nil if it is absent, or sent twice: then another program on this host may have set one of the two.
    package static func value(of name: String, in headers: Headers) -> String? {
        var found: String?
        for header in headers.all("Cookie") {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let text = String(Substring(pair)).drop { $0 == " " }
                guard let equals = text.firstIndex(of: "="), text[..<equals] == name else { continue }
                if found != nil { return nil }
                found = String(text[text.index(after: equals)...])
            }
        }
        return found
    }

    /// The value of Set-Cookie for the whole desk. Scripts cannot read the cookie, and other sites do not send it. A secure one is sent
    /// over TLS only.
    package static func header(
        _ name: String, _ value: String, path: String, maxAge seconds: Int? = nil, isSecure: Bool = false
    ) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=\(path); HttpOnly; SameSite=Lax\(age)\(isSecure ? "; Secure" : "")"
    }
}
