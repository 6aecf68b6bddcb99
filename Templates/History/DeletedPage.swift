import Domain
import Routes

/// What was deleted within the last days, with a button that brings each back.
package func deletedPage(_ page: DeletedPage, _ query: DeletedQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Deleted, last 30 days"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Deleted, last 30 days")))
        \(filters(page, query, c))
        \(page.rows.isEmpty ? nothing(query, page, c) : "\(answer(summary(page, c)))\(sheet(l("What was deleted"), note: l("the latest first"), rows(page, c)))")
        \(pager(earlier: nil, later: page.later.map { c.link(.deleted(query.going(on: $0))) }, shown: page.rows.count, l))
        """)
}

private func filters(_ page: DeletedPage, _ query: DeletedQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.deleted()))" role="search" aria-label="\(l("Filter"))">
        <input type="search" name="q" dir="auto" value="\(typed: query.text ?? "")" aria-label="\(l("Text"))" placeholder="\(l("Name, number, who…"))">
        \(filter("kind", l("Kind"), query.subject?.rawValue, Change.Subject.listedOnceDeleted.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("by", l("Deleted by"), query.user.map { String($0.number) }, page.users.map { (String($0.id.number), $0.name) }, l))
        <button class="button">\(l("Show"))</button>
        \(if: query.isFiltered, "<a href=\"\(c.link(.deleted()))\">\(l("All"))</a>")
        </form>
        """
}

private func nothing(_ query: DeletedQuery, _ page: DeletedPage, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("What was deleted"),
        emptyNote(
            query.isFiltered || query.before != nil || page.later != nil
                ? l("Nothing of this was deleted.") : l("Nothing was deleted in the last 30 days that you could see.")))
}

private func summary(_ page: DeletedPage, _ c: Chrome) -> HTML {
    let l = c.language
    guard c.may(.writer) else { return "\(l("Whoever deleted a record, or a head, can bring it back."))" }
    let hindered = page.rows.filter { $0.hindrance != nil }.count
    return """
        \(l("One press brings each back with all that went with it."))\
        \(if: hindered > 0, " \(l("\(hindered) have to be compared first."))")
        """
}

private func rows(_ page: DeletedPage, _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("What was deleted"),
        [
            Column(l("Record"), .name), Column(l("Who deleted it")), Column(l("With it went"), .words),
            Column(l("Listed until"), .number), .acts(l("Bring back")),
        ], page.rows
    ) { row in
        [
            "<b>\(title(row, c))</b><br><small class=\"quiet\">\(kind(row, c))</small>",
            "\(row.change.by), \(moment(row, c))", "\(went(row, l))", "\(c.day(row.until))", bringBack(row, c),
        ]
    }
}

private func title(_ row: DeletedRow, _ c: Chrome) -> String { row.change.title.isEmpty ? "–" : row.change.title }

private func kind(_ row: DeletedRow, _ c: Chrome) -> String {
    let l = c.language
    let owner = row.change.subject == .client ? nil : row.change.client?.name
    return [l.word(row.change.subject), owner].compactMap { $0 }.joined(separator: " · ")
}

private func went(_ row: DeletedRow, _ l: Language) -> String {
    row.going.isEmpty ? "–" : l.counts(row.going) + (row.isMore ? " …" : "")
}

private func moment(_ row: DeletedRow, _ c: Chrome) -> String {
    let time = c.local(row.change.at)
    return time.day == c.today ? "\(c.language("today")) \(c.language.time(time))" : c.day(time.day)
}

private func bringBack(_ row: DeletedRow, _ c: Chrome) -> HTML {
    let l = c.language
    guard row.mayBeBroughtBack, c.may(.writer) else {
        return "<small class=\"quiet\">\(l("\(row.change.by) or a head can bring it back"))</small>"
    }
    guard let hindrance = row.hindrance else { return restoring(row, label: l("Bring back"), c) }
    return """
        <a class="button" href="\(c.link(.pastAct(row.change.id)))">\(l("Compare first"))</a>\
        <small class="quiet">\(hindranceWords(hindrance, c))</small>
        """
}

private func restoring(_ row: DeletedRow, label: String, main: Bool = false, _ c: Chrome) -> HTML {
    """
    <form class="act" method="post" action="\(c.action(.takeBack(row.change.id)))">\(hidden(c))\
    <input type="hidden" name="once" value="\(c.formNumber())">\
    <button class="button\(if: main, " main")" aria-label="\(label): \(row.change.title)">\(label)</button></form>
    """
}

/// The page at the address of a deleted record, for those who may know of it.
package func deletedRecordPage(_ row: DeletedRow, _ c: Chrome) -> HTML {
    let l = c.language
    let (title, word) = (title(row, c), l.word(row.change.subject))
    let mayRestore = row.mayBeBroughtBack && c.may(.writer)
    return layout(
        l("Deleted: \(title)"), c,
        """
        <h1 class="trouble">\(l("“\(title)” was deleted"))</h1>
        <p>\(l("\(word), deleted by \(row.change.by): \(moment(row, c))."))\(if: !row.going.isEmpty, " \(l("With it went:")) \(went(row, l)).")</p>
        \(ifLet: row.hindrance, { "<p>\(hindranceWords($0, c))</p>" })
        <p class="quiet">\(mayRestore ? l("Nothing is lost: until \(c.day(row.until)) it is listed and comes back with one press.") : l("\(row.change.by) or a head can bring it back with one press until \(c.day(row.until))."))</p>
        <div class="buttons">\(if: mayRestore && row.hindrance == nil, restoring(row, label: l("Bring it back"), main: true, c))\
        \(if: mayRestore && row.hindrance != nil, button(l("Compare first"), c.link(.pastAct(row.change.id)), main: true))
        \(button(l("Deleted records"), c.link(.deleted())))</div>
        """)
}
