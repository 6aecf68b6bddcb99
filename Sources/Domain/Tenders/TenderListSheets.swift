/// Which tenders a list shows, by whether they are over.
package enum TenderState: String, Wording { case open, closed }

/// The request for a list of tenders.
package struct TenderListQuery: Sendable, Equatable {
    package var state: TenderState?
    package var stage: TenderStage?
    package var kam: User.ID?
    package var client: Client.ID?
    package var law: String?
    /// The year of the announcement.
    package var year: Int?
    /// Tenders of which at least one lot has this outcome.
    package var outcome: LotOutcome?
    /// The tenders after this one. Nil means the first page.
    package var before: Tender.ID?

    package init(
        state: TenderState? = nil, stage: TenderStage? = nil, kam: User.ID? = nil, client: Client.ID? = nil,
        law: String? = nil, year: Int? = nil, outcome: LotOutcome? = nil, before: Tender.ID? = nil
    ) {
        (self.state, self.stage, self.kam, self.client) = (state, stage, kam, client)
        (self.law, self.year, self.outcome, self.before) = (law, year, outcome, before)
    }

    package func at(_ place: Tender.ID?) -> TenderListQuery {
        var query = self
        query.before = place
        return query
    }

    /// True if it asks for less than everything.
    package var isFiltered: Bool { self.at(nil) != TenderListQuery(client: client) }
}

/// A tender as a row of a list.
package struct TenderRow: Sendable, Equatable, Encodable {
    package var id: Tender.ID
    package var number: String?
    package var title: String
    package var client: Named<Client>
    package var stage: TenderStage
    package var go: GoDecision
    package var law: String?
    package var announcedOn: Day?
    package var kam: String?
    package var lots: Int
    package var won: Int
    package var lost: Int
    /// Lots that were lost and have no reason yet.
    package var owing: Int
    /// The sum of the starting prices that are known, in the currency of the tender.
    package var start: Money
    package var currency: String
    /// The next deadline that is not done: its kind, and its day by the clock of its zone.
    package var nextKind: DeadlineKind?
    package var nextOn: Day?

    package init(
        id: Tender.ID, number: String?, title: String, client: Named<Client>, stage: TenderStage, go: GoDecision,
        law: String?, announcedOn: Day?, kam: String?, lots: Int, won: Int, lost: Int, owing: Int, start: Money,
        currency: String, nextKind: DeadlineKind?, nextOn: Day?
    ) {
        (self.id, self.number, self.title, self.client) = (id, number, title, client)
        (self.stage, self.go, self.law, self.announcedOn, self.kam) = (stage, go, law, announcedOn, kam)
        (self.lots, self.won, self.lost, self.owing, self.start) = (lots, won, lost, owing, start)
        (self.currency, self.nextKind, self.nextOn) = (currency, nextKind, nextOn)
    }
}

/// The sums over all tenders that a list is about, on all its pages.
package struct TenderTotals: Sendable, Equatable, Encodable {
    package var tenders: Int
    package var lots: Int
    /// The sum of the starting prices in the desk's currency.
    package var start: Money
    package var won: Int
    package var lost: Int
    package var owing: Int
    /// Tenders in other currencies, which stay out of the sum.
    package var otherCurrencies: Int

    package init(tenders: Int, lots: Int, start: Money, won: Int, lost: Int, owing: Int, otherCurrencies: Int) {
        (self.tenders, self.lots, self.start, self.won) = (tenders, lots, start, won)
        (self.lost, self.owing, self.otherCurrencies) = (lost, owing, otherCurrencies)
    }
}

package struct TenderList: Sendable, Encodable {
    /// The client whose tenders these are; nil for the whole desk.
    package var client: Named<Client>?
    package var rows: [TenderRow]
    package var totals: TenderTotals
    /// Where the next page begins; nil at the end.
    package var later: Tender.ID?

    package init(client: Named<Client>?, rows: [TenderRow], totals: TenderTotals, later: Tender.ID?) {
        (self.client, self.rows, self.totals, self.later) = (client, rows, totals, later)
    }
}

/// What became of the lots of some tenders.
package struct TenderResults: Sendable, Encodable {
    package var lots = 0
    package var withoutBids = 0
    /// Lots with a winner.
    package var awarded = 0
    /// Of these, those with one bid and those with more.
    package var sole = 0
    package var contested = 0
    /// Of these, those for which two or more different bidders bid.
    package var contestedByBidders = 0
    /// Lots with bids and without a winner.
    package var undecided = 0
    /// The sum of the starting prices, in the desk's currency.
    package var startSum = Money.zero
    /// The sum of the winning prices, and how many are known.
    package var winSum = Money.zero
    package var winKnown = 0
    package var bids = 0
    /// Bids without a price, and with a price of nothing.
    package var blankPrices = 0
    package var zeroPrices = 0
    package var anonymousBids = 0
    package var anonymousLots = 0
    /// Bids with a tax id that fails its check.
    package var doubtfulBids = 0
    /// Lots of tenders in other currencies, which stay out of the sums.
    package var otherCurrencies = 0
    /// How many lots have each of our outcomes.
    package var outcomes: [String: Int] = [:]
    /// How many of our lots were lost for each reason.
    package var reasons: [String: Int] = [:]
    /// Tenders in which we decided not to take part.
    package var noGo = 0
    /// Lots that were lost and have no reason yet.
    package var reasonNotSaid = 0
    package var winRate = WinRate(won: 0, of: 0)
    package var contestedWinRate = WinRate(won: 0, of: 0)
    /// Contested lots with both prices known, and the middle one of their falls in hundredths of a per cent; nil if there are none.
    package var falls = 0
    package var middleFall: Int?
    /// Lots of which somebody should look whether start and price are on one VAT basis.
    package var asksForBasis = 0

    package init() {}

    /// Adds up lots. `isForeign` is true for lots of tenders in other currencies.
    package init(
        of lots: [(facts: LotFacts, raw: [Money?], outcome: LotOutcome, reason: LossReason?, isForeign: Bool)],
        noGo: Int
    ) {
        self.noGo = noGo
        var middle: [Double] = []
        var (won, decided, wonContested, decidedContested) = (0, 0, 0, 0)
        for lot in lots {
            let facts = lot.facts
            self.lots += 1
            outcomes[lot.outcome.rawValue, default: 0] += 1
            if lot.outcome.isLoss {
                if let reason = lot.reason { reasons[reason.rawValue, default: 0] += 1 } else { reasonNotSaid += 1 }
            }
            if lot.isForeign { otherCurrencies += 1 } else { startSum += facts.start ?? .zero }
            count(facts, lot.raw, isForeign: lot.isForeign)
            if let fall = facts.fall { middle.append(fall) }
            if facts.asksForBasis() { asksForBasis += 1 }
            if lot.outcome.isDecided {
                decided += 1
                won += lot.outcome == .won ? 1 : 0
                decidedContested += facts.isContested ? 1 : 0
                wonContested += facts.isContested && lot.outcome == .won ? 1 : 0
            }
        }
        winRate = WinRate(won: won, of: decided)
        contestedWinRate = WinRate(won: wonContested, of: decidedContested)
        falls = middle.count
        middleFall = TenderResults.middle(middle).map { Int(($0 * 10_000).rounded()) }
    }

    private mutating func count(_ facts: LotFacts, _ raw: [Money?], isForeign: Bool) {
        bids += facts.bids.count
        blankPrices += raw.count { $0 == nil }
        zeroPrices += raw.count { $0 == .zero }
        let anonymous = facts.bids.count { $0.bidder.isAnonymous }
        anonymousBids += anonymous
        anonymousLots += anonymous > 0 ? 1 : 0
        doubtfulBids += facts.bids.count { $0.bidder.isDoubtful }
        guard !facts.bids.isEmpty else {
            withoutBids += 1
            return
        }
        guard facts.bids.contains(where: \.isWinner) else {
            undecided += 1
            return
        }
        awarded += 1
        if facts.bids.count == 1 { sole += 1 } else { contested += 1 }
        if facts.isContested { contestedByBidders += 1 }
        if !isForeign, let price = facts.winningPrice {
            winSum += price
            winKnown += 1
        }
    }

    private static func middle(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
