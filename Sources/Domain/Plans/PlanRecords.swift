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

    static let plan = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .scope,
        title: """
            coalesce((SELECT name FROM client WHERE id = client_id), (SELECT name FROM user WHERE id = user_id),
              (SELECT name FROM department WHERE id = department_id), (SELECT name FROM desk)) || ', ' || year
            """,
        said: Acts(
            added: "plan begun", changed: "plan changed", deleted: "plan deleted",
            when: .init("agreed_by", said: "plan agreed"), .init("proposed_by", said: "plan proposed")),
        [
            Field("scope", "Whose plan", .word(PlanLevel.self)),
            Field("department_id", "Department", .reference(to: .department, .stays)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("year", "Year", .number),
            Field("edition", "Version", .number), Field("state", "State", .word(PlanState.self)),
            Field("proposed_by", "Proposed by", .reference(to: .user, .stays)),
            Field("proposed_day", "Proposed on", .day),
            Field("agreed_by", "Agreed by", .reference(to: .user, .stays)), Field("agreed_day", "Agreed on", .day),
            Field("reason", "Reason"),
        ])

    static let planTarget = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .plan, by: "plan_id"),
        title: "(SELECT name FROM plan_period WHERE id = period_id)",
        said: Acts(added: "target set", changed: "target changed", deleted: "target deleted"),
        [
            Field("plan_id", "Plan", .reference(to: .plan, .goes)),
            Field("period_id", "Period", .reference(to: .period, .goes)),
            Field("metric", "Metric", .word(PlanMetric.self)),
            Field("group_id", "Product group", .reference(to: .productGroup, .stays)),
            Field("channel", "Channel", .word(PlanChannel.self)), Field("amount", "Amount", .money),
            Field("clients", "Number of clients", .number),
        ])
}
