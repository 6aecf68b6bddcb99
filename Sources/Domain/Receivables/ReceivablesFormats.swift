extension ImportFormat {
    static let invoices = ImportFormat(
        "Invoices", writesSeveral: true, title: { $0["number"] },
        [
            Field("number", "Number", isNeeded: true), Field("client", "Client", isNeeded: true),
            Field("date", "Day", .day), Field("due", "Due", .day), Field("amount", "Amount", .number, isNeeded: true),
            Field("disputed", "Disputed"), Field("settled", "Paid in full on", .day), Field("note", "Note"),
        ])

    static let payments = ImportFormat(
        "Payments", writesSeveral: true,
        title: { $0["number"].isEmpty ? "\($0["client"]), \($0["date"])" : $0["number"] },
        [
            Field("number", "Number"), Field("client", "Client", isNeeded: true),
            Field("date", "Day", .day, isNeeded: true), Field("amount", "Amount", .number, isNeeded: true),
            Field("invoice", "Invoice"), Field("note", "Note"),
        ])
}
