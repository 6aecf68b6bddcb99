import Domain
import Routes

package func interactionPage(_ page: InteractionSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = page.interaction.draft
    let id = page.interaction.id
    return layout(
        draft.topic, c,
        """
        \(ifLet: page.client, { trail($0.name, c.link(.clients(.sheet($0.id)))) })
        \(head(
            draft.topic, badges: draft.isConfidential ? "<span class=\"badge note\">\(l("confidential"))</span>" : .none,
            actions: c.mayEdit ? button(l("Edit"), c.link(.interactions(.edit(id))), key: "E") : .none))
        <p class="quiet under">\(line(page, c))</p>
        <div class="cols"><div>
        \(sheet(l("Note"), draft.note.map { "<div class=\"body note\">\($0)</div>" } ?? emptyNote(l("No note."))))
        \(ifLet: draft.lawfulSubject, { sheet(l("Lawful subject"), "<p class=\"body note\">\($0)</p>") })
        \(sheet(
            l("Agreed"), note: l.number(page.matters.count),
            page.matters.isEmpty
                ? emptyNote(l("Nothing was agreed."))
                : "\(each: page.matters, { matterRow($0, withClient: false, c) })"))
        \(if: !page.objections.isEmpty, sheet(l("Objections and answers"), objections(page.objections, c)))
        </div><div>
        \(sheet(
            l("Took part"),
            page.people.isEmpty
                ? emptyNote(l("Nobody is named.")) : "<ul class=\"body plain-list\">\(each: page.people, { "<li>\(personLink($0, c))</li>" })</ul>"))
        \(historySheet(page.history, all: nil, c))
        </div></div>
        """)
}

/// What they objected, with our answer; a missing one is said.
private func objections(_ rows: [StrategySheet.Row], _ c: Chrome) -> HTML {
    """
    <dl class="body facts">\(each: rows, { row in
        "<div><dt>\(row.draft.text)</dt><dd>\(row.draft.answer.map { "\($0)" } ?? "<span class=\"warn\">\(c.language("we have none"))</span>")</dd></div>"
    })</dl>
    """
}

private func line(_ page: InteractionSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = page.interaction.draft
    return """
        \(l.word(draft.kind)) · \(c.day(draft.day))\(ifLet: page.client, { " · \(clientLink($0, c))" }) · \
        \(l("logged by \(page.author)"))\(ifLet: draft.mood, { " · \(l("mood: \(l.word($0))"))" })
        """
}

/// All interactions of a client or a person.
package func interactionListPage(_ list: InteractionList, later: Route?, _ c: Chrome) -> HTML {
    let l = c.language
    let name = list.person?.name ?? ""
    let content: HTML = """
        \(sheet(
            l("The latest first"),
            list.rows.isEmpty
                ? emptyNote(l("No call, visit or meeting is logged yet."))
                : "\(each: list.rows, { interactionRow($0, withClient: list.client == nil, c) })"))
        \(pager(earlier: nil, later: later.map(c.link), shown: list.rows.count, l))
        \(ifLet: list.client, { "<p>\(exportLink(.clients(.interactions($0.id, nil)), c))</p>" })
        """
    if let client = list.client { return dossierPage(.interactions, of: client, c, content) }
    let back: Route = list.person.map { .people(.sheet($0.id)) } ?? .today
    let log = button(l("Log"), c.link(.interactions(.new(nil, list.person?.id))), main: true, key: "L")
    return layout(
        "\(l("Interactions")) · \(name)", c,
        """
        \(trail(name, c.link(back)))
        \(head(l("Interactions"), actions: c.mayEdit ? log : .none))
        \(content)
        """)
}

/// All matters agreed with a client.
package func clientMattersPage(_ list: MatterList, _ c: Chrome) -> HTML {
    let l = c.language
    let add: HTML =
        c.mayEdit ? button(l("Add a promise"), c.link(.clients(.newMatter(list.client.id))), main: true) : .none
    return dossierPage(
        .matters, of: list.client, main: add, c,
        """
        <div class="cols"><div>\(agreements(.ours, list.open, c))</div><div>\(agreements(.theirs, list.open, c))</div></div>
        \(if: !list.done.isEmpty, sheet(l("Kept or dropped"), "\(each: list.done, { matterRow($0, withClient: false, c) })"))
        <p>\(exportLink(.clients(.matters(list.client.id)), c))</p>
        """)
}

/// What one side promised and has not kept yet, by the day on which it is due.
private func agreements(_ side: Side, _ open: [MatterRow], _ c: Chrome) -> HTML {
    let l = c.language
    let rows = open.filter { $0.side == side }
    let late = rows.count { ($0.daysOverdue(on: c.today) ?? 0) > 0 }
    let empty =
        side == .ours ? l("We owe them nothing that we promised.") : l("They owe us nothing that they promised.")
    return sheet(
        side == .ours ? l("We promised") : l("They promised"),
        note: late > 0 ? "\(l.number(rows.count)), \(l("\(late) overdue"))" : l.number(rows.count),
        rows.isEmpty ? emptyNote(empty) : "\(each: rows, { matterRow($0, withClient: false, c) })")
}
