import Domain
import Routes

/// A client's money, by month and by product.
package func clientMoneyPage(_ money: ClientMoneySheet, _ c: Chrome) -> HTML {
    dossierPage(
        .money, of: money.client, c,
        """
        \(salesSheet(money.sales, of: money.client.id, open: true, c))
        \(productsSheet(money, c))
        """)
}

/// Income by month, as a picture and a table; open, it leads to the rows of every month. The dossier, which is asked for most, shows it
/// closed and leads to the client's money.
func salesSheet(_ sales: ClientSales, of client: Client.ID, open: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    guard !sales.isEmpty else {
        return sheet(
            l("Income by month"),
            emptyNote(
                l("Nothing has shipped in two years. What an order brings counts on the day it ships."),
                "\(if: c.may(.clerk), "<p>\(button(l("New order"), c.link(.orders(.new(client)))))\(if: c.may(.importer), " \(button(l("Import"), c.link(.imports(.list))))")</p>")"
            ))
    }
    return sheet(
        l("Income by month"), note: l("bars this year, ticks a year ago"),
        link: c.isPaper ? nil : (l("By product"), c.link(.clients(.money(client)))),
        """
        <div class="body">\(monthChart(sales.months, c))
        <details\(if: open, " open")><summary>\(l("The same as a table"))</summary>\(monthTable(sales, of: client, linked: open, c))</details></div>
        """)
}

private func monthTable(_ sales: ClientSales, of client: Client.ID, linked: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    let columns = [
        Column(l("Month"), .name), Column(l("Turnover, \(symbol)"), .number), Column(l("Income, \(symbol)"), .number),
        Column(l("Income a year ago, \(symbol)"), .number),
    ]
    func cells(_ name: HTML, _ figures: SalesFigures, _ before: SalesFigures, from first: Month, to last: Month)
        -> [HTML]
    {
        func figure(_ metric: PlanMetric, _ ago: Int) -> Figure? {
            guard linked else { return nil }
            let span = PeriodSpan(from: (first - ago).first, to: (last - ago + 1).first - 1)!
            return Figure(PlanMeasure(metric), of: .client(client), in: span)
        }
        return [
            name,
            figure(.turnover, 0).map { anchor(c.amount(figures.turnover), to: PlanRoute.figure($0), quietly: true, c) }
                ?? "\(c.amount(figures.turnover))",
            incomeCell(figures, of: figure(.income, 0), c), incomeCell(before, of: figure(.income, 12), c),
        ]
    }
    let this = Month(of: c.today)
    let year = cells("\(l("12 full months"))", sales.year, sales.yearBefore, from: this - 12, to: this - 1)
    return table(l("Income by month"), columns, sales.months.reversed(), foot: year) { row in
        let soFar: HTML = row.month == this ? " <small>\(l("so far"))</small>" : .none
        return cells(
            "\(l.month(row.month.first))\(soFar)", row.figures, row.before, from: row.month, to: row.month)
    }
}

func productsSheet(_ money: ClientMoneySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !money.products.isEmpty else { return .none }
    let symbol = c.currency.symbol
    return sheet(
        l("By product"), note: l("12 full months"), export: .clients(.money(money.client.id)),
        table(
            l("By product"),
            [
                Column(l("Product"), .name), Column(l("Group")), Column(l("Quantity"), .number),
                Column(l("Turnover, \(symbol)"), .number), Column(l("Income, \(symbol)"), .number),
                Column(l("Paid by others, \(symbol)"), .number),
            ], money.products, { productCells($0, c) }), c)
}

private func productCells(_ row: ProductSales, _ c: Chrome) -> [HTML] {
    let through = row.figures.through
    return [
        "\(row.product.name)", "\(row.group ?? "")", "\(c.language.quantity(row.quantity))",
        "\(c.amount(row.figures.turnover))", incomeCell(row.figures, c),
        through == .zero ? .none : "\(c.amount(through))",
    ]
}

package func clientMoneyExport(_ money: ClientMoneySheet, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Product"), l("Group"), l("Quantity"), l("Turnover"), l("Income"), l("Turnover of unknown cost"),
            l("Paid by others"),
        ],
        money.products.map { row in
            [
                .text(row.product.name), .text(row.group ?? ""), .number(row.quantity.typed),
                c.cell(row.figures.turnover),
                c.cell(row.figures.income), c.cell(row.figures.unknown), c.cell(row.figures.through),
            ]
        })
}
