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

/// Income by month, as a picture and a table.
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
        <details\(if: open, " open")><summary>\(l("The same as a table"))</summary>\(monthTable(sales, c))</details></div>
        """)
}

private func monthTable(_ sales: ClientSales, _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    let columns = [
        Column(l("Month"), .name), Column(l("Turnover, \(symbol)"), .number), Column(l("Income, \(symbol)"), .number),
        Column(l("Income a year ago, \(symbol)"), .number),
    ]
    let year: [HTML] = [
        "\(l("12 full months"))", "\(c.amount(sales.year.turnover))", incomeCell(sales.year, c),
        incomeCell(sales.yearBefore, c),
    ]
    return table(l("Income by month"), columns, sales.months.reversed(), foot: year) { monthCells($0, c) }
}

private func monthCells(_ row: ClientSales.Row, _ c: Chrome) -> [HTML] {
    let soFar: HTML = row.month == Month(of: c.today) ? " <small>\(c.language("so far"))</small>" : .none
    return [
        "\(c.language.month(row.month.first))\(soFar)", "\(c.amount(row.figures.turnover))",
        incomeCell(row.figures, c), incomeCell(row.before, c),
    ]
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
                .text(row.product.name), .text(row.group ?? ""), .number(row.quantity.text),
                c.cell(row.figures.turnover),
                c.cell(row.figures.income), c.cell(row.figures.unknown), c.cell(row.figures.through),
            ]
        })
}
