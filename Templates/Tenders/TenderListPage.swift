import Domain
import Routes

/// What the filter of tenders offers.
package struct TenderFilterChoices: Sendable {
    package var kams: [User]
    package var laws: [String]

    package init(kams: [User], laws: [String]) { (self.kams, self.laws) = (kams, laws) }
}

/// The tenders of the desk or of a client.
package func tenderListPage(
    _ list: TenderList, _ query: TenderListQuery, _ choices: TenderFilterChoices, _ c: Chrome
) -> HTML {
    let l = c.language
    let later: Route? = list.later.map { .tenders(.list(query.at($0))) }
    let new: HTML =
        c.mayEdit ? button(l("New tender"), c.link(.tenders(.new(query.client))), main: true) : .none
    let content: HTML = """
        \(if: list.totals.tenders > 0, answer(totals(list.totals, c)))
        \(tenderFilter(query, choices, c))
        \(list.rows.isEmpty ? noTenders(query, c) : sheet(l("Tenders"), export: .tenders(.list(query.at(nil))), tenderTable(list.rows, withClient: query.client == nil, c), c))
        \(pager(earlier: nil, later: later.map { c.link($0) }, shown: list.rows.count, of: list.totals.tenders, l))
        """
    if let client = list.client { return dossierPage(.tenders, of: client, main: new, c, content) }
    return tendersPage(.table, title: l("Tenders"), actions: new, c, content)
}

/// What the list says in one sentence.
private func totals(_ totals: TenderTotals, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <b>\(l("\(totals.tenders) tenders"))</b>, <b>\(l("\(totals.lots) lots"))</b>, \
        \(l("starting prices")) <b>\(c.short(totals.start))</b>\
        \(if: totals.won + totals.lost > 0, "; \(l("won \(totals.won)")), \(l("lost \(totals.lost)"))")\
        \(if: totals.owing > 0, "; <span class=\"bad\">\(l("\(totals.owing) losses without a reason"))</span>")\
        \(if: totals.otherCurrencies > 0, "; \(l("\(totals.otherCurrencies) in other currencies stay out of the sum"))").
        """
}

private func tenderFilter(_ query: TenderListQuery, _ choices: TenderFilterChoices, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.tenders(.list(TenderListQuery(client: query.client)))))" role="search" aria-label="\(l("Filter"))">
        \(filter("state", l("State"), query.state?.rawValue, TenderState.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("stage", l("Stage"), query.stage?.rawValue, TenderStage.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("outcome", l("Outcome"), query.outcome?.rawValue, LotOutcome.allCases.map { ($0.rawValue, l.word($0)) }, l))
        \(filter("kam", l("KAM"), query.kam.map { String($0.number) }, choices.kams.map { (String($0.id.number), $0.name) }, l))
        \(filter("law", l("Law"), query.law, choices.laws.map { ($0, l.law($0)) }, l))
        <input name="year" type="number" min="1990" max="2200" value="\(query.year.map { String($0) } ?? "")" aria-label="\(l("Year"))" placeholder="\(l("Year"))">
        <button class="button">\(l("Show"))</button></form>
        """
}

func noTenders(_ query: TenderListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !query.isFiltered && query.before == nil else {
        return sheet(l("Nothing fits"), emptyNote(l("No tender fits this filter.")))
    }
    return sheet(
        l("No tenders yet"),
        emptyNote(
            l(
                "A tender has lots, deadlines, securities, and what stands in the way of each deadline. Write the first one, or import them from a file."
            ),
            """
            \(if: c.mayEdit, "<p>\(button(l("New tender"), c.link(.tenders(.new(query.client))), main: true))\(if: c.may(.importer), " \(button(l("Import"), c.link(.imports(.list))))")</p>")
            """))
}

/// What became of the lots.
package func tenderResultsPage(_ results: TenderResults, _ query: TenderListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard results.lots > 0 || results.noGo > 0 else {
        return tendersPage(
            .results, title: l("Results of tenders"), actions: .none, c,
            sheet(
                l("No lots yet"),
                emptyNote(l("Here stands how often we win and why we lose, as soon as a tender has lots."))))
    }
    return tendersPage(
        .results, title: l("Results of tenders"), actions: printButton(l), c,
        """
        \(answer("<b>\(l("\(results.lots) lots"))</b>: \(l("\(results.awarded) awarded")), \(l("\(results.withoutBids) without bids")), \(l("\(results.undecided) with bids and no winner")). \(won(results, l)) \(l("Of the contested ones: \(results.contestedWinRate.won) of \(results.contestedWinRate.decided)."))"))
        <div class="cols even"><div>
        \(sheet(l("How often we win"), note: l("of the lots that we won or lost"), winTable(results, c)))
        \(sheet(l("Lots"), resultTable(lotFigures(results, c), l("Lots"), c)))
        </div><div>
        \(sheet(l("Why lots were not won"), resultTable(lossFigures(results, l), l("Why lots were not won"), c)))
        \(sheet(l("Prices and bidders"), resultTable(priceFigures(results, c), l("Prices and bidders"), c)))
        </div></div>
        """)
}

private func won(_ results: TenderResults, _ l: Language) -> String {
    let rate = results.winRate
    guard rate.decided > 0 else { return l("We have decided no lot of our own yet.") }
    guard let percent = rate.percent, let bounds = rate.bounds else {
        return l("We won \(rate.won) of \(rate.decided).")
    }
    return l(
        "We won \(rate.won) of \(rate.decided), \(percent) %; with 95 % confidence the rate lies from \(Int(bounds.lowerBound.rounded())) to \(Int(bounds.upperBound.rounded())) %."
    )
}

private func resultTable(_ rows: [(name: String, value: String)], _ name: String, _ c: Chrome) -> HTML {
    table(name, [Column(c.language("What"), .name), Column(c.language("How much"), .number)], rows) { row in
        ["\(row.name)", "\(row.value)"]
    }
}

private func lotFigures(_ results: TenderResults, _ c: Chrome) -> [(name: String, value: String)] {
    let l = c.language
    let ours = LotOutcome.allCases.map { outcome in
        (l("Our outcome: \(l.word(outcome))"), l.number(results.outcomes[outcome.rawValue] ?? 0))
    }
    return [
        (l("Lots"), l.number(results.lots)), (l("Without bids"), l.number(results.withoutBids)),
        (l("Awarded"), l.number(results.awarded)), (l("With a sole bid"), l.number(results.sole)),
        (l("With several bids"), l.number(results.contested)),
        (l("With several bidders"), l.number(results.contestedByBidders)),
        (l("With bids and no winner"), l.number(results.undecided)),
    ] + ours
}

/// How many lots each reason has, those that most have first; beside them the losses without one and the tenders that we left.
private func lossFigures(_ results: TenderResults, _ l: Language) -> [(name: String, value: String)] {
    let said = LossReason.allCases.map { ($0, results.reasons[$0.rawValue] ?? 0) }.filter { $0.1 > 0 }
    return said.sorted { $0.1 > $1.1 }.map { (l.word($0.0), l.number($0.1)) } + [
        (l("Losses without a reason"), l.number(results.reasonNotSaid)),
        (l("Tenders with a no-go"), l.number(results.noGo)),
    ]
}

private func winTable(_ results: TenderResults, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = [(l("All decided lots"), results.winRate), (l("Contested lots"), results.contestedWinRate)]
    return table(
        l("How often we win"),
        [
            Column(l("Lots"), .name), Column(l("Won"), .number), Column(l("Share"), .number),
            Column(l("Bounds"), .number),
        ], rows
    ) { name, rate in
        [
            "\(name)", "\(l("\(rate.won) of \(rate.decided)"))",
            "\(rate.percent.map { "\($0) %" } ?? l("too few lots"))",
            "\(rate.bounds.map { l("\(Int($0.lowerBound.rounded())) to \(Int($0.upperBound.rounded())) %") } ?? "")",
        ]
    }
}

private func priceFigures(_ results: TenderResults, _ c: Chrome) -> [(name: String, value: String)] {
    let l = c.language
    return [
        (l("Starting prices"), c.money(results.startSum)), (l("Winning prices"), c.money(results.winSum)),
        (l("Winning prices that are known"), l.number(results.winKnown)), (l("Bids"), l.number(results.bids)),
        (l("Bids without a price"), l.number(results.blankPrices)),
        (l("Bids with a price of nothing"), l.number(results.zeroPrices)),
        (l("Bids of anonymous bidders"), l.number(results.anonymousBids)),
        (l("Lots with anonymous bidders"), l.number(results.anonymousLots)),
        (l("Bids with a tax id that fails its check"), l.number(results.doubtfulBids)),
        (l("Middle fall, of \(results.falls) contested lots"), results.middleFall.map { hundredths($0, l) } ?? "–"),
        (l("Lots to check for the VAT basis"), l.number(results.asksForBasis)),
        (l("Lots in other currencies, not in the sums"), l.number(results.otherCurrencies)),
    ]
}
