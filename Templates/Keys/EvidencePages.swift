import Domain
import Routes

/// Why a client is key: the six definitions on one page, each with its rule, the evidence, who said it, when, and how sure.
package func evidencePage(_ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let met = KeyDefinition.allCases.filter { sheet.answer(of: $0) == .met }
    let stale = KeyDefinition.allCases.filter { sheet.answer(of: $0) == .stale }
    let count = met.count + (sheet.isKeyByIncome ? 1 : 0)
    let names = (sheet.isKeyByIncome ? [l("income")] : []) + met.map { l.word($0) }
    let first: HTML =
        count == 0
        ? "<b>\(l("No definition is met as far as we know."))</b> "
        : "<b>\(l("\(count) of six definitions are met")): \(names.joined(separator: ", "))</b>. "
    let old: HTML =
        stale.isEmpty
        ? .none : "<b class=\"warn\">\(l("Stale: \(stale.map { l.word($0) }.joined(separator: ", "))"))</b>. "
    let set = c.mayEdit ? button(l("Set the level"), c.link(.strategy(.new(sheet.client.id, .level)))) : .none
    return dossierPage(
        .keys, of: sheet.client, main: set, c,
        """
        \(answer("\(first)\(old)\(contradiction(sheet, c))"))
        \(definitionSheets(sheet, c))
        """)
}

/// The level that people set and the six definitions, below each other.
func definitionSheets(_ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    """
    \(levelSheet(sheet, c))
    \(incomeSheet(sheet, c))
    \(each: KeyDefinition.allCases, { definitionSheet($0, sheet, c) })
    """
}

/// At which level a person says that they are key, beside what the evidence proposes, and what was said before.
private func levelSheet(_ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let proposed = l("the evidence says: \(l.word(sheet.proposed))")
    guard !sheet.levels.isEmpty else {
        return Templates.sheet(
            l("Key level"), note: proposed, emptyNote(l("Nobody has set it: the evidence proposes, a person decides.")))
    }
    let columns =
        [
            Column(l("Level"), .name), Column(l("Priority"), .number), Column(l("Why"), .words), Column(l("Said")),
        ] + (c.mayEdit ? [.acts(l("What can be done"))] : [])
    let body = table(l("Key level"), columns, sheet.levels) { row in
        let edit = actLink(l("Edit"), label: l("Edit: \(row.draft.text)"), .strategy(.edit(row.line.id)), c)
        return [
            "\(ifLet: row.draft.level, { "\(l.word($0))" })", "\(ifLet: row.draft.priority, { "\(l.number($0))" })",
            "\(row.draft.text)",
            "\(c.day(row.draft.day))<small class=\"below\">\(shortName(row.by)), \(l.word(row.draft.grade))</small>",
        ] + (c.mayEdit ? [edit] : [])
    }
    return Templates.sheet(l("Key level"), note: proposed, body)
}

/// What does not fit together: somebody says that they are key and the evidence does not, or the other way round.
private func contradiction(_ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let set = sheet.levels.first?.draft.level, set != sheet.proposed else { return .none }
    return "<b class=\"warn\">\(l("Set as \(l.word(set)), the evidence says \(l.word(sheet.proposed))"))</b>. "
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
    let note = l("computed from what was shipped in twelve full months")
    return Templates.sheet(l("1. Income"), note: sheet.isGroup ? "\(note), \(l("with its group"))" : note, body)
}

private func definitionSheet(_ definition: KeyDefinition, _ sheet: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = sheet.rows.filter { $0.evidence.draft.definition == definition }
    let answer = sheet.answer(of: definition)
    let place = 2 + (KeyDefinition.allCases.firstIndex(of: definition) ?? 0)
    let columns =
        [
            Column(l("What we know"), .title), Column(l("Kind")), Column(l("Source"), .words),
            Column(l("Day"), .number),
            Column(l("Certainty")), Column(l("Holds until"), .number),
        ] + (c.mayEdit ? [.acts(l("Evidence for a definition"))] : [])
    let evidence: HTML =
        rows.isEmpty
        ? emptyNote(l("Nothing is recorded. It is not “no”: nobody has asked."))
        : table(l("Evidence for a definition"), columns, rows) { evidenceRow($0, of: sheet, c) }
    let wallet: HTML =
        definition == .potential
        ? "\(ifLet: sheet.wallet, { "<p class=\"body\">\(l("Share of wallet: \(percent($0, l)) of \(c.short(sheet.potential ?? .zero)) a year"))</p>" })"
        : .none
    let link: (String, String)? =
        c.mayEdit ? (l("Add evidence"), c.link(.evidence(.new(sheet.client.id, definition)))) : nil
    let name = l.word(definition)
    return Templates.sheet(
        "\(place). \(name.prefix(1).uppercased())\(name.dropFirst()): \(l.word(answer))", note: l.rule(of: definition),
        link: link,
        "\(evidence)\(wallet)")
}

private func evidenceRow(_ row: EvidenceSheet.Row, of sheet: EvidenceSheet, _ c: Chrome) -> [HTML] {
    let l = c.language
    let draft = row.evidence.draft
    let amount: HTML = "\(ifLet: draft.amount, { " <b>\(c.short($0))</b>" })"
    let isOld = !draft.holds(on: sheet.today)
    let until: HTML =
        "\(ifLet: draft.until, { isOld ? "<span class=\"warn\">\(c.day($0))</span>" : "\(c.day($0))" })"
    let acts: HTML = """
        \(if: draft.kind != .nextStep, actButton(.evidence(.confirm(row.evidence.id)), l("Still so"), label: l("Still so: \(draft.claim)"), returns: true, c)) \
        \(actLink(l("Edit"), label: l("Edit: \(draft.claim)"), .evidence(.edit(row.evidence.id)), c))
        """
    let member: HTML =
        row.client.id == sheet.client.id ? .none : "<small class=\"below\">\(clientLink(row.client, c))</small>"
    let cited: HTML = "\(ifLet: draft.permits, { "<small class=\"below\">\(l.word($0))</small>" })"
    return [
        "\(draft.claim)\(amount)\(cited)\(member)", "\(l.word(draft.kind))",
        "\(draft.source)\(evidenceLink(row, c))<small class=\"below\">\(shortName(row.by))</small>",
        "\(c.day(draft.day))", "\(l.word(draft.grade))", until,
    ] + (c.mayEdit ? [acts] : [])
}

/// The record that shows a piece of evidence, with a link to it.
private func evidenceLink(_ row: EvidenceSheet.Row, _ c: Chrome) -> HTML {
    guard let link = row.evidence.draft.link, let name = row.linked else { return .none }
    let page: Route? =
        switch link {
        case .interaction(let id): .interactions(.sheet(id))
        case .order(let id): .orders(.sheet(id))
        case .lot: row.tender.map { .tenders(.sheet($0)) }
        }
    return "<small class=\"below\">\(page.map { anchor(name, $0, c) } ?? "\(name)")</small>"
}

/// The form for a piece of evidence. `id` is nil for a new one.
package func evidenceForm(
    _ id: Evidence.ID?, _ client: Named<Client>, _ links: [(link: EvidenceLink, name: String, day: Day?)],
    _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("Add evidence") : l("Edit evidence")
    let kinds = EvidenceKind.allCases.map { kind in
        (kind.rawValue, "\(kind.definition.map { "\(l.word($0)): " } ?? "")\(l.word(kind))")
    }
    let back = c.link(.evidence(.sheet(client.id)))
    let known = links.map {
        ($0.link.typed, [$0.day.map { c.day($0) }, $0.name].compactMap { $0 }.joined(separator: ", "))
    }
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
            \(f.choice("link", l("What shows it"), none: l("nothing on the desk"), known))
            \(f.choice("permits", l("May be cited"), Citation.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.text("amount", l("Amount a year"), hint: l("Of a potential: what they buy or need in a year."), width: "narrow"))
            \(f.day("day", l("Day"), required: true))
            \(f.choice("grade", l("Certainty"), Certainty.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.day("until", l("Holds until"), hint: l("Of a next step the day on which it is due. Empty: as long as its kind holds.")))
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.evidence(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
