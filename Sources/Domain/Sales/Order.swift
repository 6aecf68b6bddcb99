/// An order of a client. An order with a shipping day counts as turnover on that day.
package struct Order: Sendable, Equatable {
    package typealias ID = Domain.ID<Order>

    package var id: ID
    package var version: Int
    package var draft: OrderDraft

    package init(id: ID, version: Int, draft: OrderDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

package enum OrderStatus: String, Wording {
    case draft, accepted
    /// Handed to sales support.
    case handed
    case confirmed, shipped, delivered, closed
    /// Refused by us or by the client, with the reason.
    case refused

    /// True from the shipment on. Such an order has a shipping day and counts as turnover.
    package var isShipped: Bool { [.shipped, .delivered, .closed].contains(self) }
    /// True if it is still to be shipped.
    package var isOpen: Bool { !isShipped && self != .refused }

    package static let otherWords: [String: OrderStatus] = [
        "черновик": .draft, "принят": .accepted, "передан": .handed, "передан в поддержку продаж": .handed,
        "handed to sales support": .handed,
        "подтвержден": .confirmed,
        "подтверждён": .confirmed,
        "отгружен": .shipped, "доставлен": .delivered, "закрыт": .closed, "отказ": .refused, "отменен": .refused,
        "отменён": .refused, "cancelled": .refused, "canceled": .refused, "complete": .closed, "completed": .closed,
    ]
}

/// An order's fields as typed or imported, checked. Its lines are separate records.
package struct OrderDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// Nil if the desk should choose the number.
    package var number: String?
    package var client: Client.ID
    /// Who pays, if it is not the client.
    package var payer: Client.ID?
    /// The KAM named in the order. The credit goes to whoever holds the client on the day of shipment.
    package var kam: User.ID?
    package var day: Day
    package var shippedOn: Day?
    package var status: OrderStatus
    /// Why it was refused; only present with that status.
    package var reason: String?
    package var note: String?

    /// Reads the fields of the order's form; client and payer are numbers here.
    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        number = read.optionalText("number", atMost: 80)
        let client = read.optionalID("client", Client.self)
        if client == nil { read.add(.required, to: "client") }
        payer = read.optionalID("payer", Client.self)
        kam = read.optionalID("kam", User.self)
        day = read.pastDay("date", today)
        shippedOn = read.optionalDay("shipped")
        status = read.choice("status", or: shippedOn == nil ? .accepted : .shipped)
        let typed = read.optionalText("reason", atMost: 500)
        reason = status == .refused ? typed : nil
        note = read.optionalText("note", atMost: 20_000)
        if status == .refused && typed == nil { read.add(.required, to: "reason") }
        if status.isShipped && shippedOn == nil { read.add(.required, to: "shipped") }
        if !status.isShipped && shippedOn != nil { read.add(.notShipped, to: "shipped") }
        if payer == client { payer = nil }
        if let shippedOn, shippedOn > today { read.add(.inFuture, to: "shipped") }
        guard read.problems.isEmpty, let client else { throw read.problems }
        self.client = client
    }

    package init(
        number: String? = nil, client: Client.ID, payer: Client.ID? = nil, kam: User.ID? = nil, day: Day,
        shippedOn: Day? = nil,
        status: OrderStatus, reason: String? = nil, note: String? = nil
    ) {
        self.number = number
        self.client = client
        self.payer = payer
        self.kam = kam
        self.day = day
        self.shippedOn = shippedOn
        self.status = status
        self.reason = reason
        self.note = note
    }

    package static var blank: OrderDraft { OrderDraft(client: .blank, day: .blank, status: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("number", &number)
        fields.field("client_id", form: "client", &client)
        fields.field("payer_id", form: "payer", &payer)
        fields.field("user_id", form: "kam", &kam)
        fields.field("day", form: "date", &day)
        fields.field("shipped_day", form: "shipped", &shippedOn)
        fields.field("status", &status)
        fields.field("reason", &reason)
        fields.field("note", &note)
    }
}

/// A product in an order.
package struct OrderLine: Sendable, Equatable {
    package typealias ID = Domain.ID<OrderLine>

    package var id: ID
    package var version: Int
    package var order: Order.ID
    package var draft: OrderLineDraft

    package init(id: ID, version: Int, order: Order.ID, draft: OrderLineDraft) {
        self.id = id
        self.version = version
        self.order = order
        self.draft = draft
    }
}

package struct OrderLineDraft: StoredDraft, Sendable, Equatable {
    package var product: Product.ID
    package var worth: Worth

    /// Reads `quantity price discount cost`. Price and cost come from the product if they are not typed.
    package init(_ entries: Entries, _ currency: Currency, product: Product) throws(Problems) {
        var read = FieldReader(entries)
        worth = Worth(&read, currency, (product.draft.price, product.draft.cost))
        self.product = product.id
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(product: Product.ID, worth: Worth) {
        self.product = product
        self.worth = worth
    }

    package static var blank: OrderLineDraft { OrderLineDraft(product: .blank, worth: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("product_id", form: nil, &product)
        worth.visit(&fields)
    }

    package func entries(_ currency: Currency) -> Entries { worth.saying(filled(in: currency)) }

    /// How many new lines the order's forms show.
    package static let rowsInForm = 6
}

/// Goods returned from a line, at the price at which we take them back. The return counts on its own day.
package struct GoodsReturn: Sendable, Equatable {
    package typealias ID = Domain.ID<GoodsReturn>

    package var id: ID
    package var version: Int
    package var line: OrderLine.ID
    package var draft: GoodsReturnDraft

    package init(id: ID, version: Int, line: OrderLine.ID, draft: GoodsReturnDraft) {
        self.id = id
        self.version = version
        self.line = line
        self.draft = draft
    }
}

package struct GoodsReturnDraft: StoredDraft, Sendable, Equatable {
    package var day: Day
    package var worth: Worth
    package var reason: String
    package var note: String?

    /// Price, discount and cost come from the line if they are not typed.
    package init(_ entries: Entries, _ currency: Currency, line: Worth, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        day = read.pastDay("date", today)
        worth = Worth(&read, currency, (line.price, line.cost), discount: line.discount)
        reason = read.text("reason", atMost: 200)
        note = read.optionalText("note", atMost: 20_000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(day: Day, worth: Worth, reason: String, note: String? = nil) {
        self.day = day
        self.worth = worth
        self.reason = reason
        self.note = note
    }

    package static var blank: GoodsReturnDraft { GoodsReturnDraft(day: .blank, worth: .blank, reason: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("day", form: "date", &day)
        fields.field("reason", &reason)
        fields.field("note", &note)
        worth.visit(&fields)
    }

    package func entries(_ currency: Currency) -> Entries { worth.saying(filled(in: currency)) }
}
