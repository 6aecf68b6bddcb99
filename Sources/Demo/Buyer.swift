import Domain

/// How a client buys and pays.
struct Buyer {
    /// How many days after the due date it pays its invoices.
    enum Habit {
        case prompt, slow, late

        func delay(_ random: inout SplitMix) -> Int {
            switch self {
            case .prompt: random.below(6) - 3
            // Now and then an invoice is forgotten.
            case .slow: random.chance(4) ? 40 : 2 + random.below(11)
            case .late: 35 + random.below(50)
            }
        }
    }

    /// Days between two orders.
    var interval: Int
    /// The typical value of a line, in roubles.
    var size: Int
    /// What it buys: indices into `Goods.all`.
    var basket: [Int] = []
    /// Nil if it pays before delivery and gets no invoice.
    var habit: Habit?
    /// It has ordered nothing after this day.
    var last: Day?
    /// From this day on it orders much less.
    var falls: Day?
    /// The index of a distributor through which it sometimes buys.
    var payer: Int?

    /// Nil for a client that does not buy: an authority or a prospect.
    init?(_ place: Int, in population: Population, _ random: inout SplitMix) {
        let (member, world) = (population.members[place], population.world)
        guard member.status != .prospect, member.kind != .authority else { return nil }
        if place < NamedClient.all.count {
            self = Buyer(named: place, world)
        } else {
            // A few buy much and often; most buy little and rarely.
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

    /// The orders a year, beyond three, of the most frequent buyers. The average client then has about 17 a year.
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

    /// What earns least of what it buys, of each rouble.
    var poorest: Int {
        func margin(_ place: Int) -> Int {
            let goods = Goods.all[place]
            return goods.cost.map { 1000 * (goods.price - $0) / goods.price } ?? 1000
        }
        return basket.min { margin($0) < margin($1) } ?? 0
    }

    private mutating func choose(for kind: ClientKind, _ place: Int, _ random: inout SplitMix) {
        let fitting = Goods.all.indices.filter { Goods.all[$0].fits.contains(kind) && Goods.all[$0].cost != nil }
        let count = 4 + random.below(5)
        // The oncology centre buys oncology goods first.
        let first = place == 1 ? 0 : random.below(fitting.count)
        basket = (0..<count).map { fitting[(first + $0) % fitting.count] }
        // Few buy goods of unknown cost; otherwise hardly any income would be known.
        if place == 4 || (place >= NamedClient.all.count && random.chance(6)) {
            basket += Goods.all.indices.filter { Goods.all[$0].fits.contains(kind) && Goods.all[$0].cost == nil }
        }
    }
}
