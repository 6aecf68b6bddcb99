/// A place on the map, in units of its drawing; y grows downwards.
package struct MapPoint: Hashable, Sendable {
    package var x, y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    static func + (a: MapPoint, b: MapPoint) -> MapPoint { MapPoint(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: MapPoint, b: MapPoint) -> MapPoint { MapPoint(x: a.x - b.x, y: a.y - b.y) }
    static func * (a: MapPoint, factor: Double) -> MapPoint { MapPoint(x: a.x * factor, y: a.y * factor) }

    func turned(cosine: Double, sine: Double) -> MapPoint {
        MapPoint(x: x * cosine - y * sine, y: x * sine + y * cosine)
    }

    var length: Double { (x * x + y * y).squareRoot() }
}

/// A rectangle on the map.
package struct MapFrame: Hashable, Sendable {
    package var left, top, right, bottom: Double

    package var width: Double { right - left }
    package var height: Double { bottom - top }

    /// The smallest frame around all frames; an empty one at the origin if there are none.
    init(around frames: some Sequence<MapFrame>) {
        var all: MapFrame?
        for frame in frames { all = all.map { $0.joined(with: frame) } ?? frame }
        self = all ?? MapFrame(left: 0, top: 0, right: 0, bottom: 0)
    }

    init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    func joined(with other: MapFrame) -> MapFrame {
        MapFrame(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    func widened(by margin: Double) -> MapFrame { widened(x: margin, y: margin) }

    func widened(x: Double, y: Double) -> MapFrame {
        MapFrame(left: left - x, top: top - y, right: right + x, bottom: bottom + y)
    }

    /// The frame with room for the border and the name of an organisation.
    var withMargins: MapFrame {
        var frame = widened(by: MapLayout.margin)
        frame.top -= MapLayout.title
        return frame
    }

    func moved(by way: MapPoint) -> MapFrame {
        MapFrame(left: left + way.x, top: top + way.y, right: right + way.x, bottom: bottom + way.y)
    }

    /// True if a circle around the place reaches into the frame.
    func isWithin(_ radius: Double, of place: MapPoint) -> Bool {
        let nearest = MapPoint(x: min(max(place.x, left), right), y: min(max(place.y, top), bottom))
        return (nearest - place).length < radius
    }

    func overlaps(_ other: MapFrame) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// The shortest move by which the other frame leaves this one; nil if they do not overlap. `across` is the cost of a sideways move
    /// compared with one up or down.
    func wayOut(of other: MapFrame, across: Double = 1) -> MapPoint? {
        guard overlaps(other) else { return nil }
        let rightwards = right - other.left
        let leftwards = other.right - left
        let downwards = bottom - other.top
        let upwards = other.bottom - top
        guard across * min(rightwards, leftwards) >= min(downwards, upwards) else {
            return MapPoint(x: rightwards <= leftwards ? rightwards : -leftwards, y: 0)
        }
        return MapPoint(x: 0, y: downwards <= upwards ? downwards : -upwards)
    }
}

/// Where everybody stands on the map.
package struct MapPicture: Sendable {
    /// A place for each person, in the order of the input.
    package let places: [MapPoint]
    /// True for the people whose label is shown. Of labels that would overlap, the less important are left out.
    package let shown: [Bool]
    /// The frame around the people of each organisation, in the order of their first people.
    package let territories: [(organisation: Int, frame: MapFrame)]
    /// The frame around all circles, shown labels and territories.
    package let frame: MapFrame
}
