/// Which people a map shows.
package enum MapScope: Sendable, Hashable {
    /// The most important people of the desk or of a territory.
    case desk
    /// A client's people and the people around them.
    case client(Client.ID)
    /// A person and the people around them.
    case person(Person.ID)
    /// Those who decide on a tender and the people around them.
    case tender(Tender.ID)

    var isOfTender: Bool { if case .tender = self { true } else { false } }
}

/// A person's stance towards us, as the map colours it.
package enum MapSide: String, Wording { case `for`, neutral, against, unknown }

/// The request for a map.
package struct MapQuery: Sendable, Hashable {
    package var scope: MapScope
    /// The most ties between somebody and the client's people, or the person; 0 to 3.
    package var steps: Int
    /// The day of the map; nil means today.
    package var day: Day?
    /// The day since which changes are shown; nil shows none.
    package var since: Day?
    /// The kinds of ties to draw; empty means all.
    package var kinds: [TieKind]
    package var flag: PersonListQuery.Flag?
    package var side: MapSide?
    package var territory: String?
    /// Only people with a post at this client.
    package var organisation: Client.ID?
    /// The competitor towards whom the stance is shown; nil means towards us.
    package var competitor: String?
    /// The person to whom an introduction is looked for.
    package var target: Person.ID?
    /// True if the target decides a tender. Then family and friends may not introduce us.
    package var decidesTender: Bool
    /// True if the desk's map draws people without ties too. Other maps always do.
    package var showsLoose: Bool
    /// True if the page shows its tables unfolded, and prints them after the picture.
    package var withTables: Bool

    package init(
        _ scope: MapScope, steps: Int? = nil, day: Day? = nil, since: Day? = nil, kinds: [TieKind] = [],
        flag: PersonListQuery.Flag? = nil, side: MapSide? = nil, territory: String? = nil,
        organisation: Client.ID? = nil, competitor: String? = nil, target: Person.ID? = nil,
        decidesTender: Bool = false, showsLoose: Bool = false, withTables: Bool = false
    ) {
        self.scope = scope
        self.steps = min(max(steps ?? MapQuery.steps(of: scope), 0), 3)
        self.day = day?.withinReason
        self.since = since?.withinReason
        self.kinds = kinds
        self.flag = flag
        self.side = side
        self.territory = territory
        self.organisation = organisation
        self.competitor = competitor
        self.target = target
        self.decidesTender = decidesTender || scope.isOfTender
        self.showsLoose = scope != .desk || showsLoose
        self.withTables = withTables
    }

    /// The number of steps if none is chosen.
    package static func steps(of scope: MapScope) -> Int { if case .desk = scope { 0 } else { 1 } }

    /// True if it shows fewer people or ties than there are.
    package var isFiltered: Bool {
        !kinds.isEmpty || flag != nil || side != nil || territory != nil || organisation != nil
    }

    package func shows(_ person: MapPerson) -> Bool {
        let isFlagged = flag.map { $0 == .vip ? person.isVip : person.isKol } ?? true
        return isFlagged && (side.map { $0 == person.side } ?? true)
            && person.isThere
    }

    package func draws(_ tie: MapTie) -> Bool { kinds.isEmpty || kinds.contains(tie.kind) }

    /// The same map, asking who can introduce us to a person.
    package func asking(for target: Person.ID) -> MapQuery {
        var query = self
        query.target = target
        query.decidesTender = scope.isOfTender
        return query
    }

    /// The same map without filters and days. Places are computed for all of its people.
    package var picture: MapQuery { MapQuery(scope, steps: steps, territory: territory, showsLoose: showsLoose) }

    /// The same map with its tables, or without them.
    package func withTables(_ isWith: Bool) -> MapQuery {
        var query = self
        query.withTables = isWith
        return query
    }

    /// The most people that a map draws.
    package static let most = 500
}
