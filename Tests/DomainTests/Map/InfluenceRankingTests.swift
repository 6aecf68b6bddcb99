import Testing

@testable import Domain

@Suite struct InfluenceRankingTests {
    static func tie(_ a: Int, _ b: Int, _ kind: TieKind) -> InfluenceTie {
        InfluenceTie(a: a, b: b, kind: kind, strength: 3, certainty: .confirmed)
    }

    @Test func `a ranking of nobody is empty`() {
        #expect(InfluenceRanking(powers: [], ties: []).sways.isEmpty)
    }

    @Test(arguments: [nil, 0, 5])
    func `a person who is alone has all the influence`(power: Int?) throws {
        let sway = try #require(InfluenceRanking(powers: [power], ties: []).sways.first)
        #expect(abs(sway.share - 1) < 1e-9 && sway.givers.isEmpty && sway.kinds.isEmpty)
    }

    @Test func `without ties influence follows power, where unknown counts as one and none as a fifth`() {
        let sways = InfluenceRanking(powers: [0, nil, 5, 3, 1], ties: []).sways
        #expect(sways.map(\.person) == [2, 3, 1, 4, 0])
        #expect(MeasureTests.isNear(sways.map(\.share), [5, 3, 1, 1, 0.2].map { $0 / 10.2 }))
    }

    @Test func `a person who is listened to ranks first, and those who give the most are named first`() {
        let ties = [1, 2, 3, 4].map { InfluenceRankingTests.tie($0, 0, .reportsTo) }
        let ranking = InfluenceRanking(
            powers: [1, 1, 4, 2, 3], ties: ties + [InfluenceRankingTests.tie(0, 2, .mentorOf)])
        let first = ranking.sways[0]
        #expect(first.person == 0)
        #expect(first.givers.map(\.person) == [2, 4, 3])
        #expect(first.givers[0].kinds == [.reportsTo, .mentorOf])
        #expect(first.kinds == [.init(kind: .reportsTo, people: 4), .init(kind: .mentorOf, people: 1)])
        #expect(first.givers.reduce(0) { $0 + $1.part } < 1)
        #expect(abs(ranking.sways.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }

    @Test func `influence passes through a person who has no power of their own`() throws {
        let ties = [InfluenceRankingTests.tie(1, 0, .influences), InfluenceRankingTests.tie(2, 1, .influences)]
        let sways = InfluenceRanking(powers: [5, 0, 0], ties: ties).sways
        #expect(Set(sways.map(\.person)) == [0, 1, 2])
        let last = try #require(sways.first { $0.person == 2 })
        #expect(last.share > 0.2 && last.givers.map(\.person) == [1])
    }

    @Test func `equals keep the order of the list, whatever the order of the ties`() {
        let ties = [(0, 1), (1, 2), (2, 3), (3, 0)].map { InfluenceRankingTests.tie($0.0, $0.1, .ally) }
        let ranking = InfluenceRanking(powers: [2, 2, 2, 2], ties: ties)
        #expect(ranking.sways.map(\.person) == [0, 1, 2, 3])
        #expect(ranking == InfluenceRanking(powers: [2, 2, 2, 2], ties: ties.reversed()))
    }

    @Test func `a rival gives no influence`() {
        let ties = [InfluenceRankingTests.tie(0, 1, .rival)]
        #expect(InfluenceRanking(powers: [1, 1], ties: ties) == InfluenceRanking(powers: [1, 1], ties: []))
    }
}
