extension MapDrawing {
    /// Where a narrow screen begins: the frame around what is lit; otherwise a third of the picture's width, as high as a phone shows it,
    /// where the most powerful people stand.
    package var focus: MapFrame {
        let lit = people.filter { self.lit.people.contains($0.person.id) }
        guard lit.isEmpty else { return MapFrame(around: lit.map(\.whole)).widened(by: 40) }
        let wide = min(frame.width, max(frame.width / 3, 356))
        func window(around place: MapPoint) -> MapFrame {
            MapFrame(left: place.x, top: place.y, right: place.x, bottom: place.y).widened(x: wide / 2, y: wide * 0.6)
        }
        // The most important are drawn last.
        let candidates = people.suffix(24).reversed().map { window(around: $0.place) }
        let sums = candidates.map { window in
            people.reduce(0) {
                $0 + (window.isWithin(0.1, of: $1.place) ? ($1.person.power ?? 0) * ($1.person.power ?? 0) : 0)
            }
        }
        guard let best = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else { return frame }
        let near = people.filter { candidates[best].isWithin(0.1, of: $0.place) }
        let all = MapFrame(around: near.map(\.whole))
        return window(around: MapPoint(x: (all.left + all.right) / 2, y: (all.top + all.bottom) / 2))
    }

    /// For `paperStep`: letters on paper have two thirds of their size on a screen.
    static func paperStep(_ frame: MapFrame) -> Int {
        // What a sheet has left beside the page's head, in CSS pixels.
        let width = min(960, 500 * frame.width / frame.height)
        let pixels = width / 0.66
        return (0..<MapWidth.last).last { MapWidth.pixels(of: $0) <= pixels } ?? 0
    }
}

extension DrawnPerson {
    /// The frame around the circle with its ring.
    fileprivate var whole: MapFrame {
        MapFrame(left: x - radius - 6, top: y - radius - 6, right: x + radius + 6, bottom: y + radius + 6)
    }
}
