extension ImportFormat {
    static let tenders = ImportFormat(
        "Tenders", title: { $0["title"].isEmpty ? $0["number"] : $0["title"] },
        [
            Field("number", "Number", isNeeded: true), Field("title", "Title"),
            Field("client", "Client", isNeeded: true), Field("law", "Law"), Field("procedure", "Procedure"),
            Field("announced", "Announced on", .day), Field("status", "Stage"), Field("currency", "Currency"),
            Field("url", "Web address"), Field("kam", "KAM"),
        ])

    static let lots = ImportFormat(
        "Lots of tenders", title: { $0["subject"] },
        [
            Field("key", "Key"), Field("tender", "Tender", isNeeded: true), Field("number", "Number"),
            Field("subject", "Subject", isNeeded: true), Field("start", "Starting price", .number), Field("vat", "VAT"),
            Field("outcome", "Outcome"), Field("reason", "Reason"),
        ])

    static let bids = ImportFormat(
        "Bids for lots", title: { "\($0["lot"]): \($0["bidder"].isEmpty ? $0["inn"] : $0["bidder"])" },
        [
            Field("lot", "Lot", isNeeded: true), Field("bidder", "Bidder"), Field("inn", "INN"),
            Field("price", "Price", .number), Field("at", "Time of the bid", .day), Field("winner", "Winner"),
            Field("admitted", "Admitted"), Field("ground", "Ground"),
        ])

    static let papers = ImportFormat(
        "Own papers", title: { $0["number"] },
        [
            Field("kind", "Kind", isNeeded: true), Field("number", "Number", isNeeded: true),
            Field("product", "Product"), Field("issued", "Date of issue", .day), Field("expires", "Ends on", .day),
        ])
}
