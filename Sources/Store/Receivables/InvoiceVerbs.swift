import Domain
import GRDB

extension WriteTransaction {
    /// Adds an invoice. Unless it is disputed, the client's advances settle it, the oldest first.
    @discardableResult
    package func addInvoice(_ draft: InvoiceDraft, of client: Client.ID) throws -> Invoice.ID {
        try read.requireSound(draft, of: client, id: nil)
        let id = Invoice.ID(try insert(draft.record(of: client)))
        guard !draft.isDisputed else { return id }
        var open = draft.amount
        for payment in try read.rows(
            "SELECT \(PaymentDraft.columns) FROM payment WHERE client_id = ? AND used < amount ORDER BY day, id",
            [client.number],
            { Payment($0) }) where open > .zero
        {
            let amount = min(open, payment.left)
            try allocate(amount, of: payment.id, to: id, client)
            open = open - amount
        }
        return id
    }

    /// Returns false if nothing differs. If the amount falls below what is paid, the excess goes back to its payments, the latest first.
    @discardableResult
    package func changeInvoice(_ id: Invoice.ID, from version: Int?, _ draft: InvoiceDraft) throws -> Bool {
        let invoice = try read.invoice(id)
        if let version, version != invoice.version { throw Refusal.conflict(current: invoice.version) }
        try read.requireSound(draft, of: invoice.client, id: id)
        try release(
            invoice.paid - draft.amount,
            of: "a.invoice_id = ? ORDER BY p.day DESC, a.id DESC", id.number, invoice.client)
        return try update(id.number, from: version, draft.record(of: invoice.client))
    }

    /// Deletes an invoice. What was paid for it becomes an advance again.
    package func deleteInvoice(_ id: Invoice.ID, from version: Int?) throws {
        try deleteWhole(.invoice, id.number, from: version)
    }
}

extension ReadTransaction {
    /// Throws the problems that only the desk can find.
    func requireSound(_ draft: InvoiceDraft, of client: Client.ID, id: Invoice.ID?) throws {
        _ = try clientName(client)
        var problems = Problems()
        if try count("SELECT count(*) FROM invoice WHERE number = ? AND id IS NOT ?", [draft.number, id?.number]) > 0 {
            problems.add(.taken, to: "number")
        }
        if let order = draft.order,
            try count(
                "SELECT count(*) FROM client_order WHERE id = ? AND (client_id = ? OR payer_id = ?)",
                [order.number, client.number, client.number]) == 0
        {
            problems.add(.unknown, to: "order")
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }

    func requireSound(_ draft: PaymentDraft, of client: Client.ID, id: Payment.ID?) throws {
        _ = try clientName(client)
        if try count(
            "SELECT count(*) FROM payment WHERE client_id = ? AND number = ? AND day = ? AND id IS NOT ?",
            [client.number, draft.number, draft.day.stored, id?.number]) > 0
        {
            throw Refusal.invalid(Problems(["number": .taken]))
        }
    }
}

extension WriteTransaction {
    /// Adds a payment. It settles the named invoice; if none is named, the client's undisputed invoices, the earliest due first. The rest
    /// is an advance.
    @discardableResult
    package func addPayment(_ draft: PaymentDraft, of client: Client.ID, for invoice: Invoice.ID? = nil) throws
        -> Payment.ID
    {
        try read.requireSound(draft, of: client, id: nil)
        let id = Payment.ID(try insert(draft.record(of: client)))
        if let invoice {
            let record = try read.invoice(invoice)
            guard record.client == client else { throw Refusal.invalid(Problems(["invoice": .unknown])) }
            if record.open > .zero { try allocate(min(record.open, draft.amount), of: id, to: invoice, client) }
        } else {
            try allocateOldestFirst(id)
        }
        return id
    }

    /// Returns false if nothing differs. If the amount falls, the invoices due last become open again.
    @discardableResult
    package func changePayment(_ id: Payment.ID, from version: Int?, _ draft: PaymentDraft) throws -> Bool {
        let payment = try read.payment(id)
        if let version, version != payment.version { throw Refusal.conflict(current: payment.version) }
        try read.requireSound(draft, of: payment.client, id: id)
        try release(
            payment.used - draft.amount, of: "a.payment_id = ? ORDER BY i.due_day DESC, a.id DESC", id.number,
            payment.client)
        return try update(id.number, from: version, draft.record(of: payment.client))
    }

    package func deletePayment(_ id: Payment.ID, from version: Int?) throws {
        try deleteWhole(.payment, id.number, from: version)
    }

    /// Uses the rest of a payment to settle the client's undisputed invoices, the earliest due first.
    package func allocateOldestFirst(_ id: Payment.ID) throws {
        try requireSight(of: id)
        let payment = try read.payment(id)
        var left = payment.left
        for (invoice, open) in try read.rows(
            """
            SELECT id, amount - paid FROM invoice WHERE client_id = ? AND paid < amount AND is_disputed = 0 ORDER BY due_day, id
            """, [payment.client.number], { (Invoice.ID($0[0]), $0.money(1)) })
        {
            guard left > .zero else { break }
            try allocate(min(open, left), of: id, to: invoice, payment.client)
            left = left - min(open, left)
        }
    }

    /// Allocates a payment by hand: sets the amount for each named invoice. Other invoices keep theirs. Throws problems of the fields
    /// `invoice-N`, and of `amount` if the sum is more than the payment.
    package func allocate(_ id: Payment.ID, _ amounts: [Invoice.ID: Money]) throws {
        try requireSight(of: id)
        let payment = try read.payment(id)
        var problems = Problems()
        var held: [Invoice.ID: Money] = [:]
        for (invoice, amount) in try read.rows(
            "SELECT invoice_id, amount FROM allocation WHERE payment_id = ?", [id.number],
            { (Invoice.ID($0[0]), $0.money(1)) })
        {
            held[invoice] = amount
        }
        let total = held.merging(amounts) { $1 }.values.reduce(.zero, +)
        if total > payment.draft.amount { problems.add(.moreThanOpen, to: "amount") }
        for (invoice, amount) in amounts {
            let record = try read.invoice(invoice)
            if record.client != payment.client { problems.add(.unknown, to: "invoice-\(invoice.number)") }
            if amount > record.open + (held[invoice] ?? .zero) {
                problems.add(.moreThanOpen, to: "invoice-\(invoice.number)")
            }
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        // Amounts that fall are written first, so that the sum never exceeds the payment.
        for (invoice, amount) in amounts.sorted(by: {
            ($0.value - (held[$0.key] ?? .zero), $0.key) < ($1.value - (held[$1.key] ?? .zero), $1.key)
        }) {
            try setAllocation(amount, of: id, to: invoice, payment.client)
        }
    }

    /// Adds an amount to what a payment settles of an invoice.
    private func allocate(_ amount: Money, of payment: Payment.ID, to invoice: Invoice.ID, _ client: Client.ID) throws {
        let held = try read.first(
            "SELECT amount FROM allocation WHERE payment_id = ? AND invoice_id = ?", [payment.number, invoice.number]
        ) { $0.money(0) }
        try setAllocation((held ?? .zero) + amount, of: payment, to: invoice, client)
    }

    private func setAllocation(_ amount: Money, of payment: Payment.ID, to invoice: Invoice.ID, _ client: Client.ID)
        throws
    {
        let record = RecordValues(
            subject: .allocation, title: try read.invoice(invoice).draft.number, client: client,
            columns: PaymentDraft.columns(of: amount, payment, for: invoice))
        let held = try read.first(
            "SELECT id FROM allocation WHERE payment_id = ? AND invoice_id = ?", [payment.number, invoice.number]
        ) { $0[0] as Int64 }
        switch (held, amount > .zero) {
        case (nil, true): _ = try insert(record)
        case (nil, false): break
        case (let id?, true): try update(id, from: nil, record)
        case (let id?, false): try delete(id, from: nil, record)
        }
    }

    /// Takes an amount back from allocations. `condition` selects and sorts them, on the allocation "a", its payment "p" and its invoice
    /// "i".
    private func release(_ amount: Money, of condition: String, _ id: Int64, _ client: Client.ID) throws {
        var excess = amount
        guard excess > .zero else { return }
        let allocations = try read.rows(
            """
            SELECT a.payment_id, a.invoice_id, a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id
            JOIN invoice i ON i.id = a.invoice_id WHERE \(condition)
            """, [id]
        ) { (Payment.ID($0[0]), Invoice.ID($0[1]), $0.money(2)) }
        for (payment, invoice, held) in allocations where excess > .zero {
            let freed = min(held, excess)
            try setAllocation(held - freed, of: payment, to: invoice, client)
            excess = excess - freed
        }
    }
}

extension InvoiceDraft {
    static let columns = "\(columns(of: "invoice")), client_id, paid"

    func record(of client: Client.ID) -> RecordValues {
        RecordValues(
            subject: .invoice, title: number, client: client,
            columns: ["client_id": client.number] + stored)
    }
}

extension PaymentDraft {
    static let columns = "\(columns(of: "payment")), client_id, used"

    /// The columns of an allocation: the amount of a payment that settles an invoice.
    static func columns(of amount: Money, _ payment: Payment.ID, for invoice: Invoice.ID) -> RecordColumns {
        ["payment_id": payment.number, "invoice_id": invoice.number, "amount": amount.minor]
    }

    func record(of client: Client.ID) -> RecordValues {
        RecordValues(
            subject: .payment, title: number, client: client,
            columns: ["client_id": client.number] + stored)
    }
}

extension Invoice {
    init(_ row: Columns) {
        self.init(id: row.id(0), version: row[1], client: row.id(9), draft: row.draft(), paid: row.money(10))
    }
}

extension Payment {
    init(_ row: Columns) {
        self.init(id: row.id(0), version: row[1], client: row.id(6), draft: row.draft(), used: row.money(7))
    }
}
