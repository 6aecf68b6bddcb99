extension RecordKind {
    static let period = RecordKind(
        room: .everybody, keepers: .leads, owner: .desk, title: "name",
        said: Acts(added: "period added", changed: "period changed", deleted: "period deleted"),
        [
            Field("name", "Name"), Field("kind", "Kind", .word(PeriodKind.self)), Field("from_day", "From", .day),
            Field("to_day", "To", .day),
        ])

    static let workYear = RecordKind(
        room: .everybody, keepers: .leads, owner: .desk, title: "year",
        said: Acts(
            added: "year of the calendar added", changed: "year of the calendar changed",
            deleted: "year of the calendar deleted"),
        [
            Field("year", "Year", .number), Field("free", "Free days"), Field("worked", "Worked weekends"),
            Field("source", "Source"), Field("checked_day", "Checked on", .day),
        ])
}
