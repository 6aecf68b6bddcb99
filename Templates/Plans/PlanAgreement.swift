import Domain
import Routes

/// What can be done with the versions that are shown.
func agreementSheet(_ grid: PlanGrid, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = grid.rows.filter { $0.plan != nil }
    guard !rows.isEmpty else { return .none }
    let columns = [
        Column(l("Plan"), .name), Column(l("Version"), .number), Column(l("State")), Column(l("Day"), .number),
        Column(l("Reason"), .words),
        .acts(l("Plan")),
    ]
    return sheet(
        l("Agreement"), note: l("an agreed plan changes only by a new version"),
        table(l("Agreement"), columns, rows) { row in
            guard let plan = row.plan else { return [] }
            let day = plan.draft.agreedOn ?? plan.draft.proposedOn
            return [
                "\(row.name)", "\(String(plan.draft.edition))", "\(l.word(plan.draft.state))",
                "\(day.map { c.day($0) } ?? "")", "\(plan.draft.reason ?? "")",
                planActs(plan, row.name, row.mayPlan, row.mayAgree, c),
            ]
        })
}

/// The next step of a version.
func planActs(_ plan: Plan, _ name: String, _ mayPlan: Bool, _ mayAgree: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    guard !c.isPaper else { return .none }
    switch plan.draft.state {
    case .draft where mayPlan && !mayAgree:
        return actButton(
            .plans(.propose(plan.id)), l("Propose"), label: l("Propose: \(name)"), version: plan.version, returns: true,
            c)
    case .draft where mayAgree, .proposed where mayAgree:
        return actButton(
            .plans(.agree(plan.id)), l("Agree"), label: l("Agree: \(name)"), version: plan.version, returns: true, c)
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
