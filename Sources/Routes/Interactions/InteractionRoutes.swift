import Domain
import HTTP

package enum InteractionRoute: SectionRoute, Equatable {
    /// A form for an interaction with a client, a person, or both.
    case new(Client.ID?, Person.ID?)
    /// The same form, filled in from one typed line.
    case line(String, Client.ID?)
    case sheet(Interaction.ID)
    case edit(Interaction.ID)
    case delete(Interaction.ID)

    package var address: Address {
        switch self {
        case .new(let client, let person):
            Address(
                "/interactions/new",
                [("client", client.map { String($0.number) }), ("person", person.map { String($0.number) })])
        case .line(let text, let client):
            Address("/interactions/new", [("line", text), ("client", client.map { String($0.number) })])
        case .sheet(let id): Address("/interactions/\(id.number)")
        case .edit(let id): Address("/interactions/\(id.number)/edit")
        case .delete(let id): Address("/interactions/\(id.number)/delete")
        }
    }

    package var section: Section? { .clients }

    package var record: RecordReference? {
        switch self {
        case .new, .line: nil
        case .sheet(let id), .edit(let id), .delete(let id): RecordReference(.interaction, id)
        }
    }

    static let entries: [Entry] = [
        .form("/interactions/new", .editor) { captures in
            let client: Client.ID? = captures.queryID("client")
            guard let line = captures.text("line") else {
                return .interactions(.new(client, captures.queryID("person")))
            }
            return .interactions(.line(line, client))
        },
        .page("/interactions/ID", .user) { $0.id().map { .interactions(.sheet($0)) } },
        .form("/interactions/ID/edit", .editor) { $0.id().map { .interactions(.edit($0)) } },
        .form("/interactions/ID/delete", .editor) { $0.id().map { .interactions(.delete($0)) } },
    ]
}

package enum InteractionAction: SectionAction, Equatable {
    case log
    case change(Interaction.ID)
    case delete(Interaction.ID)

    package var address: Address {
        switch self {
        case .log: Address("/interactions")
        case .change(let id): Address("/interactions/\(id.number)")
        case .delete(let id): Address("/interactions/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/interactions", .editor) { _ in .interactions(.log) },
        .act("/interactions/ID", .editor) { $0.id().map { .interactions(.change($0)) } },
        .act("/interactions/ID/delete", .editor) { $0.id().map { .interactions(.delete($0)) } },
    ]
}

extension Route {
    package static func interactions(_ page: InteractionRoute) -> Route { Route(page) }
}

extension Action {
    package static func interactions(_ action: InteractionAction) -> Action { Action(action) }
}
