import Domain
import HTTP

/// Signals of money that will move, and the numbers that laws set.
package enum SignalRoute: SectionRoute, Equatable {
    case list
    /// The client is preselected if given.
    case new(Client.ID?)
    case edit(Signal.ID)
    case delete(Signal.ID)
    case rules
    case newRule
    case editRule(LawRule.ID)
    case deleteRule(LawRule.ID)

    package var address: Address {
        switch self {
        case .list: Address("/signals")
        case .new(let client): Address("/signals/new", [("client", client.map { String($0.number) })])
        case .edit(let id): Address("/signals/\(id.number)/edit")
        case .delete(let id): Address("/signals/\(id.number)/delete")
        case .rules: Address("/settings/rules")
        case .newRule: Address("/settings/rules/new")
        case .editRule(let id): Address("/settings/rules/\(id.number)/edit")
        case .deleteRule(let id): Address("/settings/rules/\(id.number)/delete")
        }
    }

    package var section: Section? {
        switch self {
        case .rules, .newRule, .editRule, .deleteRule: .settings
        case .list, .new, .edit, .delete: .tenders
        }
    }

    package var record: RecordReference? {
        switch self {
        case .new(let client): client.map { RecordReference(.client, $0) }
        case .edit(let id), .delete(let id): RecordReference(.signal, id)
        case .editRule(let id), .deleteRule(let id): RecordReference(.lawRule, id)
        case .list, .rules, .newRule: nil
        }
    }

    static let entries: [Entry] = [
        .table("/signals", .user) { _ in .signals(.list) },
        .form("/signals/new", .editor) { .signals(.new($0.queryID("client"))) },
        .form("/signals/ID/edit", .editor) { $0.id().map { .signals(.edit($0)) } },
        .form("/signals/ID/delete", .editor) { $0.id().map { .signals(.delete($0)) } },
        .page("/settings/rules", .user) { _ in .signals(.rules) },
        .form("/settings/rules/new", .lead) { _ in .signals(.newRule) },
        .form("/settings/rules/ID/edit", .lead) { $0.id().map { .signals(.editRule($0)) } },
        .form("/settings/rules/ID/delete", .lead) { $0.id().map { .signals(.deleteRule($0)) } },
    ]
}

package enum SignalAction: SectionAction, Equatable {
    case add
    case change(Signal.ID)
    case delete(Signal.ID)
    case addRule
    case changeRule(LawRule.ID)
    case deleteRule(LawRule.ID)

    package var address: Address {
        switch self {
        case .add: Address("/signals")
        case .change(let id): Address("/signals/\(id.number)")
        case .delete(let id): Address("/signals/\(id.number)/delete")
        case .addRule: Address("/settings/rules")
        case .changeRule(let id): Address("/settings/rules/\(id.number)")
        case .deleteRule(let id): Address("/settings/rules/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/signals", .editor) { _ in .signals(.add) },
        .act("/signals/ID", .editor) { $0.id().map { .signals(.change($0)) } },
        .act("/signals/ID/delete", .editor) { $0.id().map { .signals(.delete($0)) } },
        .act("/settings/rules", .lead) { _ in .signals(.addRule) },
        .act("/settings/rules/ID", .lead) { $0.id().map { .signals(.changeRule($0)) } },
        .act("/settings/rules/ID/delete", .lead) { $0.id().map { .signals(.deleteRule($0)) } },
    ]
}

extension Route {
    package static func signals(_ page: SignalRoute) -> Route { Route(page) }
}

extension Action {
    package static func signals(_ action: SignalAction) -> Action { Action(action) }
}
