import Domain
import Routes

/// The yearly review with a client: an agenda from what is open, which prints, and below it the form for what was decided.
package func reviewPage(_ agenda: ReviewAgenda, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let title = l("Yearly review with \(agenda.client.name)")
    let last: HTML =
        agenda.last.map { row in
            "\(l("The last one was on \(c.day(row.draft.day)):")) <b>\(row.draft.text)</b>. \(ifLet: row.draft.due, { "<b>\(l("The next one is on \(c.day($0))."))</b>" })"
        } ?? "\(l("None was held yet."))"
    let groups: [StrategyTopic.Group] = [.complaint, .wish, .risk, .objection, .defence]
    let seen = c.asOf(c.today)
    return layout(
        title, c,
        """
        \(trail(agenda.client.name, c.link(.strategy(.sheet(agenda.client.id)))))
        \(head(title, actions: printButton(main: true, l)))
        \(answer("\(last) \(l("On the agenda: \(l.number(agenda.matters.count)) promises, \(l.number(agenda.stale.count)) things to ask anew."))"))
        \(strategySheet(.objective, agenda.strategy, seen, side: .ours))
        \(strategySheet(.objective, agenda.strategy, seen, side: .theirs))
        \(matters(agenda, c))
        \(each: groups, { strategySheet($0, agenda.strategy, seen) })
        \(stale(agenda, c))
        \(investmentPanel(agenda.strategy.programme, of: agenda.client.id, seen))
        \(if: c.mayEdit, decisions(agenda, state, c))
        """)
}

private func matters(_ agenda: ReviewAgenda, _ c: Chrome) -> HTML {
    let l = c.language
    guard !agenda.matters.isEmpty else { return .none }
    return sheet(
        l("Open promises"), note: l.number(agenda.matters.count),
        "\(each: agenda.matters, { matterRow($0, withClient: false, c.asOf(c.today)) })")
}

private func stale(_ agenda: ReviewAgenda, _ c: Chrome) -> HTML {
    let l = c.language
    guard !agenda.stale.isEmpty else { return .none }
    let columns = [Column(l("What we know"), .title), Column(l("Definition")), Column(l("Held until"), .number)]
    return sheet(
        l("To ask anew"), note: l.number(agenda.stale.count),
        table(l("To ask anew"), columns, agenda.stale) { row in
            let draft = row.evidence.draft
            return ["\(draft.claim)", "\(l.word(draft.definition))", "\(ifLet: draft.until, { "\(c.day($0))" })"]
        })
}

private func decisions(_ agenda: ReviewAgenda, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return """
        <div class="unprinted">\(sheet(l("What was decided"), "<div class=\"body\">\(decisionForm(agenda, f, c))</div>"))</div>
        """
}

private func decisionForm(_ agenda: ReviewAgenda, _ f: FormWriter, _ c: Chrome) -> HTML {
    let l = c.language
    return f.form(
        .strategy(.holdReview(agenda.client.id)), back: c.link(.strategy(.sheet(agenda.client.id))),
        """
        \(f.text("topic", l("Topic"), required: true))
        \(f.day("day", l("Held on"), required: true))
        \(f.area("text", l("What was said and decided"), rows: 3))
        \(f.day("next", l("The next one"), required: true))
        <fieldset><legend>\(l("What was agreed"))</legend>
        \(each: Array(1...MatterDraft.rowsInForm), { matterFields($0, f, l) })
        </fieldset>
        """)
}
