import Domain
import Routes

package func clientListPage(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let count = l("\(c.frame.clients) clients on the desk")
    return layout(
        l("Clients"), c,
        """
        \(head(l("Clients"), badges: "<span class=\"quiet\">\(count)</span>",
            actions: c.mayEdit ? button(l("New client"), c.link(.clients(.new)), main: true) : .none))
        \(filters(list, query, c))
        \(list.rows.isEmpty ? nothing(query, c) : table(list, c))
        \(pager(
            earlier: list.earlier.map { c.link(.clients(.list(query.at($0)))) },
            later: list.later.map { c.link(.clients(.list(query.at($0)))) }, l))
        """)
}

private func filters(_ list: ClientList, _ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.clients(.list(ClientListQuery()))))" role="search" aria-label="\(l("Filter"))">
        <input type="search" name="q" value="\(query.text ?? "")" aria-label="\(l("Text"))" placeholder="\(l("Text"))">
        \(filter("status", l("Status"), query.status?.rawValue, ClientStatus.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("kind", l("Kind"), query.kind?.rawValue, ClientKind.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("territory", l("Territory"), query.territory, list.territories.map { ($0, $0) }, l))
        \(filter("kam", l("KAM"), query.kam.map { String($0.number) }, list.kams.map { (String($0.id.number), $0.name) }, l))
        <button class="button">\(l("Show"))</button>
        \(if: query.isFiltered, "<a href=\"\(c.link(.clients(.list(ClientListQuery()))))\">\(l("All clients"))</a>")
        </form>
        """
}

/// A choice among the values of one filter.
func filter(
    _ name: String, _ label: String, _ chosen: String?, _ options: [(value: String, word: String)], _ l: Language
) -> HTML {
    """
    <select name="\(name)" aria-label="\(label)"><option value="">\(label): \(l("all"))</option>\
    \(each: options, { "<option value=\"\($0.value)\"\(if: $0.value == chosen, " selected")>\($0.word)</option>" })</select>
    """
}

private func nothing(_ query: ClientListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard query.isFiltered || query.place != nil else {
        return sheet(
            l("No clients yet"),
            emptyNote(
                l("A client is an organisation that buys, may buy, or decides over those that do."),
                "<p>\(button(l("Add your first client"), c.link(.clients(.new)), main: true))</p>"))
    }
    return sheet(
        l("Nothing fits"),
        emptyNote(
            l("No client has all of this."),
            "<p><a href=\"\(c.link(.clients(.list(ClientListQuery()))))\">\(l("All clients"))</a></p>"))
}

private func table(_ list: ClientList, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <section class="sheet"><div class="wide" tabindex="0" role="region" aria-label="\(l("Clients"))"><table>
        <thead><tr><th scope="col">\(l("Client"))</th><th scope="col">\(l("Kind"))</th><th scope="col">\(l("City"))</th>\
        <th scope="col">\(l("Territory"))</th><th scope="col">\(l("Status"))</th><th scope="col">\(l("KAM"))</th>\
        <th scope="col" class="num">\(l("People"))</th><th scope="col" class="num">\(l("Last contact"))</th>\
        <th scope="col" class="num">\(l("Next date"))</th></tr></thead>
        <tbody>\(each: list.rows, { row($0, c) })</tbody>
        </table></div></section>
        """
}

private func row(_ row: ClientRow, _ c: Chrome) -> HTML {
    let l = c.language
    let late = row.nextDue.map { $0 < c.today } ?? false
    return """
        <tr><th scope="row">\(clientLink(Named(id: row.id, name: row.name), c))</th><td>\(l.word(row.kind))</td>\
        <td>\(row.city ?? "")</td><td>\(row.territory ?? "")</td><td>\(statusBadge(row.status, l))</td>\
        <td>\(row.kam ?? "")</td><td class="num">\(row.people)</td><td class="num">\(row.lastContact.map(c.day) ?? "")</td>\
        <td class="num\(if: late, " bad")">\(row.nextDue.map(c.day) ?? "")</td></tr>
        """
}
