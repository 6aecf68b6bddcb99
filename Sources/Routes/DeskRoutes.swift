import Domain

/// The pages that belong to no feature.
package enum DeskRoute: SectionRoute, Equatable {
    case today
    case search(SearchQuery)
    /// One past act of a user, with a button that undoes it.
    case pastAct(Change.ID)
    /// A record as it was after a line of history, with a button that restores it.
    case pastVersion(Change.ID)
    /// What was deleted within the last days, to bring it back.
    case deleted(DeletedQuery)
    case help

    package var address: Address {
        switch self {
        case .today: Address("/")
        case .search(let query):
            Address(
                "/search",
                [
                    ("q", query.text.isEmpty ? nil : query.text), ("in", query.group?.rawValue),
                    ("go", query.opens ? "1" : nil), ("here", query.here),
                ])
        case .pastAct(let id): Address("/history/\(id.number)/back")
        case .pastVersion(let id): Address("/history/\(id.number)/version")
        case .deleted(let query): Address("/deleted", query.fields)
        case .help: Address("/help")
        }
    }

    package var section: Section? {
        switch self {
        case .today: .today
        case .help: .help
        case .deleted: .settings
        case .search, .pastAct, .pastVersion: nil
        }
    }

    package var record: RecordReference? {
        switch self {
        case .today, .search, .pastAct, .pastVersion, .deleted, .help: nil
        }
    }

    package var mayBeLong: Bool {
        switch self {
        case .pastAct, .pastVersion: true
        default: false
        }
    }
}

package enum DeskAction: SectionAction, Equatable {
    /// Undoes the act to which a line of history belongs.
    case takeBack(Change.ID)
    /// Restores a record to what it was after a line of history.
    case putBack(Change.ID)

    package var address: Address {
        switch self {
        case .takeBack(let id): Address("/history/\(id.number)/back")
        case .putBack(let id): Address("/history/\(id.number)/version")
        }
    }
}

extension Route {
    package static var today: Route { Route(DeskRoute.today) }
    package static var help: Route { Route(DeskRoute.help) }
    package static func deleted(_ query: DeletedQuery = DeletedQuery()) -> Route { Route(DeskRoute.deleted(query)) }
    package static func search(_ text: String) -> Route { search(SearchQuery(text)) }
    package static func search(_ query: SearchQuery) -> Route { Route(DeskRoute.search(query)) }
    package static func pastAct(_ id: Change.ID) -> Route { Route(DeskRoute.pastAct(id)) }
    package static func pastVersion(_ id: Change.ID) -> Route { Route(DeskRoute.pastVersion(id)) }
}

extension Action {
    package static func takeBack(_ id: Change.ID) -> Action { Action(DeskAction.takeBack(id)) }
    package static func putBack(_ id: Change.ID) -> Action { Action(DeskAction.putBack(id)) }
}

extension Captures {
    fileprivate var deleted: DeletedQuery {
        DeletedQuery(
            text: text("q"), subject: (word("kind") as Change.Subject?).flatMap { $0.isListedOnceDeleted ? $0 : nil },
            user: queryID("by"), before: queryID("before"))
    }
}

extension DeletedQuery {
    fileprivate var fields: [(name: String, value: String?)] {
        [
            ("q", text), ("kind", subject?.rawValue), ("by", user.map { String($0.number) }),
            ("before", before.map { String($0.number) }),
        ]
    }
}

extension SectionDeclaration {
    static let today = SectionDeclaration(
        called: "Today", first: .today,
        entries: [
            .page("/", .user, twin: "/today.json") { _ in .today },
            .page("/search", .user, twin: "/search.json") {
                .search(
                    SearchQuery(
                        $0.text("q") ?? "", group: $0.word("in"), opens: $0.query["go"] == "1", here: $0.text("here")))
            },
            .page("/deleted", .user) { .deleted($0.deleted) },
            .form("/history/ID/back", .writer) { $0.id().map { .pastAct($0) } },
            .act("/history/ID/back", .writer) { $0.id().map { .takeBack($0) } },
            .form("/history/ID/version", .writer) { $0.id().map { .pastVersion($0) } },
            .act("/history/ID/version", .writer) { $0.id().map { .putBack($0) } },
        ])

    static let help = SectionDeclaration(
        called: "Help", first: .help, place: .end,
        entries: [.page("/help", .user, twin: "/help.json") { _ in .help }])
}
