import Domain
import Routes

package func clientListPage(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let count = l("\(c.frame.tallies.clients) clients")
    return layout(
        l("Clients"), c,
        """
        \(head(l("Clients"), badges: "<span class=\"quiet\">\(count)</span>",
            actions: c.mayEdit ? button(l("New client"), c.link(.clients(.new)), main: !list.rows.isEmpty) : .none))
        \(filters(list, query, c))
        \(list.rows.isEmpty ? nothing(query, c) : rows(list, query, c))
        \(pager(
            earlier: list.earlier.map { c.link(.clients(.list(query.at($0)))) },
            later: list.later.map { c.link(.clients(.list(query.at($0)))) }, shown: list.rows.count, of: query.isFiltered ? nil : c.frame.tallies.clients, l))
        """)
}

private func filters(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.clients(.list(ClientListQuery()))))" role="search" aria-label="\(l("Filter"))">
        <input type="search" name="q" dir="auto" value="\(typed: query.text ?? "")" aria-label="\(l("Text"))" placeholder="\(l("Text"))">
        \(filter("status", l("Status"), query.status?.rawValue, ClientStatus.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("kind", l("Kind"), query.kind?.rawValue, ClientKind.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("territory", l("Territory"), query.territory, list.territories.map { ($0, $0) }, l))
        \(filter("kam", l("KAM"), query.kam.map { String($0.number) }, list.kams.map { (String($0.id.number), $0.name) }, l))
        \(filter("risk", l("At risk"), query.risk?.rawValue, Risk.Rule.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(if: query.order != .name, "<input type=\"hidden\" name=\"order\" value=\"\(query.order.rawValue)\">")
        <button class="button">\(l("Show"))</button>
        \(if: query.isFiltered, "<a href=\"\(c.link(.clients(.list(ClientListQuery()))))\">\(l("All clients"))</a>")
        </form>
        """
}

/// A list of choices for one filter.
func filter(
    _ name: String, _ label: String, _ chosen: String?, _ options: [(value: String, word: String)], _ l: Language
) -> HTML {
    """
    <select name="\(name)" aria-label="\(label)"><option value="">\(label): \(l("all"))</option>\
    \(each: options, { "<option value=\"\(typed: $0.value)\"\(if: $0.value == chosen, " selected")>\($0.word)</option>" })</select>
    """
}

private func nothing(_ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard query.isFiltered || query.place != nil else {
        return sheet(
            l("No clients yet"),
            emptyNote(
                l("A client is an organisation that buys, may buy, or decides over those that do."),
                "<p>\(button(l("Add your first client"), c.link(.clients(.new)), main: true))\(if: c.may(.importer), " \(button(l("Import"), c.link(.imports(.list))))")</p>"
            ))
    }
    return sheet(
        l("Nothing fits"),
        emptyNote(
            l("No client has all of this."),
            "<p><a href=\"\(c.link(.clients(.list(ClientListQuery()))))\">\(l("All clients"))</a></p>"))
}

private func rows(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    // Few colleagues stand in many rows.
    let kams = Dictionary(list.kams.map { ($0.name, shortName($0.name)) }) { first, _ in first }
    return sheet(
        l("Clients"), note: totals(list, query, c), export: .clients(.list(query.at(nil))),
        table(
            l("Clients"),
            [
                sortColumn(.name, l("Client"), query, c), Column(l("Next date"), .number),
                sortColumn(.income, l("Income, \(symbol)"), query, c),
                sortColumn(.overdue, l("Overdue, \(symbol)"), query, c),
                sortColumn(.contact, l("Last interaction"), query, c), Column(l("KAM")), Column(l("Status")),
                Column(l("Kind, city")),
            ], list.rows, foot: foot(list, query, c)
        ) { cells($0, kams, c) }, c)
}

/// Income, turnover and debts of all clients that pass the filters.
private func totals(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> String {
    let l = c.language
    let (year, overdue) = (list.total.year, list.total.overdue)
    let income = l("12 months: income \(c.short(year.knownIncome)) of turnover \(c.short(year.turnover))")
    let unknown = year.unknownPercent.map { ", " + l("cost unknown of \($0) %") } ?? ""
    return "\(income)\(unknown), \(l("\(c.short(overdue)) overdue"))"
}

/// What the rows of all pages of the list sum to. Each sum leads to the rows that make it, the largest first.
private func foot(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> [HTML] {
    func sum(_ money: Money, by order: ClientOrder) -> HTML {
        anchor(c.whole(money), .clients(.list(query.ordered(by: order))), quietly: true, c)
    }
    return [
        "\(c.language("All of the list"))", .none, sum(list.total.year.knownIncome, by: .income),
        sum(list.total.overdue, by: .overdue), .none, .none, .none, .none,
    ]
}

/// The head of a column; a click sorts the list by it.
private func sortColumn(_ order: ClientOrder, _ name: String, _ query: ClientListQuery, _ c: Chrome) -> Column {
    let isOrdered = query.order == order
    let direction: HTML = order == .name ? "ascending" : "descending"
    return Column(
        name, order == .name ? .name : .number,
        head: """
            <th scope="col"\(if: order != .name, " class=\"num\"")\(if: isOrdered, " aria-sort=\"\(direction)\"")>\
            <a href="\(c.link(.clients(.list(query.ordered(by: order)))))">\(name)\(if: isOrdered, order == .name ? " ↑" : " ↓")</a></th>
            """)
}

private func cells(_ row: ClientRow, _ kams: [String: String], _ c: Chrome) -> [HTML] {
    let l = c.language
    let (year, overdue) = (row.standing?.year, row.standing?.overdue ?? .zero)
    return [
        clientLink(Named(id: row.id, name: row.name), c),
        row.nextDue.map { dueDay($0, c) } ?? .none,
        year.map { $0.turnover == .zero ? .none : incomeCell($0, as: c.whole, c) } ?? .none,
        overdue > .zero ? "<span class=\"bad\">\(c.whole(overdue))</span>" : .none,
        "\(row.lastContact.map(c.day) ?? "")", "\(row.kam.map { kams[$0] ?? shortName($0) } ?? "")",
        row.status.map { statusBadge($0, l) } ?? .none,
        "<span class=\"quiet\">\(l.word(row.kind))\(ifLet: row.cityUnnamed, { " · \($0)" })</span>",
    ]
}

package func clientExport(_ list: ClientList, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Client"), l("Kind"), l("City"), l("Status"), l("KAM"), l("Turnover"), l("Income"),
            l("Turnover of unknown cost"),
            l("Overdue"), l("Last interaction"), l("Next date"),
        ],
        list.rows.map { row in
            [
                .text(row.name), .text(l.word(row.kind)), .text(row.city ?? ""), .text(row.status.map(l.word) ?? ""),
                .text(row.kam ?? ""),
                c.cell(row.standing?.year.turnover), c.cell(row.standing?.year.income),
                c.cell(row.standing?.year.unknown), c.cell(row.standing?.overdue), .text(row.lastContact?.iso ?? ""),
                .text(row.nextDue?.iso ?? ""),
            ]
        })
}
