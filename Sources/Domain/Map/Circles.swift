/// Circles of people who have more ties with each other than with the rest. Found by modularity with the Louvain method (Blondel et al.
/// 2008), refined on the way back from the coarse network to the people (Rotta, Noack 2011).
package struct Circles: Sendable, Equatable {
    /// Everybody is in exactly one circle; a person without ties has their own. Sorted by the first person; each circle is in ascending
    /// order.
    package let members: [[Int]]
    /// How much more weight lies inside circles than chance would put there: -0.5 to 1; 0 if there are no links.
    package let modularity: Double

    /// Ignores the direction of links. The result depends on who moves first, so the best of twelve orders is kept.
    package init(of network: Network) {
        let graph = CircleGraph(network)
        var best = Array(0..<network.count)
        var modularity = graph.modularity(of: best)
        for order in CircleGraph.Order.all {
            let found = graph.circles(order)
            let reached = graph.modularity(of: found)
            guard reached > modularity + 1e-9 else { continue }
            (best, modularity) = (found, reached)
        }
        self.init(best, connectedIn: graph)
    }

    /// Circles from ties, without negative ties and ties of rivals.
    package init(count: Int, ties: [InfluenceTie]) {
        self.init(of: .bonds(count: count, ties: ties))
    }

    /// Splits a circle whose people are not connected.
    private init(_ circles: [Int], connectedIn graph: CircleGraph) {
        var isSeen = Array(repeating: false, count: circles.count)
        var members: [[Int]] = []
        for first in circles.indices where !isSeen[first] {
            isSeen[first] = true
            var circle = [first]
            var next = 0
            while next < circle.count {
                for link in graph.neighbours[circle[next]] where circles[link.to] == circles[first] && !isSeen[link.to]
                {
                    isSeen[link.to] = true
                    circle.append(link.to)
                }
                next += 1
            }
            members.append(circle.sorted())
        }
        var connected = circles
        for (number, circle) in members.enumerated() { for person in circle { connected[person] = number } }
        self.members = members
        self.modularity = graph.modularity(of: connected)
    }
}
