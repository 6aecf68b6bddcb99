import Domain
import Routes

/// The balance of power now, how it developed, and what is expected.
func balanceSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard let outlook = page.outlook else { return .none }
    return sheet(
        l("Balance of power"), note: l("sum of power × stance; the band is what nobody knows"),
        """
        <div class="body">\(ifLet: outlook.territory, { "<p class=\"quiet\">\(territory($0, l))</p>" })\
        \(page.balance.isEmpty && outlook.forecast.isEmpty
            ? "<p class=\"quiet\">\(l("Nobody has been assessed here yet."))</p>" : curve(page.balance, outlook.forecast, c))</div>
        \(expected(outlook.expected, on: page.day, query, c))
        """)
}

private func territory(_ territory: Outlook.Territory, _ l: Language) -> String {
    territory.judged > Outlook.Territory.most
        ? l("Of the clients where somebody has been assessed, the \(Outlook.Territory.most) known the longest.")
        : l(
            "\(territory.judged) of \(territory.clients) clients: those where somebody has been assessed or a change is expected."
        )
}

private func curve(_ points: [Balance], _ forecast: [Balance], _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(balanceChart(points, forecast, c))\
        \(ifLet: points.last, { "<p>\(balance($0, l))</p>" })\
        \(ifLet: forecast.last, { "<p>\(l("Expected by \(c.day($0.day)):")) \(balance($0, l))</p>" })
        <details><summary>\(l("As a table"))</summary>\(curveTable(points.map { ($0, false) } + forecast.map { ($0, true) }, c))</details>
        """
}

private func curveTable(_ points: [(point: Balance, isExpected: Bool)], _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("Balance of power"),
        [
            Column(l("Since"), .name), Column(l("At least"), .number), Column(l("Known"), .number),
            Column(l("At most"), .number),
        ], points
    ) { point, isExpected in
        [
            "\(c.day(point.day))\(if: isExpected, " <span class=\"quiet\">\(l("expected"))</span>")",
            "\(l.signed(point.low))", "\(l.signed(point.middle))", "\(l.signed(point.high))",
        ]
    }
}

/// A balance, and its range if something is unknown.
func balance(_ point: Balance, _ l: Language) -> HTML {
    let width: HTML =
        point.low < point.high
        ? " <span class=\"quiet\">\(l("from \(l.signed(point.low)) to \(l.signed(point.high))"))</span>" : .none
    return "<b>\(l.signed(point.middle))</b>\(width)"
}

/// What may change the balance, and what came of it.
private func expected(_ changes: [ExpectedChangeRow], on day: Day, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    var (add, withClient) = (HTML.none, true)
    if case .client(let id) = query.scope {
        withClient = false
        if c.mayEdit {
            add = "<p class=\"body buttons\">\(button(l("Add an expected change"), c.link(.expected(.new(id)))))</p>"
        }
    }
    return """
        \(if: changes.isEmpty && !withClient, emptyNote(l("No change is expected. Who retires, what is elected, who merges with whom?")))\
        \(if: !changes.isEmpty, "<h3 class=\"body\">\(l("Expected changes"))</h3>")\
        \(each: changes, { expectedRow($0, on: day, withClient: withClient, c) })\(add)
        """
}

private func expectedRow(_ change: ExpectedChangeRow, on day: Day, withClient: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let isOpen = change.isOpen(on: day)
    let (style, sign): (StaticString, StaticString) =
        !isOpen
        ? ("faint", change.outcome?.hasHappened == true ? "✓" : "✕")
        : change.shift < 0 ? ("against", "▼") : change.shift > 0 ? ("for", "▲") : ("faint", "●")
    return """
        <div class="why"><span class="mark \(HTML(stringLiteral: style))" aria-hidden="true">\(HTML(stringLiteral: sign))</span>\
        <span>\(change.text)</span>\
        <span class="num\(if: change.isOverdue(on: day), " bad")">\(dayText(change, on: day, c))</span>\
        <small>\(if: withClient, "\(clientLink(change.client, c)) · ")\(l("\(change.probability) % likely, shifts the balance by \(l.signed(change.shift))"))\
         · \(l.word(change.kind))\(ifLet: change.person, { " · \(personLink($0, c))" })\(ifLet: change.source, { " · \($0)" }) · \(change.by)\
        \(if: change.outcome?.hasHappened == true, " · \(l("record what it changed: end the post, reassess"))")\
        \(if: c.mayEdit, " · <a href=\"\(c.link(.expected(.edit(change.id))))\" aria-label=\"\(l("Edit: \(change.text)"))\">\(l("Edit"))</a>")</small>\
        \(if: c.mayEdit, outcomeButtons(change, c))</div>
        """
}

private func dayText(_ change: ExpectedChangeRow, on day: Day, _ c: Chrome) -> String {
    let l = c.language
    if !change.isOpen(on: day), let outcome = change.outcome {
        return outcome.hasHappened ? l("happened \(c.day(outcome.day))") : l("did not happen, \(c.day(outcome.day))")
    }
    return change.isOverdue(on: day) ? l("since \(c.day(change.day))") : c.day(change.day)
}

private func outcomeButtons(_ change: ExpectedChangeRow, _ c: Chrome) -> HTML {
    let l = c.language
    let acts: [(action: ExpectedAction, word: String)] =
        change.outcome == nil
        ? [(.happened(change.id), l("It has happened")), (.failed(change.id), l("It did not happen"))]
        : [(.reopen(change.id), l("Expect it again"))]
    return """
        <div class="acts">\(each: acts, {
            actButton(.expected($0.action), $0.word, label: "\($0.word): \(change.text)", returns: true, c)
        })</div>
        """
}

extension Language {
    /// A whole number with its sign.
    func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0" }
}
