import Domain
import Routes

package func projectPage(_ page: ProjectSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let parts = ProjectParts(page: page, c: c)
    return layout(
        "\(page.project.person.name): \(page.project.draft.goal)", c,
        """
        \(trail(l("VIP projects"), c.link(.projects(.list(ProjectListQuery())))))
        \(head(page.project.draft.goal, badges: parts.badges, actions: parts.actions))
        <p class="quiet under">\(personLink(page.project.person, c)) · \(clientLink(page.project.client, c)) · \
        \(page.row.kam.map { l("run by \($0.name)") } ?? l("run by nobody"))</p>
        \(parts.standstill)
        <div class="cols"><div>
        \(parts.goal)
        \(parts.steps)
        \(parts.budget)
        </div><div>
        \(parts.reviews)
        \(sheet(
            l("Interactions with the person"),
            page.interactions.isEmpty
                ? emptyNote(l("No call, visit or meeting is logged yet."))
                : "\(each: page.interactions, { interactionRow($0, withClient: true, c) })"))
        \(historySheet(page.history, all: .people(.history(page.project.person.id, HistoryQuery())), c))
        </div></div>
        """)
}

/// The parts of a project's page.
private struct ProjectParts {
    let page: ProjectSheet
    let c: Chrome

    private var l: Language { c.language }
    private var project: Project { page.project }
    private var isOpen: Bool { project.closing == nil }

    var badges: HTML {
        let level = isOpen ? l.word(page.row.level) : l("closed")
        return "<span class=\"badge key\">\(level)</span>"
    }

    var actions: HTML {
        guard c.mayEdit else { return printButton(l) }
        guard isOpen else {
            return """
                \(printButton(l)) <form class="act" method="post" action="\(c.action(.projects(.reopen(project.id))))">\(hidden(c))\
                <button class="button">\(l("Resume the project"))</button></form>
                """
        }
        return """
            \(button(l("Joint review"), c.link(.projects(.newReview(project.id))), main: true)) \
            \(button(l("Close"), c.link(.projects(.close(project.id))))) \
            \(button(l("Edit"), c.link(.projects(.edit(project.id))), key: "E")) \(printButton(l))
            """
    }

    /// Why the project does not move, if so.
    var standstill: HTML {
        let stalls = page.row.standstill(on: c.today)
        guard !stalls.isEmpty else { return .none }
        return "<p class=\"notice\">\(stalls.map { l.word($0, c) }.joined(separator: " · "))</p>"
    }

    var goal: HTML {
        let draft = project.draft
        let facts: [(String, String?)] = [
            (l("How we'll know"), draft.measure), (l("Begun"), c.day(draft.from)),
            (l("By when"), draft.due.map { c.day($0) }), (l("Closed on"), project.closing.map { c.day($0.day) }),
            (l("What came of it"), project.closing?.outcome),
            (l("Next check-in"), isOpen ? c.day(page.row.lookIn) : nil),
            (l("The style that fits"), isOpen ? l.word(page.row.level.style) : nil),
        ]
        return sheet(
            l("Goal"),
            """
            <dl class="body facts">\(each: facts.filter { $0.1 != nil }, {
            "<div><dt>\($0.0)</dt><dd class=\"note\">\($0.1 ?? "")</dd></div>"
            })</dl>
            """)
    }

    var steps: HTML {
        let add: HTML =
            c.mayEdit && isOpen
            ? "<p class=\"body buttons\">\(button(l("Add a step"), c.link(.projects(.newStep(project.id)))))</p>"
            : .none
        let all = page.openSteps + page.doneSteps
        return sheet(
            l("Plan"), note: all.isEmpty ? nil : l("\(page.doneSteps.count) of \(all.count) steps done"),
            all.isEmpty
                ? "\(emptyNote(l("No step yet: who does what, and by when?")))\(add)"
                : "\(each: all, { matterRow($0, withClient: false, c) })\(add)")
    }

    var budget: HTML {
        let add: HTML =
            c.mayEdit && isOpen
            ? "<p class=\"body buttons\">\(button(l("Add to the budget"), c.link(.projects(.newExpense(project.id)))))</p>"
            : .none
        guard !page.expenses.isEmpty else {
            return sheet(
                l("Budget"),
                "\(emptyNote(l("Nothing is planned to be spent. Each line has a purpose, and is approved by a manager before anything is committed.")))\(add)"
            )
        }
        let sum = page.row.budget
        return sheet(
            l("Budget"),
            """
            \(table(
                l("Budget"),
                [
                    Column(l("Purpose"), .name), Column(l("Estimated, \(c.currency.symbol)"), .number),
                    Column(l("Committed, \(c.currency.symbol)"), .number), Column(l("Actual, \(c.currency.symbol)"), .number),
                    Column(l("Approved by")),
                ], page.expenses,
                foot: [
                    "\(l("Total"))", "\(c.amount(sum.estimated))", "\(c.amount(sum.committed))",
                    alarming("\(c.amount(sum.actual))", if: sum.actual > sum.estimated), .none,
                ], expense))
            \(add)
            """)
    }

    private func expense(_ row: ExpenseRow) -> [HTML] {
        let isOver = row.draft.actual.map { $0 > row.draft.estimated } ?? false
        return [
            c.mayEdit
                ? anchor(row.draft.purpose, .projects(.editExpense(row.id)), quietly: true, c)
                : "\(row.draft.purpose)",
            "\(c.amount(row.draft.estimated))", "\(row.draft.committed.map(c.amount) ?? "")",
            alarming("\(row.draft.actual.map(c.amount) ?? "")", if: isOver), approval(row),
        ]
    }

    /// Who approved an expense. If nobody has, a button for those who may.
    private func approval(_ row: ExpenseRow) -> HTML {
        let isMine = page.row.kam?.id == c.frame.viewer.id
        guard let approval = row.approval else {
            return c.may(.lead) && !isMine && isOpen
                ? actButton(
                    .projects(.approve(row.id)), l("Approve"), label: l("Approve: \(row.draft.purpose)"),
                    version: row.version, c)
                : "<span class=\"quiet\">\(l("waits for a manager"))</span>"
        }
        let isFree = row.draft.committed == nil && row.draft.actual == nil
        let undo: HTML =
            c.may(.lead) && !isMine && isFree
            ? actButton(
                .projects(.withdraw(row.id)), l("Withdraw"), label: l("Withdraw: \(row.draft.purpose)"),
                version: row.version, c) : .none
        return "\(approval.by.name) <small class=\"quiet\">\(c.day(approval.day))</small>\(undo)"
    }

    var reviews: HTML {
        guard !page.reviews.isEmpty else {
            return sheet(
                l("Joint reviews"),
                emptyNote(
                    l(
                        "Not reviewed yet: the KAM is at D1. Before the project starts the KAM and a manager set its goals together, in detail."
                    ),
                    c.mayEdit && isOpen
                        ? "<p>\(button(l("Set the goals together"), c.link(.projects(.newReview(project.id)))))</p>"
                        : .none))
        }
        return sheet(l("Joint reviews"), "<ul class=\"said\">\(each: page.reviews, review)</ul>")
    }

    private func review(_ row: ReviewRow) -> HTML {
        let isOurs = [row.kam.id, row.manager.id].contains(c.frame.viewer.id)
        let edit: HTML =
            c.mayEdit && isOurs ? " · <a href=\"\(c.link(.projects(.editReview(row.id))))\">\(l("Edit"))</a>" : .none
        return """
            <li><b>D\(row.level.rawValue)</b> \(row.shown)\(ifLet: row.agreed, { "<br>\(l("Agreed: \($0)"))" })\
            <small class="quiet"> \(c.day(row.day)), \(l("\(row.kam.name) with \(row.manager.name)")), \(l("next check-in \(c.day(row.next))"))\(edit)</small></li>
            """
    }
}
