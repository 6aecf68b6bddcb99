extension ImportFormat {
    static let evidence = ImportFormat(
        "Evidence for definitions", title: { "\($0["claim"]), \($0["client"])" },
        [
            Field("client", "Client", isNeeded: true), Field("kind", "Kind", isNeeded: true),
            Field("claim", "What we know", isNeeded: true), Field("source", "Source", isNeeded: true),
            Field("day", "Day", .day, isNeeded: true), Field("definition", "Definition"),
            Field("amount", "Amount", .number),
            Field("grade", "How sure"), Field("until", "Holds until", .day), Field("permits", "May be cited"),
        ])

    static let objectives = ImportFormat(
        "Objectives", title: { "\($0["text"]), \($0["client"])" },
        [
            Field("client", "Client", isNeeded: true), Field("side", "Whose", isNeeded: true),
            Field("text", "Objective", isNeeded: true), Field("due", "Due day", .day, isNeeded: true),
            Field("measure", "Measured by"), Field("target", "Target"), Field("owner", "Owner"),
            Field("state", "State"), Field("closed", "Ended on", .day), Field("day", "Day", .day),
            Field("source", "Source"),
            Field("grade", "How sure"),
        ])
}
