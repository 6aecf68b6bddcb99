import Domain
import HTTP

/// How those whom the desk knows get in: their passwords, codes and logins.
package enum KeyRoute: SectionRoute, Equatable {
    case account
    /// Where codes of six digits are set up.
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

/// These take their time, for passwords are hashed, and some answer with a page that is shown once.
package enum KeyAction: SectionAction, Equatable {
    case logOut
    case changePassword
    case beginSecondFactor
    case endSecondFactor
    case endSession(SessionRow.ID)
    /// The owner goes without login on this machine, or not any more.
    case setOpen
    /// A colleague gets a one-time way in.
    case invite(User.ID)
    /// A colleague who has lost their telephone and the codes for its loss is asked for none any more.
    case resetSecondFactor(User.ID)
    /// Copies for those who do not see everything are sealed under other words.
    case setCopyPassphrase

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
