import Domain
import HTTP

/// A cookie that tells the next page which line of history the act wrote last. A "!" behind the number says that the viewer may not undo
/// the act, a "~" that the act took something back. The next page deletes the cookie.
enum SavedCookie {
    private static let name = "kamdesk_saved"

    private static let (stays, reverses): (Character, Character) = ("!", "~")

    static func act(in headers: Headers) -> SavedAct? {
        guard let value = Cookie.value(of: name, in: headers) else { return nil }
        return Change.ID(value.filter { $0 != stays && $0 != reverses }).map {
            SavedAct(line: $0, mayBeUndone: !value.contains(stays), isReversal: value.contains(reverses))
        }
    }

    /// Nil deletes the cookie.
    static func header(_ act: SavedAct?, path: String) -> String {
        let value = act.map {
            "\($0.line.number)\($0.mayBeUndone ? "" : String(stays))\($0.isReversal ? String(reverses) : "")"
        }
        return Cookie.header(name, value ?? "", path: path, maxAge: act == nil ? 0 : 60)
    }
}
