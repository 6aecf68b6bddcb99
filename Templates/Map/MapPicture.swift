import Domain
import Routes

/// The map as a picture on its page: every person a link, every tie a line.
func mapPicture(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let frame = page.drawing.frame
    let (left, top) = (frame.left - 12, frame.top - 12)
    let (width, height) = (max(frame.width + 24, 320), max(frame.height + 24, 160))
    return """
        <svg class="map" viewBox="\(tenth(left)) \(tenth(top)) \(tenth(width)) \(tenth(height))" role="group" width="\(tenth(width))" aria-label="\(l("Map"))" \
        data-map="\(MapRoute.sheet(query.picture).path)"\(if: c.mayEdit, " data-pins=\"\(c.action(.map(.pin)))\"")>
        \(drawing(page, c))
        </svg>
        <p class="zoom" data-zoom hidden><button type="button" class="button" value="in" aria-label="\(l("Nearer"))">+</button>\
        <button type="button" class="button" value="out" aria-label="\(l("Farther"))">−</button>\
        <button type="button" class="button" value="fit">\(l("Whole"))</button></p>
        """
}

/// The same as a file of its own, with its colours.
package func mapFile(_ page: MapSheet, _ c: Chrome) -> HTML {
    let frame = page.drawing.frame
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(tenth(frame.left - 12)) \(tenth(frame.top - 12)) \(tenth(frame.width + 24)) \(tenth(frame.height + 24))">
        <title>\(page.title ?? c.language("Map"))</title>
        <style>\(fileStyle)</style>
        \(drawing(page, c))
        </svg>
        """
}

private let fileStyle: HTML = """
    svg{font-family:sans-serif;font-size:12px}text{text-anchor:middle;fill:#1c1b19}.post{font-size:.87em;fill:#5d5a54}.near{display:none}.name{font-weight:600}\
    .flag{font-size:9.5px;font-weight:700;fill:#fff}.organisation rect{fill:none;stroke:#8b877f;stroke-dasharray:3 4}\
    .organisation text{text-anchor:start;fill:#5d5a54}.ring{fill:none;stroke:#1c1b19;stroke-width:2}.body.for{fill:#27683f}\
    .body.neutral{fill:#6b6860}.body.against{fill:#ab3025}.body.unknown{fill:#fff;stroke:#6b6860;stroke-dasharray:3 3}\
    .tie{stroke:#8b877f;fill:none}.tie.negative{stroke:#ab3025;stroke-dasharray:6 4}.tie.assumed{stroke-dasharray:2 3}
    """

private func drawing(_ page: MapSheet, _ c: Chrome) -> HTML {
    """
    <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse" markerUnits="userSpaceOnUse">\
    <path class="head" d="M0 0.5L8 4L0 7.5z"/></marker></defs>
    \(each: page.drawing.organisations, { organisation($0, page.drawing.distance) })
    \(each: page.drawing.ties, { line($0, page, c) })
    \(each: page.drawing.people, { node($0, page, c) })
    """
}

private func organisation(_ organisation: DrawnOrganisation, _ distance: Double) -> HTML {
    let frame = organisation.frame
    return """
        <g class="organisation"><rect x="\(tenth(frame.left))" y="\(tenth(frame.top))" width="\(tenth(frame.width))" height="\(tenth(frame.height))" rx="14"/>\
        <text\(if: distance > 2, " class=\"near\"") x="\(tenth(frame.left + 10))" y="\(tenth(frame.top + 17))">\(organisation.client.name)</text></g>\n
        """
}

private func line(_ drawn: DrawnTie, _ page: MapSheet, _ c: Chrome) -> HTML {
    let (l, tie) = (c.language, drawn.tie)
    let sign: StaticString = tie.isPositive && tie.kind != .rival ? "" : " negative"
    let certainty: StaticString = tie.certainty == .assumed ? " assumed" : ""
    let news: StaticString = drawn.isGone ? " gone" : drawn.isNew ? " new" : ""
    return """
        <line class="tie\(HTML(stringLiteral: sign))\(HTML(stringLiteral: certainty))\(HTML(stringLiteral: news))" data-tie="\(tie.id.number)" data-from="\(tie.from.number)" data-to="\(tie.to.number)" \
        x1="\(tenth(drawn.x1))" y1="\(tenth(drawn.y1))" x2="\(tenth(drawn.x2))" y2="\(tenth(drawn.y2))" stroke-width="\(tenth(Double(tie.strength) * max(1, page.drawing.distance / 2)))"\
        \(if: tie.kind.isDirected, " marker-end=\"url(#arrow)\"")><title>\(page.name(of: tie.from)) \(l.word(tie.kind)) \(page.name(of: tie.to))</title></line>\n
        """
}

private func node(_ drawn: DrawnPerson, _ page: MapSheet, _ c: Chrome) -> HTML {
    let (l, person) = (c.language, drawn.person)
    let (x, y, r) = (tenth(drawn.x), tenth(drawn.y), drawn.radius)
    let distance = page.drawing.distance
    let step = page.step(of: person.id)
    let said = [
        person.name, person.title, person.client?.name, person.power.map { l("power \($0)") },
        person.stance.map { l.stance($0) }, step == .none ? nil : l.word(step),
    ].compactMap { $0 }.joined(separator: ", ")
    let flag = person.isVip ? "VIP" : person.isKol ? "KOL" : nil
    return """
        <a class="person\(if: drawn.isNew, " new")" href="\(c.link(.people(.sheet(person.id))))" data-person="\(person.id.number)" aria-label="\(said)"\
        \(if: drawn.isPinned, " data-pinned")><title>\(said)</title>\
        <circle class="halo" cx="\(x)" cy="\(y)" r="\(tenth(r + 5))"/>\
        <circle class="body \(HTML.side(person.side))" cx="\(x)" cy="\(y)" r="\(tenth(r))"/>\
        \(each: 0..<step.quarters, { "<path class=\"ring\" d=\"\(quarter($0, of: drawn))\"/>" })\
        \(ifLet: flag, { "<text class=\"flag\" font-size=\"\(tenth(r * 0.42))\" x=\"\(x)\" y=\"\(tenth(drawn.y + r * 0.15))\">\($0)</text>" })\
        \(if: drawn.isNamed, label(drawn, distance == 1 ? "" : "near", 1))\
        \(if: drawn.isNamedFromAfar && distance > 1, label(drawn, "far", distance))</a>\n
        """
}

/// The name with the post below it, so many times as large as they are near.
private func label(_ drawn: DrawnPerson, _ style: HTML, _ distance: Double) -> HTML {
    let (x, label) = (tenth(drawn.x), drawn.person.label)
    let top = drawn.y + drawn.radius + MapLayout.labelGap
    return """
        <g class="\(style)" font-size="\(tenth(12 * distance))"><text class="name" x="\(x)" y="\(tenth(top + 11 * distance))">\(label.name)</text>\
        \(ifLet: label.post, { "<text class=\"post\" x=\"\(x)\" y=\"\(tenth(top + 24 * distance))\">\($0)</text>" })</g>
        """
}

/// A quarter of the ring around a circle, from the top clockwise, with gaps between the quarters.
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

/// A length of the drawing, to the tenth.
private func tenth(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
}

extension HTML {
    /// The class by which a stance is coloured.
    static func side(_ side: MapSide) -> HTML {
        switch side {
        case .for: "for"
        case .neutral: "neutral"
        case .against: "against"
        case .unknown: "unknown"
        }
    }
}
