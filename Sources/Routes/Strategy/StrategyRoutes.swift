import Domain
import HTTP

/// The strategy for a client, line by line.
package enum StrategyRoute: SectionRoute, Equatable {
    case sheet(Client.ID)
    /// The agenda of a yearly review, and the form for what was decided.
    case review(Client.ID)
    case new(Client.ID, StrategyTopic)
    case edit(StrategyLine.ID)
    case delete(StrategyLine.ID)

    package var address: Address {
        switch self {
        case .sheet(let id): Address("/clients/\(id.number)/strategy")
        case .review(let id): Address("/clients/\(id.number)/review")
        case .new(let id, let topic):
            Address("/clients/\(id.number)/strategy/new", [("topic", topic.rawValue)])
        case .edit(let id): Address("/strategy/\(id.number)/edit")
        case .delete(let id): Address("/strategy/\(id.number)/delete")
        }
    }

    package var section: Section? { .clients }

    package var record: RecordReference? {
        switch self {
        case .sheet(let id), .review(let id), .new(let id, _): RecordReference(.client, id)
        case .edit(let id), .delete(let id): RecordReference(.strategyLine, id)
        }
    }

    package var dossier: Client.ID? { if case .sheet(let id) = self { id } else { nil } }

    package var mayBeLong: Bool {
        switch self {
        case .sheet, .review: true
        case .new, .edit, .delete: false
        }
    }

    static let entries: [Entry] = [
        .page("/clients/ID/strategy", .user) { $0.id().map { .strategy(.sheet($0)) } },
        .form("/clients/ID/review", .user) { $0.id().map { .strategy(.review($0)) } },
        .form("/clients/ID/strategy/new", .editor) { captures in
            captures.id().map { .strategy(.new($0, captures.word("topic") ?? .situation)) }
        },
        .form("/strategy/ID/edit", .editor) { $0.id().map { .strategy(.edit($0)) } },
        .form("/strategy/ID/delete", .editor) { $0.id().map { .strategy(.delete($0)) } },
    ]
}

package enum StrategyAction: SectionAction, Equatable {
    case add(Client.ID)
    case holdReview(Client.ID)
    case change(StrategyLine.ID)
    /// It is still so.
    case confirm(StrategyLine.ID)
    case delete(StrategyLine.ID)

    package var address: Address {
        switch self {
        case .add(let id): Address("/clients/\(id.number)/strategy")
        case .holdReview(let id): Address("/clients/\(id.number)/review")
        case .change(let id): Address("/strategy/\(id.number)")
        case .confirm(let id): Address("/strategy/\(id.number)/confirm")
        case .delete(let id): Address("/strategy/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/clients/ID/strategy", .editor) { $0.id().map { .strategy(.add($0)) } },
        .act("/clients/ID/review", .editor) { $0.id().map { .strategy(.holdReview($0)) } },
        .act("/strategy/ID", .editor) { $0.id().map { .strategy(.change($0)) } },
        .act("/strategy/ID/confirm", .editor) { $0.id().map { .strategy(.confirm($0)) } },
        .act("/strategy/ID/delete", .editor) { $0.id().map { .strategy(.delete($0)) } },
    ]
}

extension Route {
    package static func strategy(_ page: StrategyRoute) -> Route { Route(page) }
}

extension Action {
    package static func strategy(_ action: StrategyAction) -> Action { Action(action) }
}

extension StrategyTopic {
    /// The page on which a client's lines of the topic stand.
    package func home(_ client: Client.ID) -> Route {
        self == .level ? .evidence(.sheet(client)) : .strategy(.sheet(client))
    }
}
