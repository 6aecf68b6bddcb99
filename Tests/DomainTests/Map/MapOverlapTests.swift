import Testing

@testable import Domain

@Suite struct MapOverlapTests {
    static let cases: [(name: String, people: Int, ties: [(Int, Int)])] = {
        var dice = LayoutDice(1)
        return [
            ("nobody", 0, []), ("one", 1, []), ("one with a tie to oneself", 1, [(0, 0)]), ("two apart", 2, []),
            ("two tied twice", 2, [(0, 1), (1, 0)]), ("many without ties", 90, []),
            ("everybody with everybody", 30, (0..<30).flatMap { a in (0..<a).map { (a, $0) } }),
            ("a star", 200, (1..<200).map { (0, $0) }), ("a path", 30, (1..<30).map { ($0 - 1, $0) }),
            ("many pairs", 80, (0..<40).map { (2 * $0, 2 * $0 + 1) }),
            ("sparse", 50, dice.ties(40, among: 50)), ("a small map", 25, dice.ties(40, among: 25)),
            ("dense", 40, dice.ties(200, among: 40)), ("a crowd", 120, dice.ties(240, among: 120)),
        ]
    }()

    @Test(arguments: cases.map(\.name))
    func `neither circles nor shown labels overlap`(name: String) throws {
        let (_, count, ties) = try #require(MapOverlapTests.cases.first { $0.name == name })
        var dice = LayoutDice(count)
        let laid = LaidOut(dice.people(count), ties)
        #expect(laid.places.count == count && laid.picture.shown.count == count && laid.isFinite)
        #expect(laid.overlappingCircles == 0)
        #expect(laid.coveredLabels == 0)
        if count <= 60 { #expect(laid.picture.shown.count { $0 } * 20 >= count * 19) }
    }

    @Test func `of two labels that overlap the more important one is shown`() {
        let person = MapLayout.Person(radius: 10, labelWidth: 100, labelHeight: 30, importance: 1, isPinned: true)
        var people = [person, person, person]
        for (rank, x) in [0.0, 60, 300].enumerated() { people[rank].kept = MapPoint(x: x, y: 0) }
        people[1].importance = 2
        #expect(LaidOut(people, []).picture.shown == [false, true, true])
    }

    @Test func `the frame holds all circles and shown labels`() {
        var dice = LayoutDice(7)
        let laid = LaidOut(dice.people(30), dice.ties(45, among: 30))
        let frame = laid.picture.frame
        for (person, place) in zip(laid.layout.people, laid.places) {
            #expect(frame.left <= place.x - person.radius && place.x + person.radius <= frame.right)
            #expect(frame.top <= place.y - person.radius && place.y + person.radius <= frame.bottom)
        }
    }

    @Test func `people who were all kept in one spot are laid out again`() {
        var dice = LayoutDice(3)
        var people = dice.people(20)
        for person in people.indices { people[person].kept = MapPoint(x: 5, y: 5) }
        let laid = LaidOut(people, dice.ties(30, among: 20))
        #expect(laid.overlappingCircles == 0 && laid.coveredLabels == 0 && laid.isFinite)
    }

    @Test func `invalid numbers in the input do not appear in the layout`() {
        var dice = LayoutDice(4)
        var people = dice.people(8)
        people[0].kept = MapPoint(x: .nan, y: 0)
        people[1].kept = MapPoint(x: .infinity, y: 0)
        people[1].isPinned = true
        people[2].radius = .nan
        people[3].labelWidth = .infinity
        people[4].importance = .nan
        let laid = LaidOut(people, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 99), (-1, 5)])
        #expect(laid.isFinite && laid.picture.frame.width.isFinite && laid.picture.frame.height.isFinite)
    }
}
