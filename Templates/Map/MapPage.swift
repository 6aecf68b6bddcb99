import Domain
import Routes

/// The map's page: the answer, the picture, what it says in words, and the same as tables. Printed, it is one sheet with the picture, and
/// the rest after it if that is asked for.
package func mapPage(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let title = page.title.map { l("Map: \($0)") } ?? l("Map")
    let counted: HTML = "<span class=\"quiet\">\(counts(page, query, l))</span>"
    let actions = actions(query, c)
    if case .client(let id) = query.scope {
        let tools: HTML = "<div class=\"tools\">\(counted)<span class=\"actions\">\(actions)</span></div>"
        return dossierPage(
            .map, of: Named(id: id, name: page.title ?? ""), c, content(page, query, tools: tools, c))
    }
    var back: HTML = .none
    if case .person(let id) = query.scope { back = trail(page.title ?? "", c.link(.people(.sheet(id)))) }
    if case .tender(let id) = query.scope { back = trail(page.title ?? "", c.link(.tenders(.sheet(id)))) }
    return layout(
        title, c,
        "\(back)\(head(title, badges: counted, actions: actions))\(content(page, query, tools: .none, c))")
}

private func content(_ page: MapSheet, _ query: MapQuery, tools: HTML, _ c: Chrome) -> HTML {
    let l = c.language
    let unprinted: HTML = query.withTables ? "" : " unprinted"
    return """
        <div class="charted\(if: page.changes != nil, " compared")">
        <div class="charted-sheet">
        \(tools)
        \(mapFilters(page, query, c))
        \(ifLet: query.target, { "<h2>\(l("Who can introduce us to \(page.name(of: $0))?"))</h2>" })
        \(mapAnswer(page, query, c))
        \(page.people.isEmpty ? sheet(l("Map"), nobody(page, query, c)) : picture(page, query, c))
        </div>
        \(if: page.changes != nil, "<div class=\"charted-moves\(unprinted)\">\(movesSheet(page, query, c))</div>")
        <div class="charted-words\(unprinted)"><div>
        \(introductionSheet(page, query, c))
        \(swaySheet(page.answers, query, c))
        \(knownByOneSheet(page.answers, query, c))
        \(if: page.outlook != nil, circlesSheet(page.answers, c))
        </div><div>
        \(balanceSheet(page, query, c))
        \(seatsSheet(page, query, c))
        \(if: page.outlook == nil, circlesSheet(page.answers, c))
        </div></div>
        </div>
        <div class="\(unprinted)">
        \(mapTables(page, query, c))
        </div>
        """
}

/// The picture as a file, the page with its tables or without them, and printing.
private func actions(_ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let file = c.base + Route.map(.sheet(query)).address.picture.text
    return """
        <a class="button" href="\(file)" download>\(l("Save picture"))</a> \
        \(button(query.withTables ? l("Print the picture alone") : l("Print the tables too"), c.link(.map(.sheet(query.withTables(!query.withTables)))))) \
        <button type="button" class="button" data-print hidden>\(l("Print the map"))</button>
        """
}

private func counts(_ page: MapSheet, _ query: MapQuery, _ l: Language) -> String {
    var counted = ["\(l("\(page.people.count) people")), \(l("\(page.ties.count) ties"))"]
    if !query.showsLoose && page.loose > 0 { counted.append(l("\(page.loose) without ties left out")) }
    if page.isCut { counted.append(l("there are more: choose a client or a territory")) }
    return counted.joined(separator: " · ")
}

private func nobody(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    if query.isFiltered {
        return emptyNote(
            l("Nobody fits the filter."),
            "<p><a class=\"button\" href=\"\(c.link(.map(.sheet(query.picture))))\">\(l("Show all"))</a></p>")
    }
    switch query.scope {
    case .client(let id):
        return emptyNote(
            l("Nobody is known here yet. Who decides, who holds the budget, whom do they ask?"),
            c.mayEdit
                ? "<p><a class=\"button main\" href=\"\(c.link(.clients(.newPerson(id))))\">\(l("Add a person"))</a></p>"
                : .none)
    case .tender(let id):
        return emptyNote(
            l("Nobody is written down who decides on this tender."),
            c.mayEdit
                ? "<p><a class=\"button main\" href=\"\(c.link(.tenders(.newPart(.seats, id.number))))\">\(l("Add a seat"))</a></p>"
                : .none)
    default:
        return emptyNote(
            l(
                "The map draws VIPs, opinion leaders and whoever is tied to somebody. Mark people and note what ties them."
            ),
            "<p><a class=\"button main\" href=\"\(c.link(.people(.list(PersonListQuery()))))\">\(l("People"))</a></p>")
    }
}

private func picture(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    """
    <section class="sheet map"><div class="body">
    \(mapPicture(page, query, c))
    \(legend(page, c.language))
    </div></section>
    """
}

/// What the shapes, the lines and the signs of the picture mean.
private func legend(_ page: MapSheet, _ l: Language) -> HTML {
    """
    <p class="legend quiet"><span class="side for">\(l("for us"))</span> <span class="side neutral">\(l("neutral"))</span> \
    <span class="side against">\(l("against"))</span> <span class="side unknown">\(l("stance not known"))</span> \
    <span>\(l("area = power"))</span> <span>\(l("ring = ladder, a quarter a step"))</span> <span>\(l("dashed = negative"))</span> \
    <span>\(l("dotted = assumed"))</span> <span>\(l("thickness = strength"))</span></p>\
    \(if: page.changes != nil, """
        <p class="legend quiet news"><b>\(l("What moved:"))</b> <span><i>\(newsSign(.new))</i> \(l("new"))</span> \
        <span><i>\(newsSign(.changed))</i> \(l("changed"))</span> <span><i>\(newsSign(.gone))</i> \(l("gone, drawn in dots"))</span></p>
        """)\
    \(if: page.answers.introduction != nil, "<p class=\"legend quiet\">\(l("The way to the person is lit, all others are dimmed."))</p>")
    """
}
