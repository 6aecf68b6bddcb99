/// How central each person of a network is, by the definitions of networkx. One number per person, in their order.
package enum Measures {
    /// From how many of the others a link comes, as a share of all others; 1 for somebody alone.
    package static func inDegree(_ network: Network) -> [Double] { outDegree(network.reversed) }

    /// To how many of the others a link goes, as a share of all others; 1 for somebody alone.
    package static func outDegree(_ network: Network) -> [Double] {
        guard network.count > 1 else { return Array(repeating: 1, count: network.count) }
        return (0..<network.count).map { Double(network.links(from: $0).count) / Double(network.count - 1) }
    }

    /// The share of the shortest ways between any two others, 0 to 1, on which somebody stands (Brandes 2001); links count as one step each.
    package static func betweenness(_ network: Network) -> [Double] {
        var sums = Array(repeating: 0.0, count: network.count)
        guard network.count > 2 else { return sums }
        for from in 0..<network.count { addWays(from: from, in: network, to: &sums) }
        let pairs = Double((network.count - 1) * (network.count - 2))
        return sums.map { $0 / pairs }
    }

    /// For everybody between `from` and whoever they reach, the share of the ways that pass.
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
