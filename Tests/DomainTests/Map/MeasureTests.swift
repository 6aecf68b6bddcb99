import Testing

@testable import Domain

@Suite struct MeasureTests {
    static func isNear(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 }
    }

    @Test(arguments: [(0, []), (1, [1.0]), (4, [0.25, 0.25, 0.25, 0.25])])
    func `without links all have the same rank and nobody lies between others`(count: Int, rank: [Double]) {
        let network = Network(count: count, links: [])
        #expect(MeasureTests.isNear(PageRank(network).shares, rank))
        #expect(Measures.betweenness(network) == Array(repeating: 0, count: count))
        #expect(Measures.inDegree(network) == Array(repeating: count == 1 ? 1 : 0, count: count))
        #expect(Measures.outDegree(network) == Measures.inDegree(network))
    }

    @Test func `a degree is the share of all others that a person is linked to`() {
        let network = Network(count: 4, links: NetworkTests.links([(0, 1), (0, 2), (3, 2)]))
        #expect(Measures.outDegree(network) == [2.0 / 3, 0, 0, 1.0 / 3])
        #expect(Measures.inDegree(network) == [0, 1.0 / 3, 2.0 / 3, 0])
    }

    @Test func `the middle of a star lies on every path`() {
        let network = Network(count: 4, undirected: NetworkTests.links([(0, 1), (0, 2), (0, 3)]))
        #expect(MeasureTests.isNear(Measures.betweenness(network), [1, 0, 0, 0]))
    }

    @Test func `two paths of the same length share the betweenness of their middle`() {
        let network = Network(count: 4, links: NetworkTests.links([(0, 1), (0, 2), (1, 3), (2, 3)]))
        #expect(MeasureTests.isNear(Measures.betweenness(network), [0, 1.0 / 12, 1.0 / 12, 0]))
    }

    @Test func `on a ring all have the same rank`() {
        let ring = Network(count: 5, links: NetworkTests.links((0..<5).map { ($0, ($0 + 1) % 5) }))
        #expect(MeasureTests.isNear(PageRank(ring).shares, Array(repeating: 0.2, count: 5)))
    }

    @Test func `the rank of a chain of two is what the equations give`() {
        // r0 = (1 - d)/2 + d r1/2, since the last spreads evenly; r1 = 1 - r0.
        let rank = PageRank(Network(count: 2, links: NetworkTests.links([(0, 1)]))).shares
        #expect(MeasureTests.isNear(rank, [0.5 / 1.425, 0.925 / 1.425]))
    }

    @Test func `a person at whom every walk restarts and who has no links keeps the whole rank`() {
        let rank = PageRank(Network(count: 3, links: NetworkTests.links([(1, 2)])), restart: [3, 0, 0]).shares
        #expect(MeasureTests.isNear(rank, [1, 0, 0]))
    }

    @Test func `a heavier link carries more rank`() {
        let links = [Network.Link(from: 0, to: 1, weight: 3), Network.Link(from: 0, to: 2, weight: 1)]
        let network = Network(count: 3, links: links)
        let rank = PageRank(network, restart: [1, 0, 0])
        #expect(abs(rank.shares[1] - 3 * rank.shares[2]) < 1e-9)
        #expect(abs(rank.part(of: network.links[0]) - 1) < 1e-9)
    }
}
