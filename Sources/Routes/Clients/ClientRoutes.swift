import Domain
import HTTP

package enum ClientRoute: SectionRoute, Equatable {
    case list(ClientListQuery)
    case new
    case sheet(Client.ID)
    /// The dossier as it stood on a past day.
    case past(Client.ID, Day)
    /// The dossier for printing.
    case print(Client.ID, PrintChoice)
    /// The one-page brief for a meeting.
    case brief(Client.ID)
    case editBrief(Client.ID)
    case edit(Client.ID)
    case handover(Client.ID)
    case delete(Client.ID)
    case people(Client.ID)
    case newPerson(Client.ID)
    case interactions(Client.ID, DayPlace?)
    case matters(Client.ID)
    case newMatter(Client.ID)
    case money(Client.ID)
    case history(Client.ID, HistoryQuery)
    /// Who has read, printed or exported a confidential dossier.
    case readings(Client.ID, HistoryQuery)

    package var address: Address {
        switch self {
        case .list(let query):
            Address(
                "/clients",
                [
                    ("q", query.text), ("status", query.status?.rawValue), ("kind", query.kind?.rawValue),
                    ("territory", query.territory), ("kam", query.kam.map { String($0.number) }),
                    ("risk", query.risk?.rawValue), ("order", query.order == .name ? nil : query.order.rawValue),
                ] + (query.place.map { [$0.field] } ?? []))
        case .new: Address("/clients/new")
        case .sheet(let id): Address("/clients/\(id.number)")
        case .past(let id, let day): Address("/clients/\(id.number)", [("on", day.iso)])
        case .print(let id, let choice):
            Address(
                "/clients/\(id.number)/print",
                (choice.sections == PrintChoice.usual ? [] : choice.sections.map { ("section", $0.rawValue) })
                    + [("since", choice.since?.iso)])
        case .brief(let id): Address("/clients/\(id.number)/brief")
        case .editBrief(let id): Address("/clients/\(id.number)/brief/edit")
        case .edit(let id): Address("/clients/\(id.number)/edit")
        case .handover(let id): Address("/clients/\(id.number)/handover")
        case .delete(let id): Address("/clients/\(id.number)/delete")
        case .people(let id): Address("/clients/\(id.number)/people")
        case .newPerson(let id): Address("/clients/\(id.number)/people/new")
        case .interactions(let id, let place):
            Address("/clients/\(id.number)/interactions", place.map { [$0.field] } ?? [])
        case .matters(let id): Address("/clients/\(id.number)/matters")
        case .newMatter(let id): Address("/clients/\(id.number)/matters/new")
        case .money(let id): Address("/clients/\(id.number)/money")
        case .history(let id, let query): Address("/clients/\(id.number)/history", query.fields)
        case .readings(let id, let query): Address("/clients/\(id.number)/readings", query.fields)
        }
    }

    /// The client whose dossier the page shows; nil if none.
    package var client: Client.ID? {
        switch self {
        case .list, .new: nil
        case .sheet(let id), .past(let id, _), .print(let id, _), .brief(let id), .editBrief(let id), .edit(let id),
            .handover(let id),
            .delete(let id), .people(let id), .newPerson(let id), .interactions(let id, _), .matters(let id),
            .newMatter(let id), .money(let id), .history(let id, _), .readings(let id, _):
            id
        }
    }

    package var section: Section? { .clients }

    package var record: RecordReference? {
        switch self {
        case .list, .new: nil
        case .sheet(let id), .past(let id, _), .print(let id, _), .brief(let id), .editBrief(let id), .edit(let id),
            .handover(let id), .delete(let id), .people(let id), .newPerson(let id),
            .interactions(let id, _), .matters(let id), .newMatter(let id), .money(let id),
            .history(let id, _), .readings(let id, _):
            RecordReference(.client, id)
        }
    }

    package var dossier: Client.ID? {
        switch self {
        case .people, .interactions, .matters, .money, .history, .readings: client
        default: nil
        }
    }

    package var mayBeLong: Bool {
        switch self {
        case .past, .print, .people, .matters: true
        default: false
        }
    }

    package var isPrint: Bool { if case .print = self { true } else { false } }

    static let entries: [Entry] = [
        .table("/clients", .user) {
            .clients(
                .list(
                    ClientListQuery(
                        text: $0.text("q"), status: $0.word("status"), kind: $0.word("kind"),
                        territory: $0.text("territory"),
                        kam: $0.queryID("kam"), risk: $0.word("risk"), order: $0.word("order") ?? .name,
                        place: $0.listPlace)))
        },
        .form("/clients/new", .editor) { _ in .clients(.new) },
        .page("/clients/ID", .user) { captures in
            captures.id().flatMap { id in
                // What is no day is no page, rather than the present.
                guard captures.text("on") != nil else { return .clients(.sheet(id)) }
                return captures.day("on").map { .clients(.past(id, $0)) }
            }
        },
        .form("/clients/ID/print", .user) { captures in
            captures.id().map {
                .clients(.print($0, PrintChoice(captures.words("section"), since: captures.day("since"))))
            }
        },
        .page("/clients/ID/brief", .user) { $0.id().map { .clients(.brief($0)) } },
        .form("/clients/ID/brief/edit", .editor) { $0.id().map { .clients(.editBrief($0)) } },
        .form("/clients/ID/edit", .editor) { $0.id().map { .clients(.edit($0)) } },
        .form("/clients/ID/handover", .editor) { $0.id().map { .clients(.handover($0)) } },
        .form("/clients/ID/delete", .editor) { $0.id().map { .clients(.delete($0)) } },
        .table("/clients/ID/people", .user) { $0.id().map { .clients(.people($0)) } },
        .form("/clients/ID/people/new", .editor) { $0.id().map { .clients(.newPerson($0)) } },
        .table("/clients/ID/interactions", .user) { captures in
            captures.id().map { .clients(.interactions($0, captures.dayPlace)) }
        },
        .table("/clients/ID/matters", .user) { $0.id().map { .clients(.matters($0)) } },
        .form("/clients/ID/matters/new", .editor) { $0.id().map { .clients(.newMatter($0)) } },
        .table("/clients/ID/money", .user) { $0.id().map { .clients(.money($0)) } },
        .page("/clients/ID/history", .user) { captures in
            captures.id().map { .clients(.history($0, captures.history)) }
        },
        .page("/clients/ID/readings", .user) { captures in
            captures.id().map { .clients(.readings($0, captures.history)) }
        },
    ]
}

package enum ClientAction: SectionAction, Equatable {
    case add
    case change(Client.ID)
    case handOver(Client.ID)
    case delete(Client.ID)
    /// A person, known or new, gets a post at the client.
    case addPerson(Client.ID)
    case addMatter(Client.ID)
    /// Saves the notes for the next meeting.
    case prepareBrief(Client.ID)

    package var address: Address {
        switch self {
        case .add: Address("/clients")
        case .change(let id): Address("/clients/\(id.number)")
        case .handOver(let id): Address("/clients/\(id.number)/handover")
        case .delete(let id): Address("/clients/\(id.number)/delete")
        case .addPerson(let id): Address("/clients/\(id.number)/people")
        case .addMatter(let id): Address("/clients/\(id.number)/matters")
        case .prepareBrief(let id): Address("/clients/\(id.number)/brief")
        }
    }

    static let entries: [Entry] = [
        .act("/clients", .editor) { _ in .clients(.add) },
        .act("/clients/ID", .editor) { $0.id().map { .clients(.change($0)) } },
        .act("/clients/ID/handover", .editor) { $0.id().map { .clients(.handOver($0)) } },
        .act("/clients/ID/delete", .editor) { $0.id().map { .clients(.delete($0)) } },
        .act("/clients/ID/people", .editor) { $0.id().map { .clients(.addPerson($0)) } },
        .act("/clients/ID/matters", .editor) { $0.id().map { .clients(.addMatter($0)) } },
        .act("/clients/ID/brief", .editor) { $0.id().map { .clients(.prepareBrief($0)) } },
    ]
}

extension Route {
    package static func clients(_ page: ClientRoute) -> Route { Route(page) }
}

extension Action {
    package static func clients(_ action: ClientAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let clients = SectionDeclaration(
        called: "Clients", first: .clients(.list(ClientListQuery())), tally: { $0.clients },
        pages: [.init(called: "Clients by debt", .clients(.list(ClientListQuery(order: .overdue))))],
        forms: [
            .init(called: "New client", short: "Client", .editor, .clients(.new)),
            .init(called: "Log an interaction", short: "Interaction", .editor, .interactions(.new(nil, nil))),
        ],
        records: [.client: { .clients(.sheet(.init($0))) }, .interaction: { .interactions(.sheet(.init($0))) }],
        commands: [.client: { commands(of: Client.ID($0)) }],
        entries: ClientRoute.entries + ClientAction.entries + InteractionRoute.entries + InteractionAction.entries
            + MatterRoute.entries + MatterAction.entries)
}
