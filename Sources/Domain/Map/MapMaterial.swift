/// What a map is drawn from: the people, their posts and ties as of one day.
package struct MapMaterial: Sendable {
    /// The client's or the person's name, nil for the desk's map.
    package var title: String?
    /// At most `MapQuery.most`, in the order of their numbers.
    package var people: [MapPerson]
    /// Those that hold on the day between two of the people, in the order of their numbers.
    package var ties: [MapTie]
    /// Who of us is how close to whom of them, in the order of people and colleagues.
    package var closeness: [Closeness]
    /// There are more people than are drawn.
    package var isCut: Bool

    package init(title: String?, people: [MapPerson], ties: [MapTie], closeness: [Closeness], isCut: Bool) {
        self.title = title
        self.people = people
        self.ties = ties
        self.closeness = closeness
        self.isCut = isCut
    }
}

/// What is known to narrow a map by.
package struct MapChoices: Sendable {
    /// Those of the desk's clients, at most 200; empty of other maps than the desk's.
    package var territories: [String]
    /// To whom somebody on the map has a stance.
    package var competitors: [String]

    package init(territories: [String] = [], competitors: [String] = []) {
        self.territories = territories
        self.competitors = competitors
    }
}

/// A person on a map.
package struct MapPerson: Sendable, Equatable, Encodable {
    package var id: Person.ID
    package var name: String
    package var isVip: Bool
    package var isKol: Bool
    /// The post under which the map shows them: at its client where they have one there.
    package var title: String?
    package var client: Named<Client>?
    package var role: DecisionRole?
    /// 0 to 5, nil where nobody has said.
    package var power: Int?
    /// -2 to 2 to us, or to the competitor that was asked for; nil where nobody has said.
    package var stance: Int?
    /// Does the viewer see more of them than the name?
    package var isKnown: Bool
    /// Do they hold a post, this or another one, at the client to whose people the map is narrowed? True where it is narrowed to none.
    package var isThere: Bool

    package init(
        id: Person.ID, name: String, isVip: Bool, isKol: Bool, title: String?, client: Named<Client>?,
        role: DecisionRole?, power: Int?, stance: Int?, isKnown: Bool, isThere: Bool = true
    ) {
        self.id = id
        self.name = name
        self.isVip = isVip
        self.isKol = isKol
        self.title = title
        self.client = client
        self.role = role
        self.power = power
        self.stance = stance
        self.isKnown = isKnown
        self.isThere = isThere
    }

    package var side: MapSide {
        guard let stance else { return .unknown }
        return stance > 0 ? .for : stance < 0 ? .against : .neutral
    }
}

/// A tie on a map.
package struct MapTie: Sendable, Equatable, Encodable {
    package var id: Tie.ID
    package var from: Person.ID
    package var to: Person.ID
    package var kind: TieKind
    package var strength: Int
    package var isPositive: Bool
    package var certainty: Certainty
    package var start: Day?
    package var end: Day?
    package var source: String?

    package init(
        id: Tie.ID, from: Person.ID, to: Person.ID, kind: TieKind, strength: Int, isPositive: Bool,
        certainty: Certainty, start: Day?, end: Day?, source: String?
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.kind = kind
        self.strength = strength
        self.isPositive = isPositive
        self.certainty = certainty
        self.start = start
        self.end = end
        self.source = source
    }
}

/// How close one of us is to one of them.
package struct Closeness: Sendable, Equatable, Encodable {
    package var person: Person.ID
    package var user: Named<User>
    package var step: LadderStep

    package init(person: Person.ID, user: Named<User>, step: LadderStep) {
        self.person = person
        self.user = user
        self.step = step
    }
}
