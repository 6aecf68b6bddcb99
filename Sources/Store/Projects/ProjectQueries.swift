import Domain
import GRDB

extension ReadTransaction {
    /// Projects by level. Two statements.
    package func projectList(_ query: ProjectListQuery, on today: Day) throws -> ProjectList {
        var (condition, arguments) = (query.isClosed ? "p.closed_day IS NOT NULL" : "p.closed_day IS NULL", Values())
        if let level = query.level {
            condition += " AND \(ProjectRow.level) = ?"
            arguments += [level.rawValue]
        }
        if let kam = query.kam {
            condition += " AND k.user_id = ?"
            arguments += [kam.number]
        }
        let rows = try projects(
            where: condition,
            order: query.isClosed
                ? "p.closed_day DESC, p.id DESC" : "\(ProjectRow.level), \(ProjectRow.lookIn), p.id", arguments,
            atMost: ProjectList.length + 1, on: today)
        return ProjectList(
            rows: Array(rows.prefix(ProjectList.length)), isCut: rows.count > ProjectList.length,
            kams: try colleagues().filter({ $0.role.worksWithClients }).map { Named(id: $0.id, name: $0.name) })
    }

    /// A project's page. Eight statements.
    package func projectSheet(_ id: Project.ID, on today: Day) throws -> ProjectSheet {
        let project = try project(id)
        guard let row = try projects(where: "p.id = ?", order: "p.id", [id.number], atMost: 1, on: today).first else {
            throw Refusal.notFound
        }
        return ProjectSheet(
            project: project, row: row,
            openSteps: try openMatters(where: "m.project_id = ?", [id.number], atMost: 200),
            doneSteps: try matters(
                where: "m.project_id = ? AND m.done_day IS NOT NULL", order: "m.done_day DESC, m.id DESC", [id.number],
                atMost: 50),
            expenses: try expenses(of: id), reviews: try reviews(of: id),
            interactions: try interactions(with: project.person.id, before: nil, atMost: 5),
            history: try changes(
                where: """
                    (subject = 'vip_project' AND record_id = ?1
                      OR subject = 'project_review' AND record_id IN (SELECT id FROM project_review WHERE project_id = ?1)
                      OR subject = 'project_expense' AND record_id IN (SELECT id FROM project_expense WHERE project_id = ?1))
                    """, [id.number], before: nil, atMost: 8))
    }

    /// The projects of a person, open ones first; at most 20.
    func projects(of person: Person.ID, on today: Day) throws -> [ProjectRow] {
        try projects(
            where: "p.person_id = ?", order: "p.closed_day IS NOT NULL, p.closed_day DESC, p.id DESC", [person.number],
            atMost: 20, on: today)
    }

    /// The projects with people of a client, open ones first; at most 50.
    func projects(at client: Client.ID, on today: Day) throws -> [ProjectRow] {
        try projects(
            where: "p.client_id = ?", order: "p.closed_day IS NOT NULL, p.closed_day DESC, p.id DESC", [client.number],
            atMost: 50, on: today)
    }

    /// The projects that stand still; first those where the manager's next look is the most overdue. At most `Standstill.most`.
    func stalledProjects(on today: Day) throws -> [Standstill] {
        let stalls = """
            \(ProjectRow.lookIn) < ?1 OR \(ProjectRow.moved) < ? OR NOT EXISTS (SELECT 1 FROM matter m
              WHERE m.project_id = p.id AND m.done_day IS NULL)
            """
        return try projects(
            where: "p.closed_day IS NULL AND (\(stalls))", order: "\(ProjectRow.lookIn), p.id",
            [(today - ProjectRow.patience).stored], atMost: Standstill.most, on: today
        ).map {
            Standstill(
                person: $0.person, client: $0.client,
                reason: .project(Named(id: $0.id, name: $0.goal), $0.standstill(on: today)))
        }
    }

    /// Projects as they stand on a day: `p` is the project, `k` is who holds the client, `r` is the review that gives the level.
    func projects(
        where condition: String, order: String, _ arguments: Values, atMost limit: Int, on today: Day
    ) throws -> [ProjectRow] {
        try rows(
            """
            SELECT p.id, e.id, e.name, c.id, c.name, p.goal, u.id, u.name, \(ProjectRow.level), \(ProjectRow.lookIn), p.due_day,
              p.closed_day, (SELECT count(*) FROM matter m WHERE m.project_id = p.id AND m.done_day IS NULL),
              (SELECT min(m.due_day) FROM matter m WHERE m.project_id = p.id AND m.done_day IS NULL),
              \(["estimated", "committed", "actual"].map {
                "(SELECT coalesce(sum(\($0)), 0) FROM project_expense x WHERE x.project_id = p.id)"
              }.joined(separator: ", ")),
              \(ProjectRow.moved)
            FROM vip_project p JOIN person_named e ON e.id = p.person_id JOIN client_named c ON c.id = p.client_id
            LEFT JOIN client_kam k ON k.id = (SELECT id FROM client_kam WHERE client_id = p.client_id AND from_day <= ?1
              AND coalesce(to_day, '9999-12-31') >= ?1)
            LEFT JOIN user u ON u.id = k.user_id
            LEFT JOIN project_review r ON r.id = (SELECT id FROM project_review WHERE project_id = p.id AND kam_id = k.user_id
              AND day >= k.from_day ORDER BY day DESC, id DESC LIMIT 1)
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """, [today.stored] + arguments
        ) {
            ProjectRow(
                id: $0.id(0), person: Named(id: $0.id(1), name: $0[2]), client: Named(id: $0.id(3), name: $0[4]),
                goal: $0[5], kam: $0.named(6), level: DevelopmentLevel(rawValue: $0[8])!, lookIn: $0.day(9),
                due: $0.optionalDay(10), closedOn: $0.optionalDay(11), openSteps: $0[12], nextStep: $0.optionalDay(13),
                budget: Budget(estimated: $0.money(14), committed: $0.money(15), actual: $0.money(16)),
                movedOn: $0.day(17))
        }
    }
}

extension ProjectRow {
    /// The day of the latest review, step or contact with the person; otherwise the first day.
    fileprivate static let moved = """
        max(p.from_day, coalesce((SELECT max(day) FROM project_review WHERE project_id = p.id), ''),
          coalesce((SELECT max(done_day) FROM matter m WHERE m.project_id = p.id), ''),
          coalesce((SELECT day FROM interaction_person WHERE person_id = p.person_id ORDER BY day DESC LIMIT 1), ''))
        """
    /// The level from the latest review of the client's present KAM since they took the client; otherwise D1.
    fileprivate static let level = "coalesce(r.level, 1)"
    /// When the manager looks in next: the day that the review names; otherwise the interval for D1, counted from the day on which the KAM
    /// got the project.
    fileprivate static let lookIn =
        "coalesce(r.next_day, date(max(p.from_day, coalesce(k.from_day, '')), '+\(DevelopmentLevel.d1.lookIn) days'))"
}
