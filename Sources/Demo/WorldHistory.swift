import Domain
import Store

/// What happens in the world: first its clients and their people, then day by day what is said and promised.
struct WorldHistory {
    static let contactsAYear = 7

    /// A contact with the client at a place.
    struct Event {
        var day: Day
        var client: Int
        var topic: Topic
    }

    let world: World
    let start: Day
    private var random: SplitMix
    private var ids: [Client.ID] = []
    private var kinds: [ClientKind] = []
    private var people: [[Person.ID]] = []
    private var known: [String: Person.ID] = [:]
    /// The matters that are done on a day to come, and the day up to which all have been.
    private var promised: [Day: [Matter.ID]] = [:]
    private var settled: Day

    init(_ world: World) {
        self.world = world
        start = world.today - world.years * 365
        settled = start
        random = SplitMix(seed: world.seed)
    }

    /// Adds the client at a place, with its KAM and people.
    mutating func found(_ place: Int, _ write: WriteTransaction) throws {
        let named = place < NamedClient.all.count ? NamedClient.all[place] : nil
        let draft = named.map { self.draft(of: $0) } ?? inventedDraft(place)
        // The owner holds the named clients and every fourth of the others.
        let kam = named != nil || place % 4 == 0 ? User.ID(1) : User.ID(Int64(2 + place % 2))
        ids.append(try write.addClient(draft, kam: kam))
        kinds.append(draft.kind)
        people.append([])
        for post in named?.people ?? inventedPeople(draft.kind) { try employ(post, at: place, write) }
    }

    private func draft(of client: NamedClient) -> ClientDraft {
        let (town, territory) = Names.towns[client.town]
        return ClientDraft(
            name: client.name(world.tongue), kind: client.kind, inn: inn(61_630_000 + ids.count * 37),
            city: town(world.tongue),
            country: country(world.tongue), territory: territory(world.tongue), segment: client.segment(world.tongue),
            status: client.status, parent: client.parent.map { ids[$0] })
    }

    private mutating func inventedDraft(_ place: Int) -> ClientDraft {
        let (town, territory) = Names.towns[random.below(Names.towns.count)]
        let kind = Topic.kinds[random.below(Topic.kinds.count)]
        let t = world.tongue
        let number = place / Topic.kinds.count + 1
        let status = [ClientStatus.active, .active, .active, .dormant, .prospect, .prospect][random.below(6)]
        let isLost = random.chance(4)
        return ClientDraft(
            key: "K-\(place + 1)", name: "\(kind.name(t)) \(t == .english ? "No. " : "№ ")\(number), \(town(t))",
            kind: kind.kind,
            inn: inn(23_010_000 + place), city: town(t), country: country(t), territory: territory(t),
            segment: kind.segment(t),
            status: isLost ? .lost : status,
            lostReason: isLost ? Text("Bought by another group", "Куплен другой группой")(t) : nil,
            phone:
                "+7 8\(60 + random.below(40)) \(200 + random.below(700))-\(10 + random.below(90))-\(10 + random.below(90))"
        )
    }

    private mutating func inventedPeople(_ kind: ClientKind) -> [NamedClient.Post] {
        (0..<1 + random.below(4)).map { _ in
            let title = random.pick(Topic.titles)
            let name = Names.person(&random, world.tongue)
            return NamedClient.Post(
                name: Text(name, name), title: title.title, role: title.role,
                isVip: title.role == .decider && random.chance(70),
                isKol: title.role == .influencer && random.chance(40))
        }
    }

    private mutating func employ(_ post: NamedClient.Post, at place: Int, _ write: WriteTransaction) throws {
        let name = post.name(world.tongue)
        let person: Person.ID
        // The named people are one person wherever they stand; the others may share a name.
        if place < NamedClient.all.count, let known = known[name] {
            person = known
        } else {
            let birthday =
                random.chance(60)
                ? Day(year: 1958 + random.below(40), month: 1 + random.below(12), day: 1 + random.below(28)) : nil
            person = try write.addPerson(
                PersonDraft(name: name, isVip: post.isVip, isKol: post.isKol, birthday: birthday))
            known[name] = person
        }
        let since = start - 200 - random.below(2500)
        let until = place >= NamedClient.all.count && random.chance(3) ? world.today + 5 + random.below(60) : nil
        try write.addPost(
            PostDraft(title: post.title(world.tongue), role: post.role, from: since, to: until), person: person,
            client: ids[place])
        people[place].append(person)
    }

    /// All contacts of all clients, in the order of their days.
    mutating func events() -> [Event] {
        let length = world.today - start
        var events: [Event] = []
        for client in 0..<world.clients {
            // A client that is spoken with often and one that is not.
            let count =
                world.years
                * (client < NamedClient.all.count ? 20 : 2 + random.below(2 * WorldHistory.contactsAYear - 4))
            let topics = Topic.all.filter { $0.isTalkedOf(with: kinds[client]) }
            for _ in 0..<count {
                let day = start + 1 + random.below(length)
                events.append(Event(day: workday(day), client: client, topic: random.pick(topics)))
            }
        }
        return events.sorted { ($0.day, $0.client) < ($1.day, $1.client) }
    }

    /// The day, or the Friday before a weekend.
    private func workday(_ day: Day) -> Day {
        switch day.weekday {
        case .saturday: max(start, day - 1)
        case .sunday: max(start, day - 2)
        default: day
        }
    }

    mutating func happen(_ event: Event, _ write: WriteTransaction) throws {
        let (t, topic) = (world.tongue, event.topic)
        let all = people[event.client]
        let present = all.isEmpty ? [] : Array(Set([random.pick(all), random.pick(all)])).sorted()
        let interaction = try write.logInteraction(
            InteractionDraft(
                client: ids[event.client], kind: topic.kind, day: event.day, topic: topic.about(t), note: nil,
                mood: random.chance(30) ? random.pick(Mood.allCases) : nil, isConfidential: random.chance(5),
                people: present))
        for (side, text) in [(Side.ours, topic.ours), (.theirs, topic.theirs)] {
            guard let text, random.chance(60) else { continue }
            let due = event.day + 3 + random.below(25)
            let matter = try write.addMatter(
                MatterDraft(side: side, text: text(t), due: due, person: present.first), client: ids[event.client],
                interaction: interaction)
            // Nearly all that fell due has been kept; a few promises are late.
            let kept = max(event.day, due - random.below(4))
            if kept < world.today && (due < world.today - 30 || random.chance(80)) {
                promised[kept, default: []].append(matter)
            }
        }
    }

    /// Keeps the promises that are kept up to a day.
    mutating func keepPromises(until last: Day, _ write: WriteTransaction) throws {
        while settled < last {
            for matter in promised.removeValue(forKey: settled) ?? [] {
                try write.at(world.moment(settled, 28_000), on: settled).setDone(matter, true)
            }
            settled = settled + 1
        }
    }

    /// A number whose check digit holds.
    private func inn(_ body: Int) -> String? {
        (0...9).lazy.compactMap { TaxNumber.inn(String(body * 10 + 1) + String($0)) }.first
    }

    private let country = Text("Russia", "Россия")
}
