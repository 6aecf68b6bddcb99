import Foundation

/// The first picture of a group, without regard to the sizes of circles.
struct Sketching {
    let stress: StressMajorization
    let ties: [(Int, Int)]

    /// Places in quarters of a tie, wider rather than higher.
    func sketch() -> [MapPoint] {
        var best = settled(ClassicalScaling(count: stress.count, distances: stress.distances).places())
        guard stress.count > 3, stress.count <= MapLayout.fullyLabelled, !ties.isEmpty else { return best }
        // For a small picture there is time to try other beginnings. Of those with nearly the least stress, the one with the fewest
        // crossings is chosen.
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

    /// People on a spiral like sunflower seeds; each beginning uses another order.
    private func spiral(_ beginning: Int) -> [MapPoint] {
        (0..<stress.count).map { person in
            let seed = (person * (2 * beginning + 1) * 7 + beginning * 5) % 1009 % stress.count
            let angle = Double(seed) * 2.399963 + Double(person) * 0.01
            let radius = 4 * Double(seed + 1).squareRoot()
            return MapPoint(x: radius * cos(angle), y: radius * sin(angle))
        }
    }
}

extension [MapPoint] {
    /// The places turned around their middle so that the widest spread is horizontal.
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
