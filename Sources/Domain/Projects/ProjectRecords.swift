extension RecordKind {
    static let project = RecordKind(
        room: .personal, keepers: .clientWorkers, owner: .clientAndPerson,
        title: "(SELECT name FROM person WHERE id = person_id) || ': ' || goal", name: "goal",
        said: Acts(
            added: "VIP project begun", changed: "VIP project changed", deleted: "VIP project deleted",
            when: .init("closed_day", said: "VIP project closed or opened again")),
        [
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("goal", "Goal"),
            Field("measure", "How we'll know"), Field("from_day", "From", .day),
            Field("due_day", "Due day", .day), Field("closed_day", "Closed on", .day),
            Field("outcome", "What came of it"),
        ])

    static let review = RecordKind(
        room: .personal, keepers: .clientWorkers, owner: .part(of: .project, by: "project_id"),
        title: "(SELECT e.name FROM vip_project p JOIN person e ON e.id = p.person_id WHERE p.id = project_id)",
        said: Acts(
            added: "joint review", changed: "review changed", deleted: "review deleted"),
        [
            Field("project_id", "VIP project", .reference(to: .project, .goes)), Field("day", "Day", .day),
            Field("kam_id", "KAM", .reference(to: .user, .stays)),
            Field("manager_id", "Manager", .reference(to: .user, .stays)), Field("level", "Level", .level),
            Field("shown", "Evidence"), Field("agreed", "Agreed"), Field("next_day", "Next check-in", .day),
        ])

    static let expense = RecordKind(
        room: .personal, keepers: .clientWorkers, owner: .part(of: .project, by: "project_id"), title: "purpose",
        said: Acts(
            added: "budget line added", changed: "budget line changed", deleted: "budget line deleted"),
        [
            Field("project_id", "VIP project", .reference(to: .project, .goes)), Field("purpose", "Purpose"),
            Field("estimated", "Estimated", .money), Field("committed", "Committed", .money),
            Field("actual", "Actual", .money), Field("approver_id", "Approved by", .reference(to: .user, .stays)),
            Field("approved_day", "Approved on", .day),
        ])
}
