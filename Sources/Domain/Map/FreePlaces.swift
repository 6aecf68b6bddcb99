import Foundation

/// The last resort against overlaps: a person who still overlaps another moves to the nearest free place.
enum FreePlaces {
    /// Removes all overlaps of circles, unless two of them may not move. The less mobile are placed first.
    static func settle(_ bodies: [Body], _ places: inout [MapPoint]) {
        let order = bodies.indices.sorted { (bodies[$0].mobility, $0) < (bodies[$1].mobility, $1) }
        var settled: [Int] = []
        for person in order {
            func isFree(_ place: MapPoint) -> Bool {
                settled.allSatisfy { (place - places[$0]).length >= bodies[person].radius + bodies[$0].radius }
            }
            if bodies[person].mobility > 0, !isFree(places[person]) {
                places[person] = nearest(to: places[person], step: bodies[person].radius / 2 + 2, where: isFree)!
            }
            settled.append(person)
        }
    }

    /// The nearest free place, searched on wider and wider rings; nil if none is found within `rings` rings.
    static func nearest(
        to place: MapPoint, step: Double, rings: Int = .max, where isFree: (MapPoint) -> Bool
    ) -> MapPoint? {
        for ring in 1...rings {
            for tooth in 0..<(8 * ring) {
                let angle = Double(tooth) * .pi / Double(4 * ring)
                let candidate = place + MapPoint(x: cos(angle), y: sin(angle)) * (Double(ring) * step)
                if isFree(candidate) { return candidate }
            }
        }
        return nil
    }
}
