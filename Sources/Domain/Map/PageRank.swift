/// The share of everybody in a rank that flows along links by their weight (Brin, Page 1998), as networkx defines it.
package struct PageRank: Sendable {
    /// How much of a rank flows on; the rest begins anew.
    static let damping = 0.85

    /// One per person, together 1.
    package let shares: [Double]
    /// The weight of all links of a person.
    private let weights: [Double]

    /// What begins anew, and the rank of whoever has no link, goes to everybody in proportion to `restart`: not negative, not all
    /// zero; nil is evenly.
    package init(_ network: Network, restart: [Double]? = nil) {
        let count = network.count
        let given = restart ?? Array(repeating: 1, count: count)
        let total = given.reduce(0, +)
        let restart = given.map { $0 / total }
        let weights = (0..<count).map { network.links(from: $0).reduce(0) { $0 + $1.weight } }
        var shares = Array(repeating: 1 / Double(count), count: count)
        var change = count == 0 ? 0 : 1.0
        var rounds = 0
        // The change shrinks by the damping each round: 1e-12 is reached before 200.
        while change > 1e-12, rounds < 500 {
            let dangling = (0..<count).reduce(0) { weights[$1] == 0 ? $0 + shares[$1] : $0 }
            let anew = PageRank.damping * dangling + 1 - PageRank.damping
            var next = restart.map { anew * $0 }
            for link in network.links {
                next[link.to] += PageRank.damping * shares[link.from] * link.weight / weights[link.from]
            }
            change = zip(shares, next).reduce(0) { $0 + abs($1.0 - $1.1) }
            shares = next
            rounds += 1
        }
        self.shares = shares
        self.weights = weights
    }

    /// How much of the rank of whom the link goes to comes along it, 0 to 1.
    package func part(of link: Network.Link) -> Double {
        PageRank.damping * shares[link.from] * link.weight / weights[link.from] / shares[link.to]
    }
}
