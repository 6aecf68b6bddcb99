import Domain
import HTTP

package enum ExpectedRoute: SectionRoute, Equatable {
    case new(Client.ID)
    case edit(ExpectedChange.ID)
    case delete(ExpectedChange.ID)

    package var address: Address {
        switch self {
        case .new(let id): Address("/clients/\(id.number)/expected/new")
        case .edit(let id): Address("/expected/\(id.number)/edit")
        case .delete(let id): Address("/expected/\(id.number)/delete")
        }
    }

    package var section: Section? { .map }

    package var record: RecordReference? {
        switch self {
        case .new(let id): RecordReference(.client, id)
        case .edit(let id), .delete(let id): RecordReference(.expectedChange, id)
        }
    }

    static let entries: [Entry] = [
        .form("/clients/ID/expected/new", .editor) { $0.id().map { .expected(.new($0)) } },
        .form("/expected/ID/edit", .editor) { $0.id().map { .expected(.edit($0)) } },
        .form("/expected/ID/delete", .editor) { $0.id().map { .expected(.delete($0)) } },
    ]
}

package enum ExpectedAction: SectionAction, Equatable {
    case add(Client.ID)
    case change(ExpectedChange.ID)
    case happened(ExpectedChange.ID)
    /// It did not happen and will not.
    case failed(ExpectedChange.ID)
    /// It is expected again.
    case reopen(ExpectedChange.ID)
    case delete(ExpectedChange.ID)

    package var address: Address {
        switch self {
        case .add(let id): Address("/clients/\(id.number)/expected")
        case .change(let id): Address("/expected/\(id.number)")
        case .happened(let id): Address("/expected/\(id.number)/happened")
        case .failed(let id): Address("/expected/\(id.number)/failed")
        case .reopen(let id): Address("/expected/\(id.number)/open")
        case .delete(let id): Address("/expected/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/clients/ID/expected", .editor) { $0.id().map { .expected(.add($0)) } },
        .act("/expected/ID", .editor) { $0.id().map { .expected(.change($0)) } },
        .act("/expected/ID/happened", .editor) { $0.id().map { .expected(.happened($0)) } },
        .act("/expected/ID/failed", .editor) { $0.id().map { .expected(.failed($0)) } },
        .act("/expected/ID/open", .editor) { $0.id().map { .expected(.reopen($0)) } },
        .act("/expected/ID/delete", .editor) { $0.id().map { .expected(.delete($0)) } },
    ]
}

extension Route {
    package static func expected(_ page: ExpectedRoute) -> Route { Route(page) }
}

extension Action {
    package static func expected(_ action: ExpectedAction) -> Action { Action(action) }
}
