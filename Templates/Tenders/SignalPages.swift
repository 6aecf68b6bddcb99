import Domain
import Routes

/// Where money is said to move, and whose word came true.
package func signalListPage(_ list: SignalList, _ c: Chrome) -> HTML {
    let l = c.language
    let new: HTML = c.mayEdit ? button(l("New signal"), c.link(.signals(.new(nil))), main: true) : .none
    let empty = sheet(
        l("No signals yet"),
        emptyNote(
            l("A signal is money of which somebody says that it will move: who said it, how much, when, how sure.")))
    return tendersPage(
        .signals, title: l("Signals"), actions: "\(printButton(l)) \(new)", c,
        """
        \(if: !list.rows.isEmpty, answer(signalAnswer(list, c)))
        \(if: list.rows.isEmpty, empty)
        \(if: !list.open.isEmpty, sheet(l("Where money will move"), export: .signals(.list), signalTable(list.open, l("Where money will move"), c), c))
        \(if: !list.past.isEmpty, sheet(l("What came of others"), signalTable(list.past, l("What came of others"), c)))
        \(if: !list.sources.isEmpty, sheet(l("Whose word came true"), sourceTable(list.sources, c)))
        """)
}

private func signalTable(_ rows: [SignalRow], _ name: String, _ c: Chrome) -> HTML {
    let l = c.language
    let areOpen = rows.allSatisfy { $0.signal.draft.state == .open }
    let columns =
        [
            Column(l("What was said"), .title), Column(l("Client"), .record), Column(l("Who said it")),
            Column(l("Amount, \(c.currency.symbol)"), .number), Column(l("Expected on"), .number),
            Column(l("How sure")),
        ] + (areOpen ? [] : [Column(l("State"))]) + (c.mayEdit ? [.acts(l("Edit"))] : [])
    return table(name, columns, rows) { row in
        let draft = row.signal.draft
        let cells: [HTML] = [
            "\(draft.text)", clientLink(row.client, c), "\(draft.source) <small>\(c.day(draft.saidOn))</small>",
            "\(draft.amount.map(c.amount) ?? l("unknown"))",
            draft.expectedOn.map { draft.state == .open ? dueDay($0, c) : "\(c.day($0))" } ?? .none,
            "\(l.word(draft.likelihood))",
        ]
        return cells + (areOpen ? [] : [stateCell(row, c)]) + [
            "\(if: draft.state == .open, "\(actLink(l("It became a tender"), label: l("It became a tender: \(draft.text)"), .tenders(.fromSignal(row.signal.id)), c)) ")\(actLink(l("Edit"), label: l("Edit: \(draft.text)"), .signals(.edit(row.signal.id)), c))"
        ]
    }
}

private func stateCell(_ row: SignalRow, _ c: Chrome) -> HTML {
    """
    \(c.language.word(row.signal.draft.state))\(ifLet: row.tender, { " \(tenderLink($0, c))" })\
    \(ifLet: row.signal.draft.reason, { "<small class=\"by\">\($0)</small>" })
    """
}

/// What the page says first: what is open, and how often the word of the last quarter came true.
private func signalAnswer(_ list: SignalList, _ c: Chrome) -> HTML {
    let l = c.language
    let past = list.lastQuarter
    let open: HTML = """
        <b>\(l("\(list.open.count) open signals"))</b>, <b>\(c.short(list.openSum))</b>\
        \(if: list.openUnknown > 0, "; \(l("of \(list.openUnknown) nobody said how much"))").
        """
    guard past.said > 0 else { return open }
    return """
        \(open) \(l("Said in the last quarter:")) <b>\(l.number(past.said))</b>, \(l("came true:")) <b>\(l.number(past.cameTrue))</b>, \
        \(l("nothing came of:")) <b>\(l.number(past.died))</b>.
        """
}

private func sourceTable(_ rows: [SourceRecord], _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("Whose word came true"),
        [
            Column(l("Who said it"), .name), Column(l("Said"), .number), Column(l("Came true"), .number),
            Column(l("Nothing came of it"), .number),
        ], rows
    ) { row in
        ["\(row.source ?? "")", "\(l.number(row.said))", "\(l.number(row.cameTrue))", "\(l.number(row.died))"]
    }
}

package func signalExport(_ rows: [SignalRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("What was said"), l("Client"), l("Who said it"), l("Amount"), l("Said on"), l("Expected on"),
            l("How sure"), l("State"), l("Reason"),
        ],
        rows.map { row in
            let draft = row.signal.draft
            return [
                .text(draft.text), .text(row.client.name), .text(draft.source), c.cell(draft.amount),
                .text(draft.saidOn.iso), .text(draft.expectedOn?.iso ?? ""), .text(l.word(draft.likelihood)),
                .text(l.word(draft.state)), .text(draft.reason ?? ""),
            ]
        })
}

package func signalForm(
    _ id: Signal.ID?, _ client: Named<Client>?, _ ours: [User], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let named: HTML =
        client.map {
            "<p class=\"quiet\">\($0.name)</p><input type=\"hidden\" name=\"client_id\" value=\"\($0.id.number)\">"
        }
        ?? f.text("client", l("Client"), required: true, hint: l("By name."), suggest: "clients")
    return partForm(
        id == nil ? l("New signal") : l("Edit signal"), of: l("Signals"), .signals(.list),
        .signals(id.map { .change($0) } ?? .add), f, c,
        """
        \(named)
        \(f.area("text", l("What was said"), rows: 3))
        \(f.text("source", l("Who said it"), required: true))
        \(f.text("amount", l("Amount, \(c.currency.symbol)"), width: "narrow"))
        \(f.day("said", l("Said on")))
        \(f.day("expected", l("Expected on")))
        \(f.choice("likelihood", l("How sure"), Likelihood.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.choice("user", l("Who of us heard it"), none: l("nobody"), ours.filter { $0.isActive || String($0.id.number) == state.entries["user"] }.map { (String($0.id.number), $0.name) }))
        \(f.choice("state", l("State"), SignalState.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("reason", l("Why nothing came of it")))
        """, delete: id.map { .signals(.delete($0)) })
}

/// The numbers that laws set, from a day until a day.
package func lawRulePage(_ list: LawRuleList, _ c: Chrome) -> HTML {
    let l = c.language
    let new: HTML = c.may(.lead) ? button(l("New rule"), c.link(.signals(.newRule)), main: true) : .none
    let columns = [
        Column(l("Name"), .name), Column(l("Law")), Column(l("Value")), Column(l("In force from"), .number),
        Column(l("In force until"), .number), Column(l("Source")), Column(l("Confirmed by")),
    ]
    let rows = table(l("Rules of laws"), c.may(.lead) ? columns + [.acts(l("Edit"))] : columns, list.rules) { rule in
        let draft = rule.draft
        let article = draft.article.map { l("art. \($0)").replacing(" ", with: "\u{A0}") }
        return [
            "\(l.word(draft))", "\(l.law(draft.law))\(ifLet: article, { " <small>\($0)</small>" })",
            "\(draft.value)",
            "\(c.day(draft.from))", "\(draft.to.map(c.day) ?? "")", source(draft),
            draft.confirmedBy.map { "\($0)" } ?? "<span class=\"warn\">\(l("to be confirmed by a lawyer"))</span>",
            actLink(l("Edit"), label: l("Edit: \(l.word(draft))"), .signals(.editRule(rule.id)), c),
        ]
    }
    return layout(
        l("Rules of laws"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Rules of laws"), actions: "\(printButton(l)) \(new)"))
        \(list.rules.isEmpty ? sheet(l("No rules"), emptyNote(l("What no rule says is not known."))) : sheet(l("Rules of laws"), rows))
        """)
}

/// Where a rule is written: an address is a link that says its site.
private func source(_ rule: LawRuleDraft) -> HTML {
    guard let source = rule.source else { return .none }
    guard source.hasPrefix("https://") || source.hasPrefix("http://") else { return "\(source)" }
    let site = source.split(separator: "/").dropFirst().first.map(String.init) ?? source
    return "<a href=\"\(userURL: source)\" rel=\"noreferrer\">\(site)</a>"
}

package func lawRuleForm(_ id: LawRule.ID?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return partForm(
        id == nil ? l("New rule") : l("Edit rule"), of: l("Rules of laws"), .signals(.rules),
        .signals(id.map { .changeRule($0) } ?? .addRule), f, c,
        """
        \(f.text("name", l("Name"), required: true, hint: l("Under it the rule is asked for, so it stays as it is.")))
        \(f.text("law", l("Law"), required: true, width: "narrow"))
        \(f.text("article", l("Article"), width: "narrow"))
        \(f.text("value", l("Value"), required: true))
        \(f.day("from", l("In force from"), required: true))
        \(f.day("to", l("In force until")))
        \(f.text("source", l("Source")))
        \(f.text("confirmed_by", l("Confirmed by")))
        """, delete: id.map { .signals(.deleteRule($0)) })
}
