import Domain
import Routes

/// What the contract of a tender promises, and the penalties.
func deliverySheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let isWon =
        tender.lots.contains { $0.lot.draft.outcome == .won } || [.contract, .execution].contains(tender.draft.stage)
    guard isWon || !tender.deliveries.isEmpty else { return .none }
    let penalties = tender.deliveries.compactMap(\.draft.penalty).reduce(Money.zero, +)
    return sheet(
        l("Deliveries"),
        note: penalties > .zero ? l("penalties: \(l.money(penalties, Currency(tender.currency)))") : nil,
        """
        \(if: tender.deliveries.isEmpty, emptyNote(l("No delivery is written down: take the schedule from the contract.")))\
        \(each: tender.deliveries, { deliveryRow($0, tender, c) })\
        \(addLink(.deliveries, tender.id.number, l("Add a delivery"), c))
        """)
}

private func deliveryRow(_ row: TenderDelivery, _ tender: TenderSheet, _ c: Chrome) -> HTML {
    let (l, draft, currency) = (c.language, row.draft, Currency(tender.currency))
    let more = [
        draft.amount.map { l.money($0, currency) }, draft.deliveredOn.map { l("delivered \(c.day($0))") },
        draft.acceptedOn.map { l("accepted \(c.day($0))") }, draft.paidOn.map { l("paid on \(c.day($0))") },
        draft.penalty.map { l("penalty \(l.money($0, currency))") }, draft.penaltyReason, draft.note,
    ].compactMap { $0 }.joined(separator: " · ")
    return partRow(
        "\(draft.what)", deliveryStep(draft, c), "\(more)", edit: .deliveries, row.id.number, draft.what,
        isDone: draft.step == .nothing, c)
}

/// What is next for a delivery, and until when.
private func deliveryStep(_ draft: DeliveryDraft, _ c: Chrome) -> HTML {
    let l = c.language
    let day = draft.nextOn.map(c.day)
    let words =
        switch draft.step {
        case .deliver: l("to be delivered until \(day ?? "")")
        case .accept: l("waits for acceptance")
        case .pay: day.map { l("to be paid until \($0)") } ?? l("waits for payment")
        case .nothing: l("all is paid")
        }
    return alarming("\(words)", if: draft.isLate(on: c.today))
}

/// The deliveries of all tenders that are not paid yet.
package func deliveryListPage(_ list: DeliveryList, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Client"), .name), Column(l("Tender"), .record), Column(l("What is delivered"), .words),
        Column(l("Due on"), .number), Column(l("What is next"), .words), Column(l("Amount"), .number),
        Column(l("Penalty"), .number),
    ]
    let rows = table(l("Deliveries"), c.may(.clerk) ? columns + [.acts(l("Edit"))] : columns, list.rows) { row in
        let (draft, currency) = (row.delivery.draft, Currency(row.currency))
        return [
            clientLink(row.client, c), row.tender.map { tenderLink($0, c) } ?? .none, "\(draft.what)",
            "\(c.day(draft.due))", deliveryStep(draft, c), "\(tenderAmount(draft.amount, currency, c))",
            "\(draft.penalty.map { tenderAmount($0, currency, c) } ?? "")",
            actLink(
                l("Edit"), label: l("Edit: \(draft.what)"), .tenders(.editPart(.deliveries, row.delivery.id.number)), c),
        ]
    }
    return tendersPage(
        .deliveries, title: l("Deliveries"), actions: printButton(l), c,
        """
        \(if: !list.rows.isEmpty, answer(deliveryAnswer(list, c)))
        \(list.rows.isEmpty ? sheet(l("No deliveries"), emptyNote(l("No delivery of a tender is open. They are written down on the page of a tender that was won."))) : sheet(l("Deliveries"), export: .tenders(.deliveries), rows, c))
        """)
}

private func deliveryAnswer(_ list: DeliveryList, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <b>\(l("\(list.rows.count) deliveries are not paid yet"))</b>\
        \(if: list.late > 0, ", <b class=\"bad\">\(l("\(list.late) late"))</b>"). \(l("Accepted and not paid:")) <b>\(c.money(list.unpaid))</b>.\
        \(if: list.penalties > .zero, " \(l("Penalties:")) <b>\(c.money(list.penalties))</b>.")
        """
}

package func deliveryExport(_ rows: [DeliveryRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Client"), l("Tender"), l("What is delivered"), l("Amount"), l("Currency"), l("Due on"),
            l("Delivered on"), l("Accepted on"), l("To be paid until"), l("Penalty"), l("What the penalty is for"),
        ],
        rows.map { row in
            let (draft, currency) = (row.delivery.draft, Currency(row.currency))
            return [
                .text(row.client.name), .text(row.tender?.name ?? ""), .text(draft.what),
                .number(draft.amount.map(currency.text)), .text(row.currency), .text(draft.due.iso),
                .text(draft.deliveredOn?.iso ?? ""), .text(draft.acceptedOn?.iso ?? ""),
                .text(draft.payableOn?.iso ?? ""), .number(draft.penalty.map(currency.text)),
                .text(draft.penaltyReason ?? ""),
            ]
        })
}

/// The colleagues who work on a tender beside its KAM.
func memberSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Our team"),
        """
        \(if: tender.members.isEmpty, emptyNote(l("Nobody works on it beside the KAM.")))\
        \(each: tender.members, { row in
            partRow(
                "\(tender.colleague(row.draft.user).map(shortName) ?? "")", "\(row.draft.duty)", .none, edit: .members,
                row.id.number, row.draft.duty, isDone: true, c)
        })\(addLink(.members, tender.id.number, l("Add a colleague"), c))
        """)
}
