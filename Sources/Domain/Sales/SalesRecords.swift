extension RecordKind {
    static let productGroup = RecordKind(
        room: .everybody, keepers: .bookkeepers, owner: .desk, title: "name",
        said: Acts(
            added: "group of products", changed: "group of products", deleted: "group of products"),
        [Field("name", "Name")])

    static let product = RecordKind(
        room: .everybody, keepers: .bookkeepers, owner: .desk, title: "name", isSearched: true,
        said: Acts(
            added: "product added", changed: "product changed", deleted: "product deleted"),
        [
            Field("key", "Key"), Field("name", "Name"), .untold("sort_name"),
            Field("group_id", "Group", .reference(to: .productGroup, .stays)), Field("unit", "Unit"),
            Field("price", "Price", .money), Field("cost", "Cost", .money),
        ])

    static let order = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .client, title: "number",
        said: Acts(
            added: "order", changed: "order changed", deleted: "order deleted",
            when: .init("status", said: "order's status changed")),
        [
            Field("number", "Number"), Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("payer_id", "Paid by", .reference(to: .client, .letsGo)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("day", "Day", .day),
            Field("shipped_day", "Shipped on", .day), Field("status", "Status", .word(OrderStatus.self)),
            Field("reason", "Reason"), Field("note", "Note"),
        ])

    private static let productOfLine = "(SELECT name FROM product WHERE id = product_id)"

    static let orderLine = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .part(of: .order, by: "order_id"), title: productOfLine,
        said: Acts(
            added: "line of an order added", changed: "line of an order changed", deleted: "line of an order deleted"),
        [
            Field("order_id", "Order", .reference(to: .order, .goes)),
            Field("product_id", "Product", .reference(to: .product, .stays)),
            Field("quantity", "Quantity", .quantity), Field("price", "Price", .money),
            Field("discount", "Discount", .share), Field("cost", "Cost", .money), .untold("turnover"),
            .untold("income"),
        ])

    static let goodsReturn = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .part(of: .orderLine, by: "line_id"),
        title: "(SELECT p.name FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.id = line_id)",
        said: Acts(
            added: "came back", changed: "return changed", deleted: "return deleted"),
        [
            Field("line_id", "Line of an order", .reference(to: .orderLine, .goes)), Field("day", "Day", .day),
            Field("reason", "Reason"), Field("note", "Note"), Field("quantity", "Quantity", .quantity),
            Field("price", "Price", .money), Field("discount", "Discount", .share), Field("cost", "Cost", .money),
            .untold("turnover"), .untold("income"),
        ])
}
