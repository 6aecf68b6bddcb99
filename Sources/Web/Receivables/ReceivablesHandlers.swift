import Domain
import Routes
import Store
import Templates

extension ReceivablesRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ReceivablesAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self, entries) }
}

extension App {
    func page(_ route: ReceivablesRoute, _ visit: Visit) throws -> Page {
        let (read, currency) = (visit.read, visit.chrome.frame.currency)
        switch route {
        case .all(let day):
            let day = day ?? visit.today
            let sheet = try read.receivables(on: day, atMost: visit.rows)
            return Page(sheet) {
                receivablesPage(sheet, $0)
            }.exporting(
                sheet.open, next: { try $0.last.map { try read.openInvoices(on: day, after: $0, atMost: visit.rows) } },
                as: { invoiceExport($0, on: day, $1) })
        case .client(let id, let day):
            let owed = try read.clientReceivables(id, on: day ?? visit.today)
            return Page(owed) {
                clientReceivablesPage(owed, $0)
            }.exporting { invoiceExport(owed.open, on: owed.ageing.on, $0) }
        case .invoice(let id):
            let invoice = try read.invoiceSheet(id)
            return Page(invoice) { invoicePage(invoice, $0) }
        case .payment(let id):
            let payment = try read.paymentSheet(id)
            let held = payment.allocations.map { ("invoice-\($0.invoice.id.number)", currency.text($0.amount)) }
            return Page(payment) {
                paymentPage(payment, visit.form(Entries(Dictionary(held) { first, _ in first })), $0)
            }
        case .newInvoice(let client):
            let (name, orders) = (try read.clientName(client), try read.ordersToInvoice(client, with: nil))
            let form = visit.form(Entries(["date": visit.today.iso, "due": (visit.today + 30).iso]))
            return .form { invoiceForm(nil, of: name, orders: orders, form, $0) }
        case .editInvoice(let id):
            let invoice = try read.invoice(id)
            let (name, orders) = (
                try read.clientName(invoice.client), try read.ordersToInvoice(invoice.client, with: invoice.draft.order)
            )
            let form = visit.form(invoice.draft.entries(currency), version: invoice.version)
            return .form { invoiceForm(id, of: name, orders: orders, form, $0) }
        case .newPayment(let client, let invoice):
            let name = try read.clientName(client)
            let invoice = try invoice.map(read.invoice)
            guard invoice.map({ $0.client == client }) != false else { throw Refusal.notFound }
            var entries = Entries(["date": visit.today.iso])
            if let invoice { entries["amount"] = currency.text(invoice.open) }
            return .form { paymentForm(nil, of: name, for: invoice, visit.form(entries), $0) }
        case .editPayment(let id):
            let payment = try read.payment(id)
            let name = try read.clientName(payment.client)
            return .form {
                paymentForm(
                    id, of: name, for: nil, visit.form(payment.draft.entries(currency), version: payment.version), $0)
            }
        case .deleteInvoice(let id):
            let invoice = try read.invoice(id)
            return try visit.deletion(
                invoice.draft.number, what: visit.chrome.language("What was paid for it becomes an advance again."),
                .receivables(.deleteInvoice(id)), back: .receivables(.invoice(id)),
                version: invoice.version)
        case .deletePayment(let id):
            let payment = try read.payment(id)
            return try visit.deletion(
                payment.draft.number, what: visit.chrome.language("What it settled is open again."),
                .receivables(.deletePayment(id)),
                back: .receivables(.payment(id)), version: payment.version)
        }
    }

    func act(_ action: ReceivablesAction, _ deed: Deed) throws -> Route {
        let (write, entries, currency) = (deed.write, deed.entries, try deed.write.read.currency())
        switch action {
        case .addInvoice(let client):
            return .receivables(
                .invoice(try write.addInvoice(InvoiceDraft(entries, currency, today: write.today), of: client)))
        case .changeInvoice(let id):
            try write.changeInvoice(id, from: deed.version(), InvoiceDraft(entries, currency, today: write.today))
            return .receivables(.invoice(id))
        case .deleteInvoice(let id):
            let client = try write.read.invoice(id).client
            try write.deleteInvoice(id, from: deed.version())
            return .receivables(.client(client, nil))
        case .addPayment(let client):
            let invoice = Invoice.ID(entries["invoice"])
            let id = try write.addPayment(
                PaymentDraft(entries, currency, today: write.today), of: client, for: invoice)
            return .receivables(invoice.map { .invoice($0) } ?? .payment(id))
        case .changePayment(let id):
            try write.changePayment(id, from: deed.version(), PaymentDraft(entries, currency, today: write.today))
            return .receivables(.payment(id))
        case .deletePayment(let id):
            let client = try write.read.payment(id).client
            try write.deletePayment(id, from: deed.version())
            return .receivables(.client(client, nil))
        case .allocate(let id):
            try write.allocate(id, amounts(deed, currency))
            return .receivables(.payment(id))
        case .allocateOldestFirst(let id):
            try write.allocateOldestFirst(id)
            return .receivables(.payment(id))
        }
    }

    /// The amount typed beside each invoice; zero if nothing was typed.
    private func amounts(_ deed: Deed, _ currency: Currency) throws -> [Invoice.ID: Money] {
        var (amounts, problems): ([Invoice.ID: Money], Problems) = ([:], Problems())
        for (number, typed) in deed.entries.under("invoice-").values {
            guard let id = Invoice.ID(number) else { continue }
            let amount = trimmed(typed).isEmpty ? Money.zero : currency.amount(typed: typed)
            if let amount, amount >= .zero, amount <= .most {
                amounts[id] = amount
            } else {
                problems.add(.notAnAmount(currency.decimals), to: "invoice-\(number)")
            }
        }
        guard problems.isEmpty else { throw problems }
        return amounts
    }

    func formPage(of action: ReceivablesAction, _ entries: Entries) -> Route {
        switch action {
        case .addInvoice(let client): .receivables(.newInvoice(client))
        case .changeInvoice(let id): .receivables(.editInvoice(id))
        case .deleteInvoice(let id): .receivables(.deleteInvoice(id))
        case .addPayment(let client): .receivables(.newPayment(client, for: Invoice.ID(entries["invoice"])))
        case .changePayment(let id): .receivables(.editPayment(id))
        case .deletePayment(let id): .receivables(.deletePayment(id))
        case .allocate(let id), .allocateOldestFirst(let id): .receivables(.payment(id))
        }
    }
}
