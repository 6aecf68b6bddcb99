extension ImportFormat {
    static let products = ImportFormat(
        "Products", title: { $0["name"] },
        [
            Field("key", "Key"), Field("name", "Name", isNeeded: true), Field("group", "Group"),
            Field("unit", "Unit"), Field("price", "Price", .number), Field("cost", "Cost", .number),
        ])

    static let orders = ImportFormat(
        "Orders", title: { $0["number"] },
        [
            Field("number", "Number", isNeeded: true), Field("client", "Client", isNeeded: true),
            Field("date", "Day", .day), Field("shipped", "Shipped on", .day), Field("status", "Status"),
            Field("payer", "Paid by"), Field("kam", "KAM"), Field("reason", "Reason"), Field("note", "Note"),
        ])

    static let orderLines = ImportFormat(
        "Lines of orders", title: { "\($0["order"]): \($0["product"])" },
        [
            Field("order", "Order", isNeeded: true), Field("product", "Product", isNeeded: true),
            Field("quantity", "Quantity", .number, isNeeded: true), Field("price", "Price", .number),
            Field("discount", "Discount", .share),
            Field("cost", "Cost", .number),
        ])
}
