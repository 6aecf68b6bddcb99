extension RecordKind {
    static let invoice = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .client, title: "number",
        [
            Field("number", "Number"), Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("order_id", "Order", .reference(to: .order, .letsGo)), Field("day", "Day", .day),
            Field("due_day", "Due day", .day), Field("amount", "Amount", .money),
            Field("is_disputed", "Disputed", .flag), Field("note", "Note"), .untold("paid"),
            .untold("settled_day"),
        ])

    static let payment = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .client, title: "number",
        [
            Field("number", "Number"), Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("day", "Day", .day), Field("amount", "Amount", .money), Field("note", "Note"), .untold("used"),
        ])

    static let allocation = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .part(of: .invoice, by: "invoice_id"),
        title: "(SELECT number FROM invoice WHERE id = invoice_id)",
        [
            Field("payment_id", "Payment", .reference(to: .payment, .goes)),
            Field("invoice_id", "Invoice", .reference(to: .invoice, .goes)), Field("amount", "Amount", .money),
        ])
}
