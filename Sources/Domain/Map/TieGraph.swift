/// The graph of ties. Each organisation has a hub to which its people are linked, so that they stand together. Lengths are whole quarters
/// of a tie.
struct TieGraph {
    /// The length of a tie.
    static let tie = 4
    /// The length of a tie between two organisations. It leaves room for their borders.
    static let tieAcross = 6

    /// People come first, then the hubs.
    private let people: Int
    /// The start of each vertex's neighbours in the list; they are stored one vertex after another.
    private var starts: [Int]
    private var neighbours: [Int]
    private var lengths: [Int]

    /// Organisations are numbered from zero without gaps.
    init(people: Int, ties: [(Int, Int)], organisations: [Int?]) {
        self.people = people
        let sizes = TieGraph.sizes(organisations)
        var edges: [(from: Int, to: Int, length: Int)] = []
        for (a, b) in ties {
            let isAcross = organisations[a] != nil && organisations[b] != nil && organisations[a] != organisations[b]
            let length =
                isAcross
                ? people > MapLayout.fullyLabelled
                    ? TieGraph.tieAcross(sizes[organisations[a]!], sizes[organisations[b]!]) : TieGraph.tieAcross
                : TieGraph.tie
            edges.append((a, b, length))
            edges.append((b, a, length))
        }
        for (person, organisation) in organisations.enumerated() {
            guard let organisation, sizes[organisation] > 1 else { continue }
            let length = TieGraph.spoke(sizes[organisation])
            edges.append((person, people + organisation, length))
            edges.append((people + organisation, person, length))
        }
        edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        starts = Array(repeating: 0, count: people + sizes.count + 1)
        neighbours = []
        lengths = []
        var last = (-1, -1)
        for edge in edges where (edge.from, edge.to) != last {
            last = (edge.from, edge.to)
            starts[edge.from + 1] += 1
            neighbours.append(edge.to)
            lengths.append(edge.length)
        }
        for vertex in 1..<starts.count { starts[vertex] += starts[vertex - 1] }
    }

    private static func sizes(_ organisations: [Int?]) -> [Int] {
        var sizes = Array(repeating: 0, count: (organisations.compactMap { $0 }.max() ?? -1) + 1)
        for organisation in organisations { if let organisation { sizes[organisation] += 1 } }
        return sizes
    }

    /// The length in a crowd: long enough for the discs of both organisations side by side.
    private static func tieAcross(_ size: Int, _ other: Int) -> Int { tieAcross + (spoke(size) + spoke(other)) * 3 / 4 }

    /// The length from a person to the organisation's hub. A disc with this radius has room for all its people.
    private static func spoke(_ size: Int) -> Int { Int((1.8 * Double(size).squareRoot()).rounded(.up)) }

    /// The connected groups of people, by their first person; each in ascending order.
    func groups() -> [[Int]] {
        var isSeen = Array(repeating: false, count: starts.count)
        var groups: [[Int]] = []
        for first in 0..<people where !isSeen[first] {
            var group = [first]
            isSeen[first] = true
            var next = 0
            while next < group.count {
                for edge in starts[group[next]]..<starts[group[next] + 1] where !isSeen[neighbours[edge]] {
                    isSeen[neighbours[edge]] = true
                    group.append(neighbours[edge])
                }
                next += 1
            }
            groups.append(group.filter { $0 < people }.sorted())
        }
        return groups
    }

    /// The lengths of the shortest paths between the people of a group, row by row (Dial 1969: one bucket for each length).
    func distances(within group: [Int]) -> [UInt16] {
        var table: [UInt16] = []
        table.reserveCapacity(group.count * group.count)
        let ring = (lengths.max() ?? 0) + 1
        var buckets: [[Int]] = Array(repeating: [], count: ring)
        var reached = Array(repeating: Int.max, count: starts.count)
        for from in group {
            for vertex in reached.indices { reached[vertex] = .max }
            reached[from] = 0
            buckets[0].append(from)
            var waiting = 1
            var length = 0
            while waiting > 0 {
                while let vertex = buckets[length % ring].popLast() {
                    waiting -= 1
                    guard reached[vertex] == length else { continue }
                    for edge in starts[vertex]..<starts[vertex + 1] {
                        let through = length + lengths[edge]
                        guard through < reached[neighbours[edge]] else { continue }
                        reached[neighbours[edge]] = through
                        buckets[through % ring].append(neighbours[edge])
                        waiting += 1
                    }
                }
                length += 1
            }
            for to in group { table.append(UInt16(clamping: reached[to])) }
        }
        return table
    }
}
