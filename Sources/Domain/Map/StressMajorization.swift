/// Places a group so that distances on the map match distances along ties: stress majorization with weights of one over the square of the
/// distance, solved for one person after another (Gansner, Koren, North 2004).
struct StressMajorization {
    let count: Int
    /// Row by row, in quarters of a tie; zero from a person to themselves.
    let distances: [UInt16]
    /// The weight for each distance.
    private let weights: [Double]

    init(count: Int, distances: [UInt16]) {
        self.count = count
        self.distances = distances
        let longest = Int(distances.max() ?? 0)
        weights = (0...longest).map { $0 == 0 ? 0 : 1 / Double($0 * $0) }
    }

    /// What holds a person at a place. The weight is a multiple of the weight of all others; infinity fixes the person.
    struct Hold {
        var place: MapPoint
        var weight: Double
    }

    /// Moves everybody once towards the place that fits the others. Returns the mean square of the moves, in squares of the unit; the unit
    /// is the length of a quarter of a tie.
    func sweep(_ places: inout [MapPoint], unit: Double, holds: [Hold?] = [], stride: Double = 1) -> Double {
        var moved = 0.0
        places.withUnsafeMutableBufferPointer { places in
            distances.withUnsafeBufferPointer { distances in
                weights.withUnsafeBufferPointer { weights in
                    for i in 0..<count {
                        let hold = holds.isEmpty ? nil : holds[i]
                        if let hold, hold.weight == .infinity { continue }
                        let here = places[i]
                        var x = 0.0
                        var y = 0.0
                        var total = 0.0
                        let row = i * count
                        for j in 0..<count {
                            let distance = Int(distances[row + j])
                            let weight = weights[distance]
                            let there = places[j]
                            let dx = here.x - there.x
                            let dy = here.y - there.y
                            let stretch = unit * Double(distance) / ((dx * dx + dy * dy).squareRoot() + 1e-9)
                            x += weight * (there.x + stretch * dx)
                            y += weight * (there.y + stretch * dy)
                            total += weight
                        }
                        guard total > 0 else { continue }
                        if let hold {
                            x += hold.weight * total * hold.place.x
                            y += hold.weight * total * hold.place.y
                            total *= 1 + hold.weight
                        }
                        let dx = (x / total - here.x) * stride
                        let dy = (y / total - here.y) * stride
                        places[i] = MapPoint(x: here.x + dx, y: here.y + dy)
                        moved += dx * dx + dy * dy
                    }
                }
            }
        }
        return moved / (Double(max(count, 1)) * unit * unit)
    }

    /// Sweeps until people hardly move.
    func settle(_ places: inout [MapPoint], unit: Double, holds: [Hold?] = [], sweeps: Int, until: Double = 1e-5) {
        for _ in 0..<sweeps {
            guard sweep(&places, unit: unit, holds: holds, stride: 1.5) > until else { return }
        }
    }

    /// How far the picture is from the distances along ties: the sum of weighted squares over all pairs.
    func stress(of places: [MapPoint], unit: Double) -> Double {
        var stress = 0.0
        for i in 0..<count {
            for j in 0..<i {
                let distance = Int(distances[i * count + j])
                let error = (places[i] - places[j]).length / unit - Double(distance)
                stress += weights[distance] * error * error
            }
        }
        return stress
    }

    /// The unit with which the places of these members have the least stress; zero if all are on one spot.
    func fittingUnit(of places: [MapPoint], among members: [Int]) -> Double {
        var squares = 0.0
        var products = 0.0
        for (rank, i) in members.enumerated() {
            for j in members[..<rank] {
                let distance = Int(distances[i * count + j])
                let length = (places[i] - places[j]).length
                squares += weights[distance] * length * length
                products += weights[distance] * length * Double(distance)
            }
        }
        return products > 0 ? squares / products : 0
    }
}
