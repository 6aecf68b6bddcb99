import Domain
import GRDB

extension ReadTransaction {
    /// How things stand with what the viewer answers for; nil for a viewer who does not see both dossiers and money. At most forty
    /// statements, whose cost does not grow with the history.
    func dashboard(on today: Day) throws -> Dashboard? {
        guard sight.map({ $0.seesDossier && $0.seesMoney }) ?? true else { return nil }
        let (role, kams) = (frame.viewer.role, sight?.kams)
        let kind: Dashboard.Kind =
            switch kams {
            case nil: role == .head ? .head : .director
            case let kams?: role.leads && kams.count > 1 ? .head : .kam
            }
        let team = try planningTeam()
        let plans = try rows(
            "SELECT \(PlanDraft.columns(of: "p")) FROM plan p WHERE p.year BETWEEN ?1 AND ?1 + 1 AND p.scope <> 'client' ORDER BY p.id",
            [today.year]
        ) { Plan($0) }
        // Next year's plans are agreed before it begins.
        let byYear = Dictionary(grouping: plans) { $0.draft.year }.mapValues { plans in
            Dictionary(grouping: plans) { $0.draft.scope }
        }
        let byScope = byYear[today.year] ?? [:]
        var falls: [Fall] = []
        let plan = try planGlance(byScope, team, kind, on: today, &falls)
        let authority = authority(on: today)
        let proposed = byYear.values.flatMap(\.values).compactMap(\.latest).filter {
            $0.draft.state == .proposed && authority.mayAgree(seen: $0.draft.scope)
        }.sorted { $0.id.number < $1.id.number }
        let tenders = try one(
            """
            SELECT count(*), coalesce(sum((SELECT sum(l.start) FROM tender_lot l
              WHERE l.tender_id = t.id AND coalesce(t.currency, ?1) = ?1)), 0) FROM tender t WHERE t.stage <> 'closed'
            """, [frame.currency.code]
        ) { ($0[0] as Int, $0.money(1)) }
        return Dashboard(
            kind: kind, plan: plan, falls: falls,
            proposed: try proposals(Array(proposed.prefix(Dashboard.mostProposals)), among: plans, team, on: today),
            debt: try debtGlance(kind, on: today),
            concentration: kind == .director ? try concentration(team, on: today) : nil,
            tenders: tenders)
    }

    /// What waits for the viewer's yes, and what it changes. At most six statements.
    private func proposals(_ proposed: [Plan], among plans: [Plan], _ team: PlanningTeam, on today: Day) throws
        -> [Proposal]
    {
        guard !proposed.isEmpty else { return [] }
        let held = proposed.map { plan in
            plans.filter { $0.draft.scope == plan.draft.scope && $0.draft.year == plan.draft.year }.inForce(on: today)
        }
        let targets = try wholeTargets(of: proposed + held.compactMap(\.self))
        let periods = try periods(of: today.year) + self.periods(of: today.year + 1)
        func year(_ plan: Plan) -> Int64? {
            let year = periods.first { $0.draft.kind == .year && $0.draft.from.year == plan.draft.year }
            return year.flatMap {
                TargetBook(targets[plan.id] ?? [], periods: periods).carried(PlanMeasure(.income), in: $0)
            }
        }
        return try zip(marked(proposed), held).map { plan, held in
            Proposal(
                plan: plan, name: try name(of: plan.draft.scope, team), before: held.flatMap(year), after: year(plan))
        }
    }

    /// What is overdue, who owes most of it, and how that grew. At most three statements.
    private func debtGlance(_ kind: Dashboard.Kind, on today: Day) throws -> DebtGlance {
        // The total that is kept is of all clients; who sees less sums what is owed to them.
        let sum =
            sight == nil ? "overdue FROM standing_total" : "coalesce(sum(overdue), 0) FROM standing WHERE overdue > 0"
        let (overdue, late) = try one(
            "SELECT (SELECT \(sum)), (SELECT coalesce(sum(late), 0) FROM standing WHERE late > 0)", []
        ) { ($0.money(0), $0.money(1)) }
        let rows = try rows(
            """
            SELECT c.id, c.name, s.overdue, (SELECT min(i.due_day) FROM invoice i
              WHERE i.client_id = s.client_id AND i.paid < i.amount AND i.is_disputed = 0)
            FROM standing s JOIN client c ON c.id = s.client_id WHERE s.overdue > 0 ORDER BY s.overdue DESC, s.client_id LIMIT ?
            """, [DebtGlance.most]
        ) { DebtGlance.Row(client: Named(id: $0.id(0), name: $0[1]), overdue: $0.money(2), since: $0.optionalDay(3)) }
        let trend = kind == .director ? try debtTrend(on: today, overdue) : []
        return DebtGlance(overdue: overdue, late: late, rows: rows, trend: trend)
    }

    /// What was open and overdue at the ends of the last months and is today. Nothing is billed or paid after today.
    private func debtTrend(on today: Day, _ overdue: Money) throws -> [DebtGlance.Point] {
        let this = Month(of: today)
        let points = try rows(
            """
            SELECT e.value, (SELECT coalesce(sum(m.billed - m.settled), 0) FROM debt_month m WHERE m.month <= e.value),
              (SELECT coalesce(sum(m.fell - m.cured), 0) FROM debt_month m WHERE m.month <= e.value)
            FROM json_each(?) e
            """, [jsonList((0...DebtGlance.months).map { Int64((this - DebtGlance.months + $0).number) })]
        ) { (month: $0[0] as Int, open: $0.money(1), overdue: $0.money(2)) }
        guard points.contains(where: { $0.open != .zero || $0.overdue != .zero }) else { return [] }
        return points.map { point in
            point.month == this.number
                ? DebtGlance.Point(day: today, open: point.open, overdue: overdue)
                : DebtGlance.Point(
                    day: (this - (this.number - point.month) + 1).first - 1, open: point.open, overdue: point.overdue)
        }
    }
}
