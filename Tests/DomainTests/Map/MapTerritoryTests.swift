import Testing

@testable import Domain

@Suite struct MapTerritoryTests {
    /// The mean distance between two people of one organisation, as a share of that between any two.
    static func spread(_ laid: LaidOut, _ organisations: [Int]) -> Double {
        var (within, pairsWithin, total, pairs) = (0.0, 0.0, 0.0, 0.0)
        for i in laid.places.indices {
            for j in 0..<i {
                let length = (laid.places[i] - laid.places[j]).length
                total += length
                pairs += 1
                guard organisations[i] == organisations[j] else { continue }
                within += length
                pairsWithin += 1
            }
        }
        return within / pairsWithin / (total / pairs)
    }

    @Test(arguments: 0..<5)
    func `people of one organisation stand closer together than they would without the organisation`(seed: Int) {
        var dice = LayoutDice(seed)
        let count = 30
        let organisations = (0..<count).map { _ in dice.below(5) }
        let ties = dice.ties(40, among: count)
        var people = dice.people(count)
        let without = MapTerritoryTests.spread(LaidOut(people, ties), organisations)
        for person in people.indices { people[person].organisation = organisations[person] }
        let laid = LaidOut(people, ties)
        #expect(MapTerritoryTests.spread(laid, organisations) < 0.8 * without)
        #expect(laid.overlappingCircles == 0 && laid.coveredLabels == 0)
    }

    @Test(arguments: 0..<5)
    func `organisations with mostly inner ties have frames that do not overlap`(seed: Int) {
        var dice = LayoutDice(seed)
        var people = dice.people(28)
        var ties: [(Int, Int)] = []
        for organisation in 0..<4 {
            for member in 0..<6 {
                people[6 * organisation + member].organisation = organisation
                if member > 0 { ties.append((6 * organisation + member, 6 * organisation + dice.below(member))) }
            }
            ties.append((6 * organisation, 24 + organisation))
        }
        ties += dice.ties(6, among: 24)
        let laid = LaidOut(people, ties)
        let frames = laid.picture.territories.map(\.frame)
        #expect(laid.picture.territories.map(\.organisation) == [0, 1, 2, 3])
        for (rank, frame) in frames.enumerated() {
            #expect(!frames[..<rank].contains(where: frame.overlaps))
            for outsider in 24..<28 { #expect(!frame.isWithin(people[outsider].radius, of: laid.places[outsider])) }
        }
    }

    @Test func `a newcomer does not stand in the frame of another organisation`() {
        for seed in 0..<20 {
            var dice = LayoutDice(seed)
            var people = dice.people(16)
            for person in people.indices { people[person].organisation = person % 2 }
            let ties = dice.ties(24, among: 16)
            let old = LaidOut(people, ties)
            let new = LaidOut(old.kept + dice.people(1), ties + [(dice.below(16), 16), (dice.below(16), 16)])
            let newcomer = Body(new.layout.people[16], hasLabel: true, mobility: 0).whole(at: new.places[16])
            #expect(!new.picture.territories.map(\.frame).contains(where: newcomer.overlaps), "\(seed)")
        }
    }

    @Test func `an organisation of everybody and organisations of one person each are drawn as well`() {
        var dice = LayoutDice(2)
        var people = dice.people(20)
        for person in people.indices { people[person].organisation = Int.max }
        let together = LaidOut(people, dice.ties(10, among: 20))
        #expect(together.overlappingCircles == 0 && together.coveredLabels == 0)
        for person in people.indices { people[person].organisation = -person }
        let alone = LaidOut(people, dice.ties(10, among: 20))
        #expect(alone.overlappingCircles == 0 && alone.coveredLabels == 0)
    }

    @Test func `people of one organisation stand together though no tie joins them`() {
        var people = Array(repeating: MapLayout.Person(radius: 15, labelWidth: 60, labelHeight: 30), count: 12)
        for person in people.indices { people[person].organisation = person % 2 }
        let laid = LaidOut(people, [])
        let organisations = people.map { $0.organisation! }
        #expect(MapTerritoryTests.spread(laid, organisations) < 0.75)
    }
}
