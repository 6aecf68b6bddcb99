import Domain
import Routes

/// Who decides on a tender.
func seatSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Who decides"),
        """
        \(if: tender.seats.isEmpty, emptyNote(l("Nobody is written down who decides.")))\
        \(each: tender.seats, { row in
            partRow(
                row.person.map { personLink($0, c) } ?? "<span class=\"quiet\">\(l("empty seat"))</span>",
                "\(row.seat.draft.role)", seatText(row, tender, c), edit: .seats, row.seat.id.number,
                row.seat.draft.role, isDone: row.person != nil, c)
        })<p class="body unprinted">\(if: tender.seats.contains { $0.person != nil }, "<a href=\"\(c.link(.map(.sheet(MapQuery(.tender(tender.id))))))\">\(l("Map of those who decide"))</a> · ")<a href="\(c.link(.tenders(.contacts(tender.id))))">\(l("Record of contacts"))</a></p>\(addLink(.seats, tender.id.number, l("Add a seat"), c))
        """)
}

private func seatText(_ row: SeatRow, _ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let known = row.known.filter { $0.step > .none }.map { "\(shortName($0.user.name)): \(l.word($0.step))" }
    let words = [
        known.isEmpty ? tender.colleague(row.seat.draft.user).map { l("known to \(shortName($0))") } : nil,
        known.isEmpty ? nil : known.joined(separator: ", "), row.seat.draft.note,
    ].compactMap { $0 }
    let stance: HTML = row.person == nil ? .none : stanceMark(row.stance, l)
    return "\(stance)\(if: row.person != nil && !words.isEmpty, " · ")\(words.joined(separator: " · "))"
}

/// The products that a lot buys. What no product of the lot has gets no column.
func itemTable(_ row: LotRow, _ currency: Currency, _ c: Chrome) -> HTML {
    let l = c.language
    let all: [(column: Column, cell: (ItemDraft) -> String)] = [
        (Column(l("Quantity"), .number), { "\($0.quantity.map { l.quantity($0) } ?? "") \($0.unit ?? "")" }),
        (Column(l("International name")), { $0.innName ?? "" }),
        (Column(l("Form and dose")), { [$0.form, $0.dose].compactMap { $0 }.joined(separator: ", ") }),
        (
            Column(l("Remaining shelf life")),
            { [$0.shelf, $0.shelfOn.map { l("until \(c.day($0))") }].compactMap { $0 }.joined(separator: " ") }
        ),
        (Column(l("Ceiling price"), .number), { $0.ceiling.map { tenderAmount($0, currency, c) } ?? "" }),
        (Column(l("Rule of origin")), { $0.origin == .none ? "" : l.word($0.origin) }),
    ]
    let shown = all.filter { part in row.items.contains { !part.cell($0.draft).isEmpty } }
    let columns = [Column(l("Item"), .name)] + shown.map(\.column)
    return table(l("Items"), c.mayEdit ? columns + [.acts(l("Edit"))] : columns, row.items) { item in
        let name = item.draft.name
        let act = actLink(l("Edit"), label: l("Edit: \(name)"), .tenders(.editPart(.items, item.id.number)), c)
        return ["\(name)"] + shown.map { "\($0.cell(item.draft))" } + [act]
    }
}

/// What the law of the tender sets. It lies folded on the page and is printed with it.
func ruleSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !tender.rules.isEmpty else { return .none }
    return sheet(
        l("What the law sets"), note: l.law(tender.draft.law ?? tender.procedure?.law ?? ""),
        """
        <details class="printed-whole"><summary class="body">\(l("\(tender.rules.count) rules of laws"))</summary>\
        <dl class="facts body">\(each: tender.rules, { rule in
            """
            <dt>\(l.word(rule.draft))</dt><dd>\(rule.draft.value)\(ifLet: rule.draft.article, { " · \(l("art. \($0)"))" })\
            \(if: rule.draft.confirmedBy == nil, " · <span class=\"warn\">\(l("to be confirmed by a lawyer"))</span>")</dd>
            """
        })</dl></details>
        """)
}

/// The signals that became the tender.
func signalSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !tender.signals.isEmpty else { return .none }
    return sheet(
        l("Where it came from"),
        "\(each: tender.signals, { "<div class=\"why\"><span class=\"mark good\" aria-hidden=\"true\">●</span><span>\($0.draft.text)</span><span class=\"num\">\(c.day($0.draft.saidOn))</span><small>\($0.draft.source)</small></div>" })"
    )
}
