import Domain
import GRDB

extension ReadTransaction {
    package func order(_ id: Order.ID) throws -> Order {
        try one(
            "SELECT id, version, number, client_id, payer_id, user_id, day, shipped_day, status, reason, note FROM client_order WHERE id = ?",
            [id.number]
        ) { row in
            Order(
                id: row.id(0), version: row[1],
                draft: OrderDraft(
                    number: row[2], client: row.id(3), payer: row.optionalID(4), kam: row.optionalID(5), day: row.day(6),
                    shippedOn: row.optionalDay(7), status: row.word(8), reason: row[9], note: row[10]))
        }
    }

    package func line(_ id: OrderLine.ID) throws -> OrderLine {
        try one(
            "SELECT id, version, order_id, product_id, quantity, price, discount, cost FROM order_line WHERE id = ?", [id.number]
        ) { row in
            OrderLine(
                id: row.id(0), version: row[1], order: row.id(2), draft: OrderLineDraft(product: row.id(3), worth: row.worth(4)))
        }
    }

    package func goodsReturn(_ id: GoodsReturn.ID) throws -> GoodsReturn {
        try one(
            "SELECT id, version, line_id, day, reason, note, quantity, price, discount, cost FROM goods_return WHERE id = ?",
            [id.number]
        ) { row in
            GoodsReturn(
                id: row.id(0), version: row[1], line: row.id(2),
                draft: GoodsReturnDraft(day: row.day(3), worth: row.worth(6), reason: row[4], note: row[5]))
        }
    }
}
