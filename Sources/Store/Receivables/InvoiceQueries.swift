import Domain
import GRDB

extension ReadTransaction {
    package func invoice(_ id: Invoice.ID) throws -> Invoice {
        try one("SELECT \(InvoiceDraft.columns) FROM invoice WHERE id = ?", [id.number]) { Invoice($0) }
    }

    package func payment(_ id: Payment.ID) throws -> Payment {
        try one("SELECT \(PaymentDraft.columns) FROM payment WHERE id = ?", [id.number]) { Payment($0) }
    }

    /// The invoices that `tail` selects and sorts, on "i". `open` is the expression for the open amount, on a day or now.
    func invoiceRows(_ tail: String, _ arguments: Values, open: String = "i.amount - i.paid") throws
        -> [InvoiceRow]
    {
        try rows(
            """
            SELECT i.id, i.number, c.id, c.name, i.day, i.due_day, i.amount, \(open), i.is_disputed, i.settled_day
            FROM invoice i JOIN client c ON c.id = i.client_id WHERE \(tail)
            """, arguments
        ) { row in
            InvoiceRow(
                id: row.id(0), number: row[1], client: Named(id: row.id(2), name: row[3]), day: row.day(4),
                due: row.day(5),
                amount: row.money(6), open: row.money(7), isDisputed: row[8], settledOn: row.optionalDay(9))
        }
    }

    /// What a client owes on a day. Six statements.
    package func clientReceivables(_ id: Client.ID, on day: Day) throws -> ClientReceivables {
        ClientReceivables(
            client: try clientName(id), ageing: try ageing(of: id, on: day),
            open: try invoiceRows(
                """
                i.id IN (SELECT id FROM invoice WHERE client_id = ?2 AND paid < amount AND +day <= ?1
                  UNION ALL SELECT id FROM invoice WHERE client_id = ?2 AND settled_day > ?1 AND day <= ?1)
                ORDER BY i.due_day, i.id LIMIT 200
                """, [day.stored, id.number], open: ReadTransaction.owed),
            settled: try invoiceRows(
                "i.client_id = ?2 AND i.settled_day <= ?1 ORDER BY i.settled_day DESC, i.id DESC LIMIT 50",
                [day.stored, id.number]),
            payments: try rows(
                "SELECT id, number, day, amount, amount - used FROM payment WHERE client_id = ? AND day <= ? ORDER BY day DESC, id DESC LIMIT 50",
                [id.number, day.stored]
            ) { PaymentRow($0) })
    }

    /// What all clients owe on a day. Three statements.
    package func receivables(on day: Day, atMost limit: Int = 50) throws -> ReceivablesSheet {
        ReceivablesSheet(
            ageing: try ageing(of: nil, on: day), open: try openInvoices(on: day, after: nil, atMost: limit))
    }

    /// The invoices open on a day, the earliest due first; with `last`, those after it. One statement.
    package func openInvoices(on day: Day, after last: InvoiceRow?, atMost limit: Int) throws -> [InvoiceRow] {
        let follows = last == nil ? "" : " AND (due_day, id) > (?3, ?4)"
        return try invoiceRows(
            """
            i.id IN (SELECT id FROM (SELECT id, due_day FROM invoice WHERE paid < amount AND +day <= ?1\(follows)
              UNION ALL SELECT id, due_day FROM invoice WHERE settled_day > ?1 AND day <= ?1\(follows))
              ORDER BY due_day, id LIMIT ?2)
            ORDER BY i.due_day, i.id
            """, [day.stored, limit] + (last.map { [$0.due.stored, $0.id.number] } ?? []),
            open: ReadTransaction.owed)
    }

    /// The open amount of an invoice "i" on the day ?1.
    private static let owed = """
        i.amount - (SELECT coalesce(sum(a.amount), 0) FROM allocation a JOIN payment p ON p.id = a.payment_id
          WHERE a.invoice_id = i.id AND p.day <= ?1)
        """

    /// The latest orders of a client that an invoice may be for, and the given order.
    package func ordersToInvoice(_ client: Client.ID, with order: Order.ID?) throws -> [Named<Order>] {
        try rows(
            """
            SELECT id, number FROM client_order WHERE id = ?2
            UNION SELECT id, number FROM (SELECT id, number FROM client_order WHERE client_id = ?1 ORDER BY day DESC, id DESC LIMIT 50)
            ORDER BY id DESC
            """, [client.number, order?.number]
        ) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// An invoice's page. Four statements.
    package func invoiceSheet(_ id: Invoice.ID) throws -> InvoiceSheet {
        guard let row = try invoiceRows("i.id = ?", [id.number]).first else { throw Refusal.notFound }
        let (note, order) = try one(
            "SELECT i.note, o.id, o.number FROM invoice i LEFT JOIN client_order o ON o.id = i.order_id WHERE i.id = ?",
            [id.number]
        ) { ($0[0] as String?, $0.named(1) as Named<Order>?) }
        return InvoiceSheet(
            row: row, note: note, order: order, allocations: try allocations("a.invoice_id = ?", id.number),
            history: try recordHistory(.invoice, id.number))
    }

    /// A payment's page. Five statements.
    package func paymentSheet(_ id: Payment.ID) throws -> PaymentSheet {
        let payment = try payment(id)
        return PaymentSheet(
            row: PaymentRow(
                id: id, number: payment.draft.number, day: payment.draft.day, amount: payment.draft.amount,
                left: payment.left),
            client: try clientName(payment.client), note: payment.draft.note,
            allocations: try allocations("a.payment_id = ?", id.number),
            invoices: try invoiceRows(
                """
                i.id IN (SELECT id FROM invoice WHERE client_id = ?1 AND paid < amount
                  UNION SELECT invoice_id FROM allocation WHERE payment_id = ?2) ORDER BY i.due_day, i.id LIMIT 100
                """, [payment.client.number, id.number]),
            history: try recordHistory(.payment, id.number))
    }

    private func allocations(_ condition: String, _ id: Int64) throws -> [AllocationRow] {
        try rows(
            """
            SELECT p.id, p.number, i.id, i.number, p.day, a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id
            JOIN invoice i ON i.id = a.invoice_id WHERE \(condition) ORDER BY p.day, a.id
            """, [id]
        ) {
            AllocationRow(
                payment: Named(id: $0.id(0), name: $0[1]), invoice: Named(id: $0.id(2), name: $0[3]), day: $0.day(4),
                amount: $0.money(5))
        }
    }
}

extension PaymentRow {
    fileprivate init(_ row: Columns) {
        self.init(id: row.id(0), number: row[1], day: row.day(2), amount: row.money(3), left: row.money(4))
    }
}
