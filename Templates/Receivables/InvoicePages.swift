import Domain
import Routes

package func invoicePage(_ invoice: InvoiceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let row = invoice.row
    return layout(
        l("Invoice \(row.number)"), c,
        """
        \(trail(row.client.name, c.link(.receivables(.client(row.client.id, nil)))))
        \(head(l("Invoice \(row.number)"), badges: invoiceState(row, on: c.today, c),
            actions: c.may(.clerk) ? invoiceActions(row, c) : .none))
        <p class="quiet under">\(clientLink(row.client, c)) · \(l("of \(c.day(row.day)), due \(c.day(row.due))"))\
        \(ifLet: invoice.order, { " · \(l("for order")) \(orderLink($0, c))" })</p>
        <dl class="figures">
        \(figure(l("Amount"), c.money(row.amount), l("VAT included")))
        \(figure(l("Open"), c.money(row.open), row.open > .zero ? l("VAT included") : l("paid in full"), alarm: row.daysOverdue(on: c.today) != nil))
        </dl>
        \(settlement(invoice.allocations, c))
        \(ifLet: invoice.note, { sheet(l("Note"), "<p class=\"body note\">\($0)</p>") })
        \(historySheet(invoice.history, all: .clients(.history(row.client.id, HistoryQuery())), c))
        """)
}

private func invoiceActions(_ row: InvoiceRow, _ c: Chrome) -> HTML {
    let l = c.language
    let pay = c.link(.receivables(.newPayment(row.client.id, for: row.id)))
    return """
        \(if: row.open > .zero, "\(button(l("Record payment"), pay, main: true, key: "R")) ")\
        \(button(l("Edit"), c.link(.receivables(.editInvoice(row.id))), key: "E"))
        """
}

private func settlement(_ rows: [AllocationRow], _ c: Chrome) -> HTML {
    let l = c.language
    guard !rows.isEmpty else { return .none }
    return sheet(
        l("Settled by"),
        table(
            l("Settled by"),
            [
                Column(l("Payment"), .name), Column(l("Paid on"), .number),
                Column(l("Amount, \(c.currency.symbol)"), .number),
            ], rows,
            { row in
                [
                    anchor(row.payment.name, .receivables(.payment(row.payment.id)), c), "\(c.day(row.day))",
                    "\(c.amount(row.amount))",
                ]
            }))
}

package func invoiceForm(
    _ id: Invoice.ID?, of client: Named<Client>, orders: [Named<Order>], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New invoice") : l("Edit invoice")
    let back: Route = id.map { .receivables(.invoice($0)) } ?? .receivables(.client(client.id, nil))
    return layout(
        title, c,
        """
        \(trail(client.name, c.link(back)))
        \(head(title))
        \(f.form(
            id.map { .receivables(.changeInvoice($0)) } ?? .receivables(.addInvoice(client.id)), back: c.link(back),
            """
            <fieldset>
            \(f.text("number", l("Number"), required: true, width: "narrow"))
            \(f.text("amount", l("Amount, \(c.currency.symbol)"), required: true, hint: l("VAT included."), width: "narrow"))
            \(f.day("date", l("Issued on")))
            \(f.day("due", l("Due day")))
            \(f.choice("order", l("For order"), none: l("none"), orders.map { (String($0.id.number), $0.name) }))
            \(f.tick("disputed", l("Disputed: shown separately and not chased")))
            \(f.area("note", l("Note"), rows: 3))
            </fieldset>
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.receivables(.deleteInvoice($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

/// A payment's page: what it pays, and the form to allocate it by hand.
package func paymentPage(_ payment: PaymentSheet, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let row = payment.row
    return layout(
        l("Payment \(row.number)"), c,
        """
        \(trail(payment.client.name, c.link(.receivables(.client(payment.client.id, nil)))))
        \(head(l("Payment \(row.number)"), actions: c.may(.clerk) ? button(l("Edit"), c.link(.receivables(.editPayment(row.id))), key: "E") : .none))
        <p class="quiet under">\(clientLink(payment.client, c)) · \(c.day(row.day))</p>
        <dl class="figures">
        \(figure(l("Amount"), c.money(row.amount), l("VAT included")))
        \(figure(l("In advance"), c.money(row.left), row.left > .zero ? l("settles no invoice yet") : l("all of it settles invoices")))
        </dl>
        \(c.may(.clerk) ? allocation(payment, state, c) : .none)
        \(ifLet: payment.note, { sheet(l("Note"), "<p class=\"body note\">\($0)</p>") })
        \(historySheet(payment.history, all: .clients(.history(payment.client.id, HistoryQuery())), c))
        """)
}

private func allocation(_ payment: PaymentSheet, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    guard !payment.invoices.isEmpty else {
        return sheet(
            l("What it settles"), emptyNote(l("The client has no open invoice. The next one takes this advance.")))
    }
    let f = FormWriter(state, c)
    return sheet(
        l("What it settles"),
        """
        <div class="body">
        \(f.form(
            .receivables(.allocate(payment.row.id)), back: c.link(.receivables(.client(payment.client.id, nil))), save: l("Allocate"),
            """
            \(ifLet: state.problems["amount"], { "<p class=\"error\" role=\"alert\">\(l.word($0))</p>" })
            <fieldset>\(each: payment.invoices, { invoice in
                f.text("invoice-\(invoice.id.number)", "\(l("Invoice \(invoice.number)")), \(l("due \(c.day(invoice.due))"))", hint: l("\(c.money(invoice.open)) open"), width: "narrow")
            })</fieldset>
            """))
        \(if: payment.row.left > .zero, """
            <form class="act" method="post" action="\(c.action(.receivables(.allocateOldestFirst(payment.row.id))))">\(hidden(c))\
            <button class="button">\(l("Settle those due first"))</button></form>
            """)
        </div>
        """)
}

/// The form of a payment; a new one can be for one invoice.
package func paymentForm(
    _ id: Payment.ID?, of client: Named<Client>, for invoice: Invoice?, _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New payment") : l("Edit payment")
    let back: Route =
        id.map { .receivables(.payment($0)) } ?? invoice.map { .receivables(.invoice($0.id)) }
        ?? .receivables(
            .client(client.id, nil))
    let settles: String? =
        id != nil
        ? nil
        : invoice.map { l("It settles invoice \($0.draft.number); what is more stays an advance.") }
            ?? l("It settles the undisputed invoices due first; the payment's page changes that.")
    return layout(
        title, c,
        """
        \(trail(client.name, c.link(back)))
        \(head(title))
        \(f.form(
            id.map { .receivables(.changePayment($0)) } ?? .receivables(.addPayment(client.id)), back: c.link(back),
            """
            <fieldset>\(ifLet: invoice, { "<input type=\"hidden\" name=\"invoice\" value=\"\($0.id.number)\">" })
            \(f.text("amount", l("Amount, \(c.currency.symbol)"), required: true, hint: settles, width: "narrow"))
            \(f.day("date", l("Paid on")))
            \(f.text("number", l("Number"), hint: l("The bank's."), width: "narrow"))
            \(f.area("note", l("Note"), rows: 3))
            </fieldset>
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.receivables(.deletePayment($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
