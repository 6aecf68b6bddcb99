/// What we did for clients who are a name, and what of it may be told. (Domain section 1, definition 3.)
package struct ReferenceSheet: Sendable, Encodable {
    /// A reference card: a client of whom what we did, its result and the permission to cite are all known.
    package struct Card: Sendable, Encodable {
        package var client: Named<Client>
        package var kind: ClientKind
        package var segment: String?
        package var territory: String?
        package var scope: EvidenceDraft
        package var result: EvidenceDraft
        package var permission: EvidenceDraft

        package init(
            client: Named<Client>, kind: ClientKind, segment: String?, territory: String?, scope: EvidenceDraft,
            result: EvidenceDraft, permission: EvidenceDraft
        ) {
            (self.client, self.kind, self.segment, self.territory) = (client, kind, segment, territory)
            (self.scope, self.result, self.permission) = (scope, result, permission)
        }

        /// What an outsider may read of it; nil if nothing: only a confirmed permission that still holds permits anything.
        package func citation(on day: Day) -> Citation? {
            guard permission.grade == .confirmed, permission.holds(on: day) else { return nil }
            return permission.permits ?? .hidden
        }
    }

    package var query: ReferenceQuery
    package var today: Day
    /// All segments of the cards, by name.
    package var segments: [String]
    /// Those of the chosen segment, by name; for outsiders those that may be cited.
    package var cards: [Card]

    package init(_ query: ReferenceQuery, today: Day, all: [Card]) {
        (self.query, self.today) = (query, today)
        segments = Set(all.compactMap(\.segment)).sorted()
        cards = all.filter { card in
            (query.segment == nil || card.segment == query.segment)
                && (!query.isForOutsiders || card.citation(on: today) != nil)
        }
    }
}

/// Which references the page shows, and for whom.
package struct ReferenceQuery: Sendable, Equatable, Encodable {
    package var segment: String?
    package var isForOutsiders: Bool

    package init(segment: String? = nil, isForOutsiders: Bool = false) {
        (self.segment, self.isForOutsiders) = (segment, isForOutsiders)
    }
}

extension ReferenceSheet.Card {
    /// The card that a client's evidence makes, the newest first; nil if a part of it is not there.
    package init?(
        _ client: Named<Client>, _ kind: ClientKind, segment: String?, territory: String?, _ known: [EvidenceDraft]
    ) {
        func latest(_ kind: EvidenceKind) -> EvidenceDraft? { known.first { $0.kind == kind } }
        guard let scope = latest(.scope), let result = latest(.result), let permission = latest(.permission) else {
            return nil
        }
        self.init(
            client: client, kind: kind, segment: segment, territory: territory, scope: scope, result: result,
            permission: permission)
    }
}
