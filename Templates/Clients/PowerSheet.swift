import Domain
import Routes

/// The balance of power as a key figure: what it is, what it may be, and what it was.
func powerFigure(_ power: ClientPower, _ c: Chrome) -> HTML {
    let l = c.language
    guard let balance = power.balance else {
        return figure(l("Balance of power"), "?", l("nobody has been assessed yet"))
    }
    let width = balance.low < balance.high ? l("from \(l.signed(balance.low)) to \(l.signed(balance.high))") : nil
    let note = [width, was(power, c)].compactMap { $0 }.joined(separator: "; ")
    return figure(l("Balance of power"), l.signed(balance.middle), note)
}

private func was(_ power: ClientPower, _ c: Chrome) -> String? {
    power.before.map { c.language("was \(c.language.signed($0.middle)) on \(c.day(c.today - ClientPower.back))") }
}

/// The balance of power as a line, with what is expected to move it and the way to the map.
func powerSheet(_ power: ClientPower, at client: Client.ID, _ c: Chrome) -> HTML {
    let l = c.language
    guard let balance = power.balance else { return .none }
    let map = MapQuery(.client(client))
    let moved = MapQuery(.client(client), since: c.today - ClientPower.back)
    return sheet(
        l("Balance of power"), note: l("sum of power × stance"), link: (l("Map"), c.link(.map(.sheet(map)))),
        """
        <div class="body">\(line(balance, power.before, l))
        <p><small class="quiet">\(l("thick: today; thin: \(ClientPower.back) days ago; band: what is unknown"))</small></p>
        <p>\(Templates.balance(balance, l))\(ifLet: was(power, c), { "<span class=\"quiet\"> · \($0)</span>" })\
        <span class="unprinted"> · \(anchor(l("What moved"), .map(.sheet(moved)), c))</span></p>
        \(each: power.expected.prefix(3), { "<p><b>\(l("Expected:"))</b> \(expectation($0, c))</p>" })</div>
        """)
}

/// "Kostenko retires, 30 % likely by 1 Mar: −4".
func expectation(_ change: ExpectedChangeRow, _ c: Chrome) -> HTML {
    let l = c.language
    let whose: HTML = "\(ifLet: change.person, { "\(shortName($0.name)): " })"
    return
        "\(whose)\(change.text), \(l("\(change.probability) % likely by \(c.day(change.day))")): \(l.signed(change.shift))"
}

/// The range of the balance on a line with zero, what is known, and what it was.
private func line(_ balance: Balance, _ before: Balance?, _ l: Language) -> HTML {
    let values = [balance.low, balance.high, before?.middle ?? 0, 0]
    let (least, most) = (values.min()!, max(values.max()!, values.min()! + 1))
    func x(_ value: Int) -> Int { 10 + (value - least) * 600 / (most - least) }
    return """
        <svg class="balance-line" viewBox="0 0 620 28" preserveAspectRatio="none" aria-hidden="true">\
        <line class="axis" x1="10" x2="610" y1="14" y2="14"/>\
        <rect class="width" x="\(x(balance.low))" y="7" width="\(max(x(balance.high) - x(balance.low), 2))" height="14"/>\
        <line x1="\(x(0))" x2="\(x(0))" y1="2" y2="26"/>\
        \(ifLet: before, { "<line class=\"was\" x1=\"\(x($0.middle))\" x2=\"\(x($0.middle))\" y1=\"2\" y2=\"26\"/>" })\
        <rect class="middle" x="\(x(balance.middle) - 2)" y="3" width="4" height="22"/></svg>
        """
}
