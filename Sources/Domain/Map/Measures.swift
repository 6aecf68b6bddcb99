/// How central each person of a network is, defined as in networkx. One number for each person, in order.
package enum Measures {
    /// The share of all others from whom a link comes; 1 for a person alone.
    package static func inDegree(_ network: Network) -> [Double] { outDegree(network.reversed) }

    /// The share of all others to whom a link goes; 1 for a person alone.
    package static func outDegree(_ network: Network) -> [Double] {
        guard network.count > 1 else { return Array(repeating: 1, count: network.count) }
        return (0..<network.count).map { Double(network.links(from: $0).count) / Double(network.count - 1) }
    }

    /// The share of the shortest paths between any two others that pass through a person, 0 to 1 (Brandes 2001). Each link counts as one
    /// step.
    package static func betweenness(_ network: Network) -> [Double] {
        var sums = Array(repeating: 0.0, count: network.count)
        guard network.count > 2 else { return sums }
        for from in 0..<network.count { addWays(from: from, in: network, to: &sums) }
        let pairs = Double((network.count - 1) * (network.count - 2))
        return sums.map { $0 / pairs }
    }

    /// Adds the shares for the shortest paths that begin at `from`.
    private static func addWays(from: Int, in network: Network, to sums: inout [Double]) {
        var steps: [Int?] = Array(repeating: nil, count: network.count)
        var ways = Array(repeating: 0.0, count: network.count)
        var passing = Array(repeating: 0.0, count: network.count)
        var reached = [from]
        (steps[from], ways[from]) = (0, 1)
        var next = 0
        while next < reached.count {
            let person = reached[next]
            next += 1
            for link in network.links(from: person) {
                if steps[link.to] == nil {
                    steps[link.to] = steps[person]! + 1
                    reached.append(link.to)
                }
                if steps[link.to] == steps[person]! + 1 { ways[link.to] += ways[person] }
            }
        }
        for person in reached.reversed() {
            for link in network.links(from: person) where steps[link.to] == steps[person]! + 1 {
                passing[person] += ways[person] / ways[link.to] * (1 + passing[link.to])
            }
            if person != from { sums[person] += passing[person] }
        }
    }
}
