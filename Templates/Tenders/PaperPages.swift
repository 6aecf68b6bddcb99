import Domain
import Routes

/// Our own papers, those that end first at the top.
package func paperListPage(_ list: PaperList, _ c: Chrome) -> HTML {
    let l = c.language
    let new: HTML = c.may(.clerk) ? button(l("New own paper"), c.link(.tenders(.newPaper)), main: true) : .none
    let empty = sheet(
        l("No papers yet"),
        emptyNote(
            l(
                "Licences, registration certificates, powers of attorney, signature certificates: the desk holds their ends against the days on which tenders are signed."
            )))
    return tendersPage(
        .papers, title: l("Own papers"), actions: "\(printButton(l)) \(new)", c,
        """
        \(if: !list.papers.isEmpty, answer(paperAnswer(list, c)))
        \(list.papers.isEmpty ? empty : sheet(l("Own papers"), export: .tenders(.papers), paperTable(list.papers, c), c))
        """)
}

private func paperTable(_ rows: [PaperRow], _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Number"), .name), Column(l("Kind")), Column(l("Product")), Column(l("Colleague")),
        Column(l("Ends on"), .number), Column(l("Ends before the signing of"), .words),
    ]
    return table(l("Own papers"), c.may(.clerk) ? columns + [.acts(l("Edit"))] : columns, rows) { row in
        let draft = row.paper.draft
        return [
            "\(draft.number)", "\(l.word(draft.kind))\(ifLet: draft.scope, { " <small>\(l.word($0))</small>" })",
            "\(row.product ?? "")", "\(row.user.map(shortName) ?? "")",
            draft.expiresOn.map { dueDay($0, c) } ?? "\(l("no end"))", touched(row, c),
            actLink(l("Edit"), label: l("Edit: \(draft.number)"), .tenders(.editPaper(row.paper.id)), c),
        ]
    }
}

/// How many of the tenders that a paper does not reach are named at once.
private let touchedShown = 3

private func touched(_ row: PaperRow, _ c: Chrome) -> HTML {
    let l = c.language
    guard let short = row.daysShort else { return .none }
    func signings(_ tenders: ArraySlice<TouchedTender>) -> HTML {
        """
        <ul class="plain-list">\(each: tenders, {
            "<li>\(tenderLink($0.tender, c)) <small>\(c.day($0.signing))</small></li>"
        })</ul>
        """
    }
    let rest = row.touched.dropFirst(touchedShown)
    return """
        <b>\(worth(row, c))</b>, <small>\(l("\(short) days before the first signing"))</small>\
        \(signings(row.touched.prefix(touchedShown)))\
        \(if: !rest.isEmpty, "<details class=\"older\"><summary>\(l("\(rest.count) more"))</summary>\(signings(rest))</details>")
        """
}

/// "3 tenders worth 41 M €".
private func worth(_ row: PaperRow, _ c: Chrome) -> String {
    let l = c.language
    return "\(l("\(row.touched.count) tenders")) \(l("worth \(c.short(row.touchedWorth))"))"
}

/// What ends soon, and which of it costs us most.
private func paperAnswer(_ list: PaperList, _ c: Chrome) -> HTML {
    let l = c.language
    let soon = list.papers.count { paper in
        paper.paper.draft.expiresOn.map { $0 <= c.today + PaperList.soon } == true
    }
    return """
        \(ifLet: list.worst, { row in
            """
            <b class="bad">\(l("\("\(l.word(row.paper.draft.kind)) \(row.paper.draft.number)") ends \(row.daysShort ?? 0) days before the first signing"))</b>: \
            <b>\(worth(row, c))</b>. 
            """
        })\
        \(l("\(soon) papers end within \(PaperList.soon) days")).
        """
}

package func paperExport(_ rows: [PaperRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Kind"), l("Number"), l("Product"), l("Colleague"), l("Date of issue"), l("Ends on")],
        rows.map { row in
            [
                .text(l.word(row.paper.draft.kind)), .text(row.paper.draft.number), .text(row.product ?? ""),
                .text(row.user ?? ""), .text(row.paper.draft.issuedOn?.iso ?? ""),
                .text(row.paper.draft.expiresOn?.iso ?? ""),
            ]
        })
}

package func paperForm(_ id: OwnPaper.ID?, _ ours: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return partForm(
        id == nil ? l("New own paper") : l("Edit own paper"), of: l("Own papers"), .tenders(.papers),
        .tenders(id.map { .changePaper($0) } ?? .addPaper), f, c,
        """
        \(f.choice("kind", l("Kind"), PaperKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("number", l("Number"), required: true))
        \(f.text("product", l("Product"), hint: l("Only where the paper is for one product."), suggest: "products"))
        \(f.choice("user", l("Who acts or signs with it"), none: l("nobody"), ours.filter { $0.isActive || String($0.id.number) == state.entries["user"] }.map { (String($0.id.number), $0.name) }))
        \(f.choice("scope", l("Scope of a power of attorney"), none: l("not told"), PaperScope.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("ceiling", l("Good for contracts up to, \(c.currency.symbol)"), width: "narrow"))
        \(f.day("issued", l("Date of issue")))
        \(f.day("expires", l("Ends on"), hint: l("Empty where it has no end.")))
        \(f.area("note", l("Note"), rows: 3))
        """, delete: id.map { .tenders(.deletePaper($0)) })
}

/// The securities of all tenders that are not returned yet.
package func securityListPage(_ list: SecurityList, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Client"), .name), Column(l("Tender"), .record), Column(l("Security")), Column(l("Amount"), .number),
        Column(l("Provided on"), .number), Column(l("Until"), .number), Column(l("Needed until"), .number),
    ]
    let rows = table(
        l("Securities"), c.may(.clerk) ? columns + [.acts(l("Edit"))] : columns, list.rows
    ) { row in
        let draft = row.security.draft
        return [
            clientLink(row.client, c), row.tender.map { tenderLink($0, c) } ?? .none,
            "\(l.word(draft.kind)) <small>\(l.word(draft.form))</small>",
            "\(tenderAmount(draft.amount, Currency(row.currency), c))",
            draft.paidOn.map { "\(c.day($0))" } ?? "<span class=\"bad\">\(l("unpaid"))</span>",
            "\(draft.untilOn.map(c.day) ?? "")", "\(draft.neededOn.map(c.day) ?? "")",
            actLink(
                l("Edit"), label: l("Edit: \(row.client.name)"),
                .tenders(.editPart(.securities, row.security.id.number)),
                c),
        ]
    }
    return tendersPage(
        .securities, title: l("Securities"), actions: printButton(l), c,
        """
        \(if: !list.rows.isEmpty, answer("\(l("Bound today:")) <b>\(c.money(list.bound))</b>\(if: list.otherCurrencies > 0, "; \(l("\(list.otherCurrencies) in other currencies stay out of the sum"))")."))
        \(list.rows.isEmpty ? sheet(l("No securities"), emptyNote(l("No security of a tender is open."))) : sheet(l("Securities"), export: .tenders(.securities), rows, c))
        \(list.ahead.isEmpty ? .none : boundAhead(list, c))
        """)
}

/// When bound money is free again.
private func boundAhead(_ list: SecurityList, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("When it is free again"), note: l("if it is returned on the day until which it is needed"),
        table(
            l("When it is free again"),
            [Column(l("Day"), .name), Column(l("Free"), .number), Column(l("Still bound"), .number)], list.ahead
        ) { ["\(c.day($0.day))", "\(c.amount($0.freed))", "\(c.amount($0.bound))"] })
}

package func securityExport(_ rows: [SecurityRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Client"), l("Tender"), l("Security"), l("Form"), l("Amount"), l("Currency"), l("Provided on"),
            l("Until"),
            l("Needed until"),
        ],
        rows.map { row in
            let draft = row.security.draft
            return [
                .text(row.client.name), .text(row.tender?.name ?? ""), .text(l.word(draft.kind)),
                .text(l.word(draft.form)), .number(draft.amount.map(Currency(row.currency).text)),
                .text(row.currency), .text(draft.paidOn?.iso ?? ""), .text(draft.untilOn?.iso ?? ""),
                .text(draft.neededOn?.iso ?? ""),
            ]
        })
}
