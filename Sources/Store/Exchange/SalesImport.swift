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

    /// Imports an order, matched by its number; it stays its client's, and of its year. An order with a shipping day counts as shipped if the row gives no status.
    func takeOrder(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard !cells["number"].isEmpty else { throw Problems(["number": .required]) }
        let found = try read.order(numbered: cells["number"])
        meet(found?.draft.client)
        var entries = overlaid(found?.draft.entries, with: cells)
        let named = try client("client", cells)
        if let found, let named, named != found.draft.client { throw Problems(["number": .ofAnotherClient]) }
        entries["client"] = (named ?? found?.draft.client).map { String($0.number) } ?? ""
        entries["payer"] = try (client("payer", cells) ?? found?.draft.payer).map { String($0.number) } ?? ""
        entries["kam"] = try (kam(cells)?.id ?? found?.draft.kam).map { String($0.number) } ?? ""
        if cells["status"].isEmpty && !entries["shipped"].isEmpty && found?.draft.status.isShipped != true {
            entries["status"] = "shipped"
        }
        if entries["date"].isEmpty { entries["date"] = entries["shipped"] }
        let draft = try OrderDraft(entries, today: today)
        if let found { try requireYear(found.draft.day, as: draft.day) }
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
}

extension ReadTransaction {
    fileprivate func order(numbered number: String) throws -> Order? {
        try first("SELECT id FROM client_order WHERE number = ?", [number]) { Order.ID($0[0]) }.map(order)
    }

    fileprivate func line(of order: Order.ID, _ product: Product.ID, place: Int) throws -> OrderLine? {
        try first(
            "SELECT id FROM order_line WHERE order_id = ? AND product_id = ? ORDER BY id LIMIT 1 OFFSET ?",
            [order.number, product.number, place]
        ) { OrderLine.ID($0[0]) }.map(line)
    }
}
