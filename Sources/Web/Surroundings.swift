import Domain
import HTTP
import Routes
import Store
import Templates

/// What the program around the desk uses.
extension App {
    package static let version = Program.version

    /// The address where the owner of a new desk is created, below the base path.
    package static func ownerAddress(_ key: String) -> String { DoorRoute.owner(key: key).address.text }

    /// On every answer: no script, style or frame from elsewhere.
    package static let commonHeaders = Headers([
        (
            "Content-Security-Policy",
            """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
            base-uri 'none'; frame-ancestors 'none'
            """
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ])

    /// The page for a request that never reaches the desk.
    package static let refusal: @Sendable (Status) -> Response = { status in
        let trouble: Trouble =
            switch status {
            case .notFound: .notFound
            case .contentTooLarge, .headersTooLarge: .tooLarge
            case .methodNotAllowed, .notImplemented: .methodNotAllowed
            case .unavailable, .tooManyRequests: .unavailable
            case .insufficientStorage: .diskFull
            case .misdirected, .forbidden: .notAllowed
            default: .badRequest
            }
        return Response(
            status, headers: Headers([("Content-Type", "text/html; charset=utf-8")]),
            body: .bytes(bareErrorPage(trouble).bytes))
    }

    /// The site map as a table: method, address, access, and the addresses of the same page as JSON, CSV and SVG. Below it, in words: what
    /// each access means and what each role sees.
    package static var siteMap: String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        let lines = SiteMap.entries.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }.map {
            entry in
            padded(entry.method.rawValue, 6) + padded(entry.pattern, 34) + padded(entry.access.rawValue, 15)
                + [entry.twin, entry.export, entry.workbook, entry.picture, entry.calendar].compactMap { $0 }.joined(
                    separator: "  ")
        }
        let l = Language(.english, Assets.catalogue)
        let legend = Access.allCases.map { padded($0.rawValue, 15) + l.word($0) }
        let sights = Role.allCases.map { role in
            let (whole, not) = l.sight(of: role)
            return padded(role.rawValue, 15) + whole + (not.isEmpty ? "" : "; not: " + not)
        }
        return
            ([padded("", 6) + padded("address", 34) + padded("who may", 15) + "as data, as a table"] + lines
            + ["", "who may:"] + legend + ["", "what each sees whole:"] + sights).joined(separator: "\n")
    }

    /// Is the desk working? For a program that monitors this one.
    func health() -> Response {
        let ok = desk.halted == nil && (try? desk.settings()) != nil
        let body = "{\"ok\":\(ok),\"schema\":\(Desk.schema),\"version\":\"\(Program.version)\"}\n"
        return Response(
            ok ? .ok : .unavailable,
            headers: Headers([("Content-Type", "application/json"), ("Cache-Control", "no-store")]),
            body: .bytes(Array(body.utf8)))
    }
}
