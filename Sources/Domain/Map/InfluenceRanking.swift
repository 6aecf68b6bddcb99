/// Who sways a decision. Everybody passes on their own power, and the power they receive, to the people whose word weighs with them.
package struct InfluenceRanking: Sendable, Equatable {
    /// One person's share in the decision.
    package struct Sway: Sendable, Equatable {
        package var person: Int
        /// The share of the whole, 0 to 1. All people together have 1.
        package var share: Double
        /// The people who give them the most, at most three, the largest first.
        package var givers: [Giver]
        /// How many people give to them, by kind of tie, in the order of the kinds: "three report to her". A person tied in two ways counts
        /// in both.
        package var kinds: [KindCount]
    }

    /// Somebody with whom the receiver's word weighs.
    package struct Giver: Sendable, Equatable {
        package var person: Int
        /// The part of the receiver's share that comes from this giver, 0 to 1. The rest is the receiver's own power.
        package var part: Double
        /// In the order of the kinds; not empty.
        package var kinds: [TieKind]
    }

    /// How many people are tied to a person by a kind of tie.
    package struct KindCount: Sendable, Equatable {
        package var kind: TieKind
        package var people: Int

        package init(kind: TieKind, people: Int) {
            self.kind = kind
            self.people = people
        }
    }

    /// Everybody, the largest share first; equal shares in the order of the list.
    package let sways: [Sway]

    /// `powers` has one value per person: 0 to 5, or nil if unknown.
    package init(powers: [Int?], ties: [InfluenceTie]) {
        let network = Network.influence(count: powers.count, ties: ties).reversed
        let rank = PageRank(network, restart: powers.map(InfluenceRanking.weight))
        let kinds = InfluenceRanking.kinds(of: ties, count: powers.count)
        var givers: [[Giver]] = Array(repeating: [], count: powers.count)
        for link in network.links {
            let shared = kinds[link.to].filter { $0.giver == link.from }.map(\.kind)
            givers[link.to].append(Giver(person: link.from, part: rank.part(of: link), kinds: shared))
        }
        let sways = powers.indices.map { person in
            let most = givers[person].sorted { InfluenceRanking.isBefore(($0.part, $0.person), ($1.part, $1.person)) }
            let counts = TieKind.allCases.map { kind in
                KindCount(kind: kind, people: givers[person].count { $0.kinds.contains(kind) })
            }
            return Sway(
                person: person, share: rank.shares[person], givers: Array(most.prefix(3)),
                kinds: counts.filter { $0.people > 0 })
        }
        self.sways = sways.sorted { InfluenceRanking.isBefore(($0.share, $0.person), ($1.share, $1.person)) }
    }

    /// An unknown power counts as a small one. A person without power may still pass on the word of others.
    private static func weight(_ power: Int?) -> Double {
        guard let power else { return 1 }
        return power == 0 ? 0.2 : Double(power)
    }

    /// Sorts the larger part first, then the earlier person. Parts that differ only by rounding are equal.
    private static func isBefore(_ a: (part: Double, person: Int), _ b: (part: Double, person: Int)) -> Bool {
        (-(a.part * 1e9).rounded(), a.person) < (-(b.part * 1e9).rounded(), b.person)
    }

    /// For each receiver: who gives along which kind of tie, each kind once, in the order of the kinds.
    private static func kinds(of ties: [InfluenceTie], count: Int) -> [[(giver: Int, kind: TieKind)]] {
        var kinds: [[(giver: Int, kind: TieKind)]] = Array(repeating: [], count: count)
        for kind in TieKind.allCases {
            for tie in ties where tie.kind == kind {
                for way in tie.directions where !kinds[way.by].contains(where: { $0 == (way.on, kind) }) {
                    kinds[way.by].append((way.on, kind))
                }
            }
        }
        return kinds
    }
}
