import Foundation

/// A first picture of a group: the two axes along which the squared distances vary most (Torgerson 1952), found by power iteration.
struct ClassicalScaling {
    let count: Int
    let distances: [UInt16]

    /// A place for each person, in quarters of a tie; the first axis is horizontal.
    func places() -> [MapPoint] {
        guard count > 1 else { return Array(repeating: MapPoint(x: 0, y: 0), count: count) }
        let first = axis(besides: [])
        let second = axis(besides: first)
        // People with equal distances to all others would get the same place, and no later step could separate them.
        return (0..<count).map { person in
            let angle = Double(person) * 2.399963
            return MapPoint(x: first[person] + 0.4 * cos(angle), y: second[person] + 0.4 * cos(angle - 1.570796))
        }
    }

    /// The strongest axis at right angles to `other`, scaled to the distances along it.
    private func axis(besides other: [Double]) -> [Double] {
        var axis = (0..<count).map { cos(Double($0 * $0 + 1)) }
        var strength = 0.0
        for _ in 0..<20 {
            straighten(&axis, besides: other)
            let norm = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 1e-9 else { return Array(repeating: 0, count: count) }
            for i in axis.indices { axis[i] /= norm }
            axis = weighted(axis)
            straighten(&axis, besides: other)
            strength = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        guard strength > 1e-9 else { return Array(repeating: 0, count: count) }
        return axis.map { $0 / strength.squareRoot() }
    }

    private func straighten(_ axis: inout [Double], besides other: [Double]) {
        let mean = axis.reduce(0, +) / Double(count)
        for i in axis.indices { axis[i] -= mean }
        let square = other.reduce(0) { $0 + $1 * $1 }
        guard square > 1e-9 else { return }
        let share = zip(axis, other).reduce(0) { $0 + $1.0 * $1.1 } / square
        for i in axis.indices { axis[i] -= share * other[i] }
    }

    private func weighted(_ axis: [Double]) -> [Double] {
        distances.withUnsafeBufferPointer { distances in
            axis.withUnsafeBufferPointer { axis in
                (0..<count).map { i in
                    var sum = 0.0
                    for j in 0..<count {
                        let distance = Double(distances[i * count + j])
                        sum -= distance * distance * axis[j]
                    }
                    return sum / 2
                }
            }
        }
    }
}
