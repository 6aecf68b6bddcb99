import Domain
import Routes

/// What can be done with the versions that are shown.
func agreementSheet(_ grid: PlanGrid, _ f: FormWriter?, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = grid.rows.filter { $0.plan != nil }
    guard !rows.isEmpty else { return .none }
    let columns = [
        Column(l("Plan"), .name), Column(l("Version"), .number), Column(l("State")), Column(l("Day"), .number),
        Column(l("Reason"), .words),
        .acts(l("Plan")),
    ]
    let versions = table(l("Agreement"), columns, rows) { row in
        guard let plan = row.plan else { return [] }
        let day = plan.draft.agreedOn ?? plan.draft.proposedOn
        return [
            "\(row.name)", "\(String(plan.draft.edition))", "\(l.word(plan.draft.state))",
            "\(day.map { c.day($0) } ?? "")", "\(plan.draft.reason ?? "")",
            planActs(plan, row.name, row.mayPlan, row.mayAgree, f, c),
        ]
    }
    return sheet(
        l("Agreement"), note: l("an agreed plan changes only by a new version"),
        "<div class=\"agreed\">\(versions)</div>")
}

/// The next step of a version. `f`: the form of the grid beside it, whose cells are saved first.
func planActs(
    _ plan: Plan, _ name: String, _ mayPlan: Bool, _ mayAgree: Bool, _ f: FormWriter?, _ c: Chrome
) -> HTML {
    let l = c.language
    guard !c.isPaper else { return .none }
    func button(_ action: PlanAction, _ word: String, _ label: String) -> HTML {
        f?.button(.plans(action), word, label: label, mark: plan.mark)
            ?? actButton(.plans(action), word, label: label, version: plan.mark, returns: true, c)
    }
    // Only a version that nobody has agreed can be dropped.
    let drop: HTML =
        mayPlan ? " \(actLink(l("Drop"), label: l("Drop: \(name)"), .plans(.delete(plan.id)), c))" : .none
    switch plan.draft.state {
    case .draft where mayPlan && !mayAgree:
        return "\(button(.propose(plan.id), l("Propose"), l("Propose: \(name)")))\(drop)"
    case .draft where mayAgree, .proposed where mayAgree:
        return "\(button(.agree(plan.id), l("Agree"), l("Agree: \(name)")))\(drop)"
    case .proposed where mayPlan: return drop
    case .agreed where mayPlan:
        return actLink(l("New version"), label: l("New version: \(name)"), .plans(.revise(plan.id)), c)
    default: return .none
    }
}

/// Asks why an agreed plan changes.
package func planRevisionForm(_ plan: Plan, of name: String, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return partForm(
        l("New version: \(name)"), of: l("Plans of \(String(plan.draft.year))"),
        .plans(.grid(PlanGridChoice(year: plan.draft.year))),
        .plans(.revise(plan.id)), f, c, save: l("Begin the new version"),
        f.area(
            "reason", l("Reason"), rows: 3,
            hint: l("What changed since it was agreed. The version before it stays in force until this one is agreed."))
    )
}
