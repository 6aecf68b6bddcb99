/// A map's page: the picture, and all that it says in words.
package struct MapSheet: Sendable, Encodable {
    /// The name of the client, the person or the territory; nil for the desk's map.
    package var title: String?
    package var day: Day
    package var people: [DrawnPerson]
    package var ties: [MapTie]
    /// How close the people are to colleagues.
    package var closeness: [Closeness]
    /// The decision roles of the client for which nobody is known; empty for other maps.
    package var emptySeats: [DecisionRole]
    /// The decision roles with known people, none of whom is loyal or close to a colleague.
    package var distantSeats: [DistantSeat]
    /// Who at the client could introduce us to somebody in an empty seat; nil if nobody there is loyal or close to a colleague.
    package var introducer: Introducer?
    /// The balance of power at the client or in the territory over the two years before the day. Empty for other maps, and if nobody has
    /// been judged.
    package var balance: [Balance]
    /// What is expected of the balance; nil for other maps, and for a viewer who does not see the dossier.
    package var outlook: Outlook?
    /// The changes since the chosen day, the newest first; nil if none was chosen.
    package var changes: [MapMove]?
    package var answers: MapAnswers
    package var headline: MapHeadline
    /// How many people without ties the map leaves out, or would leave out if it were not asked to show them.
    package var loose: Int
    /// True if there are more people than are drawn.
    package var isCut: Bool
    package var drawing: MapDrawing
    /// The choices in the page's form.
    package var choices: MapChoices
    /// The clients with people on the map, by name.
    package let organisations: [Named<Client>]
    /// The names of the people who are on the map, or were on the day since which changes are shown.
    private let names: [Person.ID: String]

    /// `before` is the material for the day since which changes are shown, and `moves` are these changes.
    package init(
        _ material: MapMaterial, before: MapMaterial?, _ moves: [MapMove]?, balance: [Balance], _ outlook: Outlook?,
        _ choices: MapChoices, _ query: MapQuery, _ kept: MapPlaces, on day: Day, by viewer: User.ID
    ) {
        self.balance = balance
        self.outlook = outlook
        self.choices = choices
        organisations = Dictionary(material.people.compactMap(\.client).map { ($0.id, $0) }) { first, _ in first }
            .values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        changes = moves?.newestFirst
        let news = MapNews((moves ?? []).map(\.change))
        let loose = query.scope == .desk ? material.loose : []
        self.loose = loose.count
        let called = Set(news.gone.flatMap { [$0.from, $0.to] } + [query.target].compactMap { $0 })
        let drawn = query.showsLoose ? material : material.without(loose.subtracting(called))
        let people = drawn.people.filter(query.shows)
        let shown = Set(people.map(\.id))
        ties = drawn.ties.filter { shown.contains($0.from) && shown.contains($0.to) && query.draws($0) }
        closeness = material.closeness.filter { shown.contains($0.person) }
        answers = MapAnswers(
            people, ties, closeness, to: query.target, decidesTender: query.decidesTender, me: viewer)
        drawing = MapDrawing(drawn, news, kept, query, lit: MapWay(answers.introduction, or: query.target))
        // A picture with somebody who is there for this question only is not the one to keep.
        if !query.showsLoose && !loose.isDisjoint(with: called) { drawing.fresh = nil }
        names = Dictionary(
            ((before?.people ?? []) + material.people).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        title = material.title
        self.day = day
        self.people = drawing.people.sorted { $0.person.id < $1.person.id }
        isCut = material.isCut
        if case .client(let id) = query.scope {
            let seated = material.people.filter { $0.client?.id == id && $0.role != nil }
            let near = Set(material.closeness.filter { $0.step >= .loyal }.map(\.person))
            let byRole = Dictionary(grouping: seated) { $0.role! }
            emptySeats = DecisionRole.allCases.filter { byRole[$0] == nil }
            distantSeats = DecisionRole.allCases.compactMap { role in
                guard let holders = byRole[role], !holders.contains(where: { near.contains($0.id) }) else { return nil }
                return holders.max { ($0.power ?? 0, $1.id) < ($1.power ?? 0, $0.id) }.map {
                    DistantSeat(role: role, person: Named(id: $0.id, name: $0.name))
                }
            }
            let there = Dictionary(
                material.people.filter { $0.client?.id == id }.map { ($0.id, $0.name) },
                uniquingKeysWith: { first, _ in first })
            introducer = Introducer.best(
                material.closeness.compactMap { one in
                    there[one.person].map {
                        Introducer(person: Named(id: one.person, name: $0), user: one.user, step: one.step)
                    }
                }, for: viewer)
            headline = MapHeadline(people, answers, emptySeats: emptySeats.count, changes ?? [])
        } else {
            (emptySeats, distantSeats, introducer) = ([], [], nil)
            headline = MapHeadline(people, answers, emptySeats: nil, changes ?? [])
        }
    }

    /// The highest step of the ladder that a person has with any colleague.
    package func step(of person: Person.ID) -> LadderStep {
        closeness.lazy.filter { $0.person == person }.map(\.step).max() ?? .none
    }

    package func name(of person: Person.ID) -> String {
        names[person] ?? ""
    }

    private enum CodingKeys: String, CodingKey {
        case title, day, people, ties, closeness, emptySeats, distantSeats, introducer, balance, outlook, changes,
            answers,
            headline,
            loose, isCut
    }
}

/// A role in the decision whose holders are neither loyal nor close to any of us.
package struct DistantSeat: Sendable, Equatable, Encodable {
    package var role: DecisionRole
    /// The one of them with the most power.
    package var person: Named<Person>

    package init(role: DecisionRole, person: Named<Person>) {
        self.role = role
        self.person = person
    }
}
