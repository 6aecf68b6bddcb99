import Domain
import HTTP

/// Tells the page that follows an act which line of history the act wrote last; that page takes it away.
enum SavedCookie {
    private static let name = "kamdesk_saved"

    static func line(in headers: Headers) -> Change.ID? {
        Cookie.value(of: name, in: headers).flatMap { Change.ID($0) }
    }

    /// Nil takes the cookie away.
    static func header(_ line: Change.ID?, path: String) -> String {
        Cookie.header(name, line.map { String($0.number) } ?? "", path: path, maxAge: line == nil ? 0 : 60)
    }
}
