import Domain
import Routes

/// The people and the ties of a map as tables with everything that the picture shows. They are long, so they are folded until they are asked
/// for.
func mapTables(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !page.people.isEmpty else { return .none }
    return sheet(
        l("The same as tables"), export: .map(.sheet(query)),
        """
        \(folded(l("\(page.people.count) people"), query, peopleTable(page, query, c)))\
        \(if: !page.ties.isEmpty, folded(l("\(page.ties.count) ties"), query, tieTable(page, c)))
        """, c)
}

private func folded(_ name: String, _ query: MapQuery, _ table: HTML) -> HTML {
    """
    <details class="folded"\(if: query.withTables, " open")><summary class="body">\(name)</summary>\(table)</details>
    """
}

private func peopleTable(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let close = Dictionary(grouping: page.closeness, by: \.person)
    return table(
        l("People"),
        [
            Column(l("Person"), .name), Column(l("Post"), .words), Column(l("Power")), Column(l("Stance")),
            Column(l("How close")), Column.acts(l("Who introduces us?")),
        ], page.people
    ) { drawn in
        personCells(drawn.person, close[drawn.person.id] ?? [], query.asking(for: drawn.person.id), c)
    }
}

private func personCells(_ person: MapPerson, _ close: [Closeness], _ asked: MapQuery, _ c: Chrome) -> [HTML] {
    let l = c.language
    return [
        "\(personLink(Named(id: person.id, name: person.name), c))\(flagBadges(vip: person.isVip, kol: person.isKol))",
        """
        \(ifLet: person.title, { "\($0)" })\(ifLet: person.client, { "<br>\(clientLink($0, c))" })\
        \(ifLet: person.role, { "<br><small class=\"quiet\">\(l.word($0))</small>" })
        """,
        powerMark(person.power, l), stanceMark(person.stance, l),
        "\(each: close, { "\(l.word($0.step))<small class=\"by\">\($0.user.name)\(confirmedMark($0.confirmedOn, c))</small>" })",
        "<a href=\"\(c.link(.map(.sheet(asked))))\">\(l("Who introduces us?"))</a>",
    ]
}

private func tieTable(_ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("Ties"),
        [
            Column(l("Who"), .name), Column(l("Tie")), Column(l("With whom"), .words), Column(l("Strength")),
            Column(l("How sure")), Column(l("Since"), .number),
        ], page.ties
    ) { tieCells($0, page, c) }
}

private func tieCells(_ tie: MapTie, _ page: MapSheet, _ c: Chrome) -> [HTML] {
    let l = c.language
    let days = [tie.start.map { c.day($0) }, tie.end.map { "– \(c.day($0))" }].compactMap { $0 }.joined(separator: " ")
    let strength = [tie.isPositive ? nil : l.word(Sign.negative), l.strength(tie.strength)].compactMap { $0 }
    return [
        personLink(Named(id: tie.from, name: page.name(of: tie.from)), c), "\(l.word(tie.kind))",
        personLink(Named(id: tie.to, name: page.name(of: tie.to)), c), "\(strength.joined(separator: ", "))",
        "\(gradeMark(tie.certainty, l))\(ifLet: tie.source, { "<small class=\"by\">\($0)</small>" })", "\(days)",
    ]
}

package func mapExport(_ page: MapSheet, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Person"), l("VIP"), l("KOL"), l("Post"), l("Client"), l("Role in decisions"), l("Power"), l("Stance"),
            l("How close"),
        ],
        page.people.map { drawn in
            let person = drawn.person
            return [
                .text(person.name), .text(person.isVip ? l("yes") : l("no")), .text(person.isKol ? l("yes") : l("no")),
                .text(person.title ?? ""), .text(person.client?.name ?? ""),
                .text(person.role.map { l.word($0) } ?? ""), .number(person.power.map(String.init)),
                .number(person.stance.map(String.init)), .text(l.word(page.step(of: person.id))),
            ]
        })
}
