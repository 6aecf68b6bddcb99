import Domain
import Routes

/// What we did for whom: for us with who said so, for outsiders only what may be told.
package func referencesPage(_ sheet: ReferenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let title = l("References")
    let query = sheet.query
    let views: [(Bool, String)] = [(false, l("For us")), (true, l("For outsiders"))]
    let tabs: HTML = """
        <nav class="tabs" aria-label="\(l("Who reads it"))">\(each: views, { isForOutsiders, name in
        "<a href=\"\(c.link(.keyClients(.references(ReferenceQuery(segment: query.segment, isForOutsiders: isForOutsiders)))))\"\(if: isForOutsiders == query.isForOutsiders, " aria-current=\"page\"")>\(name)</a>\n"
        })</nav>
        """
    let filter: HTML =
        sheet.segments.isEmpty
        ? .none
        : """
        <form class="filters unprinted" action="\(c.link(.keyClients(.references(ReferenceQuery()))))">
        \(if: query.isForOutsiders, "<input type=\"hidden\" name=\"for\" value=\"outside\">")\
        <label for="segment">\(l("Segment"))</label> <select id="segment" name="segment"><option value="">\(l("all segments"))</option>\
        \(each: sheet.segments, { "<option value=\"\(typed: $0)\"\(if: $0 == query.segment, " selected")>\($0)</option>" })</select>
        <button class="button">\(l("Show"))</button></form>
        """
    let note =
        query.isForOutsiders
        ? l("Only what they confirmed that we may say; nobody of ours is named.")
        : l("What exactly we did, what came of it, and what may be cited.")
    return layout(
        title, c,
        """
        \(trail(l("Key clients"), c.link(.keyClients(.list(KeyQuery())))))
        \(head(title, actions: printButton(l)))
        \(tabs)
        \(filter)
        <p class="quiet">\(note)</p>
        \(sheet.cards.isEmpty ? Templates.sheet(title, emptyNote(emptyReferences(query, l))) : referenceTable(sheet, c))
        """)
}

private func emptyReferences(_ query: ReferenceQuery, _ l: Language) -> String {
    query.isForOutsiders
        ? l("Nobody has confirmed yet that we may cite them.")
        : l(
            "A reference needs three pieces of evidence at a client: what we did, its result, and the permission to cite."
        )
}

private func referenceTable(_ sheet: ReferenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let isOutside = sheet.query.isForOutsiders
    let columns =
        [
            Column(l("Client"), .name), Column(l("What we did for them, and its result"), .words),
        ] + (isOutside ? [] : [Column(l("May be cited")), Column(l("Who confirms it"), .words)])
    return Templates.sheet(
        l("References"), note: l.number(sheet.cards.count),
        table(l("References"), columns, sheet.cards) { card in
            let told = isOutside ? card.citation(on: sheet.today) ?? .hidden : .amounts
            let amount: HTML =
                told == .amounts ? "\(ifLet: card.scope.amount, { " <b>\(c.short($0))</b>" })" : .none
            let place = [card.segment, card.territory].compactMap { $0 }.joined(separator: ", ")
            let hidden = [l.word(card.kind), card.territory].compactMap { $0 }.joined(separator: ", ")
            let who: HTML =
                told == .hidden
                ? "\(hidden)"
                : "\(isOutside ? "\(card.client.name)" : clientLink(card.client, c))\(if: !place.isEmpty, "<small class=\"below\">\(place)</small>")"
            let cells: [HTML] = [who, "\(card.scope.claim)\(amount). <b>\(card.result.claim)</b>"]
            return isOutside ? cells : cells + permission(card, sheet.today, c)
        })
}

private func permission(_ card: ReferenceSheet.Card, _ today: Day, _ c: Chrome) -> [HTML] {
    let l = c.language
    let draft = card.permission
    let words: HTML =
        card.citation(on: today).map { "\(l.word($0))" }
        ?? "<span class=\"warn\">\(l("not confirmed, or too old"))</span>"
    return [
        words,
        "\(draft.source)<small class=\"below\">\(c.day(draft.day)), \(l.word(draft.grade))</small>",
    ]
}
