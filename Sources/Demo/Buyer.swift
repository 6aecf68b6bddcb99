import Domain

/// How a client buys and pays.
struct Buyer {
    /// How it settles invoices, in days behind the day on which they are due.
    enum Habit {
        case prompt, slow, late

        func delay(_ random: inout SplitMix) -> Int {
            switch self {
            case .prompt: random.below(6) - 3
            // A paper is forgotten now and then.
            case .slow: random.chance(4) ? 40 : 2 + random.below(11)
            case .late: 35 + random.below(50)
            }
        }
    }

    /// Days from one order to the next.
    var interval: Int
    /// What a line is worth about, in roubles.
    var size: Int
    /// What it buys, by the places among `Goods.all`.
    var basket: [Int] = []
    /// Nil: it pays before the goods leave, and is sent no invoice.
    var habit: Habit?
    /// It has ordered nothing since.
    var last: Day?
    /// From that day on it orders far less.
    var falls: Day?
    /// The place of a distributor through which it buys now and then.
    var payer: Int?

    /// Nil for one that does not buy: an authority, or a client that we would like to have.
    init?(_ place: Int, in population: Population, _ random: inout SplitMix) {
        let (member, world) = (population.members[place], population.world)
        guard member.status != .prospect, member.kind != .authority else { return nil }
        if place < NamedClient.all.count {
            self = Buyer(named: place, world)
        } else {
            // A few buy much and often, most a little and seldom.
            let (often, much) = (Double(random.below(1000)) / 1000, Double(random.below(1000)) / 1000)
            interval = max(2, Int(365 / (3 + Buyer.rate * often * often * often)))
            size = 20_000 + Int(1_300_000 * much * much * much * much)
            habit = random.chance(20) ? random.chance(5) ? .late : random.chance(25) ? .slow : .prompt : nil
            switch member.status {
            case .dormant: last = world.today - 190 - random.below(world.length / 2)
            case .lost: last = world.today - 100 - random.below(world.length / 2)
            default:
                if random.chance(3) { last = world.today - 3 * interval - 15 }
                if random.chance(3) { falls = world.today - 130 }
            }
        }
        choose(for: member.kind, place, &random)
    }

    /// The yearly orders of the few that buy most often, beyond three; it makes about 17 a year for an average client.
    private static let rate = 93.0

    private init(named place: Int, _ world: World) {
        let (often, much) = [(12, 900), (52, 2_700), (40, 350), (30, 500), (60, 400), (0, 0), (16, 200), (70, 1_200)][
            place]
        interval = 365 / max(1, often)
        size = much * 1000
        switch place {
        case 1: habit = .slow
        case 2:
            habit = .late
            payer = 7
        case 3:
            habit = .prompt
            falls = world.today - 130
        case 6:
            habit = .prompt
            last = world.today - 3 * interval - 15
        default: habit = .prompt
        }
    }

    private mutating func choose(for kind: ClientKind, _ place: Int, _ random: inout SplitMix) {
        let fitting = Goods.all.indices.filter { Goods.all[$0].fits.contains(kind) && Goods.all[$0].cost != nil }
        let count = 4 + random.below(5)
        // The oncology centre buys what its name says.
        let first = place == 1 ? 0 : random.below(fitting.count)
        basket = (0..<count).map { fitting[(first + $0) % fitting.count] }
        // What has no known cost is bought by a few only, or hardly any income would be known.
        if place == 4 || (place >= NamedClient.all.count && random.chance(6)) {
            basket += Goods.all.indices.filter { Goods.all[$0].fits.contains(kind) && Goods.all[$0].cost == nil }
        }
    }
}
