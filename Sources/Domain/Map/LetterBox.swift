/// A box of letters, which keeps its size on the screen while the drawing that it hangs on is shown larger or smaller. Scales are pixels per
/// unit of the drawing.
struct LetterBox {
    /// Of the drawing.
    var place: MapPoint
    /// Pixels from that place.
    var box: MapFrame

    /// From which scale on it is clear of another.
    func scaleApart(from other: LetterBox) -> Double {
        min(
            LetterBox.scale(other.place.x - place.x, box.right - other.box.left, other.box.right - box.left),
            LetterBox.scale(other.place.y - place.y, box.bottom - other.box.top, other.box.bottom - box.top))
    }

    /// From which scale on it is clear of a circle.
    func scaleApart(from circle: MapPoint, _ radius: Double) -> Double {
        min(
            LetterBox.scale(past: circle.x - place.x, radius, box.right, -box.left),
            LetterBox.scale(past: circle.y - place.y, radius, box.bottom, -box.top))
    }

    /// From which scale on it is within a frame.
    func scale(within frame: MapFrame) -> Double {
        max(
            LetterBox.scale(-box.left, place.x - frame.left), LetterBox.scale(box.right, frame.right - place.x),
            LetterBox.scale(-box.top, place.y - frame.top), LetterBox.scale(box.bottom, frame.bottom - place.y))
    }

    /// At which so many units are so many pixels.
    private static func scale(_ pixels: Double, _ units: Double) -> Double {
        pixels <= 0 ? 0 : units <= 0 ? .infinity : pixels / units
    }

    /// Where one is so far from the other that it needs so many pixels that way, or so many the other way.
    private static func scale(_ way: Double, _ forth: Double, _ back: Double) -> Double {
        way >= 0 ? scale(forth, way) : scale(back, -way)
    }

    private static func scale(past way: Double, _ radius: Double, _ forth: Double, _ back: Double) -> Double {
        way >= 0 ? scale(forth, way - radius) : scale(back, -way - radius)
    }
}
