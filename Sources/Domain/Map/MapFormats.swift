extension ImportFormat {
    static let ties = ImportFormat(
        "Ties", title: { "\($0["from"]) – \($0["to"])" },
        [
            Field("from", "Named first", isNeeded: true), Field("to", "With whom", isNeeded: true),
            Field("kind", "Kind", isNeeded: true), Field("start", "From", .day), Field("end", "To", .day),
            Field("strength", "Strength"), Field("sign", "Sign"), Field("grade", "How sure"),
            Field("source", "Source"),
        ])

    static let assessments = ImportFormat(
        "Assessments", title: { "\($0["person"]), \($0["client"])" },
        [
            Field("person", "Person", isNeeded: true), Field("client", "Client", isNeeded: true),
            Field("day", "Day", .day, isNeeded: true), Field("power", "Power"), Field("stance", "Stance"),
            Field("openness", "Openness"), Field("competitor", "Competitor"), Field("grade", "How sure"),
            Field("source", "Source"),
        ])
}
