import Domain

extension ImportRun {
    /// Imports a product, matched by its key or else by its name.
    func takeProduct(_ cells: Entries, _ line: Int) throws -> Outcome {
        let (key, name) = (cells["key"], cells["name"])
        let found = try key.isEmpty ? read.product(by: "sort_name", sortingName(name)) : read.product(by: "key", key)
        let draft = try ProductDraft(overlaid(found?.draft.entries(currency), with: cells), currency)
        try read.requireSound(draft, id: found?.id)
        try once([key.isEmpty ? "name " + sortingName(name) : "key " + key], line)
        guard let found else {
            try write?.addProduct(draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeProduct(found.id, from: nil, draft)
        return .changed
    }

    /// Imports an order, matched by its number. An order with a shipping day counts as shipped if the row gives no status.
    func takeOrder(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard !cells["number"].isEmpty else { throw Problems(["number": .required]) }
        let found = try read.order(numbered: cells["number"])
        meet(found?.draft.client)
        var entries = overlaid(found?.draft.entries, with: cells)
        entries["client"] = try (client("client", cells) ?? found?.draft.client).map { String($0.number) } ?? ""
        entries["payer"] = try (client("payer", cells) ?? found?.draft.payer).map { String($0.number) } ?? ""
        entries["kam"] = try (kam(cells)?.id ?? found?.draft.kam).map { String($0.number) } ?? ""
        if cells["status"].isEmpty && !entries["shipped"].isEmpty && found?.draft.status.isShipped != true {
            entries["status"] = "shipped"
        }
        if entries["date"].isEmpty { entries["date"] = entries["shipped"] }
        let draft = try OrderDraft(entries, today: today)
        try read.requireSound(draft, id: found?.id)
        try once(["number " + cells["number"]], line)
        guard let found else {
            try write?.addOrder(draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeOrder(found.id, from: nil, draft)
        return .changed
    }

    /// Imports a line of an order. The first row with this order and product is the first such line, the second row the second.
    func takeOrderLine(_ cells: Entries) throws -> Outcome {
        let (order, client) = try order(numbered: cells["order"])
        let name = cells["product"]
        guard let product = try products[name] ?? read.product(named: name) else {
            throw Problems(["product": .unknown])
        }
        products[name] = product
        // A file may have millions of lines, so each line has a small key.
        guard order.number < 1 << 39, product.id.number < 1 << 24 else { throw Problems(["product": .tooMuch]) }
        let line = UInt64(order.number) << 24 | UInt64(product.id.number)
        let place = Int(lines[line] ?? 0)
        lines[line] = UInt32(place + 1)
        let found = try read.line(of: order, product.id, place: place)
        let draft = try OrderLineDraft(
            overlaid(found?.draft.entries(currency), with: cells), currency, product: product)
        guard let found else {
            try write?.addLine(draft, to: order, of: client, title: product.draft.name, number: cells["order"])
            return .added
        }
        guard draft != found.draft else { return .same }
        try read.requireSound(draft, id: found.id)
        try write?.changeLine(found.id, from: nil, draft)
        return .changed
    }

    /// The order with this number. Most rows of one order follow each other, so the last one is kept.
    private func order(numbered number: String) throws -> (Order.ID, Client.ID) {
        if let order, order.number == number { return (order.id, order.client) }
        guard
            let found = try read.first(
                "SELECT id, client_id FROM client_order WHERE number = ?", [number],
                { (Order.ID($0[0]), Client.ID($0[1])) })
        else { throw Problems(["order": .unknown]) }
        meet(found.1)
        order = (number, found.0, found.1)
        return found
    }

    /// Imports an invoice, matched by its number. If the row says when it was settled, adds one payment in full on that day.
    func takeInvoice(_ cells: Entries, _ line: Int) throws -> Outcome {
        let found = try read.invoice(numbered: cells["number"])
        meet(found?.client)
        guard let client = try client("client", cells) ?? found?.client else { throw Problems(["client": .required]) }
        if let found, found.client != client { throw Problems(["client": .taken]) }
        let draft = try InvoiceDraft(overlaid(found?.draft.entries(currency), with: cells), currency, today: today)
        if !cells["settled"].isEmpty {
            guard let day = Day(typed: cells["settled"]) else { throw Problems(["settled": .notADate]) }
            guard day <= today else { throw Problems(["settled": .inFuture]) }
        }
        try read.requireSound(draft, of: client, id: found?.id)
        try once(["number " + cells["number"]], line)
        guard let found else {
            if let write {
                let id = try write.addInvoice(draft, of: client)
                try settle(id, cells)
            }
            return .added
        }
        var isChanged = draft != found.draft
        if isChanged { try write?.changeInvoice(found.id, from: nil, draft) }
        if let day = Day(typed: cells["settled"]), draft.amount > found.paid,
            try read.payment(draft.number, of: client, on: day) == nil
        {
            try settle(found.id, cells)
            isChanged = true
        }
        return isChanged ? .changed : .same
    }

    /// Pays the open amount of an invoice on the day that its row gives.
    private func settle(_ id: Invoice.ID, _ cells: Entries) throws {
        guard let write, let day = Day(typed: cells["settled"]) else { return }
        let invoice = try read.invoice(id)
        guard invoice.open > .zero else { return }
        try write.addPayment(
            PaymentDraft(number: invoice.draft.number, day: day, amount: invoice.open), of: invoice.client, for: id)
    }

    /// Imports a payment, matched by client, number and day. It settles the invoice that the row names, or those due first.
    func takePayment(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard let client = try client("client", cells) else { throw Problems(["client": .required]) }
        var cells = cells
        // A payment without a number is identified by its day and amount.
        if cells["number"].isEmpty { cells["number"] = "\(cells["date"]) \(cells["amount"])" }
        let draft = try PaymentDraft(cells, currency, today: today)
        var invoice: Invoice?
        if !cells["invoice"].isEmpty {
            invoice = try read.invoice(numbered: cells["invoice"])
            meet(invoice?.client)
            guard let invoice, invoice.client == client else { throw Problems(["invoice": .unknown]) }
        }
        try once(["payment \(client.number) \(draft.number) \(draft.day.iso)"], line)
        guard let found = try read.payment(draft.number, of: client, on: draft.day) else {
            try write?.addPayment(draft, of: client, for: invoice?.id)
            return .added
        }
        let entries = overlaid(found.draft.entries(currency), with: cells)
        let changed = try PaymentDraft(entries, currency, today: today)
        guard changed != found.draft else { return .same }
        try write?.changePayment(found.id, from: nil, changed)
        return .changed
    }
}

extension ReadTransaction {
    fileprivate func invoice(numbered number: String) throws -> Invoice? {
        try first("SELECT \(InvoiceDraft.columns) FROM invoice WHERE number = ?", [number]) { Invoice($0) }
    }

    fileprivate func order(numbered number: String) throws -> Order? {
        try first("SELECT id FROM client_order WHERE number = ?", [number]) { Order.ID($0[0]) }.map(order)
    }

    fileprivate func line(of order: Order.ID, _ product: Product.ID, place: Int) throws -> OrderLine? {
        try first(
            "SELECT id FROM order_line WHERE order_id = ? AND product_id = ? ORDER BY id LIMIT 1 OFFSET ?",
            [order.number, product.number, place]
        ) { OrderLine.ID($0[0]) }.map(line)
    }

    fileprivate func payment(_ number: String, of client: Client.ID, on day: Day) throws -> Payment? {
        try first(
            "SELECT \(PaymentDraft.columns) FROM payment WHERE client_id = ? AND number = ? AND day = ?",
            [client.number, number, day.stored]
        ) { Payment($0) }
    }
}
