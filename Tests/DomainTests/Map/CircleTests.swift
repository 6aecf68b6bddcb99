import Testing

@testable import Domain

@Suite struct CircleTests {
    /// Everybody of a group with everybody else of it.
    static func clique(_ group: Range<Int>) -> [(Int, Int)] {
        group.flatMap { a in (group.lowerBound..<a).map { ($0, a) } }
    }

    @Test(arguments: 0...3)
    func `without ties everybody is a circle of their own`(count: Int) {
        let circles = Circles(count: count, ties: [])
        #expect(circles.members == (0..<count).map { [$0] })
        #expect(circles.modularity == 0)
    }

    @Test func `groups with one tie between them are circles`() {
        let pairs =
            CircleTests.clique(0..<5) + CircleTests.clique(5..<9) + CircleTests.clique(9..<12) + [(4, 5), (8, 9)]
        let circles = Circles(of: Network(count: 13, undirected: NetworkTests.links(pairs)))
        #expect(circles.members == [Array(0..<5), Array(5..<9), Array(9..<12), [12]])
        // 21 links; within 10, 6, 3; degrees 21, 14, 7.
        #expect(abs(circles.modularity - (19.0 / 21 - (21.0 * 21 + 14 * 14 + 7 * 7) / (42 * 42))) < 1e-9)
    }

    @Test func `one group is one circle`() {
        let circles = Circles(of: Network(count: 4, undirected: NetworkTests.links(CircleTests.clique(0..<4))))
        #expect(circles.members == [[0, 1, 2, 3]] && abs(circles.modularity) < 1e-9)
    }

    @Test func `neither the order of ties nor their direction matters`() {
        let pairs = CircleTests.clique(0..<6) + CircleTests.clique(6..<12) + [(0, 6), (1, 7)]
        let circles = Circles(of: Network(count: 12, links: NetworkTests.links(pairs)))
        #expect(circles == Circles(of: Network(count: 12, links: NetworkTests.links(pairs.reversed()))))
        #expect(circles.members == Circles(of: Network(count: 12, links: NetworkTests.links(pairs)).reversed).members)
    }

    @Test func `rivals are not drawn into one circle`() {
        let ties = [InfluenceTie(a: 0, b: 1, kind: .rival), InfluenceTie(a: 2, b: 1, kind: .reportsTo)]
        #expect(Circles(count: 3, ties: ties).members == [[0], [1, 2]])
    }

    @Test(arguments: 0..<20)
    func `each circle is connected, and everybody is in exactly one`(seed: Int) {
        var dice = LayoutDice(seed)
        let pairs = dice.ties(60, among: 40)
        let circles = Circles(of: Network(count: 40, undirected: NetworkTests.links(pairs)))
        #expect(circles.members.flatMap { $0 }.sorted() == Array(0..<40))
        for circle in circles.members {
            let within = pairs.filter { circle.contains($0.0) && circle.contains($0.1) }
            let graph = TieGraph(people: 40, ties: within, organisations: Array(repeating: nil, count: 40))
            #expect(graph.groups().contains(circle))
        }
    }
}
