extension ImportFormat {
    static let periods = ImportFormat(
        "Periods", title: { $0["name"] },
        [
            Field("name", "Name", isNeeded: true), Field("from", "From", isNeeded: true),
            Field("to", "To", isNeeded: true), Field("kind", "Kind"),
        ])

    static let calendar = ImportFormat(
        "Years of the calendar", title: { $0["year"] },
        [
            Field("year", "Year", isNeeded: true), Field("free", "Free days", isNeeded: true),
            Field("worked", "Worked weekends"), Field("source", "Source", isNeeded: true),
            Field("checked", "Checked on"),
        ])
}
