/// How a client list is sorted.
package enum ClientOrder: String, Wording {
    case name
    /// By income of twelve full months, the greatest first.
    case income
    /// The greatest debt first.
    case overdue
    /// The latest contact first.
    case contact
}

/// The request for a client list. It is paged by key.
package struct ClientListQuery: Sendable, Equatable, Hashable {
    package var text: String?
    package var status: ClientStatus?
    package var kind: ClientKind?
    package var territory: String?
    package var kam: User.ID?
    /// Only clients at risk by this rule.
    package var risk: Risk.Rule?
    package var order: ClientOrder
    /// Rows after this place, or before it when going back.
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

    /// The first page of the same list in another order.
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

/// A place in a list: the sort value and id of the row at the edge of a page.
package struct ListPlace: Sendable, Equatable, Hashable, Encodable {
    package enum Direction: String, Sendable, Encodable { case after, before }

    package var direction: Direction
    /// The name for sorting, or another sort value as text.
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
    /// Nil if the viewer knows the client by name only. The same holds for the standing.
    package var status: ClientStatus?
    /// The KAM in charge today; nil when there is none.
    package var kam: String?
    package var standing: Standing?
    package var lastContact: Day?
    /// The earliest due day of an open matter; nil if no open matter has one.
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

    /// The city, unless the client's name has it already.
    package var cityUnnamed: String? { city.flatMap { holds(name, $0) ? nil : $0 } }
}

/// The page of a client that the viewer knows by name only.
package struct NamedClientSheet: Sendable, Encodable {
    package var client: Named<Client>
    package var kind: ClientKind
    package var city: String?
    /// The KAM in charge; nil when there is none.
    package var kam: String?

    package init(client: Named<Client>, kind: ClientKind, city: String?, kam: String?) {
        self.client = client
        self.kind = kind
        self.city = city
        self.kam = kam
    }
}

/// What clients bring and owe: sales of twelve full months, and undisputed overdue debt.
package struct Standing: Sendable, Equatable, Encodable {
    package var year: SalesFigures
    package var overdue: Money

    package init(turnover: Money, income: Money, unknown: Money, overdue: Money) {
        year = SalesFigures(turnover: turnover, knownIncome: income, unknown: unknown, through: .zero)
        self.overdue = overdue
    }
}

/// One page of the client list, with the choices for its filters.
package struct ClientList: Sendable, Encodable {
    package var rows: [ClientRow]
    /// The sum over all clients that pass the filters, on all pages.
    package var total: Standing
    /// Where the previous and the next page begin; nil at the ends.
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

/// The form of a name by which lists sort: without case, quotation marks and leading punctuation, and with "е" for "ё".
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
