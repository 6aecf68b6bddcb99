import Domain
import GRDB

extension ReadTransaction {
    /// Rows of the orders that a condition on "o" selects, the latest first.
    func orderRows(_ condition: String, _ arguments: Values, before place: DayPlace?, atMost limit: Int)
        throws -> [OrderRow]
    {
        var arguments = arguments
        if let place { arguments += [place.day.stored, place.id] }
        return try rows(
            """
            SELECT latest.id, latest.number, c.id, c.name, y.id, y.name, latest.day, latest.shipped_day, latest.status, count(l.id),
              coalesce(sum(l.turnover), 0), coalesce(sum(l.income), 0), coalesce(sum(iif(l.income IS NULL, l.turnover, 0)), 0),
              iif(y.id IS NULL, 0, coalesce(sum(l.turnover), 0))
            FROM (SELECT * FROM client_order o WHERE \(condition)\(place == nil ? "" : " AND (o.day, o.id) < (?, ?)")
              ORDER BY o.day DESC, o.id DESC LIMIT ?) latest
            JOIN client c ON c.id = latest.client_id LEFT JOIN client_named y ON y.id = latest.payer_id
            LEFT JOIN order_line l ON l.order_id = latest.id
            GROUP BY latest.day, latest.id ORDER BY latest.day DESC, latest.id DESC
            """, arguments + [limit]
        ) { row in
            OrderRow(
                id: row.id(0), number: row[1], client: Named(id: row.id(2), name: row[3]), payer: row.named(4),
                day: row.day(6),
                shippedOn: row.optionalDay(7), status: row.word(8), lines: row[9], figures: row.figures(10))
        }
    }

    /// A page of orders, of one client or of the whole desk. At most three statements.
    package func orderList(_ query: OrderListQuery, atMost limit: Int = 50) throws -> OrderList {
        var (conditions, arguments) = (["true"], Values())
        if let client = query.client {
            conditions.append("o.client_id = ?")
            arguments += [client.number]
        }
        if let status = query.status {
            conditions.append("o.status = ?")
            arguments += [status.rawValue]
        }
        let rows = try orderRows(
            conditions.joined(separator: " AND "), arguments, before: query.place, atMost: limit + 1)
        return OrderList(
            client: try query.client.map(clientName), rows: Array(rows.prefix(limit)),
            paidFor: try query.client.map { try orderRows("o.payer_id = ?", [$0.number], before: nil, atMost: 20) }
                ?? [],
            later: rows.count > limit ? DayPlace(day: rows[limit - 1].day, id: rows[limit - 1].id.number) : nil)
    }

    /// An order's page. Seven statements.
    package func orderSheet(_ id: Order.ID) throws -> OrderSheet {
        let order = try order(id)
        let (client, payer, kam, credit) = try one(
            """
            SELECT c.id, c.name, y.id, y.name, u.name, (SELECT h.name FROM client_kam k JOIN user h ON h.id = k.user_id
              WHERE k.client_id = o.client_id AND k.from_day <= o.shipped_day AND coalesce(k.to_day, '9999-12-31') >= o.shipped_day)
            FROM client_order o JOIN client c ON c.id = o.client_id LEFT JOIN client_named y ON y.id = o.payer_id
            LEFT JOIN user u ON u.id = o.user_id WHERE o.id = ?
            """, [id.number]
        ) {
            (
                Named<Client>(id: $0.id(0), name: $0[1]), $0.named(2) as Named<Client>?, $0[4] as String?,
                $0[5] as String?
            )
        }
        return OrderSheet(
            order: order, client: client, payer: payer, kam: kam, credit: credit,
            lines: try rows(
                """
                SELECT l.id, p.id, p.name, p.unit, l.quantity, l.price, l.discount, l.cost
                FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.id
                """, [id.number]
            ) {
                OrderLineRow(id: $0.id(0), product: Named(id: $0.id(1), name: $0[2]), unit: $0[3], worth: $0.worth(4))
            },
            returns: try rows(
                """
                SELECT r.id, p.id, p.name, r.day, r.quantity, r.turnover, r.reason, r.note
                FROM order_line l JOIN goods_return r ON r.line_id = l.id JOIN product p ON p.id = l.product_id
                WHERE l.order_id = ? ORDER BY r.day, r.id
                """, [id.number]
            ) {
                GoodsReturnRow(
                    id: $0.id(0), product: Named(id: $0.id(1), name: $0[2]), day: $0.day(3),
                    quantity: Quantity(thousandths: $0[4]),
                    turnover: $0.money(5), reason: $0[6], note: $0[7])
            },
            invoices: try invoiceRows("i.order_id = ? ORDER BY i.day, i.id LIMIT 50", [id.number]),
            history: try recordHistory(.order, id.number))
    }

    package func order(_ id: Order.ID) throws -> Order {
        try one("SELECT \(OrderDraft.columns(of: "o")) FROM client_order o WHERE o.id = ?", [id.number]) {
            Order(id: $0.id(0), version: $0[1], draft: $0.draft())
        }
    }

    package func line(_ id: OrderLine.ID) throws -> OrderLine {
        try one(
            "SELECT \(OrderLineDraft.columns(of: "l")), l.order_id FROM order_line l WHERE l.id = ?", [id.number]
        ) { OrderLine(id: $0.id(0), version: $0[1], order: $0.id(7), draft: $0.draft()) }
    }

    package func goodsReturn(_ id: GoodsReturn.ID) throws -> GoodsReturn {
        try one(
            "SELECT \(GoodsReturnDraft.columns(of: "r")), r.line_id FROM goods_return r WHERE r.id = ?", [id.number]
        ) { GoodsReturn(id: $0.id(0), version: $0[1], line: $0.id(9), draft: $0.draft()) }
    }
}
