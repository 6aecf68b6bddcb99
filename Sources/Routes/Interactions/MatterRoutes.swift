import Domain
import HTTP

package enum MatterRoute: SectionRoute, Equatable {
    case edit(Matter.ID)
    case delete(Matter.ID)
    /// Asks why it is dropped, and whether they know.
    case drop(Matter.ID)

    package var address: Address {
        switch self {
        case .edit(let id): Address("/matters/\(id.number)/edit")
        case .delete(let id): Address("/matters/\(id.number)/delete")
        case .drop(let id): Address("/matters/\(id.number)/drop")
        }
    }

    package var section: Section? { .clients }

    package var record: RecordReference? {
        switch self {
        case .edit(let id), .delete(let id), .drop(let id): RecordReference(.matter, id)
        }
    }

    static let entries: [Entry] = [
        .form("/matters/ID/edit", .editor) { $0.id().map { .matters(.edit($0)) } },
        .form("/matters/ID/delete", .editor) { $0.id().map { .matters(.delete($0)) } },
        .form("/matters/ID/drop", .editor) { $0.id().map { .matters(.drop($0)) } },
    ]
}

package enum MatterAction: SectionAction, Equatable {
    case change(Matter.ID)
    case settle(Matter.ID)
    case reopen(Matter.ID)
    case drop(Matter.ID)
    case delete(Matter.ID)

    package var address: Address {
        switch self {
        case .change(let id): Address("/matters/\(id.number)")
        case .settle(let id): Address("/matters/\(id.number)/done")
        case .reopen(let id): Address("/matters/\(id.number)/open")
        case .drop(let id): Address("/matters/\(id.number)/drop")
        case .delete(let id): Address("/matters/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/matters/ID", .editor) { $0.id().map { .matters(.change($0)) } },
        .act("/matters/ID/done", .editor) { $0.id().map { .matters(.settle($0)) } },
        .act("/matters/ID/open", .editor) { $0.id().map { .matters(.reopen($0)) } },
        .act("/matters/ID/drop", .editor) { $0.id().map { .matters(.drop($0)) } },
        .act("/matters/ID/delete", .editor) { $0.id().map { .matters(.delete($0)) } },
    ]
}

extension Route {
    package static func matters(_ page: MatterRoute) -> Route { Route(page) }
}

extension Action {
    package static func matters(_ action: MatterAction) -> Action { Action(action) }
}
