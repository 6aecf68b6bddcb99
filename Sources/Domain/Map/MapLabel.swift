/// Where the name of a person or of an organisation is written, and from which width of the picture on.
package struct MapLabel: Sendable, Equatable {
    /// On which side of a circle. Of an organisation's frame: within it, or above or below it.
    package enum Side: Sendable { case below, right, left, above, within }

    package var side = Side.below
    /// What the letters begin or end at, or stand in the middle of.
    package var place = MapPoint(x: 0, y: 0)
    /// From that step of `MapWidth` on it is read.
    package var step = MapWidth.last
    /// The same of the post below a person's name; nil where there is none, or no room beside the name.
    package var postStep: Int?
}

/// How wide the whole picture is on the screen: letters keep their size there, so a wider one has room for more names. The steps are those
/// of `map.css` and `map.js`.
package enum MapWidth {
    /// The widest, at which everybody is named.
    package static let last = 48

    /// In CSS pixels.
    package static func pixels(of step: Int) -> Double {
        var pixels = 1050.0
        for _ in 10..<max(step, 10) { pixels *= 1.13 }
        for _ in min(step, 10)..<10 { pixels /= 1.13 }
        return pixels
    }

    /// The least step that is so wide.
    static func step(of pixels: Double) -> Int {
        (0..<last).first { MapWidth.pixels(of: $0) >= pixels - 0.001 } ?? last
    }
}

extension MapPerson {
    /// The name in bold, and the post below it in a smaller letter.
    package var label: (name: String, post: String?) {
        (name.cut(to: 26), (title ?? client?.name)?.cut(to: 30))
    }

    var labelWidth: Double { max(Double(label.name.count) * 7.4, Double(label.post?.count ?? 0) * 6.2) + 6 }
    var labelHeight: Double { label.post == nil ? 16 : 30 }
}

extension DrawnOrganisation {
    /// Cut in its middle, for organisations of a kind differ in their numbers and towns.
    package var name: String {
        client.name.count <= 28 ? client.name : client.name.prefix(13) + "…" + client.name.suffix(14)
    }
}

extension String {
    fileprivate func cut(to most: Int) -> String {
        count <= most ? self : prefix(most - 1) + "…"
    }

    /// How wide it is where letters are twelve pixels high, in a usual font: Cyrillic letters are wider.
    func width(bold: Bool) -> Double {
        let letters = unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 7.3 : 8.1) }
        return (bold ? letters : letters * 0.9) + 2
    }
}
