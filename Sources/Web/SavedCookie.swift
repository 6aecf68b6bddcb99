import Domain
import HTTP

/// Tells the page that follows an act which line of history the act wrote last, and, by a sign behind it, that whoever did it could
/// not undo it; that page takes it away.
enum SavedCookie {
    private static let name = "kamdesk_saved"

    private static let stays: Character = "!"

    static func act(in headers: Headers) -> SavedAct? {
        guard let value = Cookie.value(of: name, in: headers) else { return nil }
        let stays = value.last == SavedCookie.stays
        return Change.ID(stays ? String(value.dropLast()) : value).map { SavedAct(line: $0, mayBeUndone: !stays) }
    }

    /// Nil takes the cookie away.
    static func header(_ act: SavedAct?, path: String) -> String {
        let value = act.map { "\($0.line.number)\($0.mayBeUndone ? "" : String(stays))" }
        return Cookie.header(name, value ?? "", path: path, maxAge: act == nil ? 0 : 60)
    }
}
