import Foundation

/// Start places for people who were not on the last picture, so that those who were stay.
struct Newcomers {
    let stress: StressMajorization
    let unit: Double

    /// Kept people stay at their places. Newcomers are placed near the people they are tied to, the closest along ties first.
    func joined(to kept: [MapPoint?]) -> [MapPoint] {
        var places = kept
        // For each newcomer, the smallest distance to a person with a place.
        var nearest = kept.indices.map { person in
            kept.indices.reduce(Int.max) { kept[$1] == nil ? $0 : min($0, distance(person, $1)) }
        }
        while let next = places.indices.filter({ places[$0] == nil }).min(by: { (nearest[$0], $0) < (nearest[$1], $1) })
        {
            places[next] = place(for: next, at: nearest[next], among: places)
            for other in places.indices { nearest[other] = min(nearest[other], distance(other, next)) }
        }
        return places.map { $0! }
    }

    /// The place of least stress: the middle of the nearest people, or a point on a ring around it.
    private func place(for person: Int, at distance: Int, among places: [MapPoint?]) -> MapPoint {
        let near = places.indices.compactMap { self.distance(person, $0) == distance ? places[$0] : nil }
        let middle = near.reduce(MapPoint(x: 0, y: 0), +) * (1 / Double(max(near.count, 1)))
        let ring = (0..<16).map { tooth in
            let angle = Double(tooth) * .pi / 8 + 0.1
            return middle + MapPoint(x: cos(angle), y: sin(angle)) * (unit * Double(distance))
        }
        let candidates = [middle] + ring
        let stresses = candidates.map { stress(of: person, at: $0, among: places) }
        return candidates[stresses.indices.min { stresses[$0] < stresses[$1] }!]
    }

    private func stress(of person: Int, at place: MapPoint, among places: [MapPoint?]) -> Double {
        places.indices.reduce(0) { sum, other in
            guard let there = places[other] else { return sum }
            let error = (there - place).length / (unit * Double(distance(person, other))) - 1
            return sum + error * error
        }
    }

    private func distance(_ a: Int, _ b: Int) -> Int { Int(stress.distances[a * stress.count + b]) }

    /// A new picture, turned, mirrored and moved so that the few kept people are near their former places; these then keep their exact
    /// places (Procrustes).
    static func aligned(_ places: [MapPoint], to kept: [MapPoint?]) -> [MapPoint] {
        let pairs = zip(places, kept).compactMap { new, old in old.map { (new, $0) } }
        guard !pairs.isEmpty else { return places }
        let share = 1 / Double(pairs.count)
        let middle = pairs.reduce(MapPoint(x: 0, y: 0)) { $0 + $1.0 } * share
        let target = pairs.reduce(MapPoint(x: 0, y: 0)) { $0 + $1.1 } * share
        // The sums that give the rotation, without and with mirroring.
        var (along, across, alongMirrored, acrossMirrored) = (0.0, 0.0, 0.0, 0.0)
        for (new, old) in pairs {
            let (a, b) = (new - middle, old - target)
            along += a.x * b.x + a.y * b.y
            across += a.x * b.y - a.y * b.x
            alongMirrored += a.x * b.x - a.y * b.y
            acrossMirrored += a.x * b.y + a.y * b.x
        }
        let isMirrored = hypot(alongMirrored, acrossMirrored) > hypot(along, across)
        let angle = isMirrored ? atan2(acrossMirrored, alongMirrored) : atan2(across, along)
        return zip(places, kept).map { new, old in
            let way = new - middle
            let side = MapPoint(x: way.x, y: isMirrored ? -way.y : way.y)
            return old ?? target + side.turned(cosine: cos(angle), sine: sin(angle))
        }
    }
}
