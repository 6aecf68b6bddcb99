/// Places names on a map. Each name appears from some width of the picture on, at which it is clear of more important names, so that
/// nothing disappears when the viewer zooms in (active ranges, Been, Daiches, Yap 2006). A name covers nobody's circle.
struct Lettering {
    private let frame: MapFrame
    /// The most important first.
    private let circles: [(place: MapPoint, radius: Double)]
    private var taken: [(box: LetterBox, scale: Double)] = []

    /// Of several places for a name, the first that is readable on a screen of 1360 pixels; otherwise the one that becomes readable first.
    private static let usual = 10

    /// Where a name may stand, the best first.
    private static let sides: [MapLabel.Side] = [
        .below, .right, .left, .above, .belowRight, .belowLeft, .aboveRight, .aboveLeft,
    ]

    private typealias Circles = ArraySlice<(place: MapPoint, radius: Double)>

    private struct Choice {
        var side: MapLabel.Side
        var box: LetterBox
        var scale: Double
        var step: Int
    }

    static func write(on drawing: inout MapDrawing) {
        let order = Array(drawing.people.indices.reversed())
        var lettering = Lettering(
            frame: drawing.frame,
            circles: order.map { (drawing.people[$0].place, drawing.people[$0].radius + 5) })
        // Organisations come first, except that those without any tied people come last.
        let tied = Set(drawing.ties.flatMap { [$0.tie.from, $0.tie.to] })
        let known = Set(drawing.people.filter { tied.contains($0.person.id) }.compactMap(\.person.client?.id))
        func name(_ areKnown: Bool) {
            for organisation in drawing.organisations.indices
            where known.contains(drawing.organisations[organisation].client.id) == areKnown {
                drawing.organisations[organisation].label = lettering.label(of: drawing.organisations[organisation])
            }
        }
        name(true)
        for (rank, person) in order.enumerated() {
            drawing.people[person].label = lettering.label(of: drawing.people[person], rank)
        }
        name(false)
        for (rank, person) in order.enumerated() {
            drawing.people[person].label.postStep = lettering.postStep(of: drawing.people[person], rank)
        }
    }

    private init(frame: MapFrame, circles: [(place: MapPoint, radius: Double)]) {
        (self.frame, self.circles) = (frame, circles)
    }

    private mutating func label(of organisation: DrawnOrganisation) -> MapLabel {
        let (width, frame) = (organisation.name.width(bold: false), organisation.frame)
        let choices: [(MapLabel.Side, MapPoint, MapFrame)] = [
            (.within, MapPoint(x: frame.left, y: frame.top), MapFrame(left: 8, top: 2, right: width + 8, bottom: 18)),
            (.above, MapPoint(x: frame.left, y: frame.top), MapFrame(left: 0, top: -17, right: width, bottom: -1)),
            (.below, MapPoint(x: frame.left, y: frame.bottom), MapFrame(left: 0, top: 1, right: width, bottom: 17)),
        ]
        // A name far wider than its frame would seem to belong to others.
        return take(choices, free: circles[...], and: [], from: width / (frame.width * 3))
    }

    private mutating func label(of drawn: DrawnPerson, _ rank: Int) -> MapLabel {
        let width = drawn.person.label.name.width(bold: true)
        let choices = Lettering.sides.map { side in
            (side, Lettering.place(side, of: drawn), Lettering.box(side, width: width))
        }
        return take(choices, free: circles[..<rank], and: circles[(rank + 1)...])
    }

    /// The circles in `before` and `after` stay free.
    private mutating func take(
        _ choices: [(MapLabel.Side, MapPoint, MapFrame)], free before: Circles, and after: Circles,
        from least: Double = 0
    ) -> MapLabel {
        var best: Choice?
        for (side, place, frame) in choices {
            let box = LetterBox(place: place, box: frame)
            let scale = max(least, scale(for: box, free: before, and: after))
            let choice = Choice(side: side, box: box, scale: scale, step: step(scale))
            if best.map({ choice.step < $0.step }) ?? true { best = choice }
            if choice.step <= Lettering.usual { break }
        }
        guard let best else { return MapLabel() }
        taken.append((best.box, best.scale))
        return MapLabel(side: best.side, place: best.box.place, step: best.step)
    }

    /// The step from which the post is shown: where no name and no circle would be.
    private mutating func postStep(of drawn: DrawnPerson, _ rank: Int) -> Int? {
        guard let post = drawn.person.label.post, !drawn.label.side.isAbove else { return nil }
        let width = post.width(bold: false) * 0.87
        let name = Lettering.box(drawn.label.side, width: width)
        let box = LetterBox(
            place: drawn.label.place,
            box: MapFrame(left: name.left, top: name.bottom - 1, right: name.right, bottom: name.bottom + 13))
        let scale = scale(
            for: box, free: circles[..<rank], and: circles[(rank + 1)...], exceptName: drawn.label.place)
        taken.append((box, scale))
        return max(step(scale), drawn.label.step)
    }

    private func scale(for box: LetterBox, free before: Circles, and after: Circles, exceptName: MapPoint? = nil)
        -> Double
    {
        var scale = box.scale(within: frame)
        for circle in before { scale = max(scale, box.scaleApart(from: circle.place, circle.radius)) }
        for circle in after { scale = max(scale, box.scaleApart(from: circle.place, circle.radius)) }
        for other in taken where other.box.place != exceptName {
            let apart = box.scaleApart(from: other.box)
            if apart > other.scale { scale = max(scale, apart) }
        }
        return scale
    }

    private func step(_ scale: Double) -> Int { MapWidth.step(of: scale * frame.width) }

    private static func place(_ side: MapLabel.Side, of drawn: DrawnPerson) -> MapPoint {
        let reach = drawn.radius + 4
        let corner = reach * 0.71
        return switch side {
        case .right: MapPoint(x: drawn.x + reach, y: drawn.y)
        case .left: MapPoint(x: drawn.x - reach, y: drawn.y)
        case .above: MapPoint(x: drawn.x, y: drawn.y - reach)
        case .below, .within: MapPoint(x: drawn.x, y: drawn.y + reach)
        case .belowRight: MapPoint(x: drawn.x + corner, y: drawn.y + corner)
        case .belowLeft: MapPoint(x: drawn.x - corner, y: drawn.y + corner)
        case .aboveRight: MapPoint(x: drawn.x + corner, y: drawn.y - corner)
        case .aboveLeft: MapPoint(x: drawn.x - corner, y: drawn.y - corner)
        }
    }

    private static func box(_ side: MapLabel.Side, width: Double) -> MapFrame {
        switch side {
        case .right: MapFrame(left: 2, top: -8, right: width + 3, bottom: 8)
        case .left: MapFrame(left: -width - 3, top: -8, right: -2, bottom: 8)
        case .above: MapFrame(left: -width / 2, top: -16, right: width / 2, bottom: 0)
        case .below, .within: MapFrame(left: -width / 2, top: 0, right: width / 2, bottom: 16)
        case .belowRight: MapFrame(left: 0, top: 0, right: width + 1, bottom: 16)
        case .belowLeft: MapFrame(left: -width - 1, top: 0, right: 0, bottom: 16)
        case .aboveRight: MapFrame(left: 0, top: -16, right: width + 1, bottom: 0)
        case .aboveLeft: MapFrame(left: -width - 1, top: -16, right: 0, bottom: 0)
        }
    }
}
