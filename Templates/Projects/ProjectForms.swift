import Domain
import Routes

/// The form for a new project with a person. If they hold no post, a link to add one.
package func newProjectForm(_ person: Named<Person>, _ clients: [Named<Client>], _ state: FormState, _ c: Chrome)
    -> HTML
{
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.people(.sheet(person.id)))
    let title = l("Begin a VIP project")
    let body: HTML =
        clients.isEmpty
        ? emptyNote(
            l("A project is with a person at a client where they hold a post."),
            "<p>\(button(l("Add a post"), c.link(.people(.newPost(person.id)))))</p>")
        : f.form(
            .projects(.begin(person.id)), back: back,
            """
            \(f.choice("client", l("At the client"), clients.map { (String($0.id.number), $0.name) }))
            \(goalFields(f, l))
            """)
    return layout(title, c, "\(trail(person.name, back))\(head(title))\(body)")
}

package func projectForm(_ project: Project, _ state: FormState, _ c: Chrome) -> HTML {
    let f = FormWriter(state, c)
    return ofProject(
        c.language("Edit the project"), project, .projects(.change(project.id)), f, c,
        goalFields(f, c.language), delete: .delete(project.id))
}

private func goalFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("goal", l("Goal"), required: true, hint: l("What we want to reach with this person.")))
    \(f.area("measure", l("How we'll know"), rows: 2))
    \(f.day("from", l("Begun")))
    \(f.day("due", l("By when")))
    """
}

package func closingForm(_ project: Project, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return ofProject(
        l("Close the project"), project, .projects(.close(project.id)), f, c,
        """
        \(f.day("day", l("Closed on"), required: true))
        \(f.area("outcome", l("What came of it"), rows: 4))
        """)
}

package func stepForm(_ project: Project, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return ofProject(
        l("Add a step"), project, .projects(.addStep(project.id)), f, c,
        """
        \(f.choice("side", l("Who promised"), Side.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("text", l("What"), required: true))
        \(f.day("due", l("Due day")))
        """)
}

package func expenseForm(_ expense: Expense?, _ project: Project, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return ofProject(
        expense == nil ? l("Add to the budget") : l("Edit the budget line"), project,
        .projects(expense.map { .changeExpense($0.id) } ?? .addExpense(project.id)), f, c,
        """
        \(f.text("purpose", l("Purpose"), required: true, hint: l("What the money is for, and why it serves the goal.")))
        \(f.text("estimated", l("Estimated, \(c.currency.symbol)"), required: true, hint: l("Another purpose, or a higher estimate, is approved anew."), width: "narrow"))
        \(f.text("committed", l("Committed, \(c.currency.symbol)"), hint: l("What we are bound to pay, once a manager has approved."), width: "narrow"))
        \(f.text("actual", l("Actual, \(c.currency.symbol)"), hint: l("What was spent."), width: "narrow"))
        """, delete: expense.map { .deleteExpense($0.id) })
}

/// A form of a project, with a link back to its page.
private func ofProject(
    _ title: String, _ project: Project, _ action: Action, _ f: FormWriter, _ c: Chrome, _ fields: HTML,
    delete: ProjectRoute? = nil
) -> HTML {
    partForm(
        title, of: project.draft.goal, .projects(.sheet(project.id)), action, f, c, fields,
        delete: delete.map { .projects($0) })
}

/// A joint review; the first one is the joint setting of goals. The KAM and a manager fill in this page together, on the screen or on
/// paper. Only whoever decides at the client may save it.
package func jointReviewForm(_ page: ProjectSheet, maySave: Bool, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let project = page.project
    let back = c.link(.projects(.sheet(project.id)))
    let title = page.reviews.isEmpty ? l("Joint setting of goals") : l("Joint review")
    let fields: HTML = """
        <fieldset><legend>\(l("Goal"))</legend>\(goalFields(f, l))</fieldset>
        \(plan(page, f, c))
        \(if: !page.expenses.isEmpty, budget(page, c))
        <fieldset><legend>\(l("The KAM on this project"))</legend>
        \(levels(c))
        \(f.choice("level", l("Level"), DevelopmentLevel.allCases.map { (String($0.rawValue), l.word($0)) }))
        \(wordFields(f, l))
        \(dayFields(f, l))
        </fieldset>
        """
    return layout(
        "\(title): \(project.person.name)", c,
        """
        \(trail(project.draft.goal, back))
        \(head(title, actions: printButton(l)))
        <p class="quiet under">\(personLink(project.person, c)) · \(clientLink(project.client, c)) · \
        \(page.row.kam.map { l("run by \($0.name)") } ?? l("run by nobody")) · \(l.word(page.row.level))</p>
        \(maySave && c.mayEdit
            ? f.form(.projects(.review(project.id)), back: back, save: l("Save the review"), fields)
            : """
                <p class="notice">\(l("A head or a director who does not run the project saves the review, with the KAM beside them. Print it, and fill it in together."))</p>
                <div class="form"><fieldset class="readonly" disabled>\(fields)</fieldset></div>
                """)
        """)
}

/// The form that corrects the text of a review.
package func reviewForm(_ review: Review, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let mayDelete = c.may(.lead) && review.kam.id != c.frame.viewer.id
    return ofProject(
        l("Correct the review"), review.project, .projects(.changeReview(review.id)), f, c,
        """
        <p class="quiet">\(l.word(review.draft.level)) · \(l("Another level needs another review."))</p>
        \(wordFields(f, l))\(dayFields(f, l))
        """, delete: mayDelete ? .deleteReview(review.id) : nil)
}

private func wordFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.area("shown", l("Evidence"), rows: 3, hint: l("What the KAM can do and wants to do on this project, as both have seen it.")))
    \(f.area("agreed", l("Agreed"), rows: 3, hint: l("What each of the two does before the next check-in.")))
    """
}

private func dayFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.day("day", l("Day"), required: true))
    \(f.day("next", l("Next check-in"), hint: l("If left empty, the level sets the date.")))
    """
}

/// The open steps, and rows for new ones.
private func plan(_ page: ProjectSheet, _ f: FormWriter, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <fieldset><legend>\(l("Plan"))</legend>
        \(if: !page.openSteps.isEmpty, "<ul>\(each: page.openSteps, { "<li>\($0.text) <small class=\"quiet\">\(dueText($0, c))</small></li>" })</ul>")
        \(each: Array(1...MatterDraft.rowsInForm), { matterFields($0, f, l) })
        </fieldset>
        """
}

private func budget(_ page: ProjectSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <fieldset><legend>\(l("Budget"))</legend>
        <ul>\(each: page.expenses, { "<li>\($0.draft.purpose): \(c.money($0.draft.estimated))\(ifLet: $0.draft.actual, { ", \(l("spent \(c.money($0))"))" })</li>" })</ul>
        </fieldset>
        """
}

/// What the levels mean, and how a manager leads at each level.
private func levels(_ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("What the levels mean"),
        [
            Column(l("Level"), .name), Column(l("Evidence"), .words), Column(l("The style that fits"), .words),
            Column(l("Check-ins")),
        ], DevelopmentLevel.allCases
    ) { level in
        [
            "D\(level.rawValue)", "\(l.sign(of: level))", "\(l.word(level.style))",
            "\(l("every \(level.lookIn) days"))",
        ]
    }
}
