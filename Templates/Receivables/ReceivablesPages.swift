import Domain
import Routes

/// What all clients owe, on a day.
package func receivablesPage(_ sheet: ReceivablesSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Receivables"), c,
        """
        \(head(l("Receivables"), badges: "\(ifLet: c.frame.tallies.openInvoices, { "<span class=\"quiet\">\(l("\($0) open invoices"))</span>" })",
            actions: button(l("Clients by debt"), c.link(.clients(.list(ClientListQuery(order: .overdue)))))))
        \(asOf(.receivables(.all(nil)), sheet.ageing.on, c))
        \(ageingSheet(sheet.ageing, c))
        \(sheet.open.isEmpty
            ? Templates.sheet(l("Open invoices"), emptyNote(l("Nothing is owed.")))
            : Templates.sheet(l("Open invoices"), note: firstOnes(sheet, c), export: .receivables(.all(sheet.ageing.on)), invoiceTable(sheet.open, on: sheet.ageing.on, withClient: true, c), c))
        """)
}

/// Says that the list begins with those due first, and how many there are if it does not hold them all.
private func firstOnes(_ sheet: ReceivablesSheet, _ c: Chrome) -> String {
    let (l, shown) = (c.language, sheet.open.count)
    // How many there are is known for today alone.
    guard sheet.ageing.on == c.today, let all = c.frame.tallies.openInvoices, all > shown else {
        return l("those due first")
    }
    return "\(l("those due first")), \(l("\(shown) of \(all)"))"
}

/// What a client owes, on a day.
package func clientReceivablesPage(_ owed: ClientReceivables, _ c: Chrome) -> HTML {
    let l = c.language
    let id = owed.client.id
    let main: HTML =
        c.may(.clerk)
        ? "\(button(l("New payment"), c.link(.receivables(.newPayment(id))), main: true, key: "R")) \(button(l("New invoice"), c.link(.receivables(.newInvoice(id)))))"
        : .none
    return dossierPage(
        .receivables, of: owed.client, main: main, c,
        """
        \(asOf(.receivables(.client(id, nil)), owed.ageing.on, c))
        \(ageingSheet(owed.ageing, c))
        \(owed.open.isEmpty
            ? sheet(l("Open invoices"), emptyNote(l("Nothing is owed.")))
            : sheet(l("Open invoices"), export: .receivables(.client(id, owed.ageing.on)), invoiceTable(owed.open, on: owed.ageing.on, c), c))
        \(if: !owed.payments.isEmpty, sheet(l("Payments"), payments(owed.payments, c)))
        \(if: !owed.settled.isEmpty, sheet(l("Settled"), invoiceTable(owed.settled, on: owed.ageing.on, c)))
        """)
}

/// Chooses the day for which the page shows the debts.
private func asOf(_ route: Route, _ day: Day, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(route))" role="search" aria-label="\(l("As of"))">
        <label for="on">\(l("As of"))</label> <input type="date" id="on" name="on" value="\(day.iso)">
        <button class="button">\(l("Show"))</button>\(if: day != c.today, " <a href=\"\(c.link(route))\">\(l("Today"))</a>")
        </form>
        """
}

/// What is owed, by how long it has been due, as a picture and a table.
func ageingSheet(_ ageing: Ageing, link: (text: String, to: String)? = nil, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Receivables"), note: ageing.on == c.today ? nil : l("as of \(c.day(ageing.on))"), link: link,
        """
        <div class="body">\(if: ageing.open > .zero, ageingChart(ageing, c))\
        <p>\(summary(ageing, c))</p></div>
        \(if: ageing.open > .zero, bands(ageing, c))
        """)
}

private func summary(_ ageing: Ageing, _ c: Chrome) -> HTML {
    let l = c.language
    var parts: [HTML] = [
        ageing.open > .zero ? "<b>\(c.money(ageing.open))</b> \(l("open"))" : "\(l("Nothing is owed."))"
    ]
    if ageing.overdue > .zero {
        parts.append(
            "<b class=\"bad\">\(c.money(ageing.overdue))</b> \(l("overdue, the oldest \(ageing.daysOverdue ?? 0) days"))"
        )
    }
    if ageing.disputed > .zero { parts.append("\(c.money(ageing.disputed)) \(l("disputed"))") }
    if ageing.advances > .zero { parts.append("\(c.money(ageing.advances)) \(l("paid in advance"))") }
    return parts.dropFirst().reduce(parts[0]) { "\($0) · \($1)" }
}

private func bands(_ ageing: Ageing, _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("Receivables"),
        [
            Column(l("Due"), .name), Column(l("Invoices"), .number), Column(l("Open, \(c.currency.symbol)"), .number),
            Column(l("of which disputed"), .number),
        ], ageing.rows.enumerated().filter { $0.element.invoices > 0 }
    ) { place, row in
        [
            "<span class=\"swatch band-\(place)\" aria-hidden=\"true\"></span> \(l.word(row.band))", "\(row.invoices)",
            "\(c.amount(row.open))", row.disputed > .zero ? "\(c.amount(row.disputed))" : .none,
        ]
    }
}

private func payments(_ rows: [PaymentRow], _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("Payments"),
        [
            Column(l("Number"), .name), Column(l("Paid on"), .number),
            Column(l("Amount, \(c.currency.symbol)"), .number),
            Column(l("In advance"), .number),
        ], rows
    ) { row in
        [
            anchor(row.number, .receivables(.payment(row.id)), c), "\(c.day(row.day))", "\(c.amount(row.amount))",
            row.left > .zero ? "\(c.amount(row.left))" : .none,
        ]
    }
}

/// A table of invoices as they stand on a day.
func invoiceTable(_ rows: [InvoiceRow], on day: Day, withClient: Bool = false, _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    var columns = [
        Column(l("Number"), .name), Column(l("Issued on"), .number), Column(l("Due day"), .number),
        Column(l("Amount, \(symbol)"), .number), Column(l("Open, \(symbol)"), .number), Column(l("State")),
    ]
    if withClient { columns.insert(Column(l("Client"), .record), at: 1) }
    return table(l("Invoices"), columns, rows) { row in
        var cells: [HTML] = [
            anchor(row.number, .receivables(.invoice(row.id)), c), "\(c.day(row.day))", "\(c.day(row.due))",
            "\(c.amount(row.amount))", row.open > .zero ? "\(c.amount(row.open))" : .none,
            invoiceState(row, on: day, c),
        ]
        if withClient { cells.insert(clientLink(row.client, c), at: 1) }
        return cells
    }
}

/// How late the invoice is, whether it is disputed, or when it was paid.
func invoiceState(_ row: InvoiceRow, on day: Day, _ c: Chrome) -> HTML {
    let l = c.language
    let dispute: HTML = row.isDisputed ? "<span class=\"badge note\">\(l("disputed"))</span> " : .none
    guard row.open > .zero else { return "\(dispute)\(ifLet: row.settledOn, { "\(l("paid \(c.day($0))"))" })" }
    guard let late = row.daysOverdue(on: day) else { return "\(dispute)\(l("not due"))" }
    return "\(dispute)<span class=\"bad\">\(l("\(late) days overdue"))</span>"
}

package func invoiceExport(_ rows: [InvoiceRow], on day: Day, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Number"), l("Client"), l("Issued on"), l("Due day"), l("Amount"), l("Open"), l("Disputed"),
            l("Days overdue"),
        ],
        rows.map { row in
            [
                .text(row.number), .text(row.client.name), .text(row.day.iso), .text(row.due.iso), c.cell(row.amount),
                c.cell(row.open),
                .text(row.isDisputed ? l("yes") : l("no")), .number(row.daysOverdue(on: day).map { String($0) }),
            ]
        })
}
