extension ImportFormat {
    static let clients = ImportFormat(
        "Clients", writesSeveral: true, title: { $0["name"] },
        [
            Field("key", "Key"), Field("name", "Name", isNeeded: true), Field("short", "Short name"),
            Field("kind", "Kind"), Field("inn", "INN"), Field("kpp", "KPP"), Field("ogrn", "OGRN"),
            Field("vat", "VAT number"), Field("address", "Address"), Field("city", "City"),
            Field("country", "Country"), Field("territory", "Territory"), Field("segment", "Segment"),
            Field("status", "Status"), Field("lost_reason", "Why it is lost"),
            Field("buys_since", "Buys from us since", .day),
            Field("parent", "Part of"), Field("kam", "KAM"), Field("phone", "Phone"),
            Field("email", "E-mail"), Field("web", "Web"), Field("note", "Note"),
        ])
}
