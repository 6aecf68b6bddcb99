/// How the people of a map are drawn: where each stands, how large, whose name is written, and the frames of their organisations.
package struct MapDrawing: Sendable {
    package var people: [DrawnPerson]
    package var ties: [DrawnTie]
    package var organisations: [DrawnOrganisation]
    package var frame: MapFrame
    /// By how much the names are larger that are read while the whole map is looked at; 1 where all names are.
    package var distance: Double
    /// Where everybody stands, to be kept; nil where it is kept already.
    package var fresh: MapPlaces?

    /// Draws people and ties, where they stood before as far as they did; with `changes` what is new and what is gone. What a filter
    /// leaves out keeps its place.
    package init(_ material: MapMaterial, _ changes: [MapChange], _ kept: MapPlaces, _ query: MapQuery) {
        let mark = material.mark
        let everybody = material.people
        let layout = MapLayout(material, kept)
        let picture = mark == kept.mark ? layout.pictureAsKept() : layout.picture()
        fresh =
            mark == kept.mark
            ? nil
            : MapPlaces(
                places: Dictionary(
                    uniqueKeysWithValues: zip(everybody, picture.places).map { person, place in
                        (
                            person.id,
                            MapPlace(x: place.x, y: place.y, isPinned: kept.places[person.id]?.isPinned ?? false)
                        )
                    }), mark: mark)
        // Up to a width all names are read at once, if small; beyond it the important ones, larger.
        let distance = picture.frame.width < 1700 ? 1 : picture.frame.width / 1200
        let far = layout.shown(at: picture.places, distance: distance)
        let swell = layout.swell(at: picture.places, atMost: max(1, distance / 2))
        let news = MapNews(changes)
        people = everybody.indices.filter { query.shows(everybody[$0]) }.map { index in
            DrawnPerson(
                person: everybody[index], x: picture.places[index].x, y: picture.places[index].y,
                radius: layout.people[index].radius * swell, isNamed: picture.shown[index],
                isNamedFromAfar: far[index],
                isPinned: kept.places[everybody[index].id]?.isPinned ?? false,
                isNew: news.people.contains(everybody[index].id))
        }
        let places = Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) })
        ties = DrawnTie.all((material.ties + news.gone).filter(query.draws), places, news)
        self.distance = distance
        organisations = DrawnOrganisation.all(picture.territories, people)
        frame = MapFrame(around: people.map { $0.frame(from: distance) } + organisations.map(\.frame))
    }
}

/// What changes say of the picture.
private struct MapNews {
    var people: Set<Person.ID> = []
    var ties: Set<Tie.ID> = []
    var gone: [MapTie] = []

    init(_ changes: [MapChange]) {
        for change in changes {
            switch change {
            case .came(let person), .moved(let person, _), .power(let person, _), .stance(let person, _):
                people.insert(person.id)
            case .left: break
            case .began(let tie), .changed(let tie, _): ties.insert(tie.id)
            case .ended(let tie): gone.append(tie)
            }
        }
    }
}

/// A person as a circle: its area is their power.
package struct DrawnPerson: Sendable, Equatable, Encodable {
    package var person: MapPerson
    package var x: Double
    package var y: Double
    package var radius: Double
    /// Is there room for the name?
    package var isNamed: Bool
    /// Is there room for it while the whole map is looked at?
    package var isNamedFromAfar: Bool
    package var isPinned: Bool
    /// Has the person come, moved, or changed in power or stance since the day that was asked for?
    package var isNew: Bool

    /// The circle with its ring, and the name below it, as large as it is read from so far.
    fileprivate func frame(from distance: Double) -> MapFrame {
        let circle = MapFrame(
            left: x - radius - 6, top: y - radius - 6, right: x + radius + 6, bottom: y + radius + 6)
        guard distance > 1 ? isNamedFromAfar : isNamed else { return circle }
        let half = person.labelWidth * distance / 2
        let bottom = y + radius + MapLayout.labelGap + person.labelHeight * distance
        return circle.joined(with: MapFrame(left: x - half, top: y, right: x + half, bottom: bottom))
    }
}

extension DrawnPerson {
    private enum CodingKeys: String, CodingKey { case person, x, y, radius, isNamed, isPinned }

    /// Places to the whole unit.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(person, forKey: .person)
        try container.encode(Int(x.rounded()), forKey: .x)
        try container.encode(Int(y.rounded()), forKey: .y)
        try container.encode(Int(radius.rounded()), forKey: .radius)
        try container.encode(isNamed, forKey: .isNamed)
        try container.encode(isPinned, forKey: .isPinned)
    }
}

/// A tie as a line between two circles; several between the same two lie beside each other.
package struct DrawnTie: Sendable, Equatable {
    package var tie: MapTie
    package var x1: Double
    package var y1: Double
    package var x2: Double
    package var y2: Double
    /// Is it new, or gone, since the day that was asked for?
    package var isNew: Bool
    package var isGone: Bool

    fileprivate static func all(_ ties: [MapTie], _ places: [Person.ID: DrawnPerson], _ news: MapNews) -> [DrawnTie] {
        struct Pair: Hashable { var a: Person.ID, b: Person.ID }
        func pair(_ tie: MapTie) -> Pair { Pair(a: min(tie.from, tie.to), b: max(tie.from, tie.to)) }
        let counts = Dictionary(ties.map { (pair($0), 1) }, uniquingKeysWith: +)
        var drawn: [Pair: Int] = [:]
        return ties.compactMap { tie in
            guard let from = places[tie.from], let to = places[tie.to] else { return nil }
            let key = pair(tie)
            let place = drawn[key, default: 0]
            drawn[key] = place + 1
            let aside = (Double(place) - Double(counts[key, default: 1] - 1) / 2) * 5 * (tie.from < tie.to ? 1 : -1)
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            let length = max((dx * dx + dy * dy).squareRoot(), 1)
            let (ux, uy) = (dx / length, dy / length)
            let (start, end) = (min(from.radius + 5, length / 2), min(to.radius + 5, length / 2))
            return DrawnTie(
                tie: tie, x1: from.x + ux * start - uy * aside, y1: from.y + uy * start + ux * aside,
                x2: to.x - ux * end - uy * aside, y2: to.y - uy * end + ux * aside, isNew: news.ties.contains(tie.id),
                isGone: news.gone.contains { $0.id == tie.id })
        }
    }
}

/// The dashed frame around the people of one organisation.
package struct DrawnOrganisation: Sendable, Equatable {
    package var client: Named<Client>
    package var frame: MapFrame

    /// Those of whom two people or more are drawn.
    fileprivate static func all(_ territories: [(organisation: Int, frame: MapFrame)], _ people: [DrawnPerson])
        -> [DrawnOrganisation]
    {
        let shown = Dictionary(grouping: people.compactMap(\.person.client)) { $0.id.number }
        return territories.compactMap { number, frame in
            guard let clients = shown[Int64(number)], clients.count > 1 else { return nil }
            return DrawnOrganisation(client: clients[0], frame: frame)
        }
    }
}

extension MapLayout {
    /// By how much all circles may grow before two of them touch.
    fileprivate func swell(at places: [MapPoint], atMost most: Double) -> Double {
        guard most > 1 else { return 1 }
        var swell = most
        for a in people.indices {
            for b in people.indices.dropFirst(a + 1) {
                let (dx, dy) = (places[a].x - places[b].x, places[a].y - places[b].y)
                swell = min(swell, (dx * dx + dy * dy).squareRoot() / (people[a].radius + people[b].radius + 14))
            }
        }
        return max(1, swell)
    }

    /// Whose label has room where all are so many times as large.
    fileprivate func shown(at places: [MapPoint], distance: Double) -> [Bool] {
        Labels.shown(
            of: people.map { person in
                var person = person
                (person.labelWidth, person.labelHeight) = (person.labelWidth * distance, person.labelHeight * distance)
                return person
            }, at: places)
    }

    /// The people of a map as circles with their names, important ones first.
    fileprivate init(_ material: MapMaterial, _ kept: MapPlaces) {
        let places = Dictionary(uniqueKeysWithValues: material.people.enumerated().map { ($1.id, $0) })
        var degree = [Int](repeating: 0, count: places.count)
        let pairs = material.ties.compactMap { tie in
            places[tie.from].flatMap { from in places[tie.to].map { (from, $0) } }
        }
        for (a, b) in pairs {
            degree[a] += 1
            degree[b] += 1
        }
        self.init(
            people: material.people.enumerated().map { index, person in
                let place = kept.places[person.id]
                return Person(
                    radius: person.radius, labelWidth: person.labelWidth, labelHeight: person.labelHeight,
                    importance: person.importance + Double(degree[index]) / 10,
                    organisation: person.client.map { Int($0.id.number) },
                    kept: place.map { MapPoint(x: $0.x, y: $0.y) }, isPinned: place?.isPinned ?? false)
            }, ties: pairs)
    }
}

extension MapPerson {
    /// Of the circle, in the units of the drawing: its area grows with power; who is not judged is drawn small.
    fileprivate var radius: Double { 10 + Double(power ?? 1).squareRoot() * 7.2 }

    fileprivate var importance: Double { Double(power ?? 0) + (isVip ? 3 : 0) + (isKol ? 2 : 0) }

    /// The name in bold, and the post below it in a smaller letter.
    package var label: (name: String, post: String?) {
        (MapPerson.cut(name, 26), (title ?? client?.name).map { MapPerson.cut($0, 30) })
    }

    var labelWidth: Double { max(Double(label.name.count) * 7.4, Double(label.post?.count ?? 0) * 6.2) + 6 }
    var labelHeight: Double { label.post == nil ? 16 : 30 }

    private static func cut(_ text: String, _ most: Int) -> String {
        text.count <= most ? text : text.prefix(most - 1) + "…"
    }
}

extension MapMaterial {
    /// A hash of who is there, of which organisation, and between whom there are ties: of that the places are computed.
    fileprivate var mark: Int64 {
        var hash = FNV1a()
        for person in people {
            hash.add(person.id.number)
            hash.add(person.client?.id.number ?? 0)
        }
        for tie in ties {
            hash.add(tie.from.number)
            hash.add(tie.to.number)
        }
        return Int64(bitPattern: hash.value)
    }
}

/// The same hash on every machine and at every start (Fowler, Noll, Vo 1991; variant 1a of 64 bits).
private struct FNV1a {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ number: Int64) {
        for byte in 0..<8 {
            value ^= UInt64(truncatingIfNeeded: number >> (byte * 8)) & 0xFF
            value = value &* 0x0000_0100_0000_01b3
        }
    }
}
