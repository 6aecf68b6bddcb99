/// A map's page: the picture, and all that it says in words.
package struct MapSheet: Sendable, Encodable {
    /// The client's, the person's or the territory's name; nil of the desk's map.
    package var title: String?
    package var day: Day
    package var people: [DrawnPerson]
    package var ties: [MapTie]
    /// How close the people are to whom of us.
    package var closeness: [Closeness]
    /// The roles in the client's decisions in which nobody is known; of a client's map only.
    package var emptySeats: [DecisionRole]
    /// Those in which somebody is known, and nobody of them is loyal or close to one of us.
    package var distantSeats: [DecisionRole]
    /// The balance of power at the client or in the territory over the two years before the day; empty of other maps, and where nobody
    /// has been judged yet.
    package var balance: [Balance]
    /// What is expected of it; nil of other maps, and for whoever does not see the dossier.
    package var outlook: Outlook?
    /// What is otherwise than on the day that was asked for; nil where none was.
    package var changes: [MapChange]?
    package var answers: MapAnswers
    /// There are more people than are drawn.
    package var isCut: Bool
    package var drawing: MapDrawing
    /// What the page's form offers.
    package var choices: MapChoices
    /// Of whom somebody is on the map, by name.
    package let organisations: [Named<Client>]
    /// Of whoever is on the map or was on the day since which changes are told.
    private let names: [Person.ID: String]

    /// `before` is the material as of the day since which the changes are asked for.
    package init(
        _ material: MapMaterial, before: MapMaterial?, balance: [Balance], _ outlook: Outlook?, _ choices: MapChoices,
        _ query: MapQuery, _ kept: MapPlaces, on day: Day, by viewer: User.ID
    ) {
        self.balance = balance
        self.outlook = outlook
        self.choices = choices
        organisations = Dictionary(material.people.compactMap(\.client).map { ($0.id, $0) }) { first, _ in first }
            .values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        changes = before.map { MapChange.all(from: $0, to: material) }
        drawing = MapDrawing(material, changes ?? [], kept, query)
        names = Dictionary(
            ((before?.people ?? []) + material.people).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        title = material.title
        self.day = day
        people = drawing.people.sorted { $0.person.id < $1.person.id }
        ties = drawing.ties.filter { !$0.isGone }.map(\.tie)
        let shown = Set(people.map(\.person.id))
        closeness = material.closeness.filter { shown.contains($0.person) }
        isCut = material.isCut
        answers = MapAnswers(
            people.map(\.person), ties, closeness, to: query.target, decidesTender: query.decidesTender, me: viewer)
        if case .client(let id) = query.scope {
            let seated = material.people.filter { $0.client?.id == id && $0.role != nil }
            let near = Set(material.closeness.filter { $0.step >= .loyal }.map(\.person))
            let (taken, close) = (
                Set(seated.map { $0.role! }), Set(seated.filter { near.contains($0.id) }.map { $0.role! })
            )
            emptySeats = DecisionRole.allCases.filter { !taken.contains($0) }
            distantSeats = DecisionRole.allCases.filter { taken.contains($0) && !close.contains($0) }
        } else {
            (emptySeats, distantSeats) = ([], [])
        }
    }

    /// The step of the ladder that a person stands on with whoever of us is the closest.
    package func step(of person: Person.ID) -> LadderStep {
        closeness.lazy.filter { $0.person == person }.map(\.step).max() ?? .none
    }

    package func name(of person: Person.ID) -> String {
        names[person] ?? ""
    }

    private enum CodingKeys: String, CodingKey {
        case title, day, people, ties, closeness, emptySeats, distantSeats, balance, outlook, changes, answers, isCut
    }
}
