extension RecordKind {
    static let strategyLine = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .client, title: "text",
        said: Acts(
            added: "line of the strategy added", changed: "line of the strategy changed",
            deleted: "line of the strategy deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("topic", "Topic", .word(StrategyTopic.self)), Field("text", "What"),
            Field("side", "Whose", .word(Side.self)), Field("measure", "Measured by"), Field("target", "Target"),
            Field("likelihood", "How likely", .word(Odds.self)), Field("amount", "Amount", .money),
            Field("answer", "Answer"), Field("promise", "Promised"), Field("passed_to", "Passed to"),
            Field("passed_day", "Passed on", .day), Field("level", "Level", .word(SetLevel.self)),
            Field("priority", "Priority", .number), Field("step", "Step", .word(AcquisitionStep.self)),
            Field("chance", "Chance, %", .number), Field("owner_id", "Owner", .reference(to: .user, .stays)),
            Field("person_id", "Person", .reference(to: .person, .letsGo)), Field("due_day", "Due day", .day),
            Field("state", "State", .word(StrategyState.self)), Field("closed_day", "Ended on", .day),
            Field("source", "Source"), Field("day", "Day", .day), Field("grade", "Certainty", .word(Certainty.self)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])
}

extension RecordKind {
    static let investmentYear = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .client, title: "year",
        said: Acts(
            added: "year of investment added", changed: "year of investment changed",
            deleted: "year of investment deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("year", "Year", .number),
            Field("discounts", "Discounts", .money), Field("bonuses", "Bonuses", .money),
            Field("vip", "VIP budget and training", .money), Field("events", "Events", .money),
            Field("low", "Extra income, low case", .money), Field("expected", "Extra income, expected case", .money),
            Field("high", "Extra income, high case", .money), Field("source", "Source"), Field("day", "Day", .day),
            Field("grade", "Certainty", .word(Certainty.self)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
        ])
}
