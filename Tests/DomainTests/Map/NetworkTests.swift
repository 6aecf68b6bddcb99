import Testing

@testable import Domain

@Suite struct NetworkTests {
    static func links(_ pairs: [(Int, Int)]) -> [Network.Link] { pairs.map { Network.Link(from: $0.0, to: $0.1) } }

    @Test func `parallel links add up in the order of people`() {
        let links = [(2, 0, 1.0), (0, 1, 0.25), (0, 1, 0.5), (1, 0, 2)].map {
            Network.Link(from: $0.0, to: $0.1, weight: $0.2)
        }
        let network = Network(count: 3, links: links)
        #expect(network.links.map { [$0.from, $0.to] } == [[0, 1], [1, 0], [2, 0]])
        #expect(network.links.map(\.weight) == [0.75, 2, 1])
        #expect(network == Network(count: 3, links: links.reversed()))
    }

    @Test func `a link to oneself or without weight is left out`() {
        let network = Network(count: 2, links: [Network.Link(from: 0, to: 0), Network.Link(from: 0, to: 1, weight: 0)])
        #expect(network.links.isEmpty)
    }

    @Test(
        arguments: [
            (TieKind.reportsTo, [[1, 0]]), (.influences, [[0, 1]]), (.mentorOf, [[0, 1]]), (.refersTo, [[1, 0]]),
            (.ally, [[0, 1], [1, 0]]), (.family, [[0, 1], [1, 0]]), (.worksWith, [[0, 1], [1, 0]]), (.rival, []),
        ])
    func `influence follows the direction of the kind of tie`(kind: TieKind, ways: [[Int]]) {
        let tie = InfluenceTie(a: 0, b: 1, kind: kind)
        #expect(Network.influence(count: 2, ties: [tie]).links.map { [$0.from, $0.to] } == ways)
        #expect(Network.bonds(count: 2, ties: [tie]).links.count == (kind == .rival ? 0 : 2))
    }

    @Test(arguments: TieKind.allCases)
    func `a negative tie carries no influence`(kind: TieKind) {
        let tie = InfluenceTie(a: 0, b: 1, kind: kind, isPositive: false)
        #expect(Network.influence(count: 2, ties: [tie]).links.isEmpty)
        #expect(Network.bonds(count: 2, ties: [tie]).links.isEmpty)
    }

    @Test(arguments: [
        (1, Certainty.assumed, 1.0 / 6), (3, .assumed, 0.5), (2, .confirmed, 2.0 / 3), (3, .confirmed, 1),
    ])
    func `a tie weighs by its strength and certainty`(strength: Int, certainty: Certainty, weight: Double) {
        let tie = InfluenceTie(a: 0, b: 1, kind: .influences, strength: strength, certainty: certainty)
        #expect(Network.influence(count: 2, ties: [tie, tie]).links.map(\.weight) == [weight + weight])
    }

    @Test func `an undirected network stays as it is without directions`() {
        let network = Network(count: 3, undirected: NetworkTests.links([(0, 1), (2, 1)]))
        #expect(network.undirected == network && network.reversed == network)
    }
}
