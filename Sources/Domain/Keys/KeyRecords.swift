extension RecordKind {
    static let evidence = RecordKind(
        room: .dossier, historyRoom: .dossier, keepers: .clientWorkers, owner: .client, title: "claim",
        said: Acts(added: "evidence added", changed: "evidence changed", deleted: "evidence deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("definition", "Definition", .word(KeyDefinition.self)),
            Field("kind", "Kind", .word(EvidenceKind.self)),
            Field("claim", "What we know"), Field("source", "Source"), Field("amount", "Amount", .money),
            Field("day", "Day", .day), Field("grade", "Certainty", .word(Certainty.self)),
            Field("until_day", "Holds until", .day),
            Field("permits", "May be cited", .word(Citation.self)),
            Field("interaction_id", "Said in", .reference(to: .interaction, .letsGo)),
            Field("order_id", "Order", .reference(to: .order, .letsGo)),
            Field("lot_id", "Lot", .reference(to: .tenderLot, .letsGo)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])
}
