import Domain
import Routes

/// Those who bid against us, or the lots in which one of them did.
package func competitorPage(_ list: CompetitorList, _ tax: String?, _ c: Chrome) -> HTML {
    let l = c.language
    if tax != nil, let competitor = list.competitors.first { return meetingPage(competitor, c) }
    let empty = sheet(
        l("No competitors yet"),
        emptyNote(
            l(
                "Whoever bids for a lot for which we bid too stands here, once the bids are written down with the tax ids of the bidders."
            )))
    return tendersPage(
        .competitors, title: l("Competitors"), actions: printButton(l), c,
        """
        \(ifLet: list.competitors.first, { first in
            answer("<b>\(l("We met \(list.competitors.count) competitors"))</b>; \(l("most often:")) <b>\(first.title)</b>, \(l("in \(first.meetings.count) lots")).")
        })
        \(list.competitors.isEmpty ? empty : sheet(l("Whom we meet"), export: .tenders(.competitors(nil)), competitorTable(list.competitors, c), c))
        """)
}

private func competitorTable(_ rows: [Competitor], _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Competitor"), .name), Column(l("INN")), Column(l("Lots in which we met"), .number),
        Column(l("They won"), .number), Column(l("We won"), .number), Column(l("The last time"), .record),
    ]
    return table(l("Whom we meet"), columns, rows) { row in
        [
            anchor(row.title, to: TenderRoute.competitors(row.tax), c),
            "\(row.tax)\(if: row.isDoubtful, " <small class=\"warn\">\(l("fails its check"))</small>")",
            "\(l.number(row.meetings.count))", "\(l.number(row.theyWon))", "\(l.number(row.weWon))",
            row.meetings.first.map { tenderLink($0.tender, c) } ?? .none,
        ]
    }
}

private func meetingPage(_ competitor: Competitor, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Lot"), .name), Column(l("Tender"), .record), Column(l("Client"), .record),
        Column(l("Their price"), .number), Column(l("Our price"), .number), Column(l("Outcome"), .words),
    ]
    let rows = table(l("Where we met"), columns, competitor.meetings) { row in
        let currency = Currency(row.currency)
        return [
            "\(row.subject)", tenderLink(row.tender, c), clientLink(row.client, c),
            "\(tenderAmount(row.theirs, currency, c))\(if: row.isTheirs, " <b>\(l("winner"))</b>")",
            "\(tenderAmount(row.ours, currency, c))",
            "\(l.word(row.outcome))\(ifLet: row.reason, { ": \(l.word($0))" })",
        ]
    }
    return tendersPage(
        .competitors, title: competitor.title, actions: printButton(l), c,
        """
        \(answer("<b>\(l("We met in \(competitor.meetings.count) lots"))</b>: \(l("they won \(competitor.theyWon), we won \(competitor.weWon)")).")
        )
        \(sheet(l("Where we met"), export: .tenders(.competitors(competitor.tax)), rows, c))
        """)
}

package func competitorExport(_ list: CompetitorList, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Competitor"), l("INN"), l("Tender"), l("Client"), l("Lot"), l("Their price"), l("Our price"),
            l("Currency"), l("Outcome"), l("Reason"),
        ],
        list.competitors.flatMap { competitor in
            competitor.meetings.map { row in
                let currency = Currency(row.currency)
                return [
                    .text(competitor.name ?? ""), .text(competitor.tax), .text(row.tender.name),
                    .text(row.client.name), .text(row.subject), .number(row.theirs.map(currency.text)),
                    .number(row.ours.map(currency.text)), .text(row.currency), .text(l.word(row.outcome)),
                    .text(row.reason.map(l.word) ?? ""),
                ]
            }
        })
}
