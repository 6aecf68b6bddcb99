/// Whose people a map shows.
package enum MapScope: Sendable, Hashable {
    /// The desk's most important people, or those of a territory.
    case desk
    /// A client's people, and those around them.
    case client(Client.ID)
    /// A person and those around them.
    case person(Person.ID)
}

/// Where a person stands to us, as the map colours it.
package enum MapSide: String, Wording { case `for`, neutral, against, unknown }

/// What a map is asked for.
package struct MapQuery: Sendable, Hashable {
    package var scope: MapScope
    /// How many ties away from the client's people, or from the person, somebody may be; 0 to 3.
    package var steps: Int
    /// As of which day, nil for today.
    package var day: Day?
    /// From which day on to say what moved; nil: not asked.
    package var since: Day?
    /// The kinds of ties that are drawn; empty: all.
    package var kinds: [TieKind]
    package var flag: PersonListQuery.Flag?
    package var side: MapSide?
    package var territory: String?
    /// Only people with a post there.
    package var organisation: Client.ID?
    /// To whom the stance is; nil: to us.
    package var competitor: String?
    /// To whom an introduction is looked for.
    package var target: Person.ID?
    /// Is the person one who decides a tender, to whom neither family nor friends may introduce us?
    package var decidesTender: Bool

    package init(
        _ scope: MapScope, steps: Int? = nil, day: Day? = nil, since: Day? = nil, kinds: [TieKind] = [],
        flag: PersonListQuery.Flag? = nil, side: MapSide? = nil, territory: String? = nil,
        organisation: Client.ID? = nil, competitor: String? = nil, target: Person.ID? = nil, decidesTender: Bool = false
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
        self.decidesTender = decidesTender
    }

    /// How far a map goes where nobody says.
    package static func steps(of scope: MapScope) -> Int { if case .desk = scope { 0 } else { 1 } }

    /// Does it show fewer people or ties than there are?
    package var isFiltered: Bool {
        !kinds.isEmpty || flag != nil || side != nil || territory != nil || organisation != nil
    }

    package func shows(_ person: MapPerson) -> Bool {
        let isFlagged = flag.map { $0 == .vip ? person.isVip : person.isKol } ?? true
        return isFlagged && (side.map { $0 == person.side } ?? true)
            && person.isThere
    }

    package func draws(_ tie: MapTie) -> Bool { kinds.isEmpty || kinds.contains(tie.kind) }

    /// The same with the question who leads to somebody.
    package func asking(for target: Person.ID) -> MapQuery {
        var query = self
        query.target = target
        query.decidesTender = false
        return query
    }

    /// The same without filters and days: whom the picture is computed of.
    package var picture: MapQuery { MapQuery(scope, steps: steps, territory: territory) }

    /// No map draws more people than this.
    package static let most = 500
}
