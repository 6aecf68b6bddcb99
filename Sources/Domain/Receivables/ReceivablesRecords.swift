extension RecordKind {
    static let invoice = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .client, title: "number",
        said: Acts(
            added: "invoice", changed: "invoice changed", deleted: "invoice deleted"),
        [
            Field("number", "Number"), Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("order_id", "Order", .reference(to: .order, .letsGo)), Field("day", "Day", .day),
            Field("due_day", "Due day", .day), Field("amount", "Amount", .money),
            Field("is_disputed", "Disputed", .flag), Field("note", "Note"), .untold("paid"),
            .untold("settled_day"),
        ])

    static let payment = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .client, title: "number",
        said: Acts(
            added: "payment", changed: "payment changed", deleted: "payment deleted"),
        [
            Field("number", "Number"), Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("day", "Day", .day), Field("amount", "Amount", .money), Field("note", "Note"), .untold("used"),
        ])

    static let allocation = RecordKind(
        room: .money, keepers: .bookkeepers, owner: .part(of: .invoice, by: "invoice_id"),
        title: "(SELECT number FROM invoice WHERE id = invoice_id)",
        said: Acts(
            added: "invoice paid, in full or in part", changed: "allocation changed", deleted: "allocation taken back"),
        [
            Field("payment_id", "Payment", .reference(to: .payment, .goes)),
            Field("invoice_id", "Invoice", .reference(to: .invoice, .goes)), Field("amount", "Amount", .money),
        ])
}
