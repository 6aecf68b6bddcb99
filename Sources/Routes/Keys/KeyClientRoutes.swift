import Domain
import HTTP

/// Key clients: who they are, why, and whose.
package enum KeyClientRoute: SectionRoute, Equatable {
    case list(KeyQuery)

    package var address: Address {
        switch self {
        case .list(let query):
            Address("/keys", [("level", query.level?.rawValue), ("kam", query.kam.map { String($0.number) })])
        }
    }

    package var section: Section? { .keys }

    package var record: RecordReference? { nil }

    static let entries: [Entry] = [
        .page("/keys", .user) { .keyClients(.list(KeyQuery(level: $0.word("level"), kam: $0.queryID("kam")))) }
    ]
}

extension Route {
    package static func keyClients(_ page: KeyClientRoute) -> Route { Route(page) }
}

extension SectionDeclaration {
    static let keys = SectionDeclaration(
        called: "Key clients", first: .keyClients(.list(KeyQuery())),
        entries: KeyClientRoute.entries + EvidenceRoute.entries + EvidenceAction.entries)
}
