import Domain
import Routes

/// A client as it stood on a past day; the page says so, and that nothing can be changed there.
package func pastDossierPage(_ dossier: PastDossier, _ present: Chrome) -> HTML {
    let c = present.asOf(dossier.day)
    let l = c.language
    let title = l("\(dossier.client.name) as of \(c.day(dossier.day))")
    let kam: HTML =
        dossier.kam.map { "\(l("KAM")) \($0.name)" } ?? "<span class=\"warn\">\(l("nobody in charge"))</span>"
    let promises =
        dossier.matters.isEmpty
        ? .none : sheet(l("Open promises"), "\(each: dossier.matters, { matterRow($0, withClient: false, c) })")
    return layout(
        title, present,
        """
        \(trail(dossier.client.name, present.link(.clients(.sheet(dossier.client.id)))))
        \(head(title, actions: printButton(l)))
        \(asOfForm(dossier.client.id, dossier.day, present))
        \(answer("\(l("This is how it stood at the end of that day: judgements of that day, figures up to \(c.day(dossier.figuresUntil)).")) \(kam)."))
        <p class="quiet">\(l("What was written down later counts from the day of which it speaks. Debts, orders and risks are kept for the present day only."))</p>
        \(pastFigures(dossier, c))
        \(if: !dossier.people.isEmpty, sheet(l("Who decides"), peopleThen(dossier, c)))
        \(definitionSheets(dossier.keys, c))
        \(strategySheets(dossier.strategy, c))
        \(promises)
        \(salesSheet(dossier.sales, of: dossier.client.id, open: true, c))
        """)
}

/// Asks for which day the dossier is to be shown.
private func asOfForm(_ client: Client.ID, _ day: Day, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters unprinted" action="\(c.link(.clients(.sheet(client))))"><label for="on">\(l("As of"))</label> \
        <input type="date" id="on" name="on" value="\(day.iso)" max="\(c.today.iso)"> <button class="button">\(l("Show"))</button></form>
        """
}

private func pastFigures(_ dossier: PastDossier, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <dl class="figures">
        \(figure(l("Income, 12 months"), dossier.sales.year.income.map(c.short) ?? l("unknown"), incomeNote(dossier.sales, c)))
        \(ifLet: dossier.power, { powerFigure($0, c) })
        \(figure(l("Open promises"), l.number(dossier.matters.count), l("of both sides")))
        </dl>
        """
}

private func peopleThen(_ dossier: PastDossier, _ c: Chrome) -> HTML {
    deciderTable(c.language("Who decides"), dossier.people, dossier.power, at: dossier.client.id, c)
}
