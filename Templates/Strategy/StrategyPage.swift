import Domain
import Routes

/// The strategy for a client: what both sides want, what stands in the way, and how their business runs.
package func strategyPage(_ sheet: StrategySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let review = button(l("Yearly review"), c.link(.strategy(.review(sheet.client.id))))
    let main: HTML =
        c.mayEdit
        ? "\(button(l("Add to the strategy"), c.link(.strategy(.new(sheet.client.id, .objective))), main: true)) \(review)"
        : review
    return dossierPage(
        .strategy, of: sheet.client, main: main, c,
        """
        \(answer(strategyAnswer(sheet, c)))
        \(ifLet: sheet.group, { "<p class=\"quiet\">\(l("It belongs to a group, whose strategy and defence stand there:")) <b>\(anchor($0.name, .strategy(.sheet($0.id)), c))</b></p>" })
        \(strategySheets(sheet, c))
        """)
}

/// All groups of the strategy below each other.
func strategySheets(_ sheet: StrategySheet, _ c: Chrome) -> HTML {
    """
    \(strategySheet(.objective, sheet, c, side: .ours))
    \(strategySheet(.objective, sheet, c, side: .theirs))
    \(investmentPanel(sheet.programme, of: sheet.client.id, c))
    \(each: StrategyTopic.Group.onPage, { strategySheet($0, sheet, c) })
    """
}

extension StrategyTopic.Group {
    /// The groups that stand below each other on the page. Objectives stand above them by side, the level on the page of definitions.
    fileprivate static let onPage: [Self] = [
        .running, .risk, .objection, .defence, .complaint, .wish, .voice, .review, .acquisition,
    ]
}

/// What both sides want, what is late, what has no answer.
private func strategyAnswer(_ sheet: StrategySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !sheet.rows.isEmpty else {
        return "\(l("Nothing is written yet. Begin with one objective of theirs, in their words."))"
    }
    let ours = sheet.objectives(.ours).first { $0.draft.isOpen(on: sheet.today) }
    let theirs = sheet.objectives(.theirs).first { $0.draft.isOpen(on: sheet.today) }
    var said: [HTML] = []
    if let ours { said.append("\(l("We want:")) <b>\(ours.draft.text)</b>.") }
    if let theirs { said.append("\(l("They want:")) <b>\(theirs.draft.text)</b>.") }
    if sheet.isFalling, ours != nil {
        said.append("<b class=\"bad\">\(l("We want to grow here, and the income of three months falls"))</b>.")
    }
    if let late = sheet.late.first {
        said.append("<b class=\"bad\">\(l("\(sheet.late.count) lines are late"))</b>: \(late.draft.text).")
    }
    if !sheet.unanswered.isEmpty {
        said.append("<b class=\"warn\">\(l("\(sheet.unanswered.count) objections have no answer"))</b>.")
    }
    if said.isEmpty { said.append("\(l("No objective is open."))") }
    return said.dropFirst().reduce(said[0]) { "\($0) \($1)" }
}

/// A column of a group's table, and what it holds of a line.
private struct StrategyColumn {
    var column: Column
    var cell: (StrategySheet.Row) -> HTML

    init(_ name: String, _ kind: Column.Kind = .text, _ cell: @escaping (StrategySheet.Row) -> HTML) {
        (column, self.cell) = (kind == .acts ? .acts(name) : Column(name, kind), cell)
    }
}

/// One group of the strategy. Of objectives one side's.
func strategySheet(_ group: StrategyTopic.Group, _ sheet: StrategySheet, _ c: Chrome, side: Side? = nil) -> HTML {
    let l = c.language
    let rows = sheet.rows(of: group).filter { side == nil || $0.draft.side == side }
    let title = side.map { $0 == .ours ? l("Our objectives") : l("Their objectives") } ?? l.word(group)
    if rows.isEmpty, !c.mayEdit || group == .acquisition { return .none }
    let columns = strategyColumns(group, sheet.today, c)
    let link: (String, String)? =
        c.mayEdit ? (l("Add"), c.link(.strategy(.new(sheet.client.id, group.topics[0])))) : nil
    return Templates.sheet(
        title, note: strategyNote(group, sheet, c), link: link,
        rows.isEmpty
            ? emptyNote(emptyWords(group, l))
            : table(title, columns.map(\.column), rows) { row in columns.map { $0.cell(row) } })
}

private func strategyNote(_ group: StrategyTopic.Group, _ sheet: StrategySheet, _ c: Chrome) -> String? {
    let l = c.language
    switch group {
    case .defence:
        return sheet.defenceReview.map { day in
            day < sheet.today ? l("its review was due \(c.day(day))") : l("review on \(c.day(day))")
        } ?? l("barriers keep rivals from even appearing")
    case .objection: return l("as the brief shows them")
    default: return nil
    }
}

private func emptyWords(_ group: StrategyTopic.Group, _ l: Language) -> String {
    switch group {
    case .objective: l("None is written yet. What is to be reached, measured by what, by when?")
    case .running: l("Nothing is written yet. What do they need, who gets the budget when, how do they decide?")
    case .risk: l("None is written yet. By what would we see it coming?")
    case .objection: l("None was heard, or nobody wrote it down.")
    case .defence: l("No step is planned. What would they lose if they left us?")
    case .complaint: l("None is noted.")
    case .wish: l("None is noted. “If you had this, I would buy it.”")
    case .voice: l("Nothing is noted yet.")
    case .review: l("None was held yet. The review begins with what is open.")
    case .level, .acquisition: l("Nobody has said so yet.")
    }
}

private func strategyColumns(_ group: StrategyTopic.Group, _ today: Day, _ c: Chrome) -> [StrategyColumn] {
    let l = c.language
    func text(_ name: String) -> StrategyColumn {
        StrategyColumn(name, .title) { row in
            let person: HTML = "\(ifLet: row.person, { "<small class=\"below\">\(personLink($0, c))</small>" })"
            return "\(row.draft.text)\(person)"
        }
    }
    let kind = StrategyColumn(l("Kind")) { "\(l.word($0.draft.topic))" }
    let answer = StrategyColumn(l("Answer"), .words) { row in
        row.draft.answer.map { "\($0)" } ?? "<span class=\"warn\">\(l("we have none"))</span>"
    }
    let due = StrategyColumn(l("Due day"), .number) { row in
        let late = row.draft.daysLate(on: today) ?? 0
        let words: HTML =
            late > 0 ? "<small class=\"below bad\">\(l("\(late) days overdue"))</small>" : .none
        return "\(ifLet: row.draft.due, { alarming("\(c.day($0))", if: late > 0) })\(words)"
    }
    let state = StrategyColumn(l("State")) { row in
        "\(l.word(row.draft.state))\(ifLet: row.draft.closedOn, { "<small class=\"below\">\(c.day($0))</small>" })"
    }
    let outcome = StrategyColumn(l("What came of it"), .words) { row in
        "\(state.cell(row))\(ifLet: row.draft.answer, { "<small class=\"below\">\($0)</small>" })"
    }
    let owner = StrategyColumn(l("Owner")) { "\(ifLet: $0.owner, { "\(shortName($0))" })" }
    let said = StrategyColumn(l("Said"), .words) { saidBy($0, today, c) }
    let acts = StrategyColumn(l("What can be done"), .acts) { strategyActs($0, c) }
    let end = c.mayEdit ? [said, acts] : [said]
    let columns: [StrategyColumn]
    switch group {
    case .running: columns = [text(l("What")), kind]
    case .objective: columns = [text(l("Objective")), measured(l), due, state]
    case .risk: columns = [text(l("Risk")), signal(c), answer, owner]
    case .objection: columns = [text(l("Objection")), answer, state]
    case .defence: columns = [text(l("Step of the defence")), kind, begun(l), owner, due, state]
    case .complaint: columns = [text(l("Complaint")), promised(today, c), passed(c), outcome]
    case .wish: columns = [wish(c), passed(c), outcome]
    case .voice: columns = [text(l("What")), kind, sureness(l)]
    case .level: columns = [text(l("Why")), level(l)]
    case .review: columns = [text(l("What was said and decided")), due]
    case .acquisition: columns = [text(l("What")), stepAndChance(l), due]
    }
    return columns + end
}

private func measured(_ l: Language) -> StrategyColumn {
    StrategyColumn(l("Measured by"), .words) { row in
        let target: HTML = "\(ifLet: row.draft.target, { "<small class=\"below\">\($0)</small>" })"
        return "\(ifLet: row.draft.measure, { "\($0)" })\(target)"
    }
}

private func signal(_ c: Chrome) -> StrategyColumn {
    let l = c.language
    return StrategyColumn(l("Signal we watch"), .words) { row in
        let likely = [row.draft.likelihood.map { l.word($0) }, row.draft.amount.map { l("at stake \(c.short($0))") }]
            .compactMap { $0 }.joined(separator: ", ")
        return
            "\(ifLet: row.draft.measure, { "\($0)" })\(if: !likely.isEmpty, "<small class=\"below\">\(likely)</small>")"
    }
}

private func begun(_ l: Language) -> StrategyColumn {
    StrategyColumn(l("Whose idea")) { row in
        "\(ifLet: row.draft.side, { $0 == .ours ? "\(l("before they asked"))" : "\(l("they asked"))" })"
    }
}

private func promised(_ today: Day, _ c: Chrome) -> StrategyColumn {
    StrategyColumn(c.language("Promised"), .words) { row in
        let isLate = (row.draft.daysLate(on: today) ?? 0) > 0
        let due: HTML =
            "\(ifLet: row.draft.due, { "<small class=\"below\">\(alarming("\(c.language("due \(c.day($0))"))", if: isLate))</small>" })"
        let owner: HTML = "\(ifLet: row.owner, { "<small class=\"below\">\(shortName($0))</small>" })"
        return "\(ifLet: row.draft.promise, { "\($0)" })\(due)\(owner)"
    }
}

private func passed(_ c: Chrome) -> StrategyColumn {
    StrategyColumn(c.language("Put before"), .words) { row in
        let since: HTML =
            "\(ifLet: row.draft.passedOn, { "<small class=\"below\">\(c.language("since \(c.day($0))"))</small>" })"
        return "\(ifLet: row.draft.passedTo, { "\($0)" })\(since)"
    }
}

/// A wish with who said it and what it is worth in a year.
private func wish(_ c: Chrome) -> StrategyColumn {
    let l = c.language
    return StrategyColumn(l("Wish"), .title) { row in
        let person: HTML = "\(ifLet: row.person, { "<small class=\"below\">\(personLink($0, c))</small>" })"
        let worth: HTML =
            "\(ifLet: row.draft.amount, { "<small class=\"below\">\(l("worth \(c.short($0)) a year"))</small>" })"
        return "\(row.draft.text)\(person)\(worth)"
    }
}

private func sureness(_ l: Language) -> StrategyColumn {
    StrategyColumn(l("How sure")) { "\(ifLet: $0.draft.likelihood, { "\(l.word($0))" })" }
}

private func level(_ l: Language) -> StrategyColumn {
    StrategyColumn(l("Level")) { row in
        let place: HTML =
            "\(ifLet: row.draft.priority, { "<small class=\"below\">\(l("priority \(l.number($0))"))</small>" })"
        return "\(ifLet: row.draft.level, { "\(l.word($0))" })\(place)"
    }
}

private func stepAndChance(_ l: Language) -> StrategyColumn {
    StrategyColumn(l("How far")) { row in
        let chance: HTML =
            "\(ifLet: row.draft.chance, { "<small class=\"below\">\(l("chance \(l.percent($0))"))</small>" })"
        let place = row.draft.step.flatMap { step in
            AcquisitionStep.way.firstIndex(of: step).map {
                l("step \(l.number($0 + 1)) of \(l.number(AcquisitionStep.way.count))")
            }
        }
        return
            "\(ifLet: row.draft.step, { "\(l.word($0))" })\(ifLet: place, { "<small class=\"below\">\($0)</small>" })\(chance)"
    }
}

/// When it was said, by whom, how sure, and from where it is known; in colour if it is old enough to be asked again.
private func saidBy(_ row: StrategySheet.Row, _ today: Day, _ c: Chrome) -> HTML {
    let l = c.language
    let isStale = row.draft.isStale(on: today)
    let day: HTML = isStale ? "<span class=\"warn\">\(c.day(row.draft.day))</span>" : "\(c.day(row.draft.day))"
    let source: HTML = "\(ifLet: row.draft.source, { "<small class=\"below\">\($0)</small>" })"
    return """
        \(day)<small class="below">\(shortName(row.by)), \(l.word(row.draft.grade))\
        \(if: isStale, ", \(l("ask again"))")</small>\(source)
        """
}

private func strategyActs(_ row: StrategySheet.Row, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = row.draft
    let confirm: HTML =
        draft.topic.days == nil || draft.state != .open
        ? .none
        : actButton(
            .strategy(.confirm(row.line.id)), l("Still so"), label: l("Still so: \(draft.text)"), returns: true, c)
    return "\(confirm) \(actLink(l("Edit"), label: l("Edit: \(draft.text)"), .strategy(.edit(row.line.id)), c))"
}
