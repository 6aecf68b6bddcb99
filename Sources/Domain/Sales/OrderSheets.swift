/// An order as a row of a list.
package struct OrderRow: Sendable, Equatable, Encodable {
    package var id: Order.ID
    package var number: String
    package var client: Named<Client>
    package var payer: Named<Client>?
    package var day: Day
    package var shippedOn: Day?
    package var status: OrderStatus
    package var lines: Int
    package var figures: SalesFigures

    package init(
        id: Order.ID, number: String, client: Named<Client>, payer: Named<Client>?, day: Day, shippedOn: Day?,
        status: OrderStatus, lines: Int, figures: SalesFigures
    ) {
        self.id = id
        self.number = number
        self.client = client
        self.payer = payer
        self.day = day
        self.shippedOn = shippedOn
        self.status = status
        self.lines = lines
        self.figures = figures
    }
}

/// The request for a list of orders, the latest first, after a place.
package struct OrderListQuery: Sendable, Equatable {
    package var status: OrderStatus?
    /// Orders of this client, or paid by it.
    package var client: Client.ID?
    package var place: DayPlace?

    package init(status: OrderStatus? = nil, client: Client.ID? = nil, place: DayPlace? = nil) {
        self.status = status
        self.client = client
        self.place = place
    }

    package func at(_ place: DayPlace?) -> OrderListQuery {
        var query = self
        query.place = place
        return query
    }
}

/// A page of orders.
package struct OrderList: Sendable, Encodable {
    /// The client; nil for the orders of the whole desk.
    package var client: Named<Client>?
    package var rows: [OrderRow]
    /// Orders of other clients that this one pays, the latest 20.
    package var paidFor: [OrderRow]
    /// Where the next page begins; nil at the end.
    package var later: DayPlace?

    package init(client: Named<Client>?, rows: [OrderRow], paidFor: [OrderRow], later: DayPlace?) {
        self.client = client
        self.rows = rows
        self.paidFor = paidFor
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case client, rows, paidFor, later }
}

/// A line of an order with its returns.
package struct OrderLineRow: Sendable, Equatable, Encodable {
    package var id: OrderLine.ID
    package var product: Named<Product>
    package var unit: String?
    package var quantity: Quantity
    package var price: Money
    package var discount: Discount
    package var cost: Money?
    package var turnover: Money
    package var income: Money?

    package init(id: OrderLine.ID, product: Named<Product>, unit: String?, worth: Worth) {
        self.id = id
        self.product = product
        self.unit = unit
        quantity = worth.quantity
        price = worth.price
        discount = worth.discount
        cost = worth.cost
        turnover = worth.turnover
        income = worth.income
    }
}

package struct GoodsReturnRow: Sendable, Equatable, Encodable {
    package var id: GoodsReturn.ID
    package var product: Named<Product>
    package var day: Day
    package var quantity: Quantity
    package var turnover: Money
    package var reason: String
    package var note: String?

    package init(
        id: GoodsReturn.ID, product: Named<Product>, day: Day, quantity: Quantity, turnover: Money, reason: String,
        note: String?
    ) {
        self.id = id
        self.product = product
        self.day = day
        self.quantity = quantity
        self.turnover = turnover
        self.reason = reason
        self.note = note
    }
}

/// The page of an order.
package struct OrderSheet: Sendable, Encodable {
    package var id: Order.ID
    package var version: Int
    package var draft: OrderDraft
    package var client: Named<Client>
    package var payer: Named<Client>?
    /// The KAM named in the order.
    package var kam: String?
    /// Who gets the credit: the KAM who held the client on the day of shipment. Nil if it is not shipped or nobody held the client.
    package var credit: String?
    package var lines: [OrderLineRow]
    package var returns: [GoodsReturnRow]
    package var invoices: [InvoiceRow]
    /// The sum of all lines, without subtracting returns.
    package var figures: SalesFigures
    package var history: [Change]

    package init(
        order: Order, client: Named<Client>, payer: Named<Client>?, kam: String?, credit: String?,
        lines: [OrderLineRow],
        returns: [GoodsReturnRow], invoices: [InvoiceRow], history: [Change]
    ) {
        id = order.id
        version = order.version
        draft = order.draft
        self.client = client
        self.payer = payer
        self.kam = kam
        self.credit = credit
        self.lines = lines
        self.returns = returns
        self.invoices = invoices
        figures = lines.map { line in
            SalesFigures(
                turnover: line.turnover, knownIncome: line.income ?? .zero,
                unknown: line.income == nil ? line.turnover : .zero,
                through: order.draft.payer == nil ? .zero : line.turnover)
        }.reduce(.none, +)
        self.history = history
    }
}
