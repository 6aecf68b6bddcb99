/// An invoice as a row of a list.
package struct InvoiceRow: Sendable, Equatable, Encodable {
    package var id: Invoice.ID
    package var number: String
    package var client: Named<Client>
    package var day: Day
    package var due: Day
    package var amount: Money
    package var open: Money
    package var isDisputed: Bool
    /// The day on which it was paid in full; nil while it is open.
    package var settledOn: Day?

    package init(
        id: Invoice.ID, number: String, client: Named<Client>, day: Day, due: Day, amount: Money, open: Money,
        isDisputed: Bool,
        settledOn: Day?
    ) {
        self.id = id
        self.number = number
        self.client = client
        self.day = day
        self.due = due
        self.amount = amount
        self.open = open
        self.isDisputed = isDisputed
        self.settledOn = settledOn
    }

    /// Days past the due day while it is open, nil if it is not overdue.
    package func daysOverdue(on day: Day) -> Int? { open > .zero && due < day ? day - due : nil }
}

package struct PaymentRow: Sendable, Equatable, Encodable {
    package var id: Payment.ID
    package var number: String
    package var day: Day
    package var amount: Money
    /// The part that settles no invoice yet.
    package var left: Money

    package init(id: Payment.ID, number: String, day: Day, amount: Money, left: Money) {
        self.id = id
        self.number = number
        self.day = day
        self.amount = amount
        self.left = left
    }
}

/// The page of what a client owes on a day: what is open, settled and paid.
package struct ClientReceivables: Sendable, Encodable {
    package var client: Named<Client>
    package var ageing: Ageing
    /// Invoices open on that day, the earliest due first; at most 200.
    package var open: [InvoiceRow]
    /// The invoices settled last by that day, at most 50.
    package var settled: [InvoiceRow]
    /// The latest payments up to that day, at most 50.
    package var payments: [PaymentRow]

    package init(
        client: Named<Client>, ageing: Ageing, open: [InvoiceRow], settled: [InvoiceRow], payments: [PaymentRow]
    ) {
        self.client = client
        self.ageing = ageing
        self.open = open
        self.settled = settled
        self.payments = payments
    }
}

/// The page of what all clients owe.
package struct ReceivablesSheet: Sendable, Encodable {
    package var ageing: Ageing
    /// The open invoices of the desk that fell due first, at most 50.
    package var open: [InvoiceRow]

    package init(ageing: Ageing, open: [InvoiceRow]) {
        self.ageing = ageing
        self.open = open
    }
}

/// The part of a payment that settles an invoice.
package struct AllocationRow: Sendable, Equatable, Encodable {
    package var payment: Named<Payment>
    package var invoice: Named<Invoice>
    /// The day of the payment.
    package var day: Day
    package var amount: Money

    package init(payment: Named<Payment>, invoice: Named<Invoice>, day: Day, amount: Money) {
        self.payment = payment
        self.invoice = invoice
        self.day = day
        self.amount = amount
    }
}

/// The page of an invoice.
package struct InvoiceSheet: Sendable, Encodable {
    package var row: InvoiceRow
    package var note: String?
    package var order: Named<Order>?
    package var allocations: [AllocationRow]
    package var history: [Change]

    package init(row: InvoiceRow, note: String?, order: Named<Order>?, allocations: [AllocationRow], history: [Change])
    {
        self.row = row
        self.note = note
        self.order = order
        self.allocations = allocations
        self.history = history
    }
}

/// The page of a payment: what it settles, and what else it could settle.
package struct PaymentSheet: Sendable, Encodable {
    package var row: PaymentRow
    package var client: Named<Client>
    package var note: String?
    package var allocations: [AllocationRow]
    /// The client's open invoices and those that this payment settles, the earliest due first; at most 100.
    package var invoices: [InvoiceRow]
    package var history: [Change]

    package init(
        row: PaymentRow, client: Named<Client>, note: String?, allocations: [AllocationRow], invoices: [InvoiceRow],
        history: [Change]
    ) {
        self.row = row
        self.client = client
        self.note = note
        self.allocations = allocations
        self.invoices = invoices
        self.history = history
    }
}
