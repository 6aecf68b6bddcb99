import Domain
import HTTP

package enum MapRoute: SectionRoute, Equatable {
    case sheet(MapQuery)

    /// The address as text. The map's places are stored under it.
    package var path: String { address.text }

    package var address: Address {
        switch self {
        case .sheet(let query): Address(query.scope.path, query.fields)
        }
    }

    package var section: Section? { .map }

    package var dossier: Client.ID? {
        if case .sheet(let query) = self, case .client(let id) = query.scope { id } else { nil }
    }

    package var record: RecordReference? {
        switch self {
        case .sheet(let query):
            switch query.scope {
            case .client(let id): RecordReference(.client, id)
            case .person(let id): RecordReference(.person, id)
            case .tender(let id): RecordReference(.tender, id)
            case .desk: nil
            }
        }
    }

    package var mayBeLong: Bool { true }

    static let entries: [Entry] = [
        .map("/map") { _ in .desk },
        .map("/clients/ID/map") { $0.id().map { .client($0) } },
        .map("/people/ID/map") { $0.id().map { .person($0) } },
        .map("/tenders/ID/map") { $0.id().map { .tender($0) } },
    ]
}

extension MapScope {
    fileprivate var path: String {
        switch self {
        case .desk: "/map"
        case .client(let id): "/clients/\(id.number)/map"
        case .person(let id): "/people/\(id.number)/map"
        case .tender(let id): "/tenders/\(id.number)/map"
        }
    }
}

extension Entry {
    fileprivate static func map(_ pattern: String, _ scope: @escaping @Sendable (Captures) -> MapScope?) -> Entry {
        Entry.table(pattern, .user) { captures in
            scope(captures).map { .map(.sheet(MapQuery($0, captures))) }
        }.withPicture
    }
}

extension MapQuery {
    fileprivate init(_ scope: MapScope, _ captures: Captures) {
        self.init(
            scope, steps: captures.text("steps").flatMap { Int($0) }, day: captures.day("on"),
            since: captures.day("since"), kinds: captures.words("kind"), flag: captures.word("flag"),
            side: captures.word("side"), territory: scope == .desk ? captures.text("territory") : nil,
            organisation: captures.queryID("at"), competitor: captures.text("competitor"),
            target: captures.queryID("to"), decidesTender: captures.text("tender") != nil,
            showsLoose: captures.text("lone") == "shown", withTables: captures.text("tables") == "yes")
    }

    fileprivate var fields: [(String, String?)] {
        [
            ("steps", steps == MapQuery.steps(of: scope) ? nil : String(steps)), ("on", day?.iso),
            ("since", since?.iso),
        ] + kinds.map { ("kind", $0.rawValue) } + [
            ("flag", flag?.rawValue), ("side", side?.rawValue), ("territory", territory),
            ("at", organisation.map { String($0.number) }), ("competitor", competitor),
            ("to", target.map { String($0.number) }),
            ("tender", decidesTender && MapQuery(scope).decidesTender == false ? "yes" : nil),
            ("lone", scope == .desk && showsLoose ? "shown" : nil), ("tables", withTables ? "yes" : nil),
        ]
    }
}

package enum MapAction: SectionAction, Equatable {
    /// Pins a person to a place on a map, or unpins them. The form holds the map, the person and the place.
    case pin

    package var address: Address { Address("/map/pins") }

    static let entries: [Entry] = [.act("/map/pins", .editor) { _ in .map(.pin) }]
}

extension Route {
    package static func map(_ page: MapRoute) -> Route { Route(page) }
}

extension Action {
    package static func map(_ action: MapAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let map = SectionDeclaration(
        called: "Map", first: .map(.sheet(MapQuery(.desk))),
        entries: MapRoute.entries + MapAction.entries + ExpectedRoute.entries + ExpectedAction.entries)
}
