import Domain
import HTTP

package enum EventRoute: SectionRoute, Equatable {
    case list(EventListQuery)
    case new
    case sheet(Event.ID)
    case edit(Event.ID)
    case delete(Event.ID)
    case newGuest(Event.ID)
    case newTalk(Event.ID)
    /// Invites one person; the form asks to which event.
    case invitation(Person.ID)
    case editGuest(Guest.ID)
    case deleteGuest(Guest.ID)
    case editTalk(Talk.ID)
    case deleteTalk(Talk.ID)

    package var address: Address {
        switch self {
        case .list(let query):
            Address("/events", [("kind", query.kind?.rawValue)] + (query.place.map { [$0.field] } ?? []))
        case .new: Address("/events/new")
        case .sheet(let id): Address("/events/\(id.number)")
        case .edit(let id): Address("/events/\(id.number)/edit")
        case .delete(let id): Address("/events/\(id.number)/delete")
        case .newGuest(let id): Address("/events/\(id.number)/guests/new")
        case .newTalk(let id): Address("/events/\(id.number)/talks/new")
        case .invitation(let id): Address("/people/\(id.number)/events/new")
        case .editGuest(let id): Address("/guests/\(id.number)/edit")
        case .deleteGuest(let id): Address("/guests/\(id.number)/delete")
        case .editTalk(let id): Address("/talks/\(id.number)/edit")
        case .deleteTalk(let id): Address("/talks/\(id.number)/delete")
        }
    }

    package var section: Section? { .events }

    package var record: RecordReference? {
        switch self {
        case .list, .new: nil
        case .sheet(let id), .edit(let id), .delete(let id), .newGuest(let id), .newTalk(let id):
            RecordReference(.event, id)
        case .invitation(let id): RecordReference(.person, id)
        case .editGuest(let id), .deleteGuest(let id): RecordReference(.guest, id)
        case .editTalk(let id), .deleteTalk(let id): RecordReference(.talk, id)
        }
    }

    package var mayBeLong: Bool { if case .sheet = self { true } else { false } }

    static let entries: [Entry] = [
        .table("/events", .user) {
            .events(.list(EventListQuery(kind: $0.word("kind"), place: $0.dayPlace)))
        },
        .form("/events/new", .editor) { _ in .events(.new) },
        .table("/events/ID", .user) { $0.id().map { .events(.sheet($0)) } },
        .form("/events/ID/edit", .editor) { $0.id().map { .events(.edit($0)) } },
        .form("/events/ID/delete", .editor) { $0.id().map { .events(.delete($0)) } },
        .form("/events/ID/guests/new", .editor) { $0.id().map { .events(.newGuest($0)) } },
        .form("/events/ID/talks/new", .editor) { $0.id().map { .events(.newTalk($0)) } },
        .form("/people/ID/events/new", .editor) { $0.id().map { .events(.invitation($0)) } },
        .form("/guests/ID/edit", .editor) { $0.id().map { .events(.editGuest($0)) } },
        .form("/guests/ID/delete", .editor) { $0.id().map { .events(.deleteGuest($0)) } },
        .form("/talks/ID/edit", .editor) { $0.id().map { .events(.editTalk($0)) } },
        .form("/talks/ID/delete", .editor) { $0.id().map { .events(.deleteTalk($0)) } },
    ]
}

package enum EventAction: SectionAction, Equatable {
    case add
    case change(Event.ID)
    case delete(Event.ID)
    case invite(Event.ID)
    case addTalk(Event.ID)
    /// Invites the person to the event chosen in the form.
    case inviteTo(Person.ID)
    case changeGuest(Guest.ID)
    /// Sets what came of an invitation, with one press.
    case setStanding(Guest.ID)
    case deleteGuest(Guest.ID)
    case changeTalk(Talk.ID)
    case deleteTalk(Talk.ID)

    package var address: Address {
        switch self {
        case .add: Address("/events")
        case .change(let id): Address("/events/\(id.number)")
        case .delete(let id): Address("/events/\(id.number)/delete")
        case .invite(let id): Address("/events/\(id.number)/guests")
        case .addTalk(let id): Address("/events/\(id.number)/talks")
        case .inviteTo(let id): Address("/people/\(id.number)/events")
        case .changeGuest(let id): Address("/guests/\(id.number)")
        case .setStanding(let id): Address("/guests/\(id.number)/standing")
        case .deleteGuest(let id): Address("/guests/\(id.number)/delete")
        case .changeTalk(let id): Address("/talks/\(id.number)")
        case .deleteTalk(let id): Address("/talks/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/events", .editor) { _ in .events(.add) },
        .act("/events/ID", .editor) { $0.id().map { .events(.change($0)) } },
        .act("/events/ID/delete", .editor) { $0.id().map { .events(.delete($0)) } },
        .act("/events/ID/guests", .editor) { $0.id().map { .events(.invite($0)) } },
        .act("/events/ID/talks", .editor) { $0.id().map { .events(.addTalk($0)) } },
        .act("/people/ID/events", .editor) { $0.id().map { .events(.inviteTo($0)) } },
        .act("/guests/ID", .editor) { $0.id().map { .events(.changeGuest($0)) } },
        .act("/guests/ID/standing", .editor) { $0.id().map { .events(.setStanding($0)) } },
        .act("/guests/ID/delete", .editor) { $0.id().map { .events(.deleteGuest($0)) } },
        .act("/talks/ID", .editor) { $0.id().map { .events(.changeTalk($0)) } },
        .act("/talks/ID/delete", .editor) { $0.id().map { .events(.deleteTalk($0)) } },
    ]
}

extension Route {
    package static func events(_ page: EventRoute) -> Route { Route(page) }
}

extension Action {
    package static func events(_ action: EventAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let events = SectionDeclaration(
        called: "Events", first: .events(.list(EventListQuery())),
        forms: [.init(called: "New event", short: "Event", .editor, .events(.new))],
        records: [.event: { .events(.sheet(.init($0))) }],
        commands: [
            .event: { number in
                [
                    .init(called: "Invite", .events(.newGuest(.init(number)))),
                    .init(called: "Add a talk", .events(.newTalk(.init(number)))),
                    .init(called: "Edit", .events(.edit(.init(number)))),
                    .init(called: "Delete", .events(.delete(.init(number)))),
                ]
            }
        ],
        entries: EventRoute.entries + EventAction.entries)
}
