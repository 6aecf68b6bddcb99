import Testing

@testable import Domain

@Suite struct LetteringTests {
    /// So many people of so many organisations, tied at random.
    static func drawing(_ count: Int, organisations: Int, name: String? = nil) -> MapDrawing {
        var dice = LayoutDice(count)
        let people = (1...count).map { number in
            let client = Int64(dice.below(organisations) + 1)
            return MapPerson(
                id: Person.ID(Int64(number)), name: name ?? "Крестовоздвиженская Анна \(number)",
                isVip: dice.below(6) == 0,
                isKol: false,
                title: "главный врач", client: Named(id: Client.ID(client), name: "Областная больница № \(client)"),
                role: nil,
                power: dice.below(6), stance: 0, isKnown: true)
        }
        let ties = dice.ties(count, among: count).enumerated().filter { $1.0 != $1.1 }.map { rank, ends in
            MapTie(
                id: Tie.ID(Int64(rank + 1)), from: people[ends.0].id, to: people[ends.1].id, kind: .ally, strength: 2,
                isPositive: true, certainty: .confirmed, start: nil, end: nil, source: nil)
        }
        let material = MapMaterial(title: nil, people: people, ties: ties, closeness: [], isCut: false)
        return MapDrawing(material, MapNews(), MapPlaces(), MapQuery(.desk))
    }

    /// Names that are read at a step of width, as frames on the screen: a hair smaller than they were given room, as letters are.
    static func names(_ drawing: MapDrawing, at step: Int) -> [MapFrame] {
        let scale = MapWidth.pixels(of: step) / drawing.frame.width
        func frame(_ label: MapLabel, _ width: Double) -> MapFrame? {
            guard label.step <= step else { return nil }
            let (x, y) = (label.place.x * scale, label.place.y * scale)
            return switch label.side {
            case .below: MapFrame(left: x - width / 2, top: y + 1, right: x + width / 2, bottom: y + 15)
            case .above: MapFrame(left: x - width / 2, top: y - 15, right: x + width / 2, bottom: y - 1)
            case .right: MapFrame(left: x + 2, top: y - 7, right: x + width + 2, bottom: y + 7)
            case .left: MapFrame(left: x - width - 2, top: y - 7, right: x - 2, bottom: y + 7)
            case .belowRight: MapFrame(left: x, top: y + 1, right: x + width, bottom: y + 15)
            case .belowLeft: MapFrame(left: x - width, top: y + 1, right: x, bottom: y + 15)
            case .aboveRight: MapFrame(left: x, top: y - 15, right: x + width, bottom: y - 1)
            case .aboveLeft: MapFrame(left: x - width, top: y - 15, right: x, bottom: y - 1)
            case .within: MapFrame(left: x + 8, top: y + 3, right: x + width + 8, bottom: y + 17)
            }
        }
        return drawing.people.compactMap { frame($0.label, $0.person.label.name.width(bold: true)) }
            + drawing.organisations.filter { $0.label.side == .within }.compactMap {
                frame($0.label, $0.name.width(bold: false))
            }
    }

    @Test(arguments: [(8, 2), (40, 5), (240, 20)])
    func `no two names overlap, however wide the map is`(count: Int, organisations: Int) {
        let drawing = LetteringTests.drawing(count, organisations: organisations)
        for step in [0, 5, 10, 14, 17, 25, 40] {
            let names = LetteringTests.names(drawing, at: step)
            let overlaps = names.indices.reduce(0) { sum, i in
                sum + names[..<i].count { $0.overlaps(names[i].widened(by: -0.01)) }
            }
            #expect(overlaps == 0, "\(step)")
        }
    }

    @Test(arguments: [(8, 2), (40, 5), (240, 20)])
    func `no name covers another person's circle, however wide the map is`(count: Int, organisations: Int) {
        let drawing = LetteringTests.drawing(count, organisations: organisations)
        for step in [0, 5, 10, 14, 17, 25, 40] {
            let scale = MapWidth.pixels(of: step) / drawing.frame.width
            let names = LetteringTests.names(drawing, at: step).map { $0.widened(by: -0.01) }
            let covered = drawing.people.reduce(0) { sum, person in
                let place = MapPoint(x: person.x * scale, y: person.y * scale)
                return sum + names.count { $0.isWithin(person.radius * scale, of: place) }
            }
            #expect(covered == 0, "\(step)")
        }
    }

    @Test
    func `at least thirty names of a crowd can be read on a usual screen, the most powerful with a press of Nearer`() {
        let drawing = LetteringTests.drawing(240, organisations: 20, name: "Александрова Анна Петровна")
        let read = drawing.people.filter { $0.label.step <= 10 }
        #expect(read.count >= 30)
        #expect(drawing.people.last!.label.step <= 12)
    }

    @Test func `a small map at its own size names everybody`() {
        let drawing = LetteringTests.drawing(8, organisations: 2)
        let step = MapWidth.step(of: drawing.frame.width)
        #expect(MapWidth.pixels(of: step) - drawing.frame.width < 0.001)
        #expect(drawing.people.allSatisfy { $0.label.step <= step })
    }

    @Test func `people without ties lie in rows beside the others`() {
        var dice = LayoutDice(9)
        let people = dice.people(120)
        let laid = LaidOut(people, (1..<40).map { ($0 - 1, $0) })
        let loose = MapFrame(
            around: (40..<120).map { person in
                Body(people[person], hasLabel: false, mobility: 0).whole(at: laid.places[person])
            })
        #expect(laid.overlappingCircles == 0)
        #expect(80 * 100 * 55 > loose.width * loose.height / 2)
    }
}
