import Domain

extension ImportRun {
    /// Throws if a row with this day would move a document of another year, whose number begins anew each year.
    func requireYear(_ held: Day, as day: Day) throws {
        guard held.year == day.year else { throw Problems(["number": .ofAnotherYear(held.year)]) }
    }

    /// Imports an invoice, matched by its number; it stays its client's, and of its year. If the row says when it was settled, one payment
    /// in full on that day stands for it, and follows a corrected day or amount.
    func takeInvoice(_ cells: Entries, _ line: Int) throws -> Outcome {
        let found = try read.invoice(numbered: cells["number"])
        meet(found?.client)
        guard let client = try client("client", cells) ?? found?.client else { throw Problems(["client": .required]) }
        if let found, found.client != client { throw Problems(["number": .ofAnotherClient]) }
        if let found, let day = Day(typed: cells["date"]) { try requireYear(found.draft.day, as: day) }
        var entries = overlaid(found?.draft.entries(currency), with: cells)
        // A due day that nobody gave is the invoice's own, and moves with it.
        if cells["due"].isEmpty, found?.draft.due == found?.draft.day { entries["due"] = "" }
        let draft = try InvoiceDraft(entries, currency, today: today)
        let settled = Day(typed: cells["settled"])
        if !cells["settled"].isEmpty {
            guard let settled else { throw Problems(["settled": .notADate]) }
            guard settled <= today else { throw Problems(["settled": .inFuture]) }
        }
        try read.requireSound(draft, of: client, id: found?.id)
        try once(["number " + cells["number"]], line)
        guard let found else {
            if let write {
                let id = try write.addInvoice(draft, of: client)
                if let settled { try settle(id, on: settled, write) }
            }
            return .added
        }
        guard let settled else { return try change(found, draft) ? .changed : .same }
        if found.open == .zero, let settlement = try read.settlement(of: found) {
            return try follow(settlement, found, draft, on: settled) ? .changed : .same
        }
        let isOpen = try draft.amount > found.paid && read.payment(draft.number, of: client, on: settled) == nil
        let isChanged = try change(found, draft)
        if isOpen, let write { try settle(found.id, on: settled, write) }
        return isChanged || isOpen ? .changed : .same
    }

    /// Returns false if nothing differs.
    private func change(_ found: Invoice, _ draft: InvoiceDraft) throws -> Bool {
        guard draft != found.draft else { return false }
        try write?.changeInvoice(found.id, from: nil, draft)
        return true
    }

    /// Pays the open amount of an invoice.
    private func settle(_ id: Invoice.ID, on day: Day, _ write: WriteTransaction) throws {
        let invoice = try read.invoice(id)
        guard invoice.open > .zero else { return }
        try write.addPayment(
            PaymentDraft(number: invoice.draft.number, day: day, amount: invoice.open), of: invoice.client, for: id)
    }

    /// Gives the payment that settles an invoice the day of the row, and the amount that pays the invoice in full. Returns false if
    /// nothing differs.
    private func follow(
        _ settlement: (payment: Payment, amount: Money), _ found: Invoice, _ draft: InvoiceDraft, on day: Day
    ) throws -> Bool {
        var wanted = settlement.payment.draft
        let others = found.paid - settlement.amount
        wanted.day = day
        wanted.amount = max(wanted.amount - settlement.amount + (draft.amount - others), Money(1))
        let isPaymentChanged = wanted != settlement.payment.draft
        guard isPaymentChanged else { return try change(found, draft) }
        guard let write else { return true }
        // What falls is written first, so that nothing is ever paid that is not there.
        if wanted.amount < settlement.payment.draft.amount {
            try write.changePayment(settlement.payment.id, from: nil, wanted)
            _ = try change(found, draft)
        } else {
            _ = try change(found, draft)
            try write.changePayment(settlement.payment.id, from: nil, wanted)
        }
        let invoice = try read.invoice(found.id)
        if invoice.open > .zero {
            let held = try read.allocations(of: settlement.payment.id)[found.id] ?? .zero
            try write.allocate(settlement.payment.id, [found.id: held + invoice.open])
        }
        return true
    }

    /// Imports a payment, matched by client, number and day; without a number by client, day and amount. It settles the invoice that the
    /// row names, or those due first.
    func takePayment(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard let client = try client("client", cells) else { throw Problems(["client": .required]) }
        var cells = cells
        let isUnnumbered = cells["number"].isEmpty
        if isUnnumbered { cells["number"] = cells["date"] + cells["amount"] }
        var draft = try PaymentDraft(cells, currency, today: today)
        if isUnnumbered { draft.number = value(of: draft) }
        cells["number"] = draft.number
        var invoice: Invoice?
        if !cells["invoice"].isEmpty {
            invoice = try read.invoice(numbered: cells["invoice"])
            meet(invoice?.client)
            guard let invoice, invoice.client == client else { throw Problems(["invoice": .unknown]) }
        }
        try once(["payment \(client.number) \(draft.number) \(draft.day.iso)"], line)
        let known =
            try isUnnumbered
            ? read.payments(of: draft.amount, by: client, on: draft.day).first { !paid.contains($0.id) }
            : read.payment(draft.number, of: client, on: draft.day) ?? unnamed(draft, of: client)
        guard let found = known else {
            if let added = try write?.addPayment(draft, of: client, for: invoice?.id) { paid.insert(added) }
            return .added
        }
        paid.insert(found.id)
        if isUnnumbered { cells["number"] = found.draft.number }
        let changed = try PaymentDraft(overlaid(found.draft.entries(currency), with: cells), currency, today: today)
        let isChanged = changed != found.draft
        if isChanged, let write {
            try write.changePayment(found.id, from: nil, changed)
            // More money settles more, as it does when a payment comes in.
            if invoice == nil, found.left == .zero, changed.amount > found.draft.amount {
                try write.allocateOldestFirst(found.id)
            }
        }
        let isMoved = try invoice.map { try move(found.id, changed.amount, to: $0) } ?? false
        return isChanged || isMoved ? .changed : .same
    }

    /// The same payment from a file without numbers, which is called by its value.
    private func unnamed(_ draft: PaymentDraft, of client: Client.ID) throws -> Payment? {
        try read.payments(of: draft.amount, by: client, on: draft.day).first {
            $0.draft.number == value(of: draft) && !paid.contains($0.id)
        }
    }

    private func value(of draft: PaymentDraft) -> String { "\(draft.day.iso) \(currency.text(draft.amount))" }

    /// Lets a payment settle the invoice that its row names, and no other. Returns false if it settles as much of it as it can.
    private func move(_ payment: Payment.ID, _ amount: Money, to invoice: Invoice) throws -> Bool {
        let held = try read.allocations(of: payment)
        let wanted = min(amount, invoice.open + (held[invoice.id] ?? .zero))
        guard wanted > held[invoice.id] ?? .zero else { return false }
        try write?.allocate(payment, held.mapValues { _ in .zero }.merging([invoice.id: wanted]) { $1 })
        return true
    }
}

extension ReadTransaction {
    fileprivate func invoice(numbered number: String) throws -> Invoice? {
        try first("SELECT \(InvoiceDraft.columns) FROM invoice WHERE number = ?", [number]) { Invoice($0) }
    }

    fileprivate func payment(_ number: String, of client: Client.ID, on day: Day) throws -> Payment? {
        try first(
            "SELECT \(PaymentDraft.columns) FROM payment WHERE client_id = ? AND number = ? AND day = ?",
            [client.number, number, day.stored]
        ) { Payment($0) }
    }

    fileprivate func payments(of amount: Money, by client: Client.ID, on day: Day) throws -> [Payment] {
        try rows(
            "SELECT \(PaymentDraft.columns) FROM payment WHERE client_id = ? AND day = ? AND amount = ? ORDER BY id LIMIT 20",
            [client.number, day.stored, amount.minor]
        ) { Payment($0) }
    }

    /// The payment with the invoice's number that settles it, and how much of it does.
    fileprivate func settlement(of invoice: Invoice) throws -> (payment: Payment, amount: Money)? {
        guard
            let (id, amount) = try first(
                """
                SELECT p.id, a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id
                WHERE a.invoice_id = ? AND p.number = ? ORDER BY p.id LIMIT 1
                """, [invoice.id.number, invoice.draft.number], { (Payment.ID($0[0]), $0.money(1)) })
        else { return nil }
        return (try payment(id), amount)
    }

    /// What a payment settles of each invoice.
    fileprivate func allocations(of payment: Payment.ID) throws -> [Invoice.ID: Money] {
        Dictionary(
            uniqueKeysWithValues: try rows(
                "SELECT invoice_id, amount FROM allocation WHERE payment_id = ?", [payment.number]
            ) { (Invoice.ID($0[0]), $0.money(1)) })
    }
}
