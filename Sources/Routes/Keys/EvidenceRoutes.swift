import Domain
import HTTP

/// Why a client is key: the evidence, definition by definition.
package enum EvidenceRoute: SectionRoute, Equatable {
    case sheet(Client.ID)
    case new(Client.ID, KeyDefinition?)
    case edit(Evidence.ID)
    case delete(Evidence.ID)

    package var address: Address {
        switch self {
        case .sheet(let id): Address("/clients/\(id.number)/keys")
        case .new(let id, let definition):
            Address("/clients/\(id.number)/evidence/new", [("definition", definition?.rawValue)])
        case .edit(let id): Address("/evidence/\(id.number)/edit")
        case .delete(let id): Address("/evidence/\(id.number)/delete")
        }
    }

    package var section: Section? { .keys }

    package var record: RecordReference? {
        switch self {
        case .sheet(let id), .new(let id, _): RecordReference(.client, id)
        case .edit(let id), .delete(let id): RecordReference(.evidence, id)
        }
    }

    package var dossier: Client.ID? { if case .sheet(let id) = self { id } else { nil } }

    static let entries: [Entry] = [
        .page("/clients/ID/keys", .user) { $0.id().map { .evidence(.sheet($0)) } },
        .form("/clients/ID/evidence/new", .editor) { captures in
            captures.id().map { .evidence(.new($0, captures.word("definition"))) }
        },
        .form("/evidence/ID/edit", .editor) { $0.id().map { .evidence(.edit($0)) } },
        .form("/evidence/ID/delete", .editor) { $0.id().map { .evidence(.delete($0)) } },
    ]
}

package enum EvidenceAction: SectionAction, Equatable {
    case add(Client.ID)
    case change(Evidence.ID)
    /// It is still so.
    case confirm(Evidence.ID)
    case delete(Evidence.ID)

    package var address: Address {
        switch self {
        case .add(let id): Address("/clients/\(id.number)/evidence")
        case .change(let id): Address("/evidence/\(id.number)")
        case .confirm(let id): Address("/evidence/\(id.number)/confirm")
        case .delete(let id): Address("/evidence/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/clients/ID/evidence", .editor) { $0.id().map { .evidence(.add($0)) } },
        .act("/evidence/ID", .editor) { $0.id().map { .evidence(.change($0)) } },
        .act("/evidence/ID/confirm", .editor) { $0.id().map { .evidence(.confirm($0)) } },
        .act("/evidence/ID/delete", .editor) { $0.id().map { .evidence(.delete($0)) } },
    ]
}

extension Route {
    package static func evidence(_ page: EvidenceRoute) -> Route { Route(page) }
}

extension Action {
    package static func evidence(_ action: EvidenceAction) -> Action { Action(action) }
}
