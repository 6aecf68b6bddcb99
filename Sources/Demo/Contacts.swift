import Domain
import Store

/// Conversations and promises, day by day.
struct Contacts {
    static let contactsAYear = 7

    let world: World
    private var random: SplitMix
    /// The clients that we speak with on each day, by index; days count from the world's start.
    private var plan: [[Int32]]
    private let topics: [ClientKind: [Topic]]

    init(_ world: World, with population: Population) {
        self.world = world
        random = SplitMix(seed: world.seed &+ 1)
        plan = Array(repeating: [], count: world.length)
        topics = Dictionary(
            uniqueKeysWithValues: ClientKind.allCases.map { kind in
                (kind, Topic.all.filter { $0.isTalkedOf(with: kind) })
            })
        for place in population.members.indices {
            // We speak with some clients often, with others rarely.
            let count =
                world.years * (place < NamedClient.all.count ? 20 : 2 + random.below(2 * Contacts.contactsAYear - 4))
            for _ in 0..<count {
                let day = world.workday(world.start + 1 + random.below(world.length - 1))
                plan[day - world.start].append(Int32(place))
            }
        }
    }

    /// Adds all conversations of a day.
    mutating func happen(on day: Day, in population: Population, _ filling: Filling) throws {
        for (sequence, place) in plan[day - world.start].enumerated() {
            let member = population.members[Int(place)]
            try speak(with: member, on: day, at: world.moment(day, sequence), filling)
        }
    }

    private mutating func speak(
        with member: Population.Member, on day: Day, at moment: Moment, _ filling: Filling
    ) throws {
        let t = world.tongue
        let topic = random.pick(topics[member.kind] ?? Topic.all)
        var present = member.people.isEmpty ? [] : [random.pick(member.people), random.pick(member.people)].sorted()
        if present.first == present.last { present = Array(present.prefix(1)) }
        let interaction = try filling.logInteraction(
            InteractionDraft(
                client: member.id, kind: topic.kind, day: day, topic: topic.about(t), note: nil,
                mood: random.chance(30) ? random.pick(Mood.allCases) : nil, isConfidential: random.chance(5),
                people: present), by: member.kam, at: moment)
        for (side, text) in [(Side.ours, topic.ours), (.theirs, topic.theirs)] {
            guard let text, random.chance(60) else { continue }
            let due = day + 3 + random.below(25)
            // Nearly all promises that fell due are kept; a few are late.
            let kept = max(day, due - random.below(4))
            let isKept = kept < world.today && (due < world.today - 30 || random.chance(80))
            try filling.addMatter(
                MatterDraft(side: side, text: text(t), due: due, person: present.first), client: member.id,
                interaction: interaction, doneOn: isKept ? kept : nil, by: member.kam, at: moment)
        }
    }
}
