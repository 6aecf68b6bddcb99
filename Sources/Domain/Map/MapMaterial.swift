/// The data that a map is drawn from: the people, their posts and their ties on one day.
package struct MapMaterial: Sendable {
    /// The client's or the person's name; nil for the desk's map.
    package var title: String?
    /// At most `MapQuery.most`, by their numbers.
    package var people: [MapPerson]
    /// The ties between these people that hold on the day, by their numbers.
    package var ties: [MapTie]
    /// How close colleagues are to people, in the order of people and colleagues.
    package var closeness: [Closeness]
    /// True if there are more people than are drawn.
    package var isCut: Bool

    package init(title: String?, people: [MapPerson], ties: [MapTie], closeness: [Closeness], isCut: Bool) {
        self.title = title
        self.people = people
        self.ties = ties
        self.closeness = closeness
        self.isCut = isCut
    }
}

/// The choices for narrowing a map.
package struct MapChoices: Sendable {
    /// The territories of the desk's clients, at most 200; empty for other maps.
    package var territories: [String]
    /// The competitors towards whom somebody on the map has a stance.
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
    /// The post under which the map shows them: one at the map's client if they have one there.
    package var title: String?
    package var client: Named<Client>?
    package var role: DecisionRole?
    /// 0 to 5; nil if nobody has judged it.
    package var power: Int?
    /// The stance towards us, or towards the chosen competitor: -2 to 2; nil if nobody has judged it.
    package var stance: Int?
    /// True if the viewer sees more of the person than the name.
    package var isKnown: Bool
    /// True if the person holds a post at the client to which the map is narrowed, or if the map is not narrowed to one.
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

/// How close a colleague is to a person.
package struct Closeness: Sendable, Equatable, Encodable {
    package var person: Person.ID
    package var user: Named<User>
    package var step: LadderStep
    /// When a head confirmed it.
    package var confirmedOn: Day?

    package init(person: Person.ID, user: Named<User>, step: LadderStep, confirmedOn: Day? = nil) {
        self.person = person
        self.user = user
        self.step = step
        self.confirmedOn = confirmedOn
    }
}
