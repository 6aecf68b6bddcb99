/// A person's circle, with the label below it if the label gets room.
struct Body {
    /// The space between two circles and around a label, in units of the drawing.
    static let clearance = 8.0
    /// An extra distance when people are moved apart, so that rounding leaves no overlap.
    static let hair = 0.01

    let radius, labelWidth, labelHeight: Double
    /// A body that is twice as mobile moves twice as far out of another's way; zero never moves.
    let mobility: Double

    init(_ person: MapLayout.Person, hasLabel: Bool, mobility: Double) {
        radius = person.radius
        labelWidth = hasLabel ? person.labelWidth : 0
        labelHeight = hasLabel ? person.labelHeight : 0
        self.mobility = mobility
    }

    func circle(at place: MapPoint) -> MapFrame {
        MapFrame(left: place.x - radius, top: place.y - radius, right: place.x + radius, bottom: place.y + radius)
    }

    /// Nil if there is no label.
    func label(at place: MapPoint) -> MapFrame? {
        guard labelWidth > 0, labelHeight > 0 else { return nil }
        let top = place.y + radius + MapLayout.labelGap
        return MapFrame(
            left: place.x - labelWidth / 2, top: top, right: place.x + labelWidth / 2, bottom: top + labelHeight)
    }

    func whole(at place: MapPoint) -> MapFrame {
        let circle = circle(at: place)
        return label(at: place).map(circle.joined) ?? circle
    }

    /// How far it reaches to the left and to the right.
    var reach: Double { max(radius, labelWidth / 2) }
}

/// People as bodies that move out of each other's way.
struct Bodies {
    let all: [Body]

    /// Moves people and their organisations apart until nothing overlaps, in a hundred passes at most.
    func part(_ places: inout [MapPoint], with territories: Territories?) {
        for _ in 0..<100 {
            let isClear = territories?.part(&places, by: 1) ?? true
            if part(&places) && isClear { return }
        }
    }

    /// Moves overlapping people apart, pair by pair. Returns true if there was no overlap.
    func part(_ places: inout [MapPoint]) -> Bool {
        let order = all.indices.sorted { (places[$0].x, $0) < (places[$1].x, $1) }
        let widest = all.reduce(0) { max($0, $1.reach) } + Body.clearance
        let lefts = order.map { places[$0].x }
        var isClear = true
        for (rank, i) in order.enumerated() {
            let end = lefts[rank] + all[i].reach + widest
            for next in (rank + 1)..<max(order.count, rank + 1) {
                guard lefts[next] < end else { break }
                if !part(i, order[next], &places) { isClear = false }
            }
        }
        return isClear
    }

    private func part(_ i: Int, _ j: Int, _ places: inout [MapPoint]) -> Bool {
        guard all[i].mobility + all[j].mobility > 0 else { return true }
        var isClear = true
        let between = places[j] - places[i]
        let needed = all[i].radius + all[j].radius + Body.clearance
        if between.length < needed {
            // Two people on one spot move apart sideways, each pair in its own direction.
            let direction =
                between.length > 1e-6
                ? between * (1 / between.length) : MapPoint(x: 1, y: Double((i * 7 + j * 13) % 17) / 8 - 1)
            move(i, j, by: direction * (needed - between.length), &places)
            isClear = false
        }
        if let first = all[i].label(at: places[i])?.widened(by: Body.clearance),
            let second = all[j].label(at: places[j]),
            let way = first.wayOut(of: second)
        {
            move(i, j, by: way, &places)
            isClear = false
        }
        for (labelled, other) in [(i, j), (j, i)] {
            let label = all[labelled].label(at: places[labelled])?.widened(by: Body.clearance)
            guard let label, label.isWithin(all[other].radius, of: places[other]),
                let way = label.wayOut(of: all[other].circle(at: places[other]))
            else { continue }
            move(labelled, other, by: way, &places)
            isClear = false
        }
        return isClear
    }

    /// Moves the two away from each other by `way` in all, each by its share.
    private func move(_ i: Int, _ j: Int, by way: MapPoint, _ places: inout [MapPoint]) {
        let share = all[j].mobility / (all[i].mobility + all[j].mobility)
        let step = way * (1 + Body.hair / max(way.length, Body.hair))
        places[j] = places[j] + step * share
        places[i] = places[i] - step * (1 - share)
    }

    /// For each person, by what factor the picture must grow until they are clear of all others.
    func neededScales(of places: [MapPoint]) -> [Double] {
        var needed = Array(repeating: 0.0, count: all.count)
        for i in all.indices {
            for j in 0..<i {
                let scale = neededScale(i, j, places[j] - places[i])
                needed[i] = max(needed[i], scale)
                needed[j] = max(needed[j], scale)
            }
        }
        return needed
    }

    private func neededScale(_ i: Int, _ j: Int, _ between: MapPoint) -> Double {
        let dx = between.x.magnitude + 1e-6
        let dy = between.y.magnitude + 1e-6
        func scale(_ first: MapFrame?, _ second: MapFrame?) -> Double {
            guard let first, let second else { return 0 }
            let wide = (first.width + second.width) / 2 + Body.clearance
            let offset = (first.top + first.bottom - second.top - second.bottom) / 2
            let high = (first.height + second.height) / 2 + Body.clearance + offset * (between.y < 0 ? -1 : 1)
            return min(wide / dx, high / dy)
        }
        let origin = MapPoint(x: 0, y: 0)
        let circles = (all[i].radius + all[j].radius + Body.clearance) / (between.length + 1e-6)
        let label = all[i].label(at: origin)
        let other = all[j].label(at: origin)
        return max(
            circles, scale(label, other), scale(label, all[j].circle(at: origin)),
            scale(all[i].circle(at: origin), other))
    }
}
