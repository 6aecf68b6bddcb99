/// A tie as a line between two circles. Several ties between the same two people lie side by side.
package struct DrawnTie: Sendable, Equatable {
    package var tie: MapTie
    package var x1: Double
    package var y1: Double
    package var x2: Double
    package var y2: Double
    /// What happened to the tie since the day that the viewer compares with; nil for nothing.
    package var news: MapNews.Kind?

    static func all(_ ties: [MapTie], _ places: [Person.ID: DrawnPerson], _ news: MapNews) -> [DrawnTie] {
        struct Pair: Hashable { var a: Person.ID, b: Person.ID }
        func pair(_ tie: MapTie) -> Pair { Pair(a: min(tie.from, tie.to), b: max(tie.from, tie.to)) }
        let counts = Dictionary(ties.map { (pair($0), 1) }, uniquingKeysWith: +)
        var drawn: [Pair: Int] = [:]
        return ties.compactMap { tie in
            guard let from = places[tie.from], let to = places[tie.to] else { return nil }
            let key = pair(tie)
            let place = drawn[key, default: 0]
            drawn[key] = place + 1
            let aside = (Double(place) - Double(counts[key, default: 1] - 1) / 2) * 5 * (tie.from < tie.to ? 1 : -1)
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            let length = max((dx * dx + dy * dy).squareRoot(), 1)
            let (ux, uy) = (dx / length, dy / length)
            let (start, end) = (min(from.radius + 5, length / 2), min(to.radius + 5, length / 2))
            return DrawnTie(
                tie: tie, x1: from.x + ux * start - uy * aside, y1: from.y + uy * start + ux * aside,
                x2: to.x - ux * end - uy * aside, y2: to.y - uy * end + ux * aside, news: news.ties[tie.id])
        }
    }
}
