import Domain
import HTTP

package enum PersonRoute: SectionRoute, Equatable {
    case list(PersonListQuery)
    case new
    case sheet(Person.ID)
    case edit(Person.ID)
    case delete(Person.ID)
    case newPost(Person.ID)
    case interactions(Person.ID, DayPlace?)
    case history(Person.ID, HistoryQuery)

    package var address: Address {
        switch self {
        case .list(let query):
            Address(
                "/people", [("q", query.text), ("flag", query.flag?.rawValue)] + (query.place.map { [$0.field] } ?? []))
        case .new: Address("/people/new")
        case .sheet(let id): Address("/people/\(id.number)")
        case .edit(let id): Address("/people/\(id.number)/edit")
        case .delete(let id): Address("/people/\(id.number)/delete")
        case .newPost(let id): Address("/people/\(id.number)/posts/new")
        case .interactions(let id, let place):
            Address("/people/\(id.number)/interactions", place.map { [$0.field] } ?? [])
        case .history(let id, let query): Address("/people/\(id.number)/history", query.fields)
        }
    }

    package var section: Section? { .people }

    package var record: RecordReference? {
        switch self {
        case .list, .new: nil
        case .sheet(let id), .edit(let id), .delete(let id), .newPost(let id), .interactions(let id, _),
            .history(let id, _):
            RecordReference(.person, id)
        }
    }

    static let entries: [Entry] = [
        .table("/people", .user) {
            .people(.list(PersonListQuery(text: $0.text("q"), flag: $0.word("flag"), place: $0.listPlace)))
        },
        .form("/people/new", .editor) { _ in .people(.new) },
        .page("/people/ID", .user) { $0.id().map { .people(.sheet($0)) } },
        .form("/people/ID/edit", .editor) { $0.id().map { .people(.edit($0)) } },
        .form("/people/ID/delete", .editor) { $0.id().map { .people(.delete($0)) } },
        .form("/people/ID/posts/new", .editor) { $0.id().map { .people(.newPost($0)) } },
        .page("/people/ID/interactions", .user) { captures in
            captures.id().map { .people(.interactions($0, captures.dayPlace)) }
        },
        .page("/people/ID/history", .user) { captures in
            captures.id().map { .people(.history($0, captures.history)) }
        },
    ]
}

package enum PersonAction: SectionAction, Equatable {
    case add
    case change(Person.ID)
    case delete(Person.ID)
    case addPost(Person.ID)

    package var address: Address {
        switch self {
        case .add: Address("/people")
        case .change(let id): Address("/people/\(id.number)")
        case .delete(let id): Address("/people/\(id.number)/delete")
        case .addPost(let id): Address("/people/\(id.number)/posts")
        }
    }

    static let entries: [Entry] = [
        .act("/people", .editor) { _ in .people(.add) },
        .act("/people/ID", .editor) { $0.id().map { .people(.change($0)) } },
        .act("/people/ID/delete", .editor) { $0.id().map { .people(.delete($0)) } },
        .act("/people/ID/posts", .editor) { $0.id().map { .people(.addPost($0)) } },
    ]
}

extension Route {
    package static func people(_ page: PersonRoute) -> Route { Route(page) }
}

extension Action {
    package static func people(_ action: PersonAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let people = SectionDeclaration(
        called: "People", first: .people(.list(PersonListQuery())), tally: { $0.people },
        forms: [.init(called: "New person", short: "Person", .editor, .people(.new))],
        records: [.person: { .people(.sheet(.init($0))) }],
        commands: [.person: { commands(of: Person.ID($0)) }],
        entries: PersonRoute.entries + PersonAction.entries + PostRoute.entries + PostAction.entries
            + ProfileRoute.entries
            + ProfileAction.entries)
}
