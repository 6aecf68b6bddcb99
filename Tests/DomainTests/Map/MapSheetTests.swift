import Testing

@testable import Domain

@Suite struct MapSheetTests {
    private static let day = Day("2026-11-30")!

    private func person(_ number: Int64, power: Int? = nil, stance: Int? = nil) -> MapPerson {
        MapPerson(
            id: Person.ID(number), name: "P\(number)", isVip: true, isKol: false, title: nil, client: nil, role: nil,
            power: power, stance: stance, isKnown: true)
    }

    private func tie(_ number: Int64, _ from: Int64, _ to: Int64) -> MapTie {
        MapTie(
            id: Tie.ID(number), from: Person.ID(from), to: Person.ID(to), kind: .ally, strength: 3, isPositive: true,
            certainty: .confirmed, start: nil, end: nil, source: nil)
    }

    private func sheet(
        _ people: [MapPerson], _ ties: [MapTie], _ query: MapQuery = MapQuery(.desk), moves: [MapMove]? = nil,
        close: [Person.ID] = []
    ) -> MapSheet {
        let user = Named<User>(id: User.ID(1), name: "Anna")
        let material = MapMaterial(
            title: nil, people: people, ties: ties,
            closeness: close.map { Closeness(person: $0, user: user, step: .close) }, isCut: false)
        return MapSheet(
            material, before: moves == nil ? nil : material, moves, balance: [], nil, MapChoices(), query, MapPlaces(),
            on: MapSheetTests.day, by: user.id)
    }

    private func drawn(_ sheet: MapSheet) -> [Int64] { sheet.people.map(\.person.id.number) }

    @Test func `the desk's map leaves out people without ties and says how many, unless it is asked to show them`() {
        let people = (1...4).map { person($0) }
        let usual = sheet(people, [tie(1, 1, 2)])
        #expect(drawn(usual) == [1, 2] && usual.loose == 2 && usual.drawing.people.count == 2)
        let all = sheet(people, [tie(1, 1, 2)], MapQuery(.desk, showsLoose: true))
        #expect(drawn(all) == [1, 2, 3, 4] && all.loose == 2)
    }

    @Test func `a desk on which nobody has a tie shows everybody, and so does a client's map`() {
        #expect(drawn(sheet([person(1), person(2)], [])) == [1, 2])
        let client = MapQuery(.client(Client.ID(1)))
        #expect(drawn(sheet([person(1), person(2), person(3)], [tie(1, 1, 2)], client)) == [1, 2, 3])
    }

    @Test func `somebody without ties is drawn where an introduction to them is asked for, or their tie has ended`() {
        let people = (1...4).map { person($0) }
        let asked = sheet(people, [tie(1, 1, 2)], MapQuery(.desk, target: Person.ID(3)))
        #expect(drawn(asked) == [1, 2, 3] && asked.drawing.fresh == nil)
        let moves = [MapMove(.ended(tie(9, 2, 4)), day: nil)]
        let since = sheet(people, [tie(1, 1, 2)], MapQuery(.desk, since: MapSheetTests.day - 9), moves: moves)
        #expect(drawn(since) == [1, 2, 4])
    }

    @Test func `the way of an introduction is lit, and only that`() {
        let people = (1...4).map { person($0) }
        let query = MapQuery(.desk, target: Person.ID(3))
        let sheet = sheet(people, [tie(1, 1, 2), tie(2, 2, 3), tie(3, 3, 4)], query, close: [Person.ID(1)])
        #expect(sheet.drawing.lit.people == Set([1, 2, 3].map { Person.ID($0) }))
        #expect(sheet.drawing.lit.ties == Set([1, 2].map { Tie.ID($0) }))
    }

    @Test func `the headline names the most powerful of those against us, counts the others and the empty seats`() {
        let people = [
            person(1, power: 1, stance: -1), person(2, power: 5, stance: -2), person(3, power: 3, stance: -1),
            person(4, power: 4, stance: -1), person(5, power: 5, stance: 2),
        ]
        let told = sheet(people, [tie(1, 1, 2)], MapQuery(.client(Client.ID(1)))).headline
        #expect(told.against.map(\.name) == ["P2", "P4", "P3"] && told.othersAgainst == 1)
        #expect(told.emptySeats == DecisionRole.allCases.count && told.judged == 5)
    }

    @Test func `a distant seat names its holder with the most power, and one who is close could introduce us`() {
        let home = Named<Client>(id: Client.ID(1), name: "A")
        func holder(_ number: Int64, _ role: DecisionRole, power: Int) -> MapPerson {
            var one = person(number, power: power)
            (one.client, one.role) = (home, role)
            return one
        }
        let people = [holder(1, .buyer, power: 2), holder(2, .buyer, power: 4), holder(3, .user, power: 1)]
        let seats = sheet(people, [tie(1, 1, 2)], MapQuery(.client(home.id)), close: [Person.ID(3)])
        #expect(seats.distantSeats.map(\.role) == [.buyer] && seats.distantSeats.map(\.person.name) == ["P2"])
        #expect(seats.introducer?.person.name == "P3" && seats.introducer?.user.name == "Anna")
        #expect(sheet(people, [], MapQuery(.client(home.id))).introducer == nil)
    }

    @Test func `moves stand newest first, and those without a day last`() {
        let days = ["2026-11-01", nil, "2026-11-20"].map { $0.flatMap { Day($0) } }
        let moves = days.map { MapMove(.came(person(1)), day: $0) }
        #expect(moves.newestFirst.map(\.day) == [Day("2026-11-20"), Day("2026-11-01"), nil])
    }
}
