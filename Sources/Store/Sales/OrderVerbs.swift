import Domain
import GRDB

extension WriteTransaction {
    /// Adds an order with its lines. An order without a number gets the next one.
    @discardableResult
    package func addOrder(_ draft: OrderDraft, lines: [OrderLineDraft] = []) throws -> Order.ID {
        var draft = draft
        draft.number = try draft.number ?? nextNumber()
        try read.requireSound(draft, id: nil)
        let id = Order.ID(try insert(draft.record))
        for line in lines { try addLine(line, to: id) }
        return id
    }

    /// Returns false if nothing differs.
    @discardableResult
    package func changeOrder(_ id: Order.ID, from version: Int?, _ draft: OrderDraft) throws -> Bool {
        var draft = draft
        draft.number = try draft.number ?? read.order(id).draft.number
        try read.requireSound(draft, id: id)
        return try update(id.number, from: version, draft.record)
    }

    /// Deletes an order with its lines and returns. Its invoices stay.
    package func deleteOrder(_ id: Order.ID, from version: Int?) throws {
        try deleteWhole(.order, id.number, from: version)
    }

    @discardableResult
    package func addLine(_ draft: OrderLineDraft, to order: Order.ID) throws -> OrderLine.ID {
        OrderLine.ID(try insert(draft.record(of: order, read)))
    }

    /// The same for an import, which already knows the names that the line's history needs.
    func addLine(_ draft: OrderLineDraft, to order: Order.ID, of client: Client.ID, title: String, number: String)
        throws
    {
        _ = try insert(
            RecordValues(
                subject: .orderLine, title: title, client: client, columns: draft.columns(of: order),
                names: ["order_id": number, "product_id": title]))
    }

    @discardableResult
    package func changeLine(_ id: OrderLine.ID, from version: Int?, _ draft: OrderLineDraft) throws -> Bool {
        try read.requireSound(draft, id: id)
        return try update(id.number, from: version, draft.record(of: read.line(id).order, read))
    }

    package func deleteLine(_ id: OrderLine.ID, from version: Int?, withReturns: Bool = false) throws {
        if !withReturns, try read.count("SELECT count(*) FROM goods_return WHERE line_id = ?", [id.number]) > 0 {
            throw Refusal.invalid(Problems(["quantity": .inUse]))
        }
        try deleteWhole(.orderLine, id.number, from: version)
    }

    /// Adds a return of goods of a shipped line.
    @discardableResult
    package func addReturn(_ draft: GoodsReturnDraft, of line: OrderLine.ID) throws -> GoodsReturn.ID {
        try read.requireSold(draft, of: line, id: nil)
        return GoodsReturn.ID(try insert(draft.record(of: line, read)))
    }

    @discardableResult
    package func changeReturn(_ id: GoodsReturn.ID, from version: Int?, _ draft: GoodsReturnDraft) throws -> Bool {
        let line = try read.goodsReturn(id).line
        try read.requireSold(draft, of: line, id: id)
        return try update(id.number, from: version, draft.record(of: line, read))
    }

    package func deleteReturn(_ id: GoodsReturn.ID, from version: Int?) throws {
        try deleteWhole(.goodsReturn, id.number, from: version)
    }

    /// One more than the number of the last order, or the next number after it that is free.
    private func nextNumber() throws -> String {
        var next = try read.count("SELECT coalesce(max(id), 0) + 1 FROM client_order")
        while try read.count("SELECT count(*) FROM client_order WHERE number = ?", [String(next)]) > 0 { next += 1 }
        return String(next)
    }
}

extension ReadTransaction {
    /// Throws the problems that only the desk can find.
    func requireSound(_ draft: OrderDraft, id: Order.ID?) throws {
        var problems = Problems()
        if try count(
            "SELECT count(*) FROM client_order WHERE number = ? AND id IS NOT ?", [draft.number, id?.number]) > 0
        {
            problems.add(.taken, to: "number")
        }
        for (field, client) in [("client", draft.client), ("payer", draft.payer)] {
            guard let client else { continue }
            if try count("SELECT count(*) FROM client WHERE id = ?", [client.number]) == 0 {
                problems.add(.unknown, to: field)
            }
        }
        if let kam = draft.kam, try count("SELECT count(*) FROM user WHERE id = ?", [kam.number]) == 0 {
            problems.add(.unknown, to: "kam")
        }
        if let id { problems.add(try dependents(of: id, draft)) }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }

    /// The problems of an order's dependants: returned goods must have been shipped before, and invoices must be of the order's client or
    /// payer.
    private func dependents(of id: Order.ID, _ draft: OrderDraft) throws -> Problems {
        var problems = Problems()
        let returned = try first(
            "SELECT min(r.day) FROM goods_return r JOIN order_line l ON l.id = r.line_id WHERE l.order_id = ?",
            [id.number]
        ) { $0.optionalDay(0) }
        if let returned = returned ?? nil {
            if draft.shippedOn == nil { problems.add(.cameBack(returned), to: "status") }
            if let shipped = draft.shippedOn, shipped > returned { problems.add(.cameBack(returned), to: "shipped") }
        }
        let other = try first(
            "SELECT number FROM invoice WHERE order_id = ? AND client_id <> ? AND client_id IS NOT ? ORDER BY id LIMIT 1",
            [id.number, draft.client.number, draft.payer?.number]
        ) { $0[0] as String }
        if let other { problems.add(.invoicedToAnother(other), to: "client") }
        return problems
    }

    /// Throws if goods would come back before they were shipped, or more than were shipped.
    func requireSold(_ draft: GoodsReturnDraft, of line: OrderLine.ID, id: GoodsReturn.ID?) throws {
        let (shipped, left) = try one(
            """
            SELECT o.shipped_day, l.quantity - (SELECT coalesce(sum(quantity), 0) FROM goods_return WHERE line_id = l.id AND id IS NOT ?)
            FROM order_line l JOIN client_order o ON o.id = l.order_id WHERE l.id = ?
            """, [id?.number, line.number]
        ) { ($0.optionalDay(0), Quantity(thousandths: $0[1])) }
        var problems = Problems()
        if let shipped {
            if draft.day < shipped { problems.add(.endsBeforeStart, to: "date") }
        } else {
            problems.add(.notShipped, to: "date")
        }
        if draft.worth.quantity > left { problems.add(.moreThanSold, to: "quantity") }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }

    /// Throws if a line would have less goods than were returned, or another product although some were returned.
    func requireSound(_ draft: OrderLineDraft, id: OrderLine.ID) throws {
        let returned = try count("SELECT coalesce(sum(quantity), 0) FROM goods_return WHERE line_id = ?", [id.number])
        if returned > draft.worth.quantity.thousandths { throw Refusal.invalid(Problems(["quantity": .moreThanSold])) }
        if try returned > 0 && draft.product != line(id).draft.product {
            let first = try one("SELECT min(day) FROM goods_return WHERE line_id = ?", [id.number]) { $0.day(0) }
            throw Refusal.invalid(Problems(["product": .cameBack(first)]))
        }
    }
}

extension OrderDraft {
    var record: RecordValues {
        RecordValues(
            subject: .order, title: number ?? "", client: client,
            columns: stored)
    }
}

extension OrderLineDraft {
    /// The line appears in the history of the order's client, under its product's name.
    func record(of order: Order.ID, _ read: ReadTransaction) throws -> RecordValues {
        let (client, name) = try read.one(
            "SELECT o.client_id, p.name FROM client_order o, product p WHERE o.id = ? AND p.id = ?",
            [order.number, product.number]
        ) { ($0.id(0) as Client.ID, $0[1] as String) }
        return RecordValues(subject: .orderLine, title: name, client: client, columns: columns(of: order))
    }

    func columns(of order: Order.ID) -> RecordColumns { ["order_id": order.number] + stored }
}

extension GoodsReturnDraft {
    func record(of line: OrderLine.ID, _ read: ReadTransaction) throws -> RecordValues {
        let (client, name) = try read.one(
            """
            SELECT o.client_id, p.name FROM order_line l JOIN client_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id
            WHERE l.id = ?
            """, [line.number]
        ) { ($0.id(0) as Client.ID, $0[1] as String) }
        return RecordValues(subject: .goodsReturn, title: name, client: client, columns: columns(of: line))
    }

    func columns(of line: OrderLine.ID) -> RecordColumns { ["line_id": line.number] + stored }
}
