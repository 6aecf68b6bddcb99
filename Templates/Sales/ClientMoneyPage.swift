import Domain
import Routes

/// A client's money, by month and by product.
package func clientMoneyPage(_ money: ClientMoneySheet, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Money"), c,
        """
        \(trail(money.client.name, c.link(.clients(.sheet(money.client.id)))))
        \(head(money.client.name))
        \(clientTabs(money.client.id, .money, c))
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
    return wideTable(
        l("Income by month"),
        head: """
            \(column(l("Month")))\(numberColumn(l("Turnover, \(symbol)")))\(numberColumn(l("Income, \(symbol)")))\
            \(numberColumn(l("Income a year ago, \(symbol)")))
            """,
        """
        \(each: sales.months.reversed(), { monthRow($0, c) })
        <tr><th scope="row">\(l("12 full months"))</th><td class="num">\(c.amount(sales.year.turnover))</td>\
        <td class="num">\(incomeCell(sales.year, c))</td><td class="num">\(incomeCell(sales.yearBefore, c))</td></tr>
        """)
}

private func monthRow(_ row: ClientSales.Row, _ c: Chrome) -> HTML {
    """
    <tr><th scope="row">\(c.language.month(row.month.first))\(if: row.month == Month(of: c.today), " <small>\(c.language("so far"))</small>")</th><td class="num">\(c.amount(row.figures.turnover))</td>\
    <td class="num">\(incomeCell(row.figures, c))</td><td class="num">\(incomeCell(row.before, c))</td></tr>
    """
}

func productsSheet(_ money: ClientMoneySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !money.products.isEmpty else { return .none }
    let symbol = c.currency.symbol
    return sheet(
        l("By product"), note: l("12 full months"), export: .clients(.money(money.client.id)),
        wideTable(
            l("By product"),
            head: """
                \(column(l("Product")))\(column(l("Group")))\(numberColumn(l("Quantity")))\(numberColumn(l("Turnover, \(symbol)")))\
                \(numberColumn(l("Income, \(symbol)")))\(numberColumn(l("Paid by others, \(symbol)")))
                """, "\(each: money.products, { productRow($0, c) })"), c)
}

private func productRow(_ row: ProductSales, _ c: Chrome) -> HTML {
    """
    <tr><th scope="row">\(row.product.name)</th><td>\(row.group ?? "")</td><td class="num">\(c.language.quantity(row.quantity))</td>\
    <td class="num">\(c.amount(row.figures.turnover))</td><td class="num">\(incomeCell(row.figures, c))</td>\
    <td class="num">\(if: row.figures.through != .zero, "\(c.amount(row.figures.through))")</td></tr>
    """
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
