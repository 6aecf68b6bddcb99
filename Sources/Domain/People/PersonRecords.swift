extension RecordKind {
    static let person = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .person, title: "name",
        isSearched: true,
        said: Acts(
            added: "person added", changed: "person changed", deleted: "person deleted"),
        [
            Field("key", "Key"), Field("name", "Name"), .untold("sort_name"), Field("is_vip", "VIP", .flag),
            Field("is_kol", "KOL", .flag), Field("phone", "Phone"), Field("email", "E-mail"),
            Field("birthday", "Birthday", .day), Field("note", "Note"),
        ])

    static let post = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .clientAndPerson,
        title: "(SELECT name FROM person WHERE id = person_id)",
        news: [.created(on: "from_day"), .changed("to_day", on: "to_day"), .changed(nil)],
        said: Acts(
            added: "took a post", changed: "post changed", deleted: "post deleted",
            when: .init("to_day", said: "post ended")),
        [
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("title", "Post"),
            Field("role", "Role in decisions", .word(DecisionRole.self)), Field("from_day", "From", .day),
            Field("to_day", "To", .day),
        ])

    static let fact = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .person,
        title: "(SELECT name FROM person WHERE id = person_id)",
        said: Acts(
            added: "fact added", changed: "fact changed", deleted: "fact deleted"),
        [
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("kind", "Kind", .word(FactKind.self)), Field("text", "What"), Field("source", "Source"),
            Field("day", "Day", .day), Field("privacy", "Visible to", .word(Privacy.self)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])

    static let ladderMove = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .person,
        title: "(SELECT name FROM person WHERE id = person_id)", news: [.created(on: "day")],
        said: Acts(
            added: "step of the ladder", changed: "step changed", deleted: "step deleted",
            when: .init("confirmed_day", said: "step confirmed")),
        [
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("day", "Day", .day),
            Field("step", "Step", .word(LadderStep.self)),
            Field("theirs", "Evidence of how well they know us"), Field("ours", "Evidence of how well we know them"),
            Field("confirmer_id", "Confirmed by", .reference(to: .user, .stays)),
            Field("confirmed_day", "Confirmed on", .day),
        ])
}
