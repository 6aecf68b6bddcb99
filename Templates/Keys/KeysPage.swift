import Domain
import Routes

/// Who is key and why, how dependent that makes, and who holds whom.
package func keysPage(_ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let title = l("Key clients")
    guard keys.isSeen else {
        return layout(
            title, c,
            """
            \(head(title))
            \(sheet(title, emptyNote(l("Who is key follows from the income: whoever sees dossiers and money sees it here."))))
            """)
    }
    return layout(
        title, c,
        """
        \(head(title, actions: "\(button(l("References"), c.link(.keyClients(.references(ReferenceQuery()))))) \(printButton(l))"))
        \(if: keys.company.clients > 0 || keys.otherwiseCount > 0, answer(keysAnswer(keys, c)))
        \(levelTabs(keys, c))
        <div class="keys">\(sheet(l("Who they are and why"), note: l("income of twelve full months to \(l.month(keys.span.to)), groups count once"), keyTable(keys, c)))
        <div class="cols"><div>\(ifLet: keys.concentration, { concentrationPanel($0, c) })</div>\
        <div>\(if: !keys.critical.isEmpty, defencePanel(keys, c))\(if: !keys.load.isEmpty, loadPanel(keys, c))\(ifLet: keys.concentration, { dependencyPanel($0, c) })</div></div></div>
        """)
}

/// How few bring how much, what is critical, and what nobody holds.
private func keysAnswer(_ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let few: HTML =
        "\(ifLet: keys.pareto, { "<b>\(l("\($0.seventy) of \($0.of) clients bring \(l.percent(70)) of the income"))</b>, \(l("\(l.percent(80)) by \($0.eighty)")). " })"
    let critical = keys.clients.filter { row in row.shares.contains { $0.share.verdict.isCritical } }
    let worst = critical.first
    let named: HTML =
        "\(ifLet: worst, { "<b class=\"bad\">\(critical.count == 1 ? l("\($0.client.name) is a critical dependency") : l("\($0.client.name) and \(critical.count - 1) more are critical dependencies"))</b>. " })"
    let unheld: HTML =
        keys.unheld.isEmpty
        ? .none : "<b class=\"bad\">\(l("\(keys.unheld.count) key clients are held by nobody"))</b>. "
    let turnover: HTML =
        keys.turnoverOnlyCount == 0 ? .none : "\(l("\(keys.turnoverOnlyCount) clients are large by turnover only")). "
    let otherwise: HTML =
        keys.otherwiseCount == 0
        ? .none : "\(l("\(keys.otherwiseCount) clients are key by other definitions")). "
    let seen: HTML = keys.isWhole ? .none : "\(l("Of what you see.")) "
    return "\(few)\(named)\(unheld)\(turnover)\(otherwise)\(seen)"
}

private func levelTabs(_ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let levels: [KeyLevel?] = [nil] + KeyLevel.allCases
    func onlyOne(_ id: User.ID) -> HTML {
        let name = keys.clients.lazy.compactMap(\.kam).first { $0.id == id }?.name ?? l("KAM")
        return
            "<a href=\"\(c.link(.keyClients(.list(KeyQuery(level: keys.query.level, order: keys.query.order)))))\">\(l("Only \(shortName(name)): show all"))</a>"
    }
    let kam: HTML = "\(ifLet: keys.query.kam, onlyOne)"
    return """
        <nav class="tabs" aria-label="\(l("Level"))">\(each: levels, { level in
            "<a href=\"\(c.link(.keyClients(.list(KeyQuery(level: level, kam: keys.query.kam, order: keys.query.order)))))\"\(if: level == keys.query.level, " aria-current=\"page\"")>\(level.map { l.word($0) } ?? l("All"))</a>\n"
        })\(kam)</nav>
        <p class="quiet unprinted">\(l("Ranked by:")) \(each: KeyOrder.allCases, { order in
            let query = KeyQuery(level: keys.query.level, kam: keys.query.kam, order: order)
            return order == keys.query.order ? "<b>\(l.word(order))</b> " : "<a href=\"\(c.link(.keyClients(.list(query))))\">\(l.word(order))</a> "
        })</p>
        """
}

private func keyTable(_ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = keys.named
    guard !rows.isEmpty else {
        return emptyNote(
            keys.company.clients == 0
                ? l("Nothing has shipped in twelve full months: shares are counted from orders that shipped.")
                : l("Nobody here brings more than \(l.percent(Discount(hundredths: keys.rules.key))) of the income."))
    }
    let left = rows.count(where: \.isOnlyForItsKam)
    let columns = [
        Column(l("Client"), .name), Column(l("Level")), Column(l("KAM")),
        Column(l("Income, \(c.currency.symbol)"), .number), Column(l("Potential a year"), .number),
        Column(l("Why"), .words),
    ]
    return """
        \(table(l("Key clients"), columns, rows, leftOut: \.isOnlyForItsKam) { keyRow($0, keys, c) })\
        \(if: left > 0, "<p class=\"body quiet printed\">\(l("Left out on paper: \(left) clients that are key for their KAM only."))</p>")
        <p class="body quiet">\(l("Key above \(l.percent(Discount(hundredths: keys.rules.key))), critical above \(l.percent(Discount(hundredths: keys.rules.critical))), mono-client above \(l.percent(Discount(hundredths: keys.rules.mono))): strictly. The source says both “above” and “at least”."))\
        \(ifLet: keys.rules.amount, { " \(l("Whoever brings \(c.short(Money($0))) or more is key too."))" }) \
        \(innovatorWords(keys, c)) \(l("A KAM with three clients always exceeds the last two, so they are not judged for a KAM."))</p>
        """
}

/// How many are innovators, beside the share that theory gives them: no target, so no colour.
private func innovatorWords(_ keys: KeySheet, _ c: Chrome) -> String {
    let l = c.language
    let all = max(keys.company.clients, keys.innovators)
    guard all > 0 else { return "" }
    let share = Discount(hundredths: Int64(keys.innovators) * 10_000 / Int64(all))
    let theory = Discount(hundredths: 250)
    return l(
        "Innovators: \(l.number(keys.innovators)) of \(l.number(all)) who buy, \(l.percent(share)); theory says \(l.percent(theory))."
    )
}

private func keyRow(_ row: KeySheet.Row, _ keys: KeySheet, _ c: Chrome) -> [HTML] {
    let l = c.language
    let figure = Figure(
        PlanMeasure(.income), of: .client(row.client.id), in: keys.span, withGroup: !row.members.isEmpty)
    let members = row.members.filter { $0.turnover != 0 || $0.income != 0 }
    let shown = members.prefix(3).map { "\($0.client.name) \(c.column($0.income, .income))" }
    let more = members.count > 3 ? l(" and \(members.count - 3) others") : ""
    let unknown = KeyShare.share(row.sums.unknown, of: row.sums.turnover, 100) ?? 0
    let level: HTML =
        if let level = row.level {
            "<span class=\"badge key\">\(l.word(level))</span>"
        } else if row.shares.contains(where: { $0.share.verdict == .turnoverOnly }) {
            "<span class=\"badge\">\(l("by turnover only"))</span>"
        } else if row.shares.contains(where: { $0.share.verdict == .unknown }) {
            "<span class=\"quiet\">\(l("unknown"))</span>"
        } else { .none }
    let potential: HTML = "\(ifLet: row.potential, { "\(c.column($0, .income))" })"
    let worth: HTML = "\(ifLet: row.worth, { "<small class=\"below\">NPV\u{A0}\(c.column($0, .income))</small>" })"
    return [
        "\(clientLink(row.client, c))\(if: !members.isEmpty, "<small class=\"below\">\(l("group: \(shown.joined(separator: "; "))\(more)"))</small>")",
        "\(level)\(setLevel(row.standing, c))",
        "\(ifLet: row.kam, { "\(shortName($0.name))" })\(if: row.kam == nil, "<span class=\"bad\">\(l("nobody"))</span>")",
        """
        \(figureLink(row.sums.income, figure, c))\
        \(if: row.sums.turnover != 0, "<small class=\"below\">\(l("turnover \(c.column(row.sums.turnover, .turnover))"))</small>")\
        \(if: unknown > 0, "<small class=\"below warn\">\(l("cost unknown of \(Int(unknown)) %"))</small>")
        """,
        "\(potential)\(worth)",
        "\(each: row.shares.filter { $0.share.scope == .company || $0.share.verdict != .notMet }, { shareLine($0, row, keys, c) })\(alsoBy(row, c))",
    ]
}

/// What a person set: the level if it is another one, and the priority.
private func setLevel(_ standing: KeyStanding, _ c: Chrome) -> HTML {
    let l = c.language
    let words = [
        standing.level.map { l("set: \(l.word($0))") }, standing.priority.map { l("priority \(l.number($0))") },
    ].compactMap { $0 }
    return words.isEmpty ? .none : "<small class=\"below\">\(words.joined(separator: ", "))</small>"
}

/// How the defence of those goes on whom the income depends.
private func defencePanel(_ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [Column(l("Client"), .name), Column(l("Open steps"), .number), Column(l("Review"), .number)]
    return sheet(
        l("Defence plans"), note: l("each critical client needs one"),
        table(l("Defence plans"), columns, keys.critical) { row in
            let plan = row.standing
            let late: HTML =
                plan.late > 0 ? "<small class=\"below bad\">\(l("\(plan.late) steps overdue"))</small>" : .none
            let steps: HTML = plan.steps > 0 ? "\(l.number(plan.steps))\(late)" : "<b class=\"bad\">\(l("no plan"))</b>"
            return [
                anchor(row.client.name, .strategy(.sheet(row.client.id)), c), steps,
                plan.review.map { dueDay($0, c) } ?? "<span class=\"quiet\">\(l("no date"))</span>",
            ]
        })
}

/// The definitions beside the income that make it key, those that are stale, and what nobody has asked. It leads to the evidence.
private func alsoBy(_ row: KeySheet.Row, _ c: Chrome) -> HTML {
    let l = c.language
    func names(_ answer: KeyAnswer) -> String { row.definitions(answer).map { l.word($0) }.joined(separator: ", ") }
    let (met, stale, unknown) = (names(.met), names(.stale), row.definitions(.unknown).count)
    func line(_ words: HTML, isPrinted: Bool = true) -> HTML {
        "<span class=\"stake\(if: !isPrinted, " unprinted")\">\(words)</span>"
    }
    func link(_ words: String) -> HTML { anchor(words, .evidence(.sheet(row.client.id)), c) }
    let asked: HTML =
        unknown == 0 || unknown == KeyDefinition.allCases.count
        ? .none : "; <span class=\"quiet\">\(l("nobody has asked about \(unknown) definitions"))</span>"
    if met.isEmpty, stale.isEmpty { return line(link(l("nothing else known")), isPrinted: false) }
    let old: HTML = stale.isEmpty ? .none : "<span class=\"warn\">\(l("stale: \(stale)"))</span>"
    return line("\(link(met.isEmpty ? l("evidence") : l("also by \(met)")))\(if: !stale.isEmpty, "; ")\(old)\(asked)")
}

/// "14.6 % of the company, was 15.2 %": a share of one base, and what it means.
private func shareLine(_ share: KeySheet.Share, _ row: KeySheet.Row, _ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let (found, verdict) = (share.share, share.share.verdict)
    let whose = baseName(found, share.name, c)
    let member = Concentration.Member(client: row.client, isGroup: !row.members.isEmpty, income: row.sums.income)
    let linked = stakeLink(found, member, in: keys.span, c)
    let words: HTML =
        switch verdict {
        case .notComputable: "\(l("not computable")): \(whose), \(l("no income above 0"))"
        case .unknown: "\(l("unknown")): \(whose), \(l("its costs are missing"))"
        case .turnoverOnly:
            "<b class=\"warn\">\(l("by turnover only"))</b>: \(l("turnover \(percent(found.turnoverShare, l)), income \(percent(found.incomeShare, l))")) \(whose)"
        case .notMet: "<span class=\"quiet\">\(percent(found.incomeShare, l)) \(whose)</span>"
        case .key: "<b>\(linked)</b> \(whose)"
        case .critical, .mono:
            "<b class=\"bad\">\(linked)</b> \(whose), <b class=\"bad\">\(l.word(verdict))</b>"
        }
    let before = found.shareBefore.map { ", \(l("was \(percent($0, l))"))" } ?? ""
    return "<span class=\"stake\">\(words)\(verdict.isMet ? before : "")</span>"
}

/// Who holds the key clients of the company: three at most.
private func loadPanel(_ keys: KeySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [Column(l("KAM"), .name), Column(l("Key clients of the company"))]
    return sheet(
        l("Who holds whom"), note: l("at most \(KeySheet.Load.most) each"),
        table(l("Who holds whom"), columns, keys.load) { load in
            let names = load.clients.map(\.name).joined(separator: ", ")
            let name: HTML =
                load.kam.map { kam in anchor(shortName(kam.name), .keyClients(.list(KeyQuery(kam: kam.id))), c) }
                ?? "<b class=\"bad\">\(l("nobody"))</b>"
            let many: HTML =
                load.isTooMuch
                ? "<small class=\"below bad\">\(l("\(load.clients.count) key clients: at most \(KeySheet.Load.most) can be held well"))</small>"
                : .none
            return [
                name,
                load.clients.isEmpty ? "<span class=\"quiet\">\(l("none"))</span>" : "\(names)\(many)",
            ]
        })
}
