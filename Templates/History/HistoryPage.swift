import Domain
import Routes

/// The whole history of a client or a person. `readings` is the client whose readings are logged, nil if none. `route` gives the page for
/// another query.
package func historyPage(
    _ page: HistoryPage, _ query: HistoryQuery, back: Route, readings: Client.ID? = nil, _ c: Chrome,
    _ route: (HistoryQuery) -> Route
) -> HTML {
    let l = c.language
    let readers: HTML = """
        \(ifLet: readings, { button(l("Who has read it"), c.link(.clients(.readings($0, HistoryQuery())))) }) \
        \(button(l("Deleted records"), c.link(.deleted())))
        """
    let content: HTML = """
        \(historyFilter(query, c, route))
        \(sheet(l("Every change, the latest first"), page.changes.isEmpty
            ? emptyNote(query.isFiltered ? l("Nothing was changed then that has these words.") : l("Nothing has been changed yet.")) : "\(each: page.changes, { changeRow($0, c) })"))
        \(pager(earlier: nil, later: page.later.map { c.link(route(query.going(on: $0.number))) }, shown: page.changes.count, l))
        """
    if let client = c.dossier?.client { return dossierPage(.history, of: client, main: readers, c, content) }
    return layout(
        "\(l("History")) · \(page.title)", c,
        """
        \(trail(page.title, c.link(back)))
        \(head(l("History"), actions: readers))
        \(content)
        """)
}

/// Filters by date range and words.
func historyFilter(_ query: HistoryQuery, _ c: Chrome, _ route: (HistoryQuery) -> Route) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.base + route(HistoryQuery()).address.path)">
        <label>\(l("From")) <input type="date" name="from" value="\(query.from?.iso ?? "")"></label>
        <label>\(l("To")) <input type="date" name="to" value="\(query.to?.iso ?? "")"></label>
        <label>\(l("Words")) <input type="search" name="q" dir="auto" value="\(typed: query.text ?? "")"></label>
        <button class="button">\(l("Show"))</button>
        </form>
        """
}

/// All changes of one act, and the button that undoes it.
package func pastActPage(_ act: PastAct, back: Route, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let rows: HTML = "\(each: act.changes, { changeRow($0, c) })"
    return layout(
        l("Revert"), c,
        """
        \(head(l("Revert")))
        \(ifLet: state.problems["act"], { "<p class=\"notice\" role=\"alert\">\(l.word($0))</p>" })
        \(if: act.count > actDetails, actSummary(act, l))
        \(takingBack(act, back, c))
        \(act.count > actDetails ? folded(rows, act, l) : sheet(l("What was done"), rows))
        """)
}

/// An act of more changes than this is told by counts and names; its details are folded.
private let actDetails = 3

private func folded(_ rows: HTML, _ act: PastAct, _ l: Language) -> HTML {
    let note = act.count > act.changes.count ? l("the last \(act.changes.count) of \(act.count) changes") : nil
    return """
        <details class="sheet"><summary class="body">\(l("Every change in detail"))</summary>
        \(ifLet: note, { "<p class=\"body quiet\">\($0)</p>" })\(rows)</details>
        """
}

private func actSummary(_ act: PastAct, _ l: Language) -> HTML {
    func part(_ which: Change.Act, _ title: String) -> HTML {
        let going = act.summary.filter { $0.act == which }
        return going.isEmpty ? .none : "<p>\(title)</p>\(goingList(going, l))"
    }
    return """
        \(part(.deleted, l("What was deleted and comes back:")))
        \(part(.created, l("What was added and goes:")))
        \(part(.changed, l("What was changed and is as it was before:")))
        """
}

/// A record as it once was, and the button that restores it.
package func pastVersionPage(_ past: PastVersion, back: Route, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let rows: HTML = "\(each: past.since, { changeRow($0, c) })"
    return layout(
        l("An earlier version"), c,
        """
        \(head("\(past.change.title): \(l("An earlier version"))"))
        \(ifLet: state.problems["act"], { "<p class=\"notice\" role=\"alert\">\(l.word($0))</p>" })
        \(puttingBack(past, back, state, c))
        \(sheet(l("The change that made it so"), changeRow(past.change, c)))
        \(if: !past.since.isEmpty, sheet(l("What was changed of it since"), note: l.number(past.sinceCount), rows))
        """)
}

private func puttingBack(_ past: PastVersion, _ back: Route, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    guard past.version != nil, past.change.act != .deleted else {
        return "<p>\(l("It is deleted. History takes the deletion back, with all that went with it."))</p>"
    }
    guard !past.since.isEmpty else { return "<p>\(l("So it is now."))</p>" }
    guard past.mayBePutBack else { return notYours(l) }
    return FormWriter(FormState(version: state.version, isStale: state.isStale), c).form(
        .putBack(past.change.id), back: c.link(back), save: l("Put this version back"),
        "<p>\(l("Whatever has changed in it since goes back to what it was then. What belongs to it stays as it is now. The history keeps both."))</p>"
    )
}

private func takingBack(_ act: PastAct, _ back: Route, _ c: Chrome) -> HTML {
    let l = c.language
    if let id = act.importID {
        return
            "<p>\(l("An import did this. It can only be undone as a whole.")) <a href=\"\(c.link(.imports(.sheet(id))))\">\(l("Import"))</a></p>"
    }
    guard act.mayBeTakenBack else { return notYours(l) }
    if !act.obstacles.isEmpty { return sheet(l("It can no longer be undone"), obstacleTable(act.obstacles, c)) }
    if !act.hindrances.isEmpty {
        return sheet(
            l("It cannot be undone as things stand"),
            "<ul class=\"body going\">\(each: act.hindrances, { "<li>\(hindranceWords($0, c))</li>" })</ul>")
    }
    return FormWriter(FormState(), c).form(
        .takeBack(act.id), back: c.link(back), save: l("Revert"),
        "<p>\(l("What was added is removed, what was changed goes back to what it was before, and what was deleted comes back whole. The history keeps both."))</p>"
    )
}

/// Why the page has no button.
private func notYours(_ l: Language) -> HTML {
    "<p>\(l("Only someone who may make this change may undo it."))</p>"
}

/// The latest changes, for a record's page.
func historySheet(_ changes: [Change], all: Route?, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("History"), link: all.map { (l("All"), c.link($0)) },
        changes.isEmpty ? emptyNote(l("Nothing has been changed yet.")) : "\(each: changes, { changeLine($0, c) })")
}

/// A change in one line, without its values.
func changeLine(_ change: Change, _ c: Chrome) -> HTML {
    """
    <div class="why"><span class="mark faint" aria-hidden="true">●</span><span>\(changeTitle(change, c))</span>\
    <span class="num">\(c.day(c.local(change.at).day))</span><small>\(changeAct(change, c)) · \(author(change, c.language))</small></div>
    """
}

/// Who did it, or which deputy for whom.
private func author(_ change: Change, _ l: Language) -> String {
    change.forWhom.map { l("\(change.by) for \($0)") } ?? change.by
}

/// A change with each field before and after.
func changeRow(_ change: Change, _ c: Chrome) -> HTML {
    let l = c.language
    let time = c.local(change.at)
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">●</span><span>\(changeTitle(change, c))</span>\
        <span class="num">\(c.day(time.day)) \(l.time(time))</span><small>\(changeAct(change, c)) · \(author(change, l))\
        \(if: change.mayBeTakenBack && c.may(.writer), revertLinks(change, c))</small>
        <dl class="fields">\(each: change.fields, { fieldRow($0, change.subject, c) })</dl></div>
        """
}

private func revertLinks(_ change: Change, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <span class="act"> · <a href="\(c.link(.pastAct(change.id)))">\(l("Revert"))</a>\
        \(if: change.act != .deleted, " · <a href=\"\(c.link(.pastVersion(change.id)))\">\(l("This version"))</a>")</span>
        """
}

private func fieldRow(_ field: FieldChange, _ subject: Change.Subject, _ c: Chrome) -> HTML {
    let l = c.language
    let before = field.before.map { shown($0, of: field.field, subject, c) }
    let after = field.after.map { shown($0, of: field.field, subject, c) }
    return """
        <div><dt>\(l.field(field.field, of: subject))</dt><dd>\(ifLet: before, { "<del>\($0)</del> " })\
        \(ifLet: after, { "<ins>\($0)</ins>" })</dd></div>
        """
}

/// A stored value, as people read it. Amounts, quantities and discounts are stored as whole numbers.
private func shown(_ text: String, of field: String, _ subject: Change.Subject, _ c: Chrome) -> String {
    if case .day = subject.kind[field]?.sort, let day = Day(text) {
        return field == "birthday" ? c.language.birthday(Birthday(day)) : c.day(day)
    }
    guard let number = Int64(text) else { return c.language.value(text, of: field, subject) }
    switch subject.kind[field]?.sort {
    case .money: return c.money(Money(number))
    case .tenderMoney: return c.amount(Money(number))
    case .quantity: return c.language.quantity(Quantity(thousandths: number))
    case .share: return c.language.percent(Discount(hundredths: number))
    case .number where number < 0: return c.language.signed(Int(number))
    default: return c.language.value(text, of: field, subject)
    }
}

/// The record that was changed, with a link if it has a page.
func changeTitle(_ change: Change, _ c: Chrome) -> HTML {
    guard change.act != .deleted else { return "\(change.title)" }
    if let route = change.subject.page(change.record) { return anchor(change.title, route, c) }
    switch change.subject {
    case .brief: return change.client.map { anchor(change.title, .clients(.brief($0.id)), c) } ?? "\(change.title)"
    case .expectedChange:
        return change.client.map { anchor(change.title, .map(.sheet(MapQuery(.client($0.id)))), c) }
            ?? "\(change.title)"
    case .evidence:
        return change.client.map { anchor(change.title, .evidence(.sheet($0.id)), c) } ?? "\(change.title)"
    case .strategyLine, .investmentYear:
        return change.client.map { anchor(change.title, .strategy(.sheet($0.id)), c) } ?? "\(change.title)"
    case .tie, .assessment, .ladderMove, .review:
        return change.person.map { personLink(Named(id: $0, name: change.title), c) } ?? "\(change.title)"
    case .absence: return anchor(change.title, .team(.absences), c)
    default: return "\(change.title)"
    }
}

/// What was just done, and to what: "Done: Send the certificates".
func savedText(_ change: Change, isReversal: Bool, _ c: Chrome) -> String {
    let l = c.language
    let acts = change.subject.kind.acts
    if isReversal { return l("Undone: \(change.title)") }
    let act =
        switch (change.subject, change.act) {
        case (.matter, .changed) where !change.fields.isEmpty: l("Done")
        case (_, .created): l(named: acts.added)
        case (.plan, .changed): moved(change, l) ?? l(named: acts.saved)
        case (_, .changed): l(named: acts.saved)
        case (_, .deleted): l("Deleted")
        }
    return "\(act.prefix(1).uppercased())\(act.dropFirst()): \(change.title)"
}

/// What was done, in words.
func changeAct(_ change: Change, _ c: Chrome) -> String {
    let l = c.language
    let acts = change.subject.kind.acts
    switch (change.subject, change.act) {
    case (.client, .changed): return secrecy(change, l) ?? l(named: acts.changed(change))
    case (.matter, .changed): return settled(change, l) ?? l(named: acts.changed(change))
    case (.plan, .changed): return moved(change, l) ?? l(named: acts.changed(change))
    case (.expense, .changed): return approval(change, l) ?? l(named: acts.changed(change))
    case (.interaction, .created): return kindWord(change, l) ?? l(named: acts.added)
    case (_, .created): return l(named: acts.added)
    case (_, .changed): return l(named: acts.changed(change))
    case (_, .deleted): return l(named: acts.deleted)
    }
}

private func secrecy(_ change: Change, _ l: Language) -> String? {
    change.fields.first { $0.field == "is_confidential" }.map {
        $0.after == "1" ? l("made a trade secret") : l("trade secret lifted")
    }
}

private func settled(_ change: Change, _ l: Language) -> String? {
    change.fields.first { $0.field == "done_day" }.map { $0.after == nil ? l("opened again") : l("done") }
}

/// That a plan was proposed or agreed; a draft is only a changed plan.
private func moved(_ change: Change, _ l: Language) -> String? {
    let state = change.fields.first { $0.field == "state" }.flatMap { $0.after.flatMap(PlanState.init) }
    return state.flatMap { $0 == .draft ? nil : l.word($0) }
}

private func approval(_ change: Change, _ l: Language) -> String? {
    change.fields.first { $0.field == "approver_id" }.map {
        $0.after == nil ? l("approval withdrawn") : l("budget line approved")
    }
}

private func kindWord(_ change: Change, _ l: Language) -> String? {
    change.fields.first { $0.field == "kind" }?.after.flatMap { InteractionKind(rawValue: $0) }.map { l.word($0) }
}
