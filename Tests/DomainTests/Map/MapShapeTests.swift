import Testing

@testable import Domain

@Suite struct MapShapeTests {
    static func people(_ count: Int) -> [MapLayout.Person] {
        Array(repeating: MapLayout.Person(radius: 15, labelWidth: 60, labelHeight: 30), count: count)
    }

    /// The stress of a picture of one group, by the square of the distances along ties.
    static func stress(_ laid: LaidOut) -> Double {
        let count = laid.places.count
        let graph = TieGraph(people: count, ties: laid.layout.ties, organisations: Array(repeating: nil, count: count))
        let stress = StressMajorization(count: count, distances: graph.distances(within: Array(0..<count)))
        return stress.stress(
            of: laid.places, unit: stress.fittingUnit(of: laid.places, among: Array(0..<count)))
    }

    @Test func `a path is drawn as a straight line`() {
        let laid = LaidOut(MapShapeTests.people(10), (1..<10).map { ($0 - 1, $0) })
        #expect(MapShapeTests.stress(laid) < 0.05)
    }

    @Test func `a grid of six by six is drawn as a grid`() {
        let across = (0..<36).filter { $0 % 6 < 5 }.map { ($0, $0 + 1) }
        let ties = across + (0..<30).map { ($0, $0 + 6) }
        let laid = LaidOut(MapShapeTests.people(36), ties)
        // Distances along streets are longer than those across: the least stress of this grid is not zero.
        #expect(MapShapeTests.stress(laid) < 14)
        #expect(laid.tieLengths.first! > 0.75 && laid.tieLengths.last! < 1.25)
        #expect(Crossings.count(of: ties, at: laid.places) == 0)
    }

    @Test func `a ring is drawn without crossings`() {
        let ties = (0..<12).map { ($0, ($0 + 1) % 12) }
        let laid = LaidOut(MapShapeTests.people(12), ties)
        #expect(Crossings.count(of: ties, at: laid.places) == 0)
        #expect(laid.tieLengths.first! > 0.7 && laid.tieLengths.last! < 1.3)
    }

    @Test func `on a small map people who are tied stand a hand's breadth apart`() {
        let ties = [(0, 1), (2, 0), (3, 0), (4, 0), (5, 1), (5, 4), (6, 2), (6, 0), (7, 0)]
        let laid = LaidOut(MapShapeTests.people(8), ties)
        for (a, b) in ties { #expect((80...190).contains((laid.places[a] - laid.places[b]).length)) }
        #expect(laid.picture.shown.allSatisfy { $0 })
    }

    @Test func `groups without a tie between them lie side by side`() {
        let ties = (0..<12).filter { $0 % 4 != 3 }.map { ($0, $0 + 1) }
        let laid = LaidOut(MapShapeTests.people(12), ties)
        let frames = (0..<3).map { group in
            MapFrame(
                around: (0..<4).map {
                    Body(laid.layout.people[0], hasLabel: true, mobility: 0).whole(at: laid.places[4 * group + $0])
                })
        }
        #expect(!frames[0].overlaps(frames[1]) && !frames[1].overlaps(frames[2]) && !frames[0].overlaps(frames[2]))
    }
}
