/// Places frames side by side without overlap, on a page a little wider than high. Each frame lies as high as possible below those before
/// it (skyline, bottom-left; Baker, Coffman, Rivest 1980).
struct Packing {
    /// The ratio of width to height.
    static let aspect = 1.6

    private let width: Double
    /// From left to right: how far down the page is taken, from this x on.
    private var skyline: [(left: Double, bottom: Double)]

    private init(width: Double) {
        self.width = width
        skyline = [(0, 0)]
    }

    /// The top left corner for each size; the first stays at the origin.
    static func corners(of sizes: [(width: Double, height: Double)]) -> [MapPoint] {
        guard let first = sizes.first else { return [] }
        let area = sizes.reduce(0) { $0 + $1.width * $1.height }
        let widest = sizes.reduce(0) { max($0, $1.width) }
        var best: (extent: Double, corners: [MapPoint])?
        // The best width of the page is not known in advance, so a few are tried.
        for factor in [1, 1.15, 1.3, 1.5] {
            var packing = Packing(width: max(widest, (area * aspect).squareRoot() * factor))
            var corners = Array(repeating: MapPoint(x: 0, y: 0), count: sizes.count)
            packing.take(0, first.width, to: first.height)
            for rank in sizes.indices.dropFirst().sorted(by: { (-sizes[$0].height, $0) < (-sizes[$1].height, $1) }) {
                corners[rank] = packing.place(width: sizes[rank].width, height: sizes[rank].height)
            }
            let right = zip(corners, sizes).reduce(0) { max($0, $1.0.x + $1.1.width) }
            let bottom = zip(corners, sizes).reduce(0) { max($0, $1.0.y + $1.1.height) }
            let extent = max(right, bottom * aspect)
            if best.map({ extent < $0.extent }) ?? true { best = (extent, corners) }
        }
        return best!.corners
    }

    private mutating func place(width: Double, height: Double) -> MapPoint {
        var best = MapPoint(x: 0, y: .infinity)
        for (left, _) in skyline where left == 0 || left + width <= self.width {
            let top = skyline.indices.reduce(0.0) { top, step in
                let end = step + 1 < skyline.count ? skyline[step + 1].left : .infinity
                return skyline[step].left < left + width && end > left ? max(top, skyline[step].bottom) : top
            }
            if top < best.y { best = MapPoint(x: left, y: top) }
        }
        take(best.x, width, to: best.y + height)
        return best
    }

    private mutating func take(_ left: Double, _ width: Double, to bottom: Double) {
        guard width > 0 else { return }
        let after = skyline.last { $0.left <= left + width }!.bottom
        skyline.removeAll { $0.left >= left && $0.left <= left + width }
        let rank = skyline.firstIndex { $0.left > left } ?? skyline.count
        skyline.insert(contentsOf: [(left, bottom), (left + width, after)], at: rank)
    }
}
