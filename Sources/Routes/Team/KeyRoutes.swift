import Domain
import HTTP

/// How users sign in: their passwords, codes and logins.
package enum KeyRoute: SectionRoute, Equatable {
    case account
    /// Where a user sets up codes of six digits.
    case secondFactor

    package var address: Address {
        switch self {
        case .account: Address("/account")
        case .secondFactor: Address("/account/second-factor/edit")
        }
    }

    package var section: Section? { .account }

    package var record: RecordReference? {
        switch self {
        case .account, .secondFactor: nil
        }
    }

    static let entries: [Entry] = [
        .page("/account", .user) { _ in .keys(.account) },
        .form("/account/second-factor/edit", .user) { _ in .keys(.secondFactor) },
    ]
}

/// Some of these are slow because they hash a password. Some answer with a page that is shown once.
package enum KeyAction: SectionAction, Equatable {
    case logOut
    case changePassword
    case beginSecondFactor
    case endSecondFactor
    case endSession(SessionRow.ID)
    /// The owner starts or stops working without a login on this machine.
    case setOpen
    /// Gives a colleague a link that works once.
    case invite(User.ID)
    /// A colleague who has lost their phone and their recovery codes is not asked for a code any more.
    case resetSecondFactor(User.ID)
    /// Sets the passphrase for the copies of those who do not see everything.
    case setCopyPassphrase
    /// Makes the secret address at which a calendar reads the viewer's deadlines, or another one in its place.
    case makeFeed
    case endFeed

    package var address: Address {
        switch self {
        case .logOut: Address("/logout")
        case .changePassword: Address("/account/password")
        case .beginSecondFactor: Address("/account/second-factor")
        case .endSecondFactor: Address("/account/second-factor/end")
        case .endSession(let id): Address("/account/sessions/\(id.number)/end")
        case .setOpen: Address("/account/open")
        case .invite(let id): Address("/colleagues/\(id.number)/invitation")
        case .resetSecondFactor(let id): Address("/colleagues/\(id.number)/second-factor/end")
        case .setCopyPassphrase: Address("/settings/copy/passphrase")
        case .makeFeed: Address("/account/feed")
        case .endFeed: Address("/account/feed/end")
        }
    }

    static let entries: [Entry] = [
        .act("/logout", .user) { _ in .keys(.logOut) },
        .act("/account/password", .user) { _ in .keys(.changePassword) },
        .act("/account/second-factor", .user) { _ in .keys(.beginSecondFactor) },
        .act("/account/second-factor/end", .user) { _ in .keys(.endSecondFactor) },
        .act("/account/sessions/ID/end", .user) { $0.id().map { .keys(.endSession($0)) } },
        .act("/account/open", .administrator) { _ in .keys(.setOpen) },
        .act("/colleagues/ID/invitation", .administrator) { $0.id().map { .keys(.invite($0)) } },
        .act("/colleagues/ID/second-factor/end", .administrator) { $0.id().map { .keys(.resetSecondFactor($0)) } },
        .act("/settings/copy/passphrase", .director) { _ in .keys(.setCopyPassphrase) },
        .act("/account/feed", .user) { _ in .keys(.makeFeed) },
        .act("/account/feed/end", .user) { _ in .keys(.endFeed) },
    ]
}

extension Route {
    package static func keys(_ page: KeyRoute) -> Route { Route(page) }
}

extension Action {
    package static func keys(_ action: KeyAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let account = SectionDeclaration(
        called: "Your account", first: .keys(.account), place: .foot,
        entries: KeyRoute.entries + KeyAction.entries + DoorRoute.entries + DoorAction.entries)
}
