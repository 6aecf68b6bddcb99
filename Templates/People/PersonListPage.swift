import Domain
import Routes

package func personListPage(_ list: PersonList, _ query: PersonListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let all = c.link(.people(.list(PersonListQuery())))
    return layout(
        l("People"), c,
        """
        \(head(l("People"), badges: "<span class=\"quiet\">\(l("\(c.frame.tallies.people) people"))</span>",
            actions: c.mayEdit ? button(l("New person"), c.link(.people(.new)), main: !list.rows.isEmpty) : .none))
        <form class="filters" action="\(all)" role="search" aria-label="\(l("Filter"))">
        <input type="search" name="q" dir="auto" value="\(typed: query.text ?? "")" aria-label="\(l("Text"))" placeholder="\(l("Text"))">
        \(filter("flag", l("Flag"), query.flag?.rawValue, [("vip", "VIP"), ("kol", "KOL")], l))
        <button class="button">\(l("Show"))</button>
        \(if: query.isFiltered, "<a href=\"\(all)\">\(l("All people"))</a>")
        </form>
        \(list.rows.isEmpty ? nothing(query, c) : sheet(l("People"), export: .people(.list(query.at(nil))), personTable(list.rows, c), c))
        \(pager(
            earlier: list.earlier.map { c.link(.people(.list(query.at($0)))) },
            later: list.later.map { c.link(.people(.list(query.at($0)))) }, shown: list.rows.count, of: query.isFiltered ? nil : c.frame.tallies.people, l))
        """)
}

private func nothing(_ query: PersonListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard query.isFiltered || query.place != nil else {
        return sheet(
            l("Nobody yet"),
            emptyNote(
                l(
                    "The people who decide and those whose word counts. Best added on a client's page, with their post there."
                ),
                "<p>\(button(l("New person"), c.link(.people(.new)), main: true))</p>"))
    }
    return sheet(l("Nothing fits"), emptyNote(l("Nobody has all of this.")))
}

/// People as a table.
private func personTable(_ rows: [PersonRow], _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("People"),
        [
            Column(l("Person"), .name), Column(l("Post"), .words), Column(l("Client"), .record),
            Column(l("Last interaction"), .number),
        ], rows, { cells($0, c) })
}

private func cells(_ row: PersonRow, _ c: Chrome) -> [HTML] {
    let l = c.language
    let more: HTML = row.posts > 1 ? " <span class=\"by\">\(l("and \(row.posts - 1) more"))</span>" : .none
    return [
        personCell(Named(id: row.id, name: row.name), vip: row.isVip, kol: row.isKol, c), "\(row.title ?? "")",
        "\(ifLet: row.client, { clientLink($0, c) })\(more)", "\(row.lastContact.map(c.day) ?? "")",
    ]
}
