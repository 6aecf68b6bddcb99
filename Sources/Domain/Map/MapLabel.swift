/// Where the name of a person or an organisation is written, and from which width of the picture on it is shown.
package struct MapLabel: Sendable, Equatable {
    /// The side or the corner of a circle; for an organisation's frame, within, above or below it.
    package enum Side: Sendable {
        case below, right, left, above, belowRight, belowLeft, aboveRight, aboveLeft, within

        /// True if nothing can be written below the name.
        var isAbove: Bool { self == .above || self == .aboveRight || self == .aboveLeft }
    }

    package var side = Side.below
    /// The point where the letters begin or end, or their middle.
    package var place = MapPoint(x: 0, y: 0)
    /// The step of `MapWidth` from which the name is shown.
    package var step = MapWidth.last
    /// The step from which the post is shown below a person's name; nil if there is no post or no room.
    package var postStep: Int?
}

/// The widths of the whole picture on the screen. Letters keep their size, so a wider picture has room for more names. The steps are the
/// same as in `map.css` and `map.js`.
package enum MapWidth {
    /// The widest step, at which everybody is named.
    package static let last = 48

    /// In CSS pixels.
    package static func pixels(of step: Int) -> Double {
        var pixels = 1050.0
        for _ in 10..<max(step, 10) { pixels *= 1.13 }
        for _ in min(step, 10)..<10 { pixels /= 1.13 }
        return pixels
    }

    /// The smallest step that is at least this wide.
    static func step(of pixels: Double) -> Int {
        (0..<last).first { MapWidth.pixels(of: $0) >= pixels - 0.001 } ?? last
    }
}

extension MapPerson {
    /// The name in bold, and the post below it in smaller letters.
    package var label: (name: String, post: String?) {
        (shortName(name).cut(to: 26), (title ?? client?.name)?.cut(to: 30))
    }

    var labelWidth: Double { max(Double(label.name.count) * 7.4, Double(label.post?.count ?? 0) * 6.2) + 6 }
    var labelHeight: Double { label.post == nil ? 16 : 30 }
}

extension DrawnOrganisation {
    /// A long name is cut in the middle, because similar organisations differ in their numbers and towns.
    package var name: String {
        client.name.count <= 28 ? client.name : client.name.prefix(13) + "…" + client.name.suffix(14)
    }
}

extension String {
    fileprivate func cut(to most: Int) -> String {
        count <= most ? self : prefix(most - 1) + "…"
    }

    /// The width of the text in letters twelve pixels high, in a usual font. Cyrillic letters are wider.
    func width(bold: Bool) -> Double {
        let letters = unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 7.3 : 8.1) }
        return (bold ? letters : letters * 0.9) + 2
    }
}
