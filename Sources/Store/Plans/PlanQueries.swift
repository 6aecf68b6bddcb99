import Domain
import GRDB

extension ReadTransaction {
    /// The targets of one measure in the periods of a year. At most thirteen statements, however many rows there are.
    package func planGrid(_ query: PlanGridQuery, on today: Day) throws -> PlanGrid {
        try planGrid(query, on: today, by: sight)
    }

    /// The same as a sight shows it.
    func planGrid(_ query: PlanGridQuery, on today: Day, by sight: Sight?) throws -> PlanGrid {
        let periods = try periods(of: query.year)
        let columns = periods.filter { $0.draft.kind == query.kind }
        let spans = columns.map(\.draft.span.yearBefore)
        let team = try planningTeam()
        let parts = try actualParts(query.measure, in: spans, byClient: query.of != nil)
        let actuals = PlanActuals(query.measure.metric, parts, departments: team.departments)
        let plans = Dictionary(grouping: try plans(of: query.year, withClients: query.of != nil)) { $0.draft.scope }
        let latest = Dictionary(
            try marked(plans.values.compactMap(\.latest)).map { ($0.draft.scope, $0) }
        ) { first, _ in first }
        let holding = plans.compactMapValues { $0.inForce(on: today) }
        let shown = Set(latest.values.map(\.id)).union(holding.values.map(\.id))
        let targets = Dictionary(
            grouping: try targets(of: shown.sorted { $0.number < $1.number }, query.measure), by: \.draft.plan)
        guard sight?.seesDossier ?? true else {
            return PlanGrid(query: query, columns: columns, rows: [], groups: [])
        }
        let scopes =
            try query.of.map { try clientScopes(of: $0, team, sight, on: today) }
            ?? teamScopes(team, actuals, latest, sight)
        let authority = Authority(read: self, sight: sight, absent: { _ in nil }, today: today)
        let rows = try scopes.map { scope, name, depth in
            func byColumn(_ plan: Plan?) -> [PlanTarget?] {
                let found = Dictionary(
                    (plan.flatMap { targets[$0.id] } ?? []).map { ($0.draft.period, $0) }
                ) { first, _ in first }
                return columns.map { found[$0.id] }
            }
            let plan = latest[scope]
            var row = PlanGrid.Row(
                scope: scope, name: name, depth: depth, plan: plan, targets: byColumn(plan),
                lastYear: team.seesWhole(scope, sight)
                    ? columns.indices.map { actuals.value(of: scope, in: $0) } : nil,
                mayPlan: authority.mayPlan(seen: scope), mayAgree: authority.mayAgree(seen: scope))
            if let plan {
                let book = TargetBook(targets[plan.id] ?? [], periods: periods)
                row.summed = columns.indices.map { column in
                    row.targets[column] == nil ? book.target(query.measure, in: columns[column]) : nil
                }
            }
            if let held = holding[scope], held.id != plan?.id {
                row.inForce = held
                row.valuesInForce = byColumn(held).map { $0?.draft.value }
            }
            return row
        }
        var grid = PlanGrid(query: query, columns: columns, rows: rows, groups: try namedGroups())
        let kinds = Dictionary(periods.map { ($0.id, $0.draft.kind) }) { first, _ in first }
        let planned = Set(
            rows.compactMap(\.plan).flatMap { targets[$0.id] ?? [] }.compactMap { kinds[$0.draft.period] })
        grid.otherKinds = PeriodKind.allCases.filter { $0 != query.kind && planned.contains($0) }
        return grid
    }

    /// The periods that begin in a year. One statement.
    func periods(of year: Int) throws -> [PlanPeriod] {
        try rows(
            """
            SELECT \(PeriodDraft.columns(of: "p")) FROM plan_period p WHERE p.from_day BETWEEN ? AND ?
            ORDER BY p.from_day, p.to_day DESC, p.id
            """, ["\(year)-01-01", "\(year)-12-31"]
        ) { PlanPeriod($0) }
    }

    /// The years that have periods, and the present one.
    package func planYears(on today: Day) throws -> [Int] {
        let years = try rows("SELECT DISTINCT CAST(substr(from_day, 1, 4) AS INTEGER) FROM plan_period ORDER BY 1") {
            $0[0] as Int
        }
        return years.contains(today.year) ? years : (years + [today.year]).sorted()
    }

    package func namedGroups() throws -> [Named<ProductGroup>] {
        try rows("SELECT id, name FROM product_group ORDER BY name LIMIT 500") { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The versions of a year's plans. There are many of clients, so they are left out where nobody looks at them.
    private func plans(of year: Int, withClients: Bool) throws -> [Plan] {
        try rows(
            "SELECT \(PlanDraft.columns(of: "p")) FROM plan p WHERE p.year = ? AND (p.scope <> 'client' OR ?) ORDER BY p.id",
            [year, withClients ? 1 : 0]
        ) { Plan($0) }
    }

    private func targets(of plans: [Plan.ID], _ measure: PlanMeasure) throws -> [PlanTarget] {
        try rows(
            """
            SELECT \(TargetDraft.columns(of: "t")) FROM json_each(?) e CROSS JOIN plan_target t ON t.plan_id = e.value
            WHERE t.metric = ? AND t.channel = ? AND coalesce(t.group_id, 0) = ?
            """,
            [
                jsonList(plans.map(\.number)), measure.metric.rawValue, measure.channel.rawValue,
                measure.group?.number ?? 0,
            ]
        ) { PlanTarget($0) }
    }

    /// The company, its departments and their colleagues: those who hold clients, sold something or have a plan. Only the rows that the
    /// viewer may see.
    private func teamScopes(
        _ team: PlanningTeam, _ actuals: PlanActuals, _ plans: [PlanScope: Plan], _ sight: Sight?
    ) -> [(PlanScope, String, Int)] {
        let sold = actuals.users
        let kams = team.colleagues.filter { user in
            guard sight?.kams?.contains(user.id) ?? true else { return false }
            return user.isActive && user.role == .kam || sold.contains(user.id) || plans[.kam(user.id)] != nil
        }
        let company: [(PlanScope, String, Int)] = sight?.kams == nil ? [(.company, frame.desk.name, 0)] : []
        let top = company.count
        let inDepartments = team.names.filter { team.sees(.department($0.id), sight) }.flatMap { department in
            let members = kams.filter { $0.department?.id == department.id }
            return members.isEmpty && plans[.department(department.id)] == nil
                ? []
                : [(PlanScope.department(department.id), department.name, top)]
                    + members.map { (.kam($0.id), $0.name, top + 1) }
        }
        return company + inDepartments + kams.filter { $0.department == nil }.map { (.kam($0.id), $0.name, top) }
    }

    /// A colleague, and the clients that they hold today.
    private func clientScopes(of user: User.ID, _ team: PlanningTeam, _ sight: Sight?, on today: Day) throws -> [(
        PlanScope, String, Int
    )] {
        guard let kam = team.colleagues.first(where: { $0.id == user }), team.sees(.kam(user), sight) else {
            throw Refusal.notFound
        }
        let clients = try rows(
            """
            SELECT c.id, coalesce(c.short_name, c.name) FROM client_kam k JOIN client c ON c.id = k.client_id
            WHERE k.user_id = ?1 AND k.from_day <= ?2 AND coalesce(k.to_day, '9999-12-31') >= ?2 ORDER BY c.sort_name, c.id
            """, [user.number, today.stored]
        ) { (PlanScope.client($0.id(0)), $0[1] as String, 1) }
        return [(.kam(user), kam.name, 0)] + clients
    }

    /// The colleagues and departments of the desk. Two statements.
    func planningTeam() throws -> PlanningTeam {
        PlanningTeam(
            colleagues: try colleagues(),
            names: try rows("SELECT id, name FROM department ORDER BY name LIMIT 500") {
                Named(id: $0.id(0), name: $0[1])
            },
            hidesSome: try sight?.seesConfidential == false
                && count("SELECT count(*) FROM (SELECT 1 FROM main.client WHERE is_confidential = 1 LIMIT 1)") > 0)
    }
}

/// The colleagues and departments for whom something is planned.
struct PlanningTeam {
    var colleagues: [User]
    var names: [Named<Department>]
    /// True if there are confidential clients, of whom the viewer sees nothing.
    var hidesSome: Bool

    var departments: [User.ID: ID<Department>] {
        Dictionary(colleagues.compactMap { user in user.department.map { (user.id, $0.id) } }) { first, _ in first }
    }

    /// The name of a department or a colleague; nil for the company, a client and whom it does not know.
    func name(_ scope: PlanScope) -> String? {
        switch scope {
        case .company, .client: nil
        case .department(let id): names.first { $0.id == id }?.name
        case .kam(let id): colleagues.first { $0.id == id }?.name
        }
    }

    func members(of department: ID<Department>) -> [User.ID] {
        colleagues.filter { $0.department?.id == department }.map(\.id)
    }

    /// True if a viewer sees what a scope is to reach; a client that they could read is seen.
    func sees(_ scope: PlanScope, _ sight: Sight?) -> Bool {
        guard let kams = sight?.kams else { return true }
        return switch scope {
        case .company: false
        case .department(let id): members(of: id).contains(where: kams.contains)
        case .kam(let id): kams.contains(id)
        case .client: true
        }
    }

    /// True if a viewer knows what a scope sells altogether: a KAM knows it of their department.
    func knowsTotal(_ scope: PlanScope, _ sight: Sight?, _ viewer: Viewer) -> Bool {
        if seesWhole(scope, sight) { return true }
        guard case .department(let id) = scope, let sight else { return false }
        return viewer.department == id && sight.seesConfidential && sight.seesMoney
    }

    /// True if a viewer sees all that a scope sells.
    func seesWhole(_ scope: PlanScope, _ sight: Sight?) -> Bool {
        covers(scope, sight) && (!hidesSome || scope.level == .client)
    }

    /// True if a viewer sees what every colleague of a scope sells, but for confidential clients.
    func covers(_ scope: PlanScope, _ sight: Sight?) -> Bool {
        guard let kams = sight?.kams, case .department(let id) = scope else { return sees(scope, sight) }
        return members(of: id).allSatisfy(kams.contains)
    }
}
