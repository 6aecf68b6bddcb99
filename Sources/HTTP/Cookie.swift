/// Cookies as the desk reads and writes them. The library's own parser is not used: it hides a name that is sent twice.
package enum Cookie {
    /// The value of a name in the Cookie headers; nil where it is absent, or sent twice, since then another program on this
    /// host may have set one of the two.
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

    /// A Set-Cookie value for the whole desk, unreadable to scripts and not sent from other sites; a secure one is sent over TLS only.
    package static func header(
        _ name: String, _ value: String, path: String, maxAge seconds: Int? = nil, isSecure: Bool = false
    ) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=\(path); HttpOnly; SameSite=Lax\(age)\(isSecure ? "; Secure" : "")"
    }
}
