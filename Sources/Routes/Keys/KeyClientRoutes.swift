import Domain
import HTTP

/// Key clients: who they are, why, and whose.
package enum KeyClientRoute: SectionRoute, Equatable {
    case list(KeyQuery)
    /// What we did for whom, and what of it may be told.
    case references(ReferenceQuery)

    package var address: Address {
        switch self {
        case .list(let query):
            Address(
                "/keys",
                [
                    ("level", query.level?.rawValue), ("kam", query.kam.map { String($0.number) }),
                    ("by", query.order == .income ? nil : query.order.rawValue),
                ])
        case .references(let query):
            Address("/references", [("segment", query.segment), ("for", query.isForOutsiders ? "outside" : nil)])
        }
    }

    package var section: Section? { .keys }

    package var record: RecordReference? { nil }

    static let entries: [Entry] = [
        .page("/keys", .user) {
            .keyClients(
                .list(KeyQuery(level: $0.word("level"), kam: $0.queryID("kam"), order: $0.word("by") ?? .income)))
        },
        .page("/references", .user) {
            .keyClients(
                .references(ReferenceQuery(segment: $0.text("segment"), isForOutsiders: $0.text("for") == "outside")))
        },
    ]
}

extension Route {
    package static func keyClients(_ page: KeyClientRoute) -> Route { Route(page) }
}

extension SectionDeclaration {
    static let keys = SectionDeclaration(
        called: "Key clients", first: .keyClients(.list(KeyQuery())),
        pages: [.init(called: "References", .keyClients(.references(ReferenceQuery())))],
        entries: KeyClientRoute.entries + EvidenceRoute.entries + EvidenceAction.entries + StrategyRoute.entries
            + StrategyAction.entries + InvestmentRoute.entries + InvestmentAction.entries)
}
