import Domain
import Routes

/// The orders of the desk or of a client.
package func orderListPage(_ list: OrderList, _ query: OrderListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let later: Route? = list.later.map { .orders(.list(query.at($0))) }
    let new: HTML =
        c.may(.clerk) ? button(l("New order"), c.link(.orders(.new(query.client))), main: !list.rows.isEmpty) : .none
    let content: HTML = """
        \(statusFilter(query, c))
        \(list.rows.isEmpty ? noOrders(query, c) : sheet(l("Orders"), export: .orders(.list(query.at(nil))), orderTable(list.rows, withClient: query.client == nil, c), c))
        \(pager(earlier: nil, later: later.map { c.link($0) }, shown: list.rows.count, l))
        \(if: !list.paidFor.isEmpty, sheet(l("They pay for others"), orderTable(list.paidFor, withClient: true, c)))
        """
    if let client = list.client { return dossierPage(.orders, of: client, main: new, c, content) }
    let open: HTML =
        "\(ifLet: c.frame.tallies.openOrders, { "<span class=\"quiet\">\(l("\($0) to be shipped"))</span>" })"
    return layout(l("Orders"), c, "\(head(l("Orders"), badges: open, actions: new))\(content)")
}

private func statusFilter(_ query: OrderListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.orders(.list(OrderListQuery(client: query.client)))))" role="search" aria-label="\(l("Filter"))">
        \(filter("status", l("Status"), query.status?.rawValue, OrderStatus.allCases.map { ($0.rawValue, l.word($0)) }, l))
        <button class="button">\(l("Show"))</button></form>
        """
}

private func noOrders(_ query: OrderListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard query.status == nil && query.place == nil else {
        return sheet(l("Nothing fits"), emptyNote(l("No order has this status.")))
    }
    return sheet(
        l("No orders yet"),
        emptyNote(
            l("An order counts as turnover on the day it ships. Write the first one, or import them from a file."),
            """
            \(if: c.may(.clerk), "<p>\(button(l("New order"), c.link(.orders(.new(query.client))), main: true))\(if: c.may(.importer), " \(button(l("Import"), c.link(.imports(.list))))")</p>")
            """))
}

/// An order's page.
package func orderPage(_ order: OrderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Order \(order.draft.number ?? "")"), c,
        """
        \(trail(order.client.name, c.link(.clients(.sheet(order.client.id)))))
        \(head(l("Order \(order.draft.number ?? "")"), badges: orderBadge(order.draft.status, l), actions: c.may(.clerk) ? actions(order, c) : .none))
        <p class="quiet under">\(line(order, c))</p>
        \(figures(order, c))
        <div class="cols"><div>
        \(lines(order, c))
        \(returns(order, c))
        </div><div>
        \(invoices(order, c))
        \(ifLet: order.draft.note, { sheet(l("Note"), "<p class=\"body note\">\($0)</p>") })
        \(historySheet(order.history, all: .clients(.history(order.client.id, HistoryQuery())), c))
        </div></div>
        """)
}

private func actions(_ order: OrderSheet, _ c: Chrome) -> HTML {
    "\(button(c.language("Add lines"), c.link(.orders(.newLines(order.id))), main: true)) \(button(c.language("Edit"), c.link(.orders(.edit(order.id)))))"
}

private func line(_ order: OrderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(clientLink(order.client, c)) · \(l("ordered \(c.day(order.draft.day))"))\
        \(ifLet: order.draft.shippedOn, { " · \(l("shipped \(c.day($0))"))" })\
        \(ifLet: order.payer, { " · \(l("paid by")) \(clientLink($0, c))" })\
        \(counted(order, l))\
        \(ifLet: order.draft.reason, { " · \(l("refused: \($0)"))" })
        """
}

/// Whose order it is: the KAM named on it, and the one for whom it counts if that is somebody else.
private func counted(_ order: OrderSheet, _ l: Language) -> HTML {
    guard order.kam != order.credit else { return "\(ifLet: order.kam, { " · \(l("KAM")) \($0)" })" }
    return """
        \(ifLet: order.kam, { " · \(l("KAM named on the order: \($0)"))" })\(ifLet: order.credit, { " · \(l("counts for \($0)"))" })
        """
}

private func figures(_ order: OrderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let sum = order.figures
    return """
        <dl class="figures">
        \(figure(l("Amount"), c.money(sum.turnover), order.draft.shippedOn == nil ? l("counts once it ships") : l("without VAT")))
        \(figure(l("Income"), sum.income.map(c.money) ?? l("unknown"), sum.unknownPercent.map { l("cost unknown of \($0) %") } ?? l("turnover less cost"), alarm: sum.unknownPercent != nil))
        </dl>
        """
}

/// The most lines, and the most returns, that an order's page shows.
private let shownLines = 500

private func lines(_ order: OrderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !order.lines.isEmpty else {
        return sheet(
            l("Lines"),
            emptyNote(
                l("This order has no products yet."),
                "\(if: c.may(.clerk), "<p>\(button(l("Add lines"), c.link(.orders(.newLines(order.id)))))</p>")"))
    }
    // The CSV file has them all.
    let shown = order.lines.prefix(shownLines)
    return sheet(
        l("Lines"), note: shown.count < order.lines.count ? l("\(shown.count) of \(order.lines.count)") : nil,
        export: .orders(.sheet(order.id)),
        table(l("Lines"), lineColumns(c), shown, { lineCells($0, isShipped: order.draft.shippedOn != nil, c) }), c)
}

private func lineColumns(_ c: Chrome) -> [Column] {
    let l = c.language
    let symbol = c.currency.symbol
    let columns = [
        Column(l("Product"), .name), Column(l("Quantity"), .number), Column(l("Price, \(symbol)"), .number),
        Column(l("Discount"), .number), Column(l("Cost, \(symbol)"), .number), Column(l("Amount, \(symbol)"), .number),
    ]
    return c.may(.clerk) ? columns + [.acts(l("Edit"))] : columns
}

private func lineCells(_ line: OrderLineRow, isShipped: Bool, _ c: Chrome) -> [HTML] {
    let l = c.language
    return [
        "\(line.product.name)\(ifLet: line.unit, { " <small>\($0)</small>" })", "\(l.quantity(line.quantity))",
        "\(c.amount(line.price))", line.discount == .none ? .none : "\(l.percent(line.discount))",
        costCell(line.cost, c), "\(c.amount(line.turnover))",
        c.may(.clerk) ? lineLinks(line, isShipped: isShipped, c) : .none,
    ]
}

private func lineLinks(_ line: OrderLineRow, isShipped: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(actLink(l("Edit"), label: l("Edit: \(line.product.name)"), .orders(.editLine(line.id)), c))\
        \(if: isShipped, " \(actLink(l("Return"), label: l("Return: \(line.product.name)"), .orders(.newReturn(line.id)), c))")
        """
}

private func returns(_ order: OrderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !order.returns.isEmpty else { return .none }
    let isCut = order.returns.count > shownLines
    return sheet(
        l("Returns"), note: isCut ? l("\(shownLines) of \(order.returns.count)") : nil,
        table(
            l("Returns"),
            [
                Column(l("Product"), .name), Column(l("Day"), .number), Column(l("Quantity"), .number),
                Column(l("Amount, \(c.currency.symbol)"), .number), Column(l("Reason")),
            ], order.returns.prefix(shownLines), { returnCells($0, c) }))
}

private func returnCells(_ row: GoodsReturnRow, _ c: Chrome) -> [HTML] {
    [
        c.may(.clerk)
            ? "<a href=\"\(c.link(.orders(.editReturn(row.id))))\">\(row.product.name)</a>" : "\(row.product.name)",
        "\(c.day(row.day))", "\(c.language.quantity(row.quantity))", "-\(c.amount(row.turnover))", "\(row.reason)",
    ]
}

private func invoices(_ order: OrderSheet, _ c: Chrome) -> HTML {
    guard !order.invoices.isEmpty else { return .none }
    return sheet(c.language("Invoices"), invoiceTable(order.invoices, on: c.today, c))
}

package func orderLineExport(_ order: OrderSheet, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Order"), l("Product"), l("Quantity"), l("Price"), l("Discount"), l("Cost"), l("Amount"), l("Income")],
        order.lines.map { line in
            [
                .text(order.draft.number ?? ""), .text(line.product.name), .number(line.quantity.typed),
                c.cell(line.price),
                .number(line.discount.text), c.cell(line.cost), c.cell(line.turnover), c.cell(line.income),
            ]
        })
}
