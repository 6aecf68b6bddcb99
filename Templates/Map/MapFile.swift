import Domain
import Routes

/// The same as a file of its own, with its colours and the names that are readable on a large sheet.
package func mapFile(_ page: MapSheet, _ c: Chrome) -> HTML {
    var frame = page.drawing.frame
    frame.bottom += page.drawing.letters(at: keyWidth) * 5
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" class="map\(classes(page))" viewBox="\(box(frame))" font-size="\(tenth(page.drawing.letters(at: fileWidth)))">
        <title>\(page.title ?? c.language("Map"))</title>
        <style>\(fileStyle)</style>
        \(drawing(page, c, until: fileWidth))
        \(key(page, below: page.drawing.frame, c.language))
        \(if: !c.secrets.isEmpty, secret(page, c))\
        </svg>
        """
}

/// What shapes, colours and lines mean, below the picture.
private func key(_ page: MapSheet, below frame: MapFrame, _ l: Language) -> HTML {
    let letters = page.drawing.letters(at: keyWidth)
    let x = tenth(frame.left + 12)
    let news = [(MapNews.Kind.new, l("new")), (.changed, l("changed")), (.gone, l("gone, drawn in dots"))]
    return """
        <g class="key" font-size="\(tenth(letters))"><text x="\(x)" y="\(tenth(frame.bottom + letters * 1.5))"><tspan class="for">▲</tspan> \(l("for us")) \
        <tspan dx="1em" class="neutral">■</tspan> \(l("neutral")) <tspan dx="1em" class="against">▼</tspan> \(l("against")) <tspan dx="1em">?</tspan> \(l("stance not known"))</text>\
        <text x="\(x)" y="\(tenth(frame.bottom + letters * 3))">\([l("area = power"), l("ring = ladder, a quarter a step"), l("dashed = negative"), l("dotted = assumed"), l("thickness = strength")].joined(separator: " · "))</text>\
        \(if: page.changes != nil, "<text x=\"\(x)\" y=\"\(tenth(frame.bottom + letters * 4.5))\">\(each: news, { "\(newsSign($0.0)) \($0.1)   " })</text>")</g>
        """
}

/// The mark in the corner of a map that shows confidential clients.
private func secret(_ page: MapSheet, _ c: Chrome) -> HTML {
    let frame = page.drawing.frame
    return """
        <text class="secret" x="\(tenth(frame.left + 8))" y="\(tenth(frame.top + page.drawing.letters(at: fileWidth) + 8))">\(c.language.tradeSecret(of: c.secrets.map(\.name)))</text>\n
        """
}

/// The step of width that decides which names a file shows: that of an A2 sheet.
private let fileWidth = 17
/// The step of width that decides how large the letters of its key are.
private let keyWidth = 12

private let fileStyle: HTML = """
    svg{font-family:sans-serif}text{text-anchor:middle;fill:#1c1b19}.label{stroke:#fff;stroke-width:.25em;paint-order:stroke;stroke-linejoin:round}\
    .post{font-size:.87em;fill:#5d5a54}.name{font-weight:600}.flag,.sign{font-weight:700;fill:#fff}.halo{fill:#fff}.unknown~:is(.flag,.sign){fill:#1c1b19}\
    .right,.within,.place,.secret{text-anchor:start}.secret{font-weight:700}.left{text-anchor:end}.organisation{fill:none;stroke:#8b877f;stroke-dasharray:3 4}\
    .key text{text-anchor:start;white-space:pre}.key .for{fill:#1f66ad}.key .neutral{fill:#6b6860}.key .against{fill:#a9500a}\
    .place{fill:#5d5a54}.ring{fill:none;stroke:#1c1b19;stroke-width:2}.body.for{fill:#1f66ad}\
    .body.neutral{fill:#6b6860}.body.against{fill:#a9500a}.body.unknown{fill:#fff;stroke:#6b6860;stroke-dasharray:3 3}\
    .tie{stroke:#8b877f;fill:none}.tie.assumed{stroke-dasharray:2 3}.tie.negative{stroke:#a9500a;stroke-dasharray:6 4}\
    .tie.gone{stroke-dasharray:1 6}.tie.new,.tie.changed,.tie.lit{stroke:#1f5c8f}.news{font-weight:700;fill:#1f5c8f;stroke:#fff;stroke-width:.3em;paint-order:stroke}\
    .asked :is(.tie,.person):not(.lit){opacity:.22}.asked .tie.lit{stroke-width:4}
    """
