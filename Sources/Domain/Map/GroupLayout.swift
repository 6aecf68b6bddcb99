import Foundation

/// People who are tied to one another, on the way from distances to places. They are numbered from zero.
struct GroupLayout {
    /// The length of a tie where everything has room, in units of the drawing.
    static let tie = 120.0
    /// The most that ties grow, in a crowd.
    static let growth = 3.0

    let people: [MapLayout.Person]
    let organisations: [Int?]
    let ties: [(Int, Int)]
    let stress: StressMajorization

    /// A first picture in quarters of a tie, wide rather than high.
    func sketch() -> [MapPoint] {
        var best = settled(ClassicalScaling(count: stress.count, distances: stress.distances).places())
        guard stress.count > 3, stress.count <= MapLayout.fullyLabelled, !ties.isEmpty else { return best }
        // A small picture has time for other beginnings; of those with hardly more stress the one with the fewest crossings is taken.
        var sketches = [best]
        for beginning in 1...8 { sketches.append(settled(spiral(beginning))) }
        let stresses = sketches.map { stress.stress(of: $0, unit: 1) }
        let bound = 1.02 * stresses.min()! + 1e-6
        var fewest = Int.max
        for (sketch, value) in zip(sketches, stresses) where value <= bound {
            let crossings = Crossings.count(of: ties, at: sketch)
            if crossings < fewest { (best, fewest) = (sketch, crossings) }
        }
        return best
    }

    private func settled(_ places: [MapPoint]) -> [MapPoint] {
        var places = places
        let until = stress.count <= MapLayout.fullyLabelled ? 1e-5 : 5e-4
        stress.settle(&places, unit: 1, sweeps: 100, until: until)
        return places.lyingAcross()
    }

    /// People on a spiral like the seeds of a sunflower, each beginning in another order.
    private func spiral(_ beginning: Int) -> [MapPoint] {
        (0..<stress.count).map { person in
            let seed = (person * (2 * beginning + 1) * 7 + beginning * 5) % 1009 % stress.count
            let angle = Double(seed) * 2.399963 + Double(person) * 0.01
            let radius = 4 * Double(seed + 1).squareRoot()
            return MapPoint(x: radius * cos(angle), y: radius * sin(angle))
        }
    }

    /// For each person, the length of a quarter of a tie at which they stand clear of all others.
    func neededScales(_ sketch: [MapPoint], isFullyLabelled: Bool) -> [Double] {
        Bodies(all: people.map { Body($0, hasLabel: isFullyLabelled, mobility: 1) }).neededScales(of: sketch)
    }

    /// The sketch at its size, with overlaps removed, and the frame of it with room for borders. In a crowd only those labels are given
    /// room that lack little of it.
    func legible(_ sketch: [MapPoint], unit: Double, isFullyLabelled: Bool) -> ([MapPoint], MapFrame) {
        var places = sketch.map { $0 * unit }
        let hasRoom =
            isFullyLabelled ? people.map { _ in true } : Labels.shown(of: people, at: places, margin: -Body.clearance)
        let bodies = Bodies(all: zip(people, hasRoom).map { Body($0, hasLabel: $1, mobility: 1) })
        let territories = Territories(bodies: bodies.all, organisations: organisations)
        for round in 0..<30 {
            _ = stress.sweep(&places, unit: unit)
            let isClear = territories.part(&places, by: 0.5)
            if bodies.part(&places) && isClear && round > 3 { break }
        }
        bodies.part(&places, with: territories)
        return (places, MapFrame(around: zip(bodies.all, places).map { $0.whole(at: $1) }).withMargins)
    }
}

extension [MapPoint] {
    /// Turned about their middle so that they are spread across the most.
    func lyingAcross() -> [MapPoint] {
        guard count > 1 else { return self }
        let middle = reduce(MapPoint(x: 0, y: 0), +) * (1 / Double(count))
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        for place in self {
            let way = place - middle
            xx += way.x * way.x
            xy += way.x * way.y
            yy += way.y * way.y
        }
        let angle = atan2(2 * xy, xx - yy) / 2
        return map { ($0 - middle).turned(cosine: cos(angle), sine: -sin(angle)) }
    }
}
