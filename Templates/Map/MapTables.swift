import Domain
import Routes

/// The people of a map as a table with everything that the picture shows.
func peopleTable(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !page.people.isEmpty else { return .none }
    return sheet(
        l("People"), export: .map(.sheet(query)),
        """
        <div class="wide"><table><thead><tr><th>\(l("Person"))</th><th>\(l("Post"))</th><th class="num">\(l("Power"))</th>\
        <th>\(l("Stance"))</th><th>\(l("How close"))</th></tr></thead><tbody>
        \(each: page.people, { personRow($0, page, query.asking(for: $0.person.id), c) })
        </tbody></table></div>
        """, c)
}

private func personRow(_ drawn: DrawnPerson, _ page: MapSheet, _ asked: MapQuery, _ c: Chrome) -> HTML {
    let (l, person) = (c.language, drawn.person)
    let close = page.closeness.filter { $0.person == person.id }.map { "\(l.word($0.step)): \($0.user.name)" }
    return """
        <tr><td>\(personLink(Named(id: person.id, name: person.name), c))\(flagBadges(vip: person.isVip, kol: person.isKol))</td>\
        <td>\(ifLet: person.title, { "\($0)" })\(ifLet: person.client, { "<br>\(clientLink($0, c))" })\
        \(ifLet: person.role, { "<br><small class=\"quiet\">\(l.word($0))</small>" })</td>\
        <td class="num">\(ifLet: person.power, { "\($0)" })\(if: person.power == nil, "<span class=\"faint\">?</span>")</td>\
        <td class="\(HTML.side(person.side))">\(person.stance.map { l.stance($0) } ?? l("not known"))</td>\
        <td>\(each: close, { "\($0)<br>" })<a href="\(c.link(.map(.sheet(asked))))">\(l("Who introduces us?"))</a></td></tr>
        """
}

/// The ties of a map as a table. It is long, so it is folded on the screen and open on paper.
func tieTable(_ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !page.ties.isEmpty else { return .none }
    return sheet(
        l("Ties"), note: l.number(page.ties.count),
        """
        <details class="body folded"><summary>\(l("As a table"))</summary><div class="wide"><table><thead><tr><th>\(l("Who"))</th><th>\(l("Tie"))</th><th>\(l("With whom"))</th><th>\(l("Strength"))</th><th>\(l("How sure"))</th><th>\(l("Since"))</th></tr></thead><tbody>
        \(each: page.ties, { tieRow($0, page, c) })
        </tbody></table></div></details>
        """)
}

private func tieRow(_ tie: MapTie, _ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let days = [tie.start.map { c.day($0) }, tie.end.map { "– \(c.day($0))" }].compactMap { $0 }.joined(separator: " ")
    let strength = [tie.isPositive ? nil : l.word(Sign.negative), l.strength(tie.strength)].compactMap { $0 }
    return """
        <tr><td>\(personLink(Named(id: tie.from, name: page.name(of: tie.from)), c))</td>\
        <td>\(l.word(tie.kind))</td>\
        <td>\(personLink(Named(id: tie.to, name: page.name(of: tie.to)), c))</td>\
        <td>\(strength.joined(separator: ", "))</td>\
        <td>\(l.word(tie.certainty))\(ifLet: tie.source, { "<br><small class=\"quiet\">\($0)</small>" })</td><td>\(days)</td></tr>
        """
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
