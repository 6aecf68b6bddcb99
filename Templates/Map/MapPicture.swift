import Domain
import Routes

/// The map as a picture on its page: each person is a link, each tie a line. The font size is a tenth of the picture's width, and `map.css`
/// takes a share of it for the screen; the group inside has the size of the letters on paper. `map.js` begins at the focus on a narrow
/// screen, and says below the picture who was pressed there.
func mapPicture(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let (l, frame, focus) = (c.language, page.drawing.frame, page.drawing.focus)
    let letters = page.drawing.letters(at: page.drawing.paperStep)
    return """
        <div class="frame" tabindex="0" role="region" aria-label="\(l("Map"))"><svg class="map\(classes(page))" viewBox="\(box(frame))" role="group" width="\(tenth(frame.width))" font-size="\(tenth(frame.width / 10))" aria-label="\(l("Map"))" \
        data-map="\(MapRoute.sheet(query.picture).path)" data-focus="\(box(focus))"\(if: c.mayEdit, " data-pins=\"\(c.action(.map(.pin)))\"")>
        <g font-size="\(tenth(letters))">\(drawing(page, c, until: MapWidth.last))</g>
        </svg></div>
        <p class="zoom" data-zoom hidden><button type="button" class="button" value="in" aria-label="\(l("Zoom in"))">+</button>\
        <button type="button" class="button" value="out" aria-label="\(l("Zoom out"))">−</button>\
        <button type="button" class="button" value="fit">\(l("Fit to screen"))</button></p>
        <p class="pressed" data-pressed data-ask="\(c.link(.map(.sheet(query.asking(for: .blank)))))" hidden><b></b> <span></span> \
        <a class="button">\(l("Page"))</a> <a class="button">\(l("Who introduces us?"))</a></p>
        <p class="quiet touched" data-touched hidden>\(l("One finger moves the picture, two zoom it. A press on a person shows the ties and, below, who it is."))</p>
        """
}

func classes(_ page: MapSheet) -> HTML {
    "\(if: page.drawing.isCrowd, " crowd")\(if: !page.drawing.lit.isEmpty, " asked")"
}

func box(_ frame: MapFrame) -> String {
    [frame.left, frame.top, frame.width, frame.height].map(tenth).joined(separator: " ")
}

/// The names of organisations are drawn last, on top.
func drawing(_ page: MapSheet, _ c: Chrome, until step: Int) -> HTML {
    """
    <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse" markerUnits="userSpaceOnUse">\
    <path class="head" d="M0 0.5L8 4L0 7.5z"/></marker></defs>
    \(each: page.drawing.organisations, { border($0) })
    \(each: page.drawing.ties, { line($0, page, c) })
    \(each: page.drawing.ties, { tie in "\(ifLet: tie.news, { sign($0, x: (tie.x1 + tie.x2) / 2, y: (tie.y1 + tie.y2) / 2) })" })\
    \(each: page.drawing.people, { node($0, page, c, until: step) })
    \(each: page.drawing.organisations.filter { $0.label.step <= step }, { label($0.name, $0.label, "place", page, at: $0.label.step) })
    """
}

private func border(_ organisation: DrawnOrganisation) -> HTML {
    let frame = organisation.frame
    return """
        <rect class="organisation" x="\(tenth(frame.left))" y="\(tenth(frame.top))" width="\(tenth(frame.width))" height="\(tenth(frame.height))" rx="14"><title>\(organisation.client.name)</title></rect>\n
        """
}

private func line(_ drawn: DrawnTie, _ page: MapSheet, _ c: Chrome) -> HTML {
    let (l, tie) = (c.language, drawn.tie)
    let sign: StaticString = tie.isPositive && tie.kind != .rival ? "" : " negative"
    let certainty: StaticString = tie.certainty == .assumed ? " assumed" : ""
    let lit: StaticString = page.drawing.lit.ties.contains(tie.id) ? " lit" : ""
    return """
        <line class="tie\(HTML(stringLiteral: sign))\(HTML(stringLiteral: certainty))\(HTML(stringLiteral: lit))\(HTML.news(drawn.news))" data-tie="\(tie.id.number)" data-from="\(tie.from.number)" data-to="\(tie.to.number)" \
        x1="\(tenth(drawn.x1))" y1="\(tenth(drawn.y1))" x2="\(tenth(drawn.x2))" y2="\(tenth(drawn.y2))" stroke-width="\(tenth(Double(tie.strength) * (page.drawing.isCrowd ? 0.5 : 1)))"\
        \(if: tie.kind.isDirected, " marker-end=\"url(#arrow)\"")><title>\(page.name(of: tie.from)) \(l.word(tie.kind)) \(page.name(of: tie.to))</title></line>\n
        """
}

private func node(_ drawn: DrawnPerson, _ page: MapSheet, _ c: Chrome, until step: Int) -> HTML {
    let (l, person) = (c.language, drawn.person)
    let (x, y, r) = (tenth(drawn.x), tenth(drawn.y), drawn.radius)
    let ladder = page.step(of: person.id)
    let said = [
        person.name, person.title, person.client?.name, person.power.map { l("power \($0)") },
        person.stance.map { l.stance($0) }, ladder == .none ? nil : l.word(ladder),
    ].compactMap { $0 }.joined(separator: ", ")
    let flag = person.isVip ? "VIP" : person.isKol ? "KOL" : nil
    let post = drawn.label.postStep.flatMap { $0 <= step ? person.label.post : nil }
    let isLit = page.drawing.lit.people.contains(person.id)
    return """
        <a class="person\(if: isLit, " lit")\(HTML.news(drawn.news))" href="\(c.link(.people(.sheet(person.id))))" data-person="\(person.id.number)" aria-label="\(said)"\
        \(if: drawn.isPinned, " data-pinned")><title>\(said)</title>\
        <circle class="halo" cx="\(x)" cy="\(y)" r="\(tenth(r + 5))"/>\
        <circle class="body \(HTML.side(person.side))" cx="\(x)" cy="\(y)" r="\(tenth(r))"/>\
        \(each: 0..<ladder.quarters, { "<path class=\"ring\" d=\"\(quarter($0, of: drawn))\"/>" })\
        \(ifLet: flag, { "<text class=\"flag\" font-size=\"\(tenth(r * 0.42))\" x=\"\(x)\" y=\"\(tenth(drawn.y - r * 0.15))\">\($0)</text>" })\
        \(stance(of: drawn, isBelow: flag != nil))\
        \(ifLet: drawn.news, { sign($0, x: drawn.x + r * 0.9, y: drawn.y - r * 0.9) })\
        \(if: drawn.label.step <= step, label(person.label.name, drawn.label, "name", page, at: drawn.label.step))\
        \(ifLet: post, { label($0, drawn.label, "post", page, at: drawn.label.postStep!, isPost: true) })</a>\n
        """
}

/// The shape that tells where somebody stands; below the flag, if there is one.
private func stance(of drawn: DrawnPerson, isBelow: Bool) -> HTML {
    let shape: HTML =
        switch drawn.person.side {
        case .for: "▲"
        case .neutral: "■"
        case .against: "▼"
        case .unknown: "?"
        }
    let (size, drop) = isBelow ? (0.62, 0.62) : (0.9, 0.32)
    return """
        <text class="sign" font-size="\(tenth(drawn.radius * size))" x="\(tenth(drawn.x))" y="\(tenth(drawn.y + drawn.radius * drop))">\(shape)</text>
        """
}

/// The sign that something is new, changed or gone.
private func sign(_ news: MapNews.Kind, x: Double, y: Double) -> HTML {
    "<text class=\"news\" x=\"\(tenth(x))\" y=\"\(tenth(y))\" dy=\".35em\">\(newsSign(news))</text>"
}

/// A name or a post, shown from a step of width on.
private func label(
    _ text: String, _ label: MapLabel, _ kind: StaticString, _ page: MapSheet, at step: Int, isPost: Bool = false
) -> HTML {
    let isOnPaper = step <= page.drawing.paperStep
    return """
        <text class="label \(kind) \(HTML.side(label.side))\(if: isOnPaper, " inked")" data-step="\(step)" x="\(tenth(label.place.x))" y="\(tenth(label.place.y))" \(shift(label.side, isPost: isPost))>\(text)</text>
        """
}

/// The distance of a label from its place, in units of its font size.
private func shift(_ side: MapLabel.Side, isPost: Bool) -> HTML {
    switch side {
    case .below, .belowRight, .belowLeft: isPost ? "dy=\"2.2em\"" : "dy=\"1em\""
    case .right: isPost ? "dx=\".2em\" dy=\"1.6em\"" : "dx=\".2em\" dy=\".35em\""
    case .left: isPost ? "dx=\"-.2em\" dy=\"1.6em\"" : "dx=\"-.2em\" dy=\".35em\""
    case .above, .aboveRight, .aboveLeft: "dy=\"-.4em\""
    case .within: "dx=\".7em\" dy=\"1.2em\""
    }
}

/// A quarter of the ring around a circle, clockwise from the top, with gaps between the quarters.
private func quarter(_ number: Int, of drawn: DrawnPerson) -> String {
    let radius = drawn.radius + 4
    let (along, aside) = (radius * 0.9968, radius * 0.0799)
    let ends = [
        (aside, -along, along, -aside), (along, aside, aside, along), (-aside, along, -along, aside),
        (-along, -aside, -aside, -along),
    ][number]
    let r = tenth(radius)
    return
        "M\(tenth(drawn.x + ends.0)) \(tenth(drawn.y + ends.1))A\(r) \(r) 0 0 1 \(tenth(drawn.x + ends.2)) \(tenth(drawn.y + ends.3))"
}

/// A length in the drawing, rounded to a tenth.
func tenth(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
}

extension HTML {
    fileprivate static func side(_ side: MapLabel.Side) -> HTML {
        switch side {
        case .below: "below"
        case .right, .belowRight, .aboveRight: "right"
        case .left, .belowLeft, .aboveLeft: "left"
        case .above: "above"
        case .within: "within"
        }
    }

    /// The class of what is new, changed or gone.
    fileprivate static func news(_ news: MapNews.Kind?) -> HTML {
        switch news {
        case .new: " new"
        case .changed: " changed"
        case .gone: " gone"
        case nil: .none
        }
    }

    /// The class that colours a stance.
    static func side(_ side: MapSide) -> HTML {
        switch side {
        case .for: "for"
        case .neutral: "neutral"
        case .against: "against"
        case .unknown: "unknown"
        }
    }
}
