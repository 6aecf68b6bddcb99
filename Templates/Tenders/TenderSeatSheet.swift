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
        })<p class="body unprinted"><a href="\(c.link(.tenders(.contacts(tender.id))))">\(l("Record of contacts"))</a></p>\(addLink(.seats, tender.id.number, l("Add a seat"), c))
        """)
}

private func seatText(_ row: SeatRow, _ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let known = row.known.filter { $0.step > .none }.map { "\(shortName($0.user.name)): \(l.word($0.step))" }
    let words = [
        known.isEmpty ? tender.colleague(row.seat.draft.user).map { l("known to \(shortName($0))") } : nil,
        known.isEmpty ? nil : known.joined(separator: ", "), row.seat.draft.note,
    ].compactMap { $0 }
    let stance: HTML = row.person == nil ? .none : "\(stanceMark(row.stance, l)) "
    return "\(stance)\(words.joined(separator: " · "))"
}

/// The products that a lot buys.
func itemTable(_ row: LotRow, _ currency: Currency, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Item"), .name), Column(l("Quantity"), .number), Column(l("International name")),
        Column(l("Form and dose")), Column(l("Remaining shelf life")), Column(l("Ceiling price"), .number),
        Column(l("Rule of origin")),
    ]
    return table(l("Items"), c.mayEdit ? columns + [.acts(l("Edit"))] : columns, row.items) { item in
        let draft = item.draft
        return [
            "\(draft.name)", "\(draft.quantity.map { l.quantity($0) } ?? "") \(draft.unit ?? "")",
            "\(draft.innName ?? "")", "\([draft.form, draft.dose].compactMap { $0 }.joined(separator: ", "))",
            "\(draft.shelf ?? "")\(ifLet: draft.shelfOn, { " \(l("until \(c.day($0))"))" })",
            "\(draft.ceiling.map { tenderAmount($0, currency, c) } ?? "")",
            draft.origin == .none ? .none : "\(l.word(draft.origin))",
            actLink(l("Edit"), label: l("Edit: \(draft.name)"), .tenders(.editPart(.items, item.id.number)), c),
        ]
    }
}
