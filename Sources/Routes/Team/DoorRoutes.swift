import HTTP

/// The pages that need no login.
package enum DoorRoute: Sendable, Equatable {
    /// `back` is the address of the page that asked for the login.
    case login(back: String?)
    /// Where the owner of a new desk is created. The key was printed when the program started.
    case owner(key: String)
    /// Where an invited person chooses a password.
    case invitation(key: String)
    /// Where a calendar reads the deadlines of the colleague who has the key.
    case feed(key: String)

    package var address: Address {
        switch self {
        case .login(let back): Address("/login", [("back", back)])
        case .owner(let key): Address("/owner", [("key", key)])
        case .invitation(let key): Address("/join", [("key", key)])
        case .feed(let key): Address("/feed.ics", [("key", key)])
        }
    }

    static let entries: [Entry] = [
        Entry(.get, "/login", .anybody, twin: nil) { .door(.login(back: $0.query["back"])) },
        Entry(.get, "/owner", .anybody, twin: nil) { .door(.owner(key: $0.query["key"] ?? "")) },
        Entry(.get, "/join", .anybody, twin: nil) { .door(.invitation(key: $0.query["key"] ?? "")) },
        Entry(.get, "/feed.ics", .anybody, twin: nil) { .door(.feed(key: $0.query["key"] ?? "")) },
    ]
}

package enum DoorAction: Sendable, Equatable {
    case logIn
    case becomeOwner
    case join

    package var address: Address {
        switch self {
        case .logIn: Address("/login")
        case .becomeOwner: Address("/owner")
        case .join: Address("/join")
        }
    }

    static let entries: [Entry] = [DoorAction.logIn, .becomeOwner, .join].map { action in
        Entry(.post, action.address.path, .anybody, twin: nil) { _ in .enter(action) }
    }
}
