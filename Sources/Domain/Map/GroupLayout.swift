/// People who are connected by ties, on the way from distances to places. They are numbered from zero.
struct GroupLayout {
    /// The length of a tie when everything has room, in units of the drawing.
    static let tie = 120.0
    /// The largest factor by which ties grow in a crowd.
    static let growth = 3.0
    /// The ratio of width to height that a crowd should have.
    private static let flat = 1.45

    /// Their numbers on the map.
    let members: [Int]
    let people: [MapLayout.Person]
    let organisations: [Int?]
    /// True if any of them is tied to another. Otherwise they are of one organisation, or one person alone.
    let isTied: Bool
    let stress: StressMajorization
    /// Their places on the last picture, if it is usable.
    let kept: [MapPoint?]
    /// The length of a quarter of a tie on the last picture; nil if it is not usable.
    let keptUnit: Double?
    /// A first picture in quarters of a tie; empty if at least half of them were on the last picture.
    let sketch: [MapPoint]

    init(
        members: [Int], people: [MapLayout.Person], organisations: [Int?], ties: [(Int, Int)], distances: [UInt16]
    ) {
        self.members = members
        self.people = people
        self.organisations = organisations
        isTied = !ties.isEmpty
        stress = StressMajorization(count: members.count, distances: distances)
        (kept, keptUnit) = GroupLayout.kept(people, stress)
        let isMostlyKept = 2 * kept.count(where: { $0 != nil }) >= kept.count
        sketch = isMostlyKept ? [] : Sketching(stress: stress, ties: ties).sketch()
    }

    /// For each person, the length of a quarter of a tie at which they are clear of all others.
    func neededScales(isFullyLabelled: Bool) -> [Double] {
        guard !sketch.isEmpty, isFullyLabelled || isTied else { return [] }
        return Bodies(all: people.map { Body($0, hasLabel: isFullyLabelled, mobility: 1) }).neededScales(of: sketch)
    }

    /// The sketch at full size without overlaps, and its frame with room for borders. In a crowd, only labels that lack little room get it.
    func legible(unit: Double, isFullyLabelled: Bool) -> (places: [MapPoint], frame: MapFrame) {
        guard isFullyLabelled || isTied else { return block() }
        var places = sketch.map { $0 * unit }
        let hasRoom =
            isFullyLabelled ? people.map { _ in true } : Labels.shown(of: people, at: places, as: 0.4)
        let bodies = Bodies(all: zip(people, hasRoom).map { Body($0, hasLabel: $1, mobility: 1) })
        let territories = Territories(people, organisations: organisations, areLabelled: isFullyLabelled)
        for round in 0..<30 {
            _ = stress.sweep(&places, unit: unit)
            let isClear = territories.part(&places, by: 0.5)
            if bodies.part(&places) && isClear && round > 3 { break }
        }
        bodies.part(&places, with: territories)
        if !isFullyLabelled && territories.bordered > 1 {
            // A page is wider than high, so a crowd's organisations are flattened and find room at the sides.
            for _ in 0..<8 where territories.aspect(places) < GroupLayout.flat {
                places = places.map { MapPoint(x: $0.x, y: $0.y * 0.94) }
                bodies.part(&places, with: territories)
            }
        }
        // Labels may not all have found room. At least the circles must be clear of each other, and stay so on the next picture.
        Bodies(all: people.map { Body($0, hasLabel: false, mobility: 1) }).part(&places, with: nil)
        return (places, MapFrame(around: zip(bodies.all, places).map { $0.whole(at: $1) }).withMargins)
    }
}
