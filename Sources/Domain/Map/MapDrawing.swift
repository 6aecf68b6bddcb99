/// How the people of a map are drawn: their places and sizes, where their names are written, and the frames of their organisations.
package struct MapDrawing: Sendable {
    /// The least important first, so that the names of important people lie over their circles.
    package var people: [DrawnPerson]
    package var ties: [DrawnTie]
    package var organisations: [DrawnOrganisation]
    package var frame: MapFrame
    /// True if there are too many people to show all names at once.
    package var isCrowd: Bool
    /// The places to store; nil if they are stored already.
    package var fresh: MapPlaces?
    /// The step of width whose names are read on a sheet of paper in landscape.
    package let paperStep: Int
    /// What is lit, so that the rest is dimmed; empty if all is drawn alike.
    package var lit: MapWay

    /// Draws people and ties, at their former places if they had any. `news` marks what is new, changed and gone. People whom a filter
    /// hides keep their places.
    package init(
        _ material: MapMaterial, _ news: MapNews, _ kept: MapPlaces, _ query: MapQuery, lit: MapWay = MapWay()
    ) {
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
        self.lit = lit
        isCrowd = !layout.isFullyLabelled
        // Whom the page tells about is named before all others.
        let importance = everybody.indices.map {
            layout.people[$0].importance + (lit.people.contains(everybody[$0].id) ? 100 : 0)
        }
        let shown = everybody.indices.filter { query.shows(everybody[$0]) }.sorted {
            (importance[$0], $1) < (importance[$1], $0)
        }
        people = shown.map { index in
            DrawnPerson(
                person: everybody[index], x: picture.places[index].x, y: picture.places[index].y,
                radius: layout.people[index].radius, isPinned: kept.places[everybody[index].id]?.isPinned ?? false,
                news: news.people[everybody[index].id])
        }
        let places = Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) })
        ties = DrawnTie.all((material.ties + news.gone).filter(query.draws), places, news)
        organisations = DrawnOrganisation.all(picture.territories, people)
        frame = MapDrawing.frame(people, organisations, isCrowd: isCrowd)
        paperStep = MapDrawing.paperStep(frame)
        Lettering.write(on: &self)
    }

    /// The height, in the drawing, of letters of twelve pixels when the picture is as wide as a step.
    package func letters(at step: Int) -> Double { 12 * frame.width / MapWidth.pixels(of: step) }

    /// The frame around all that is drawn, with a margin. Unless it is a crowd, its width is rounded up to the next step, so that
    /// everything is shown at its own size at that width.
    private static func frame(_ people: [DrawnPerson], _ organisations: [DrawnOrganisation], isCrowd: Bool) -> MapFrame
    {
        let frame = MapFrame(around: people.map { $0.frame(withName: !isCrowd) } + organisations.map(\.frame)).widened(
            by: 12)
        let wide = max(frame.width, 320)
        let width = isCrowd ? wide : MapWidth.pixels(of: MapWidth.step(of: wide))
        return frame.widened(x: (width - frame.width) / 2, y: max(0, 160 - frame.height) / 2)
    }
}

/// A person as a circle whose area shows their power.
package struct DrawnPerson: Sendable, Equatable, Encodable {
    package var person: MapPerson
    package var x: Double
    package var y: Double
    package var radius: Double
    package var label = MapLabel()
    package var isPinned: Bool
    /// What happened to the person since the day that the viewer compares with: came, or moved or was judged otherwise. Nil for nothing.
    package var news: MapNews.Kind?

    var place: MapPoint { MapPoint(x: x, y: y) }

    /// The frame of the circle with its ring, and of the name below it.
    fileprivate func frame(withName: Bool) -> MapFrame {
        let circle = MapFrame(
            left: x - radius - 6, top: y - radius - 6, right: x + radius + 6, bottom: y + radius + 6)
        guard withName else { return circle }
        let half = person.labelWidth / 2
        let bottom = y + radius + MapLayout.labelGap + person.labelHeight
        return circle.joined(with: MapFrame(left: x - half, top: y, right: x + half, bottom: bottom))
    }
}

extension DrawnPerson {
    private enum CodingKeys: String, CodingKey { case person, x, y, radius, isPinned }

    /// Encodes places as whole units.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(person, forKey: .person)
        try container.encode(Int(x.rounded()), forKey: .x)
        try container.encode(Int(y.rounded()), forKey: .y)
        try container.encode(Int(radius.rounded()), forKey: .radius)
        try container.encode(isPinned, forKey: .isPinned)
    }
}

/// The dashed frame around the people of one organisation.
package struct DrawnOrganisation: Sendable, Equatable {
    package var client: Named<Client>
    package var frame: MapFrame
    package var label = MapLabel()

    /// The organisations with at least two people in the picture, the largest first.
    fileprivate static func all(_ territories: [(organisation: Int, frame: MapFrame)], _ people: [DrawnPerson])
        -> [DrawnOrganisation]
    {
        let shown = Dictionary(grouping: people.compactMap(\.person.client)) { $0.id.number }
        return territories.compactMap { number, frame -> (DrawnOrganisation, Int)? in
            guard let clients = shown[Int64(number)], clients.count > 1 else { return nil }
            return (DrawnOrganisation(client: clients[0], frame: frame), clients.count)
        }.sorted { ($1.1, $0.0.client.id) < ($0.1, $1.0.client.id) }.map(\.0)
    }
}

extension MapLayout {
    /// The people of a map as circles with names.
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
    /// The circle's radius, in units of the drawing. Its area grows with power. A person without a judgement is drawn small.
    fileprivate var radius: Double { 10 + Double(power ?? 1).squareRoot() * 7.2 }

    fileprivate var importance: Double { Double(power ?? 0) + (isVip ? 3 : 0) + (isKol ? 2 : 0) }
}

extension MapMaterial {
    /// A hash of all that the places are computed from: the people, their organisations, and the ties between them.
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

/// A hash that is the same on every machine and at every start (Fowler, Noll, Vo 1991; variant 1a of 64 bits).
private struct FNV1a {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ number: Int64) {
        for byte in 0..<8 {
            value ^= UInt64(truncatingIfNeeded: number >> (byte * 8)) & 0xFF
            value = value &* 0x0000_0100_0000_01b3
        }
    }
}
