import Domain
import Routes

package func eventListPage(_ list: EventList, _ query: EventListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let isEmpty = list.coming.isEmpty && list.past.isEmpty
    return layout(
        l("Events"), c,
        """
        \(head(l("Events"), actions: c.mayEdit ? button(l("New event"), c.link(.events(.new)), main: !isEmpty) : .none))
        <form class="filters" action="\(c.link(.events(.list(EventListQuery()))))" role="search" aria-label="\(l("Filter"))">
        \(filter("kind", l("Kind"), query.kind?.rawValue, EventKind.allCases.map { ($0.rawValue, l.word($0)) }, l))
        <button class="button">\(l("Show"))</button></form>
        \(if: isEmpty, noEvents(query, c))
        \(if: !list.coming.isEmpty, sheet(l("Coming"), export: .events(.list(query.at(nil))), eventTable(l("Coming"), list.coming, c), c))
        \(if: !list.past.isEmpty, past(list, query, c))
        \(pager(earlier: nil, later: list.later.map { c.link(.events(.list(query.at($0)))) }, shown: list.past.count, l))
        """)
}

private func noEvents(_ query: EventListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard query.kind == nil && query.place == nil else {
        return sheet(l("Nothing fits"), emptyNote(l("No event is of this kind.")))
    }
    return sheet(
        l("No events yet"),
        emptyNote(
            l(
                "Congresses, round tables, events of our own: who is invited and who comes, which of us goes with whom, who speaks, and the cost per guest."
            ),
            "\(if: c.mayEdit, "<p>\(button(l("New event"), c.link(.events(.new)), main: true))\(if: c.may(.importer), " \(button(l("Import"), c.link(.imports(.list))))")</p>")"
        ))
}

private func past(_ list: EventList, _ query: EventListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = eventTable(l("Past"), list.past, c)
    // Both tables are in one file.
    return list.coming.isEmpty
        ? sheet(l("Past"), export: .events(.list(query.at(nil))), rows, c) : sheet(l("Past"), rows)
}

private func eventTable(_ name: String, _ rows: [EventRow], _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    return table(
        name,
        [
            Column(l("Event"), .name), Column(l("Days")), Column(l("Place")), Column(l("Kind")),
            Column(l("Invited"), .number), Column(l("Have accepted"), .number), Column(l("Attended"), .number),
            Column(l("Total cost, \(symbol)"), .number), Column(l("Cost per guest, \(symbol)"), .number),
        ], rows
    ) { row in
        [
            eventLink(Named(id: row.id, name: row.name), c), "\(days(row.from, row.to, c))", "\(row.place ?? "")",
            "\(l.word(row.kind))", "\(l.number(row.counts.invited))", "\(l.number(row.counts.accepted))",
            "\(l.number(row.counts.came))", "\(row.cost.map(c.amount) ?? "")",
            "\(row.costPerHead.map { c.amount($0.amount) } ?? "")",
        ]
    }
}

package func eventExport(_ list: EventList, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Event"), l("Kind"), l("From"), l("To"), l("Place"), l("Invited"), l("Have accepted"), l("Attended"),
            l("Total cost"),
            l("Cost per guest"),
        ],
        (list.coming + list.past).map { row in
            [
                .text(row.name), .text(l.word(row.kind)), .text(row.from.iso), .text(row.to.iso),
                .text(row.place ?? ""), .number(String(row.counts.invited)), .number(String(row.counts.accepted)),
                .number(String(row.counts.came)), c.cell(row.cost), c.cell(row.costPerHead?.amount),
            ]
        })
}
