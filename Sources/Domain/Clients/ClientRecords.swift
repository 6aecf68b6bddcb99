extension RecordKind {
    static let client = RecordKind(
        room: .everybody, keepers: .clientWorkers, owner: .itself, title: "name", isSearched: true,
        news: [.created(), .changed("lost_reason")],
        said: Acts(
            added: "client added", changed: "client changed", deleted: "client deleted",
            when: .init("lost_reason", said: "client's status changed"),
            .init("status", said: "client's status changed")),
        [
            Field("key", "Key"), Field("name", "Name"), .untold("sort_name"), Field("short_name", "Short name"),
            Field("kind", "Kind", .word(ClientKind.self)), Field("inn", "INN"), Field("kpp", "KPP"),
            Field("ogrn", "OGRN"), Field("vat", "VAT number"), Field("address", "Address"), Field("city", "City"),
            Field("country", "Country"), Field("territory", "Territory"), Field("segment", "Segment"),
            Field("lost_reason", "Why it is lost"), Field("buys_since", "Buys from us since", .day),
            // Until version 12 a person said it.
            Field("status", "Status", .former(ClientStatus.self)),
            Field("parent_id", "Part of", .reference(to: .client, .letsGo)), Field("phone", "Phone"),
            Field("email", "E-mail"), Field("web", "Web"), Field("note", "Note"),
            Field("is_confidential", "Confidential", .flag),
        ])

    static let clientKam = RecordKind(
        room: .everybody, historyRoom: .dossier, keepers: .clientWorkers, owner: .client,
        title: "(SELECT name FROM user WHERE id = user_id)",
        news: [.created(on: "from_day"), .changed("to_day", on: "to_day"), .changed(nil)],
        said: Acts(
            added: "became KAM", changed: "KAM's time ends", deleted: "KAM assignment deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("from_day", "From", .day),
            Field("to_day", "To", .day), Field("note", "Note"),
        ])

    static let brief = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .client,
        title: "(SELECT name FROM client WHERE id = client_id)",
        said: Acts(
            added: "meeting prepared", changed: "meeting prepared", deleted: "brief deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("day", "Day", .day),
            Field("start_time", "Time"), Field("place", "Place"), Field("aim", "What we want"),
            Field("objection_1", "Likely objections"), Field("answer_1", "Our answer"),
            Field("objection_2", "Likely objections"), Field("answer_2", "Our answer"),
            Field("objection_3", "Likely objections"), Field("answer_3", "Our answer"),
            Field("people", "People", .beside),
        ])
}
