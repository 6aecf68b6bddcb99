import Domain
import HTTP

/// A cookie that tells the next page which line of history the act wrote last. A "!" behind the number says that the viewer may not undo
/// the act. The next page deletes the cookie.
enum SavedCookie {
    private static let name = "kamdesk_saved"

    private static let stays: Character = "!"

    static func act(in headers: Headers) -> SavedAct? {
        guard let value = Cookie.value(of: name, in: headers) else { return nil }
        let stays = value.last == SavedCookie.stays
        return Change.ID(stays ? String(value.dropLast()) : value).map { SavedAct(line: $0, mayBeUndone: !stays) }
    }

    /// Nil deletes the cookie.
    static func header(_ act: SavedAct?, path: String) -> String {
        let value = act.map { "\($0.line.number)\($0.mayBeUndone ? "" : String(stays))" }
        return Cookie.header(name, value ?? "", path: path, maxAge: act == nil ? 0 : 60)
    }
}
