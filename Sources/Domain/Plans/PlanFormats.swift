extension ImportFormat {
    static let periods = ImportFormat(
        "Periods", title: { $0["name"] },
        [
            Field("name", "Name", isNeeded: true), Field("from", "From", .day, isNeeded: true),
            Field("to", "To", .day, isNeeded: true), Field("kind", "Kind"),
        ])

    static let calendar = ImportFormat(
        "Years of the calendar", title: { $0["year"] },
        [
            Field("year", "Year", isNeeded: true), Field("free", "Free days", isNeeded: true),
            Field("worked", "Worked weekends"), Field("source", "Source", isNeeded: true),
            Field("checked", "Checked on", .day),
        ])

    static let plans = ImportFormat(
        "Targets of plans", title: { "\($0["name"]) \($0["period"])" },
        [
            Field("scope", "Whose plan", isNeeded: true), Field("name", "Name", isNeeded: true),
            Field("metric", "Metric", isNeeded: true), Field("period", "Period", isNeeded: true),
            Field("target", "Target", .number, isNeeded: true), Field("group", "Product group"),
            Field("channel", "Channel"),
        ])
}
