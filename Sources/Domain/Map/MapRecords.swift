extension RecordKind {
    static let tie = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .twoPeople,
        title: """
            (SELECT name FROM person WHERE id = from_id) || ' – ' || (SELECT name FROM person WHERE id = to_id)
            """, news: [.created(on: "from_day")],
        said: Acts(
            added: "tie added", changed: "tie changed", deleted: "tie deleted", when: .init("to_day", said: "tie ended")
        ),
        [
            Field("from_id", "Named first", .reference(to: .person, .goes)),
            Field("to_id", "With whom", .reference(to: .person, .goes)),
            Field("kind", "Kind", .word(TieKind.self)), Field("from_day", "From", .day), Field("to_day", "To", .day),
            Field("strength", "Strength", .number), Field("is_positive", "Positive tie", .flag),
            Field("certainty", "How sure", .word(Certainty.self)), Field("source", "Source"),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])

    static let assessment = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .clientAndPerson,
        title: "(SELECT name FROM person WHERE id = person_id)", news: [.created(on: "day")],
        said: Acts(
            added: "reassessed", changed: "assessment changed", deleted: "assessment deleted"),
        [
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("day", "Day", .day),
            Field("power", "Power", .number), Field("stance", "Stance", .number),
            Field("openness", "Openness", .number), Field("competitor", "Competitor"),
            Field("certainty", "How sure", .word(Certainty.self)), Field("source", "Source"),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])

    static let expectedChange = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .clientAndPerson, title: "text",
        said: Acts(
            added: "change expected", changed: "expected change changed", deleted: "expected change deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("person_id", "Person", .reference(to: .person, .letsGo)),
            Field("kind", "Kind", .word(ExpectedKind.self)), Field("text", "What"), Field("day", "Day", .day),
            Field("probability", "Probability, %", .number), Field("shift", "Shift of the balance", .number),
            Field("source", "Source"), Field("closed_day", "Closed on", .day),
            Field("has_happened", "Has happened", .flag), Field("noted_day", "Expected since", .day),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])
}
