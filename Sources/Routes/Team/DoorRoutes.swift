import HTTP

/// The pages before the desk.
package enum DoorRoute: Sendable, Equatable {
    /// `back` is the page of ours that asked for it.
    case login(back: String?)
    /// Where the owner of a desk without anybody is made, by the key that was printed at its start.
    case owner(key: String)
    /// Where somebody who was invited chooses a password.
    case invitation(key: String)

    package var address: Address {
        switch self {
        case .login(let back): Address("/login", [("back", back)])
        case .owner(let key): Address("/owner", [("key", key)])
        case .invitation(let key): Address("/join", [("key", key)])
        }
    }

    static let entries: [Entry] = [
        Entry(.get, "/login", .anybody, twin: nil) { .door(.login(back: $0.query["back"])) },
        Entry(.get, "/owner", .anybody, twin: nil) { .door(.owner(key: $0.query["key"] ?? "")) },
        Entry(.get, "/join", .anybody, twin: nil) { .door(.invitation(key: $0.query["key"] ?? "")) },
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
