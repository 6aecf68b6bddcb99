import Domain
import Routes

/// The dossier on paper: the page to print, and the file that `kamdesk print` writes.
package func dossierPrintPage(_ print: PrintedDossier, _ c: Chrome) -> HTML {
    let l = c.language
    let client = print.head.client
    var paper = c
    paper.isPaper = true
    return layout(
        "\(client.draft.name): \(l("Dossier"))", c,
        """
        \(if: c.styles == nil, chooser(print, c))
        \(head(client.draft.name, badges: dossierBadges(print.head.head, paper)))
        <p class="quiet under">\(dossierLine(print.head, paper))</p>
        \(dossierFigures(print.head, paper))
        \(each: print.choice.sections, { section($0, print, paper) })
        <p class="quiet">\(extent(print, paper))</p>
        """)
}

/// Says on the paper what is printed and what is left out.
private func extent(_ print: PrintedDossier, _ c: Chrome) -> String {
    let l = c.language
    let since = l("Since \(c.day(print.choice.since(c.today))).")
    guard !print.choice.omitted.isEmpty else { return since }
    return "\(since) \(l("Left out: \(print.choice.omitted.map { l.word($0).lowercased() }.joined(separator: ", "))."))"
}

/// The choice of sections, above the paper.
private func chooser(_ print: PrintedDossier, _ c: Chrome) -> HTML {
    let l = c.language
    let id = print.head.client.id
    return """
        \(trail(print.head.client.draft.name, c.link(.clients(.sheet(id)))))
        <form class="filters" action="\(c.link(.clients(.print(id, PrintChoice()))))">
        \(each: DossierSection.allCases, { section in
            "<label><input type=\"checkbox\" name=\"section\" value=\"\(section.rawValue)\"\(if: print.choice.contains(section), " checked")> \(l.word(section))</label>\n"
        })
        <label for="since">\(l("Since"))</label> <input type="date" id="since" name="since" value="\(print.choice.since(c.today).iso)">
        <button class="button">\(l("Show"))</button>
        \(printButton(main: true, l))
        </form>
        """
}

private func section(_ section: DossierSection, _ print: PrintedDossier, _ c: Chrome) -> HTML {
    let l = c.language
    let title = l.word(section)
    switch section {
    case .risks: return risksSheet(print.head, c)
    case .keys: return "\(ifLet: print.head.keys, { definitionSheets($0, c) })"
    case .strategy: return "\(ifLet: print.strategy, { strategySheets($0, c) })"
    case .people:
        return print.people.isEmpty
            ? sheet(title, emptyNote(l("Nobody is known here yet. Who decides, who holds the budget?")))
            : sheet(
                title, note: latest(print.people.count, c),
                print.head.power.map { deciderTable(title, print.people, $0, at: print.head.client.id, c) }
                    ?? peopleTable(title, print.people, c))
    case .matters: return matters(title, print, c)
    case .interactions:
        return list(title, print.interactions, empty: l("No call, visit or meeting is logged yet."), c) { row in
            interactionRow(row, withClient: false, note: print.notes[row.id], c)
        }
    case .money:
        guard let money = print.money else { return .none }
        return "\(salesSheet(money.sales, of: money.client.id, open: true, c))\(productsSheet(money, c))"
    case .tenders:
        return print.tenders.isEmpty
            ? .none
            : sheet(title, note: latest(print.tenders.count, c), tenderTable(print.tenders, withClient: false, c))
    case .orders:
        return print.orders.isEmpty
            ? sheet(title, emptyNote(l("No order yet.")))
            : sheet(title, note: latest(print.orders.count, c), orderTable(print.orders, withClient: false, c))
    case .receivables:
        return """
            \(ageingSheet(print.head.ageing, c))
            \(if: !print.invoices.isEmpty, sheet(l("Open invoices"), note: latest(print.invoices.count, c), invoiceTable(print.invoices, on: c.today, c)))
            """
    case .about: return "\(aboutSheet(print.head, c))\(groupSheet(print.head, c))"
    case .history:
        return list(title, print.history, empty: l("Nothing has been changed yet."), c) { changeRow($0, c) }
    }
}

/// A list of rows. If there were too many to print, the title says how many are shown.
private func list<Row>(_ title: String, _ rows: [Row], empty: String, _ c: Chrome, _ row: (Row) -> HTML) -> HTML {
    sheet(title, note: latest(rows.count, c), rows.isEmpty ? emptyNote(empty) : "\(each: rows, row)")
}

/// The number of rows, or "the latest N" if rows were left out. `longest` is the length of the longest list.
private func latest(_ longest: Int, of count: Int? = nil, _ c: Chrome) -> String {
    let l = c.language
    return longest < PrintedDossier.most ? l.number(count ?? longest) : l("the latest \(count ?? longest)")
}

/// The promises of both sides, each with a box to tick by hand.
private func matters(_ title: String, _ print: PrintedDossier, _ c: Chrome) -> HTML {
    let l = c.language
    guard !print.open.isEmpty || !print.done.isEmpty else {
        return sheet(title, emptyNote(l("Nothing is open: no promise of ours, none of theirs.")))
    }
    return sheet(
        title, note: latest(max(print.open.count, print.done.count), of: print.open.count + print.done.count, c),
        "\(each: print.open + print.done, { matterRow($0, withClient: false, c) })")
}
