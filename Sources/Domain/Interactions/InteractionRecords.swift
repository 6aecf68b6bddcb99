extension RecordKind {
    static let interaction = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .clientIfAny, title: "topic",
        isSearched: true, news: [.created(on: "day")],
        said: Acts(
            added: "interaction logged", changed: "interaction changed", deleted: "interaction deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("kind", "Kind", .word(InteractionKind.self)), Field("day", "Day", .day), Field("topic", "Topic"),
            Field("note", "Note"), Field("mood", "Mood", .word(Mood.self)),
            Field("is_confidential", "Confidential", .flag), Field("lawful_subject", "Lawful subject"),
            Field("people", "People", .beside), Field("agreed", "Agreed", .beside),
        ])

    static let matter = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .clientIfAny, title: "text",
        news: [.changed("done_day", on: "done_day")],
        said: Acts(
            added: "promise made", changed: "promise changed", deleted: "promise deleted",
            when: .init("drop_reason", said: "promise dropped")),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)),
            // A promise to a client stays without the interaction in which it was made. Without a client, the matter is deleted with the
            // interaction.
            Field("interaction_id", "Agreed in", .reference(to: .interaction, .goesUnlessClients)),
            Field("person_id", "Person", .reference(to: .person, .letsGo)),
            Field("side", "Who promised", .word(Side.self)), Field("text", "What"), Field("due_day", "Due day", .day),
            Field("done_day", "Done", .day), Field("drop_reason", "Why it was dropped"),
            Field("is_told", "They know", .flag),
            Field("project_id", "VIP project", .reference(to: .project, .letsGo)),
        ])
}
