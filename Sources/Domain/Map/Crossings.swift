/// Ties that cross on the picture.
enum Crossings {
    /// How many pairs of ties cross. Ties that share an end do not count.
    static func count(of ties: [(Int, Int)], at places: [MapPoint]) -> Int {
        var count = 0
        for (i, first) in ties.enumerated() {
            let (a, b) = (places[first.0], places[first.1])
            for second in ties[..<i] where !shareAnEnd(first, second) {
                let (c, d) = (places[second.0], places[second.1])
                if side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 { count += 1 }
            }
        }
        return count
    }

    private static func shareAnEnd(_ a: (Int, Int), _ b: (Int, Int)) -> Bool {
        a.0 == b.0 || a.0 == b.1 || a.1 == b.0 || a.1 == b.1
    }

    /// The sign says on which side of the line from `a` to `b` the third point lies.
    private static func side(_ a: MapPoint, _ b: MapPoint, _ c: MapPoint) -> Double {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
}
