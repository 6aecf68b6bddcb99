import Domain
import Store

/// The clients of the world and their people.
struct Population {
    /// What other parts need to know of a client.
    struct Member {
        var id: Client.ID
        var kind: ClientKind
        /// What its orders will make of it.
        var status: ClientStatus
        var kam: User.ID
        var people: [Person.ID] = []
    }

    let world: World
    private(set) var members: [Member] = []
    private var random: SplitMix
    /// The named people by their English name. A name is the same person at every client.
    private(set) var known: [String: Person.ID] = [:]

    init(_ world: World) {
        self.world = world
        random = SplitMix(seed: world.seed)
    }

    /// Adds the next client, with its KAM and people.
    mutating func found(_ filling: Filling) throws {
        let place = members.count
        let named = place < NamedClient.all.count ? NamedClient.all[place] : nil
        let (draft, status) = named.map { (self.draft(of: $0), .active) } ?? inventedDraft(place)
        let kam = named == nil ? World.kam(ofClient: place, status) : Desk.owner
        let id = try filling.addClient(draft, kam: kam, from: world.start, at: world.moment(world.start, place))
        var member = Member(id: id, kind: draft.kind, status: status, kam: kam)
        for post in named?.people ?? inventedPeople() {
            member.people.append(try employ(post, at: id, isNamed: named != nil, filling))
        }
        members.append(member)
    }

    private func draft(of client: NamedClient) -> ClientDraft {
        let (town, territory) = Names.towns[client.town]
        let t = world.tongue
        return ClientDraft(
            name: client.name(t), kind: client.kind, inn: inn(61_630_000 + members.count * 37), city: town(t),
            country: country(t), territory: territory(t), segment: client.segment(t),
            parent: client.parent.map { members[$0].id })
    }

    private mutating func inventedDraft(_ place: Int) -> (ClientDraft, ClientStatus) {
        let (town, territory) = Names.towns[random.below(Names.towns.count)]
        let kind = Topic.kinds[random.below(Topic.kinds.count)]
        let t = world.tongue
        let number = place / Topic.kinds.count + 1
        let drawn = [ClientStatus.active, .active, .active, .dormant, .prospect, .prospect][random.below(6)]
        let isLost = random.chance(4)
        // An authority decides over buyers and buys nothing itself.
        let status = kind.kind == .authority ? .prospect : isLost ? .lost : drawn
        let draft = ClientDraft(
            key: "K-\(place + 1)", name: "\(kind.name(t)) \(t == .english ? "No. " : "№ ")\(number), \(town(t))",
            kind: kind.kind, inn: inn(23_010_000 + place), city: town(t), country: country(t),
            territory: territory(t), segment: kind.segment(t),
            lostReason: status == .lost ? Text("Bought by another group", "Куплен другой группой")(t) : nil,
            phone:
                "+7 8\(60 + random.below(40)) \(200 + random.below(700))-\(10 + random.below(90))-\(10 + random.below(90))"
        )
        return (draft, status)
    }

    private mutating func inventedPeople() -> [NamedClient.Post] {
        (0..<1 + random.below(2 * world.people - 1)).map { _ in
            let title = random.pick(Topic.titles)
            let name = Names.person(&random, world.tongue)
            return NamedClient.Post(
                name: Text(name, name), title: title.title, role: title.role,
                isVip: title.role == .decider && random.chance(70),
                isKol: title.role == .influencer && random.chance(40))
        }
    }

    private mutating func employ(
        _ post: NamedClient.Post, at client: Client.ID, isNamed: Bool, _ filling: Filling
    ) throws -> Person.ID {
        let name = post.name.english
        let person = try isNamed ? known[name] ?? meet(post, filling) : meet(post, filling)
        if isNamed { known[name] = person }
        let drawn = world.start - 200 - random.below(2500)
        let since = post.since.map { world.today - $0 } ?? drawn
        let until = !isNamed && random.chance(3) ? world.today + 5 + random.below(60) : nil
        try filling.addPost(
            PostDraft(title: post.title(world.tongue), role: post.role, from: since, to: until), person: person,
            client: client)
        return person
    }

    private mutating func meet(_ post: NamedClient.Post, _ filling: Filling) throws -> Person.ID {
        let birthday =
            random.chance(60)
            ? Day(year: 1958 + random.below(40), month: 1 + random.below(12), day: 1 + random.below(28)) : nil
        return try filling.addPerson(
            PersonDraft(name: post.name(world.tongue), isVip: post.isVip, isKol: post.isKol, birthday: birthday))
    }

    /// A number with a valid check digit.
    private func inn(_ body: Int) -> String? {
        (0...9).lazy.compactMap { TaxNumber.inn(String(body * 10 + 1) + String($0)) }.first
    }

    private let country = Text("Russia", "Россия")
}
