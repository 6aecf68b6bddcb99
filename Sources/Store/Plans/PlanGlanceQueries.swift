import Domain
import GRDB

extension ReadTransaction {
    /// Where the income of the present quarter stands; nil if nothing is planned for it that the viewer sees. One statement then, and at most
    /// nine if there is a plan.
    func planGlance(on today: Day) throws -> PlanGlance? {
        let measure = PlanMeasure(.income)
        guard sight?.seesDossier ?? true else { return nil }
        let plans = try rows(
            "SELECT \(PlanDraft.columns(of: "p")) FROM plan p WHERE p.year = ? AND p.scope <> 'client' ORDER BY p.id",
            [today.year]
        ) { Plan($0) }
        guard !plans.isEmpty else { return nil }
        let periods = try periods(of: today.year)
        let quarters = periods.filter { $0.draft.kind == .quarter || $0.draft.kind == .other }
        guard let period = quarters.first(where: { $0.draft.span.contains(today) }) else { return nil }
        let team = try planningTeam()
        let byScope = Dictionary(grouping: plans) { $0.draft.scope }
        let shown = byScope.compactMapValues { $0.inForce(on: today) ?? $0.latest }
        let targets = Dictionary(
            grouping: try rows(
                """
                SELECT \(TargetDraft.columns(of: "t")) FROM json_each(?) e CROSS JOIN plan_target t ON t.plan_id = e.value
                WHERE t.metric = 'income' AND t.group_id IS NULL AND t.channel = 'both'
                """, [jsonList(shown.values.map(\.id.number))]
            ) { PlanTarget($0) }, by: \.draft.plan)
        let calendar = try workCalendar()
        let span = period.draft.span
        let (gone, days) = (
            calendar.workingDays(from: span.from, to: today), calendar.workingDays(from: span.from, to: span.to)
        )
        let actuals = PlanActuals(.income, try soldParts(measure, in: [span]), departments: team.departments)
        let names =
            [(PlanScope.company, frame.desk.name)] + team.names.map { (.department($0.id), $0.name) }
            + team.colleagues.map { (.kam($0.id), $0.name) }
        let rows = names.compactMap { scope, name -> PlanGlance.Row? in
            guard team.seesWhole(scope, sight), let plan = shown[scope],
                let target = TargetBook(targets[plan.id] ?? [], periods: periods).target(measure, in: period),
                let pace = Pace(
                    actual: actuals.value(of: scope, in: 0), plan: target, gone: Int64(gone), all: Int64(days))
            else { return nil }
            return PlanGlance.Row(scope: scope, name: name, pace: pace)
        }
        let authority = authority(on: today)
        let waiting = byScope.values.compactMap(\.latest).count {
            $0.draft.state == .proposed && authority.mayAgree(seen: $0.draft.scope)
        }
        guard !rows.isEmpty || waiting > 0 else { return nil }
        return PlanGlance(period: period, gone: gone, days: days, rows: rows, waiting: waiting)
    }
}
