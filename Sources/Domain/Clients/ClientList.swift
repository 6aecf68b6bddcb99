/// What a client list is ordered by.
package enum ClientOrder: String, Wording {
    case name
    /// Of twelve full months, the greatest first.
    case income
    /// The greatest debt first.
    case overdue
    /// The latest contact first.
    case contact
}

/// What a client list is asked for. It is paged by key.
package struct ClientListQuery: Sendable, Equatable, Hashable {
    package var text: String?
    package var status: ClientStatus?
    package var kind: ClientKind?
    package var territory: String?
    package var kam: User.ID?
    /// At risk by this rule.
    package var risk: Risk.Rule?
    package var order: ClientOrder
    /// Rows after (or, going back, before) this place.
    package var place: ListPlace?

    package init(
        text: String? = nil, status: ClientStatus? = nil, kind: ClientKind? = nil, territory: String? = nil,
        kam: User.ID? = nil, risk: Risk.Rule? = nil, order: ClientOrder = .name, place: ListPlace? = nil
    ) {
        self.text = text
        self.status = status
        self.kind = kind
        self.territory = territory
        self.kam = kam
        self.risk = risk
        self.order = order
        self.place = place
    }

    package var isFiltered: Bool {
        text != nil || status != nil || kind != nil || territory != nil || kam != nil || risk != nil
    }

    /// The same list from its beginning in another order.
    package func ordered(by order: ClientOrder) -> ClientListQuery {
        var query = self
        query.order = order
        query.place = nil
        return query
    }

    package func at(_ place: ListPlace?) -> ClientListQuery {
        var query = self
        query.place = place
        return query
    }
}

/// A place in a list ordered by name, or by another value: the last row of one page, from where the next goes on.
package struct ListPlace: Sendable, Equatable, Hashable, Encodable {
    package enum Direction: String, Sendable, Encodable { case after, before }

    package var direction: Direction
    /// The name as it sorts, or the value as text.
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
    /// Nil, as the standing is, of one whom the viewer knows by name only.
    package var status: ClientStatus?
    /// The KAM in charge today, nil where there is none.
    package var kam: String?
    package var standing: Standing?
    package var lastContact: Day?
    /// The earliest open matter's day, nil where none is dated.
    package var nextDue: Day?

    package init(
        id: Client.ID, name: String, kind: ClientKind, city: String?, status: ClientStatus?, kam: String?,
        standing: Standing?,
        lastContact: Day?, nextDue: Day?
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.city = city
        self.status = status
        self.kam = kam
        self.standing = standing
        self.lastContact = lastContact
        self.nextDue = nextDue
    }
}

/// A client whom the viewer knows by name only.
package struct NamedClientSheet: Sendable, Encodable {
    package var client: Named<Client>
    package var kind: ClientKind
    package var city: String?
    /// The KAM in charge, nil where there is none.
    package var kam: String?

    package init(client: Named<Client>, kind: ClientKind, city: String?, kam: String?) {
        self.client = client
        self.kind = kind
        self.city = city
        self.kam = kam
    }
}

/// What clients bring and owe: sales of twelve full months, and undisputed debt past its day.
package struct Standing: Sendable, Equatable, Encodable {
    package var year: SalesFigures
    package var overdue: Money

    package init(turnover: Money, income: Money, unknown: Money, overdue: Money) {
        year = SalesFigures(turnover: turnover, knownIncome: income, unknown: unknown, through: .zero)
        self.overdue = overdue
    }
}

/// One page of the client list, with what its filters offer.
package struct ClientList: Sendable, Encodable {
    package var rows: [ClientRow]
    /// The sum over all clients that the filters leave, on whatever page.
    package var total: Standing
    /// Where the page before and the page after begin, nil at the ends.
    package var earlier: ListPlace?
    package var later: ListPlace?
    package var territories: [String]
    package var kams: [User]

    package init(
        rows: [ClientRow], total: Standing, earlier: ListPlace?, later: ListPlace?, territories: [String], kams: [User]
    ) {
        self.rows = rows
        self.total = total
        self.earlier = earlier
        self.later = later
        self.territories = territories
        self.kams = kams
    }

    private enum CodingKeys: String, CodingKey { case rows, total, earlier, later }
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
