import Domain
import Routes

/// Where the balance of power at a client stands, and how it came there.
func balanceSheet(_ points: [Balance], _ c: Chrome) -> HTML {
    let l = c.language
    guard let last = points.last, last.low != 0 || last.high != 0 || points.count > 2 else { return .none }
    return sheet(
        l("Balance of power"), note: l("sum of power × stance; the band is what nobody knows"),
        """
        <div class="body">\(balanceChart(points, c))
        <p><b>\(signed(last.middle))</b> <span class="quiet">\(l("from \(signed(last.low)) to \(signed(last.high))"))</span></p>
        <details><summary>\(l("As a table"))</summary><table><thead><tr><th>\(l("Since"))</th><th class="num">\(l("At least"))</th>\
        <th class="num">\(l("Known"))</th><th class="num">\(l("At most"))</th></tr></thead><tbody>\(each: points, { balanceRow($0, c) })</tbody></table></details></div>
        """)
}

private func balanceRow(_ point: Balance, _ c: Chrome) -> HTML {
    """
    <tr><td>\(c.day(point.day))</td><td class="num">\(signed(point.low))</td><td class="num">\(signed(point.middle))</td>\
    <td class="num">\(signed(point.high))</td></tr>
    """
}

private func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0" }

/// What moved between two days.
func changesSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard let changes = page.changes, let since = query.since else { return .none }
    guard !changes.isEmpty else {
        return sheet(l("What moved"), emptyNote(l("Nothing has moved since \(c.day(since)).")))
    }
    let names = Dictionary(uniqueKeysWithValues: page.people.map { ($0.person.id, $0.person.name) })
    return sheet(
        l("What moved"), note: l("since \(c.day(since))"),
        "<ul class=\"rows plain\">\(each: changes, { "<li>\(change($0, names, c))</li>" })</ul>")
}

private func change(_ change: MapChange, _ names: [Person.ID: String], _ c: Chrome) -> HTML {
    let l = c.language
    func who(_ person: MapPerson) -> HTML { personLink(Named(id: person.id, name: person.name), c) }
    func tie(_ tie: MapTie) -> HTML {
        "\(names[tie.from] ?? "?") \(l.word(tie.kind)) \(names[tie.to] ?? "?"), \(l.strength(tie.strength))"
    }
    switch change {
    case .came(let person): return "\(who(person)): \(l("came"))"
    case .left(let person): return "\(who(person)): \(l("left"))"
    case .moved(let person, let old):
        return "\(who(person)): \(post(old)) → \(post(person))"
    case .power(let person, let old):
        return "\(who(person)): \(l("power")) \(old.map(String.init) ?? "?") → \(person.power.map(String.init) ?? "?")"
    case .stance(let person, let old):
        return "\(who(person)): \(old.map { l.stance($0) } ?? "?") → \(person.stance.map { l.stance($0) } ?? "?")"
    case .began(let new): return "\(l("New tie")): \(tie(new))"
    case .ended(let old): return "\(l("Ended tie")): \(tie(old))"
    case .changed(let new, let old): return "\(tie(old)) → \(tie(new))"
    }
}

private func post(_ person: MapPerson) -> String {
    [person.title, person.client?.name].compactMap { $0 }.joined(separator: ", ")
}
