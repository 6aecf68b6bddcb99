/// A lot for which somebody bid against us.
package struct Meeting: Sendable, Encodable {
    package var tender: Named<Tender>
    package var client: Named<Client>
    package var subject: String
    package var outcome: LotOutcome
    package var reason: LossReason?
    /// In the tender's currency; nil if they are not told.
    package var theirs: Money?
    package var ours: Money?
    package var isTheirs: Bool
    /// The code of the currency of both prices.
    package var currency: String

    package init(
        tender: Named<Tender>, client: Named<Client>, subject: String, outcome: LotOutcome, reason: LossReason?,
        theirs: Money?, ours: Money?, isTheirs: Bool, currency: String
    ) {
        (self.tender, self.client, self.subject, self.outcome) = (tender, client, subject, outcome)
        (self.reason, self.theirs, self.ours) = (reason, theirs, ours)
        (self.isTheirs, self.currency) = (isTheirs, currency)
    }
}

/// Somebody who bid for lots for which we bid too. Anonymous bidders are none, for nobody knows whether two of them are one.
package struct Competitor: Sendable, Encodable {
    package var tax: String
    /// As the latest protocol calls them; nil if none does.
    package var name: String?
    /// True if the tax id fails its check.
    package var isDoubtful: Bool
    /// The latest first.
    package var meetings: [Meeting]

    package init(tax: String, name: String?, isDoubtful: Bool, meetings: [Meeting]) {
        (self.tax, self.name, self.isDoubtful, self.meetings) = (tax, name, isDoubtful, meetings)
    }

    /// How many of the lots they won, and how many we did.
    package var theyWon: Int { meetings.count(where: \.isTheirs) }
    package var weWon: Int { meetings.count { $0.outcome == .won } }
    package var title: String { name ?? tax }
}

package struct CompetitorList: Sendable, Encodable {
    /// Those whom we met most often first.
    package var competitors: [Competitor]

    /// `bids`: those of others for lots for which we bid, the latest first.
    package init(_ bids: [(identity: BidderIdentity, name: String?, meeting: Meeting)]) {
        var byTax: [String: Competitor] = [:]
        for bid in bids {
            let (tax, isDoubtful): (String, Bool)
            switch bid.identity {
            case .known(let number): (tax, isDoubtful) = (number, false)
            case .doubtful(let number): (tax, isDoubtful) = (number, true)
            case .anonymous: continue
            }
            var competitor = byTax[tax] ?? Competitor(tax: tax, name: nil, isDoubtful: isDoubtful, meetings: [])
            competitor.name = competitor.name ?? bid.name
            competitor.meetings.append(bid.meeting)
            byTax[tax] = competitor
        }
        competitors = byTax.values.sorted { ($1.meetings.count, $0.tax) < ($0.meetings.count, $1.tax) }
    }
}
