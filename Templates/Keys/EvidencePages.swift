import Domain
import Routes

/// Why a client is key: the six definitions on one page, each with its rule, the evidence, who said it, when, and how sure.
package func evidencePage(_ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let title = l("Why \(sheet.client.name) is key")
    let met = KeyDefinition.allCases.filter { sheet.answer(of: $0) == .met }
    let stale = KeyDefinition.allCases.filter { sheet.answer(of: $0) == .stale }
    let isByIncome = sheet.shares.contains { $0.share.verdict.isMet }
    let count = met.count + (isByIncome ? 1 : 0)
    let names = (isByIncome ? [l("income")] : []) + met.map { l.word($0) }
    let first: HTML =
        count == 0
        ? "<b>\(l("No definition is met as far as we know."))</b> "
        : "<b>\(l("\(count) of six definitions are met")): \(names.joined(separator: ", "))</b>. "
    let old: HTML =
        stale.isEmpty
        ? .none : "<b class=\"warn\">\(l("Stale: \(stale.map { l.word($0) }.joined(separator: ", "))"))</b>. "
    return layout(
        title, c,
        """
        \(trail(sheet.client.name, c.link(.clients(.sheet(sheet.client.id)))))
        \(head(title, actions: printButton(l)))
        \(answer("\(first)\(old)"))
        \(incomeSheet(sheet, c))
        \(each: KeyDefinition.allCases, { definitionSheet($0, sheet, c) })
        """)
}

private func incomeSheet(_ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Of"), .name), Column(l("Share"), .number), Column(l("Was"), .number), Column(l("Verdict")),
    ]
    let body: HTML =
        sheet.shares.isEmpty
        ? emptyNote(l("Too little was sold in twelve full months, or you do not see it."))
        : table(l("Income"), columns, sheet.shares) { row in
            [
                "\(baseName(row.share, row.name, c))", "\(percent(row.share.incomeShare, l))",
                "\(percent(row.share.shareBefore, l))", "\(l.word(row.share.verdict))",
            ]
        }
    return Templates.sheet(l("1. Income"), note: l("computed from what was shipped in twelve full months"), body)
}

private func definitionSheet(_ definition: KeyDefinition, _ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = sheet.rows.filter { $0.evidence.draft.definition == definition }
    let answer = sheet.answer(of: definition)
    let place = 2 + (KeyDefinition.allCases.firstIndex(of: definition) ?? 0)
    let columns = [
        Column(l("What we know"), .title), Column(l("Kind")), Column(l("Source"), .words), Column(l("Day"), .number),
        Column(l("Certainty")), Column(l("Holds until"), .number),
        .acts(l("Evidence for a definition")),
    ]
    let evidence: HTML =
        rows.isEmpty
        ? emptyNote(l("Nothing is recorded. It is not “no”: nobody has asked."))
        : table(l("Evidence for a definition"), columns, rows) { evidenceRow($0, sheet.today, c) }
    let wallet: HTML =
        definition == .potential
        ? "\(ifLet: sheet.wallet, { "<p class=\"body\">\(l("Share of wallet: \(percent($0, l)) of \(c.short(sheet.potential ?? .zero)) a year"))</p>" })"
        : .none
    let link: (String, String)? =
        c.may(.editor) && !c.isPaper ? (l("Add evidence"), c.link(.evidence(.new(sheet.client.id, definition)))) : nil
    let name = l.word(definition)
    return Templates.sheet(
        "\(place). \(name.prefix(1).uppercased())\(name.dropFirst()): \(l.word(answer))", note: l.rule(of: definition),
        link: link,
        "\(evidence)\(wallet)")
}

private func evidenceRow(_ row: EvidenceSheet.Row, _ today: Day, _ c: Chrome) -> [HTML] {
    let l = c.language
    let draft = row.evidence.draft
    let amount: HTML = "\(ifLet: draft.amount, { " <b>\(c.short($0))</b>" })"
    let isOld = !draft.holds(on: today)
    let until: HTML =
        "\(ifLet: draft.until, { isOld ? "<span class=\"warn\">\(c.day($0))</span>" : "\(c.day($0))" })"
    let acts: HTML =
        c.may(.editor) && !c.isPaper
        ? """
        \(if: draft.kind != .nextStep, actButton(.evidence(.confirm(row.evidence.id)), l("Still so"), label: l("Still so: \(draft.claim)"), returns: true, c)) \
        \(actLink(l("Edit"), label: l("Edit: \(draft.claim)"), .evidence(.edit(row.evidence.id)), c))
        """ : .none
    return [
        "\(draft.claim)\(amount)", "\(l.word(draft.kind))",
        "\(draft.source)<small class=\"below\">\(shortName(row.by))</small>",
        "\(c.day(draft.day))", "\(l.word(draft.grade))", until, acts,
    ]
}

/// The form for a piece of evidence. `id` is nil for a new one.
package func evidenceForm(_ id: Evidence.ID?, _ client: Named<Client>, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("Add evidence") : l("Edit evidence")
    let kinds = EvidenceKind.allCases.map { kind in
        (kind.rawValue, "\(kind.definition.map { "\(l.word($0)): " } ?? "")\(l.word(kind))")
    }
    let back = c.link(.evidence(.sheet(client.id)))
    return layout(
        title, c,
        """
        \(trail(client.name, back))
        \(head(title))
        \(f.form(
            id.map { .evidence(.change($0)) } ?? .evidence(.add(client.id)), back: back,
            """
            \(f.choice("definition", l("Definition"), KeyDefinition.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.choice("kind", l("Kind"), kinds))
            \(f.area("claim", l("What we know"), rows: 3))
            \(f.text("source", l("Source"), required: true, hint: l("Who said it, or where it is written.")))
            \(f.text("amount", l("Amount a year"), hint: l("Of a potential: what they buy or need in a year."), width: "narrow"))
            \(f.day("day", l("Day"), required: true))
            \(f.choice("grade", l("Certainty"), Certainty.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.day("until", l("Holds until"), hint: l("Of a next step the day on which it is due. Empty: as long as its kind holds.")))
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.evidence(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
