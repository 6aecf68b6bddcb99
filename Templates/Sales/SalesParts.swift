import Domain
import Routes

/// A link to the page's table as CSV.
func exportLink(_ route: Route, _ c: Chrome) -> HTML {
    "<a class=\"export\" href=\"\(c.base + route.address.export.text)\" download>\(c.language("CSV"))</a>"
}

func orderLink(_ order: Named<Order>, _ c: Chrome) -> HTML {
    anchor(order.name, to: OrderRoute.sheet(order.id), c)
}

func orderBadge(_ status: OrderStatus, _ l: Language) -> HTML {
    let style: StaticString =
        switch status {
        case .shipped, .delivered, .closed: " key"
        case .refused: " alarm"
        case .draft, .accepted, .handed, .confirmed: ""
        }
    return "<span class=\"badge\(style)\">\(l.word(status))</span>"
}

/// Income where costs are known, and for how much they are unknown; `written` as an amount if it is nil. Leads to the rows of the `figure`.
func incomeCell(
    _ figures: SalesFigures, as written: ((Money) -> String)? = nil, of figure: Figure? = nil, _ c: Chrome
) -> HTML {
    let l = c.language
    let unknown: HTML =
        "\(ifLet: figures.unknownPercent, { " <small class=\"warn\">\(l("cost unknown of \($0) %"))</small>" })"
    guard let income = figures.income else { return "<span class=\"quiet\">\(l("unknown"))</span>" }
    let text = (written ?? c.amount)(income)
    let amount = figure.map { anchor(text, to: PlanRoute.figure($0), quietly: true, c) } ?? "\(text)"
    return "\(amount)\(unknown)"
}

/// A cost, or "unknown".
func costCell(_ cost: Money?, _ c: Chrome) -> HTML {
    guard let cost else { return "<span class=\"warn\">\(c.language("unknown"))</span>" }
    return "\(c.amount(cost))"
}

/// A table of orders. `withClient` adds the client's name, on pages of other records.
func orderTable(_ rows: [OrderRow], withClient: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    var columns = [
        Column(l("Number"), .name), Column(l("Ordered"), .number), Column(l("Shipped"), .number), Column(l("Status")),
        Column(l("Amount, \(symbol)"), .number), Column(l("Income, \(symbol)"), .number),
    ]
    if withClient { columns.insert(Column(l("Client"), .record), at: 1) }
    return table(l("Orders"), columns, rows) { row in
        var cells: [HTML] = [
            "\(orderLink(Named(id: row.id, name: row.number), c))\(if: !withClient, payer(row, l))",
            "\(c.day(row.day))", "\(row.shippedOn.map(c.day) ?? "")", orderBadge(row.status, l),
            "\(c.amount(row.figures.turnover))", incomeCell(row.figures, c),
        ]
        if withClient { cells.insert("\(clientLink(row.client, c))\(payer(row, l))", at: 1) }
        return cells
    }
}

private func payer(_ row: OrderRow, _ l: Language) -> HTML {
    "\(ifLet: row.payer, { "<small class=\"by\">\(l("paid by \($0.name)"))</small>" })"
}

package func orderExport(_ rows: [OrderRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Number"), l("Client"), l("Payer"), l("Ordered"), l("Shipped"), l("Status"), l("Amount"), l("Income"),
            l("Turnover of unknown cost"),
        ],
        rows.map { row in
            [
                .text(row.number), .text(row.client.name), .text(row.payer?.name ?? ""), .text(row.day.iso),
                .text(row.shippedOn?.iso ?? ""), .text(l.word(row.status)), c.cell(row.figures.turnover),
                c.cell(row.figures.income),
                c.cell(row.figures.unknown),
            ]
        })
}

extension Chrome {
    /// An amount in a CSV file; empty if it is not known.
    func cell(_ money: Money?) -> CSVTable.Cell { .number(money.map(currency.text)) }
}
