import Domain
import Routes

/// The dossier. `disposes`: the viewer may hand the client over.
package func clientPage(_ dossier: ClientSheet, disposes: Bool, _ c: Chrome) -> HTML {
    let client = dossier.client
    return layout(
        client.draft.name, c,
        """
        \(head(client.draft.name, badges: dossierBadges(dossier.head, c), actions: dossierActions(client.id, isMain: true, c)))
        <p class="quiet under">\(dossierLine(dossier, c))\(if: disposes && c.mayEdit, handOver(client.id, c))\(if: dossier.power != nil, asOf(client.id, c))</p>
        \(dossierFigures(dossier, c))
        \(clientTabs(client.id, .overview, c))
        <div class="cols ahead"><div>
        \(if: dossier.power != nil, openMatters(dossier, c))
        \(risksSheet(dossier, c))
        \(ifLet: dossier.keys, { whyKeyPanel($0, c) })
        \(debts(dossier, c))
        </div><div>
        \(whoDecides(dossier, c))
        \(ifLet: dossier.power, { powerSheet($0, at: client.id, c) })
        \(salesSheet(dossier.sales, of: client.id, open: false, c))
        \(tenders(dossier, c))
        \(orders(dossier, c))
        \(ifLet: dossier.strategy, { strategyPanel($0, c) })
        \(aboutSheet(dossier, c))
        </div><div>
        \(groupSheet(dossier, c))
        \(if: dossier.power != nil, latest(dossier, c))
        \(historySheet(dossier.history, all: .clients(.history(client.id, HistoryQuery())), c))
        </div></div>
        """)
}

/// What can be done with a client, from every page of its dossier.
/// `isMain` is false in a room that has an action of its own, which comes first there.
func dossierActions(_ id: Client.ID, isMain: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(if: c.mayEdit, "\(button(l("Log"), c.link(.interactions(.new(id, nil))), main: isMain, key: "L")) \(button(l("Edit"), c.link(.clients(.edit(id))), key: "E")) ")\
        \(button(l("Brief"), c.link(.clients(.brief(id))), key: "B")) \
        \(button(l("Print"), c.link(.clients(.print(id, PrintChoice()))), key: "P"))
        """
}

/// The client's main facts in one line.
func dossierLine(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = dossier.client.draft
    var parts: [HTML] = ["\(l.word(draft.kind))"]
    for text in [draft.city, draft.territory, draft.segment] { if let text { parts.append("\(text)") } }
    if let inn = draft.inn { parts.append("\(l("INN")) \(inn)") }
    if let vat = draft.vat { parts.append("\(l("VAT number")) \(vat)") }
    if let parent = dossier.parent { parts.append("\(l("part of")) \(clientLink(parent, c))") }
    if let kam = dossier.kam {
        parts.append("\(l("KAM")) \(kam.name) \(l("since \(l.month(kam.from))"))")
    } else {
        parts.append("<span class=\"warn\">\(l("nobody in charge"))</span>")
    }
    return parts.dropFirst().reduce(parts[0]) { "\($0) · \($1)" }
}

/// The way to the dossier of a past day: first of the end of the month before.
private func asOf(_ id: Client.ID, _ c: Chrome) -> HTML {
    let day = Month(of: c.today).first - 1
    return " <a class=\"act\" href=\"\(c.link(.clients(.past(id, day))))\">(\(c.language("as of a past day")))</a>"
}

private func handOver(_ id: Client.ID, _ c: Chrome) -> HTML {
    " <a class=\"act\" href=\"\(c.link(.clients(.handover(id))))\" aria-keyshortcuts=\"H\">(\(c.language("hand over")))</a>"
}

func dossierFigures(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let year = dossier.sales.year
    return """
        <dl class="figures">
        \(figure(l("Income, 12 months"), year.income.map(c.short) ?? l("unknown"), .plans(.figure(yearFigure(dossier.client.id, c))), incomeNote(dossier.sales, c) + groupNote(dossier, c), c))
        \(ifLet: dossier.power, { powerFigure($0, c) })
        \(figure(l("Receivables"), c.short(dossier.ageing.open), .receivables(.client(dossier.client.id, nil)), debtNote(dossier.ageing, c), alarm: dossier.ageing.overdue > .zero, c))
        \(if: dossier.power != nil, talkFigures(dossier, c))
        </dl>
        """
}

/// What a group's head brings with its group.
private func groupNote(_ dossier: ClientSheet, _ c: Chrome) -> String {
    guard let keys = dossier.keys, keys.isGroup, let income = keys.income, income != dossier.sales.year.income?.minor
    else { return "" }
    return ", \(c.language("with its group \(c.short(Money(income)))"))"
}

/// The income of the last twelve full months.
private func yearFigure(_ client: Client.ID, _ c: Chrome) -> Figure {
    let this = Month(of: c.today)
    return Figure(
        PlanMeasure(.income), of: .client(client), in: PeriodSpan(from: (this - 12).first, to: this.first - 1)!)
}

/// What was promised and said. Who does not see it reads no figure that could be taken for none.
private func talkFigures(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let last = dossier.interactions.first
    let next = dossier.nextDate(from: c.today)
    return """
        \(figure(l("Open promises"), l.number(dossier.mattersCount), dossier.overdueCount > 0 ? l("\(dossier.overdueCount) overdue") : l("none overdue"), alarm: dossier.overdueCount > 0))
        \(figure(l("Last interaction"), last.map { c.day($0.day) } ?? "–", last.map { l.word($0.kind) } ?? l("none yet")))
        \(figure(l("Next date"), next.map { c.day($0.day) } ?? "–", next?.text ?? l("nothing dated")))
        """
}

func incomeNote(_ sales: ClientSales, _ c: Chrome) -> String {
    let l = c.language
    let turnover = l("turnover \(c.short(sales.year.turnover))")
    if let percent = sales.year.unknownPercent { return "\(turnover), \(l("cost unknown of \(percent) %"))" }
    guard let change = sales.incomeChange else { return turnover }
    return "\(change < 0 ? "▼" : "▲")\u{A0}\(l.number(abs(change)))\u{A0}%, \(turnover)"
}

func debtNote(_ ageing: Ageing, _ c: Chrome) -> String {
    let l = c.language
    guard ageing.overdue > .zero else { return l("nothing overdue") }
    return l("\(c.short(ageing.overdue)) overdue, \(ageing.daysOverdue ?? 0) days")
}

private func orders(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let id = dossier.client.id
    guard !dossier.orders.isEmpty else { return .none }
    return sheet(
        l("Orders"), link: (l("All orders"), c.link(.orders(.list(OrderListQuery(client: id))))),
        orderTable(dossier.orders, withClient: false, c))
}

private func tenders(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    guard !dossier.tenders.isEmpty else { return .none }
    let l = c.language
    return sheet(
        l("Tenders"),
        link: (l("All tenders"), c.link(.tenders(.list(TenderListQuery(client: dossier.client.id))))),
        tenderTable(dossier.tenders, withClient: false, c))
}

private func debts(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return ageingSheet(
        dossier.ageing, link: (l("All invoices"), c.link(.receivables(.client(dossier.client.id, nil)))), c)
}

func risksSheet(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    guard !dossier.risks.isEmpty else { return .none }
    return sheet(c.language("At risk"), "\(each: dossier.risks, { riskRow($0, withClient: false, c) })")
}

private func whoDecides(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let id = dossier.client.id
    let add: HTML = c.mayEdit ? "<p>\(button(l("Add a person"), c.link(.clients(.newPerson(id)))))</p>" : .none
    guard !dossier.people.isEmpty else {
        return sheet(
            l("Who decides"), emptyNote(l("Nobody is known here yet. Who decides, who holds the budget?"), add))
    }
    let seats = dossier.power?.emptySeats.count ?? 0
    let note = [l("\(dossier.peopleCount) known"), seats > 0 ? l("\(seats) seats empty") : nil].compactMap { $0 }
    return sheet(
        l("Who decides"), note: note.joined(separator: ", "), link: (l("All people"), c.link(.clients(.people(id)))),
        peopleOf(dossier, c))
}

/// What is known of the people. A viewer who does not see the dossier gets names and posts.
private func peopleOf(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let name = c.language("Who decides")
    guard let power = dossier.power else { return peopleTable(name, dossier.people, c) }
    return deciderTable(name, dossier.people, power, at: dossier.client.id, c)
}

private func latest(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let id = dossier.client.id
    let log: HTML = c.mayEdit ? "<p>\(button(l("Log the first one"), c.link(.interactions(.new(id, nil)))))</p>" : .none
    return sheet(
        l("Latest"),
        link: dossier.interactionsCount > 0
            ? (l("All \(dossier.interactionsCount)"), c.link(.clients(.interactions(id, nil)))) : nil,
        dossier.interactions.isEmpty
            ? emptyNote(l("No call, visit or meeting is logged yet."), log)
            : "\(each: dossier.interactions, { interactionRow($0, withClient: false, c) })")
}

private func openMatters(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let id = dossier.client.id
    let add: HTML = c.mayEdit ? "<p>\(button(l("Add a promise"), c.link(.clients(.newMatter(id)))))</p>" : .none
    return sheet(
        l("Open promises"),
        link: dossier.mattersCount > 0 ? (l("All \(dossier.mattersCount)"), c.link(.clients(.matters(id)))) : nil,
        dossier.matters.isEmpty
            ? emptyNote(l("Nothing is open: no promise of ours, none of theirs."), add)
            : "\(each: dossier.matters, { matterRow($0, withClient: false, c) })")
}

func groupSheet(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    guard !dossier.members.isEmpty else { return .none }
    return sheet(
        c.language("Group"), note: c.language("\(dossier.members.count) members"),
        "<ul class=\"body plain-list\">\(each: dossier.members, { "<li>\(clientLink($0, c))</li>" })</ul>")
}

/// Addresses, numbers and the note.
func aboutSheet(_ dossier: ClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = dossier.client.draft
    let facts: [(String, HTML?)] = [
        (l("Address"), draft.address.map { "\($0)" }), (l("Country"), draft.country.map { "\($0)" }),
        (l("Phone"), draft.phone.map(phoneLinks)),
        (l("E-mail"), draft.email.map(emailLinks)),
        (l("Web"), draft.web.map { "<a href=\"\(userURL: $0)\" rel=\"noreferrer\">\($0)</a>" }),
        (l("KPP"), draft.kpp.map { "\($0)" }), (l("OGRN"), draft.ogrn.map { "\($0)" }),
        (l("Key"), draft.key.map { "\($0)" }),
        (l("Handover note"), dossier.kam?.note.map { "<span class=\"note\">\($0)</span>" }),
        (l("Why it is lost"), draft.lostReason.map { "\($0)" }),
        (l("Note"), draft.note.map { "<span class=\"note\">\($0)</span>" }),
    ]
    let known = facts.filter { $0.1 != nil }
    guard !known.isEmpty else { return .none }
    return sheet(
        l("About"), "<dl class=\"body facts\">\(each: known, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>")
}
