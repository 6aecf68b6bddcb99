/// A box of letters that keeps its size on the screen while the drawing is shown larger or smaller. Scales are pixels per unit of the
/// drawing.
struct LetterBox {
    /// The place in the drawing where the box is attached.
    var place: MapPoint
    /// The box in pixels, relative to that place.
    var box: MapFrame

    /// The smallest scale at which it is clear of another box.
    func scaleApart(from other: LetterBox) -> Double {
        min(
            LetterBox.scale(other.place.x - place.x, box.right - other.box.left, other.box.right - box.left),
            LetterBox.scale(other.place.y - place.y, box.bottom - other.box.top, other.box.bottom - box.top))
    }

    /// The smallest scale at which it is clear of a circle.
    func scaleApart(from circle: MapPoint, _ radius: Double) -> Double {
        min(
            LetterBox.scale(past: circle.x - place.x, radius, box.right, -box.left),
            LetterBox.scale(past: circle.y - place.y, radius, box.bottom, -box.top))
    }

    /// The smallest scale at which it lies within a frame.
    func scale(within frame: MapFrame) -> Double {
        max(
            LetterBox.scale(-box.left, place.x - frame.left), LetterBox.scale(box.right, frame.right - place.x),
            LetterBox.scale(-box.top, place.y - frame.top), LetterBox.scale(box.bottom, frame.bottom - place.y))
    }

    /// The scale from which on this many units are at least this many pixels.
    private static func scale(_ pixels: Double, _ units: Double) -> Double {
        guard units > 0 else { return units < 0 || pixels > 0 ? .infinity : 0 }
        return max(pixels / units, 0)
    }

    /// The scale at which a distance gives the pixels needed in its direction, `forth` if it is positive and `back` if it is negative.
    private static func scale(_ way: Double, _ forth: Double, _ back: Double) -> Double {
        way >= 0 ? scale(forth, way) : scale(back, -way)
    }

    private static func scale(past way: Double, _ radius: Double, _ forth: Double, _ back: Double) -> Double {
        way >= 0 ? scale(forth, way - radius) : scale(back, -way - radius)
    }
}
