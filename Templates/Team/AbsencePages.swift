import Domain
import Routes

/// Who stands in for whom, and the form for a new absence for those who may add one.
package func absencesPage(_ rows: [AbsenceRow], _ colleagues: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Absences"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Absences")))
        <p class="quiet">\(l("An absence gives the deputy access to the absent colleague's clients from its first day to its last: it begins and ends by itself."))</p>
        \(rows.isEmpty ? sheet(l("Absences"), emptyNote(l("Nobody is absent, and no absence is planned."))) : absenceSheet(rows, c))
        \(if: c.may(.lead), """
            <div class="unprinted">\(sheet(
                l("A new absence"),
                "<div class=\"body\">\(absenceForm(.orderAbsence, colleagues, state, c))</div>"))</div>
            """)
        """)
}

func absenceSheet(_ rows: [AbsenceRow], _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Authorisation"), .name), Column(l("Absent")), Column(l("Deputy")), Column(l("From"), .number),
        Column(l("To"), .number),
    ]
    return sheet(
        l("Absences"),
        table(
            l("Absences"), c.may(.lead) ? columns + [.acts(l("Edit"))] : columns, rows, { cells($0, c) }))
}

private func cells(_ row: AbsenceRow, _ c: Chrome) -> [HTML] {
    let l = c.language
    return [
        "\(row.number)\(if: row.holds(on: c.today), " <span class=\"badge key\">\(l("now"))</span>")",
        "\(shortName(row.user.name))", "\(shortName(row.deputy.name))", "\(c.day(row.from))", "\(c.day(row.to))",
        c.may(.lead)
            ? actLink(l("Edit"), label: l("Edit: \(row.number)"), .team(.absence(row.id)), c)
            : .none,
    ]
}

package func absenceFormPage(_ id: Absence.ID, _ colleagues: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Absence"), c,
        """
        \(trail(l("Absences"), c.link(.team(.absences))))
        \(head(l("Absence")))
        \(absenceForm(.changeAbsence(id), colleagues, state, c))
        \(FormWriter(FormState(version: state.version), c).plainForm(.team(.deleteAbsence(id)), save: l("Cancel the absence"), .none))
        """)
}

private func absenceForm(_ action: TeamAction, _ colleagues: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let people = colleagues.filter(\.isActive).map { (value: String($0.id.number), word: $0.name) }
    return f.form(
        .team(action), back: c.link(.team(.absences)),
        """
        \(f.text("number", l("Authorisation number"), required: true, width: "narrow"))
        \(f.choice("user", l("Absent"), none: l("choose"), people))
        \(f.choice("deputy", l("Deputy"), none: l("choose"), people))
        \(f.day("from", l("From"), required: true))
        \(f.day("to", l("To"), required: true))
        """)
}
