/// An undirected network in which groups of people can be merged into one node. Links within a group then lie inside the node.
struct CircleGraph {
    /// The order in which people move: fewest ties first, most ties first, as listed, or a pseudo-random order from a fixed seed.
    enum Order {
        case fewest, most, listed
        case lot(UInt64)

        static let all: [Order] = [.fewest, .most, .listed] + (1...9).map(Order.lot)
    }

    /// Everybody's links, with whom they lead to.
    private(set) var neighbours: [[(to: Int, weight: Double)]]
    /// Twice the weight of the links inside each node.
    private var within: [Double]
    /// The weight of all links of each node; links inside it count twice.
    private var degrees: [Double]
    /// The sum of the degrees.
    private let total: Double

    init(_ network: Network) {
        neighbours = Array(repeating: [], count: network.count)
        for link in network.undirected.links { neighbours[link.from].append((link.to, link.weight)) }
        within = Array(repeating: 0, count: network.count)
        degrees = neighbours.map { $0.reduce(0) { $0 + $1.weight } }
        total = degrees.reduce(0, +)
    }

    /// Merges each circle into one node.
    private init(_ graph: CircleGraph, drawnTogether circles: [Int], count: Int) {
        var links: [Network.Link] = []
        within = Array(repeating: 0, count: count)
        degrees = within
        for person in circles.indices {
            within[circles[person]] += graph.within[person]
            degrees[circles[person]] += graph.degrees[person]
            for link in graph.neighbours[person] {
                if circles[link.to] == circles[person] {
                    within[circles[person]] += link.weight
                } else {
                    links.append(Network.Link(from: circles[person], to: circles[link.to], weight: link.weight))
                }
            }
        }
        let network = Network(count: count, links: links)
        neighbours = (0..<count).map { network.links(from: $0).map { ($0.to, $0.weight) } }
        total = graph.total
    }

    /// Modularity: the sum over circles of the share of the weight inside, minus the square of the share of the degrees (Newman 2004).
    func modularity(of circles: [Int]) -> Double {
        guard total > 0 else { return 0 }
        var inside = Array(repeating: 0.0, count: circles.count)
        var degree = inside
        for person in circles.indices {
            inside[circles[person]] += within[person]
            degree[circles[person]] += degrees[person]
            for link in neighbours[person] where circles[link.to] == circles[person] {
                inside[circles[person]] += link.weight
            }
        }
        return zip(inside, degree).reduce(0) { $0 + $1.0 / total - $1.1 / total * ($1.1 / total) }
    }

    /// A circle for each person: people move one by one, then the circles are merged and move as nodes, then people move once more.
    func circles(_ order: Order) -> [Int] {
        let alone = Array(degrees.indices)
        let moved = moved(from: alone, order)
        let numbered = CircleGraph.numbered(moved)
        let count = (numbered.max() ?? -1) + 1
        guard count < degrees.count else { return alone }
        let together = CircleGraph(self, drawnTogether: numbered, count: count).circles(order)
        return self.moved(from: numbered.map { together[$0] }, order)
    }

    /// Circle numbers without gaps, in order of appearance.
    private static func numbered(_ circles: [Int]) -> [Int] {
        var numbers: [Int?] = Array(repeating: nil, count: circles.count)
        var count = 0
        return circles.map { circle in
            if numbers[circle] == nil {
                numbers[circle] = count
                count += 1
            }
            return numbers[circle]!
        }
    }

    /// Moves each person to the neighbouring circle with the largest gain in modularity, until nobody gains.
    private func moved(from start: [Int], _ order: Order) -> [Int] {
        var circles = start
        var sums = Array(repeating: 0.0, count: circles.count)
        for person in circles.indices { sums[circles[person]] += degrees[person] }
        let least = total * 1e-10
        var weights = Array(repeating: 0.0, count: circles.count)
        let people = people(order)
        var hasMoved = true
        while hasMoved {
            hasMoved = false
            for person in people where !neighbours[person].isEmpty {
                let old = circles[person]
                sums[old] -= degrees[person]
                for link in neighbours[person] { weights[circles[link.to]] += link.weight }
                let gain = { (circle: Int) in weights[circle] - sums[circle] * degrees[person] / total }
                var (best, most) = (old, gain(old) + least)
                for link in neighbours[person] where gain(circles[link.to]) > most {
                    (best, most) = (circles[link.to], gain(circles[link.to]))
                }
                for link in neighbours[person] { weights[circles[link.to]] = 0 }
                sums[best] += degrees[person]
                circles[person] = best
                if best != old { hasMoved = true }
            }
        }
        return circles
    }

    private func people(_ order: Order) -> [Int] {
        switch order {
        case .listed: return Array(degrees.indices)
        case .fewest: return degrees.indices.sorted { (degrees[$0], $0) < (degrees[$1], $1) }
        case .most: return degrees.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
        case .lot(let seed):
            var random = SplitMix(seed: seed)
            return degrees.indices.shuffled(using: &random)
        }
    }
}
