import Testing

@testable import Domain

@Suite struct MapStabilityTests {
    /// How far each of the first so many people moved, from the least to the most, in widths of their own circle.
    static func moves(from old: LaidOut, to new: LaidOut) -> [Double] {
        zip(zip(old.places, new.places), old.layout.people).map { ($0.1 - $0.0).length / (2 * $1.radius) }.sorted()
    }

    @Test func `the same input gives exactly the same picture`() {
        var dice = LayoutDice(11)
        var people = dice.people(40)
        for person in people.indices { people[person].organisation = dice.below(6) * 100 }
        let ties = dice.ties(60, among: 40)
        let first = LaidOut(people, ties)
        let second = LaidOut(people, ties)
        #expect(first.places == second.places && first.picture.shown == second.picture.shown)
    }

    @Test func `a newcomer moves half of the others by less than their own width, in a hundred maps`() {
        for seed in 0..<100 {
            var dice = LayoutDice(seed)
            let count = 12 + dice.below(14)
            let ties = dice.ties(count * 3 / 2, among: count)
            let old = LaidOut(dice.people(count), ties)
            let joined = (0...dice.below(4)).map { _ in (dice.below(count), count) }
            let new = LaidOut(old.kept + dice.people(1), ties + joined)
            let moves = MapStabilityTests.moves(from: old, to: new)
            #expect(moves[moves.count / 2] < 1, "\(seed): \(moves)")
            #expect(new.overlappingCircles == 0 && new.coveredLabels == 0, "\(seed)")
        }
    }

    @Test func `a newcomer to an organisation moves half of the others by less than their own width`() {
        for seed in 0..<40 {
            var dice = LayoutDice(seed)
            var people = dice.people(21)
            for person in people.indices { people[person].organisation = person % 4 }
            let inside = (4..<20).map { ($0 - 4, $0) }
            let old = LaidOut(Array(people.dropLast()), inside + dice.ties(6, among: 20))
            let new = LaidOut(
                old.kept + people.suffix(1), old.layout.ties + [(dice.below(5) * 4, 20), (dice.below(20), 20)])
            let moves = MapStabilityTests.moves(from: old, to: new)
            #expect(moves[moves.count / 2] < 1, "\(seed): \(moves)")
            #expect(new.overlappingCircles == 0 && new.coveredLabels == 0, "\(seed)")
        }
    }

    @Test(arguments: [30, 100]) func `a picture without newcomers stays as it is`(count: Int) {
        var dice = LayoutDice(5)
        let ties = dice.ties(count * 3 / 2, among: count)
        let old = LaidOut(dice.people(count), ties)
        #expect(LaidOut(old.kept, ties).places == old.places)
    }

    @Test(arguments: 0..<10)
    func `pinned people do not move at all, however many of them there are`(seed: Int) {
        var dice = LayoutDice(seed)
        var people = dice.people(20)
        for person in people.indices where dice.below(10) < seed {
            people[person].kept = MapPoint(x: Double(dice.below(40) * 100), y: Double(person * 100))
            people[person].isPinned = true
        }
        let laid = LaidOut(people, dice.ties(30, among: 20))
        for (person, place) in zip(people, laid.places) where person.isPinned { #expect(person.kept == place) }
        #expect(laid.overlappingCircles == 0 && laid.coveredLabels == 0)
    }

    @Test func `a newcomer without ties stands beside the others`() {
        var dice = LayoutDice(6)
        let ties = dice.ties(30, among: 20)
        let old = LaidOut(dice.people(20), ties)
        let new = LaidOut(old.kept + dice.people(1), ties)
        #expect(Array(new.places.dropLast()) == old.places)
        #expect(!old.picture.frame.isWithin(0.1, of: new.places[20]))
    }
}
