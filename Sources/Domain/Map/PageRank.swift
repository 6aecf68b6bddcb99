/// The share of each person in a rank that flows along links by their weight (Brin, Page 1998), defined as in networkx.
package struct PageRank: Sendable {
    /// The part of a rank that flows on. The rest is distributed anew.
    static let damping = 0.85

    /// One for each person; the sum is 1.
    package let shares: [Double]
    /// The total weight of each person's links.
    private let weights: [Double]

    /// The part that is distributed anew, and the rank of people without links, goes to everybody in proportion to `restart`. Its values
    /// must not be negative or all zero; nil distributes evenly.
    package init(_ network: Network, restart: [Double]? = nil) {
        let count = network.count
        let given = restart ?? Array(repeating: 1, count: count)
        let total = given.reduce(0, +)
        let restart = given.map { $0 / total }
        let weights = (0..<count).map { network.links(from: $0).reduce(0) { $0 + $1.weight } }
        var shares = Array(repeating: 1 / Double(count), count: count)
        var change = count == 0 ? 0 : 1.0
        var rounds = 0
        // Each round multiplies the change by the damping, so 1e-12 is reached before round 200.
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

    /// The part of the receiver's rank that comes along this link, 0 to 1.
    package func part(of link: Network.Link) -> Double {
        PageRank.damping * shares[link.from] * link.weight / weights[link.from] / shares[link.to]
    }
}
