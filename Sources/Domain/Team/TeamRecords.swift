extension RecordKind {
    static let user = RecordKind(
        room: .everybody, historyRoom: .team, keepers: .administrators, owner: .desk, title: "name",
        said: Acts(
            added: "colleague changed", changed: "colleague changed", deleted: "colleague changed"),
        [
            Field("name", "Name"), Field("role", "Role", .word(Role.self)), .untold("tongue"),
            Field("department_id", "Department", .reference(to: .department, .stays)),
            Field("administers", "Administrator", .flag), Field("is_active", "With us", .flag),
            .untold("password"), .untold("second_secret"), .untold("second_step"),
        ])

    static let desk = RecordKind(
        room: .everybody, historyRoom: .team, keepers: .administrators, owner: .desk, title: "name",
        said: Acts(
            added: "settings changed", changed: "settings changed", deleted: "settings changed"),
        [
            Field("name", "Name"), Field("currency", "Currency"), Field("time_zone", "Time zone"),
            Field("active_months", "Months until a client is dormant", .number),
            Field("key_percent", "Key above, per cent", .number),
            Field("critical_percent", "Critical dependency above, per cent", .number),
            Field("mono_percent", "Mono-client above, per cent", .number),
            Field("key_amount", "Key from an income of", .money), Field("npv_rate", "Rate of a year, per cent", .share),
            Field("npv_day", "Rate since", .day), .untold("is_open"), .untold("series"),
            .untold("key_mark"), .untold("copy_key"), .untold("copy_salt"),
        ])

    static let department = RecordKind(
        room: .everybody, historyRoom: .team, keepers: .administrators, owner: .desk, title: "name",
        said: Acts(
            added: "department added", changed: "department added", deleted: "department added"),
        [Field("name", "Name")])

    static let absence = RecordKind(
        room: .everybody, historyRoom: .team, keepers: .leads, owner: .desk,
        title: "number || ': ' || (SELECT name FROM user WHERE id = user_id)",
        said: Acts(
            added: "absence authorised", changed: "absence changed", deleted: "absence cancelled"),
        [
            Field("number", "Number"), Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("deputy_id", "Deputy", .reference(to: .user, .stays)), Field("from_day", "From", .day),
            Field("to_day", "To", .day),
        ])
}
