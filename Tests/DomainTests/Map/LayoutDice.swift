@testable import Domain

/// Graphs that look random and are the same for the same seed.
struct LayoutDice {
    private var random: SplitMix

    init(_ seed: Int) { random = SplitMix(seed: UInt64(seed)) }

    mutating func below(_ limit: Int) -> Int { random.below(limit) }

    mutating func ties(_ count: Int, among people: Int) -> [(Int, Int)] {
        (0..<count).map { _ in (below(people), below(people)) }
    }

    mutating func people(_ count: Int) -> [MapLayout.Person] {
        (0..<count).map { _ in
            MapLayout.Person(
                radius: Double(14 + below(13)), labelWidth: Double(50 + below(90)), labelHeight: 30,
                importance: Double(below(5)))
        }
    }
}

/// A picture with what it was made from.
struct LaidOut {
    let layout: MapLayout
    let picture: MapPicture

    init(_ people: [MapLayout.Person], _ ties: [(Int, Int)]) {
        layout = MapLayout(people: people, ties: ties)
        picture = layout.picture()
    }

    var places: [MapPoint] { picture.places }

    /// How far two people's circles are from touching; below zero they overlap.
    func gap(_ i: Int, _ j: Int) -> Double {
        (places[i] - places[j]).length - layout.people[i].radius - layout.people[j].radius
    }

    var overlappingCircles: Int {
        places.indices.reduce(0) { sum, i in sum + (0..<i).count { gap(i, $0) < 0 } }
    }

    /// Pairs of a shown label and another label or another's circle on it.
    var coveredLabels: Int {
        let labels = places.indices.map { person in
            picture.shown[person]
                ? Body(layout.people[person], hasLabel: true, mobility: 0).label(at: places[person]) : nil
        }
        return labels.enumerated().reduce(0) { sum, label in
            guard let frame = label.element else { return sum }
            return sum
                + places.indices.count { other in
                    other != label.offset
                        && (frame.isWithin(layout.people[other].radius, of: places[other])
                            || labels[other].map(frame.overlaps) == true)
                }
        }
    }

    var isFinite: Bool { places.allSatisfy { $0.x.isFinite && $0.y.isFinite } }

    /// The same people as they would be kept for the next picture.
    var kept: [MapLayout.Person] {
        zip(layout.people, places).map { person, place in
            var person = person
            person.kept = place
            return person
        }
    }

    /// The length of the ties as a share of the mean, from the shortest to the longest.
    var tieLengths: [Double] {
        let lengths = layout.ties.map { (places[$0.0] - places[$0.1]).length }.sorted()
        let mean = lengths.reduce(0, +) / Double(lengths.count)
        return lengths.map { $0 / mean }
    }
}
