/// What a client list is asked for. Lists are ordered by name and paged by key.
package struct ClientListQuery: Sendable, Equatable, Hashable {
    package var text: String?
    package var status: ClientStatus?
    package var kind: ClientKind?
    package var territory: String?
    package var kam: User.ID?
    /// Rows after (or, going back, before) this place.
    package var place: ListPlace?

    package init(
        text: String? = nil, status: ClientStatus? = nil, kind: ClientKind? = nil, territory: String? = nil,
        kam: User.ID? = nil, place: ListPlace? = nil
    ) {
        self.text = text
        self.status = status
        self.kind = kind
        self.territory = territory
        self.kam = kam
        self.place = place
    }

    package var isFiltered: Bool { text != nil || status != nil || kind != nil || territory != nil || kam != nil }

    package func at(_ place: ListPlace?) -> ClientListQuery {
        var query = self
        query.place = place
        return query
    }
}

/// A place in a list ordered by name: the last row of one page, from where the next goes on.
package struct ListPlace: Sendable, Equatable, Hashable, Encodable {
    package enum Direction: String, Sendable, Encodable { case after, before }

    package var direction: Direction
    /// The name as it sorts.
    package var name: String
    package var id: Int64

    package init(_ direction: Direction, name: String, id: Int64) {
        self.direction = direction
        self.name = name
        self.id = id
    }
}

/// A client as a row of a list.
package struct ClientRow: Sendable, Equatable, Encodable {
    package var id: Client.ID
    package var name: String
    package var kind: ClientKind
    package var city: String?
    package var territory: String?
    package var status: ClientStatus
    /// The KAM in charge today, nil where there is none.
    package var kam: String?
    package var people: Int
    package var lastContact: Day?
    /// The earliest open matter's day, nil where none is dated.
    package var nextDue: Day?

    package init(
        id: Client.ID, name: String, kind: ClientKind, city: String?, territory: String?, status: ClientStatus,
        kam: String?, people: Int, lastContact: Day?, nextDue: Day?
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.city = city
        self.territory = territory
        self.status = status
        self.kam = kam
        self.people = people
        self.lastContact = lastContact
        self.nextDue = nextDue
    }
}

/// One page of the client list, with what its filters offer.
package struct ClientList: Sendable, Encodable {
    package var rows: [ClientRow]
    /// Where the page before and the page after begin, nil at the ends.
    package var earlier: ListPlace?
    package var later: ListPlace?
    package var territories: [String]
    package var kams: [User]

    package init(rows: [ClientRow], earlier: ListPlace?, later: ListPlace?, territories: [String], kams: [User]) {
        self.rows = rows
        self.earlier = earlier
        self.later = later
        self.territories = territories
        self.kams = kams
    }

    private enum CodingKeys: String, CodingKey { case rows, earlier, later }
}

/// The form of a name by which lists sort: without case, quotation marks and leading punctuation, "ё" as "е".
package func sortingName(_ name: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
        switch scalar {
        case "ё": out.append("е")
        case "«", "»", "\"", "“", "”", "„", "'", "’": continue
        default: out.append(scalar)
        }
    }
    return trimmed(String(out))
}
