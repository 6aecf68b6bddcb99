/// A paper of ours as a row of the list.
package struct PaperRow: Sendable, Encodable {
    package var paper: OwnPaper
    package var product: String?
    package var user: String?
    /// The tenders whose signing it does not reach, the largest first, and the sum of their starting prices in the desk's currency.
    package var touched: [Named<Tender>]
    package var touchedWorth: Money

    package init(paper: OwnPaper, product: String?, user: String?, touched: [Named<Tender>], touchedWorth: Money) {
        (self.paper, self.product, self.user) = (paper, product, user)
        (self.touched, self.touchedWorth) = (touched, touchedWorth)
    }
}

package struct PaperList: Sendable, Encodable {
    package var papers: [PaperRow]

    package init(papers: [PaperRow]) { self.papers = papers }

    /// The papers that end within this many days count as running out.
    package static let soon = 90
}

/// A security that is not returned yet, as a row of the list of all.
package struct SecurityRow: Sendable, Encodable {
    package var security: TenderSecurity
    package var client: Named<Client>
    /// Nil for sales support.
    package var tender: Named<Tender>?
    package var currency: String

    package init(security: TenderSecurity, client: Named<Client>, tender: Named<Tender>?, currency: String) {
        (self.security, self.client, self.tender, self.currency) = (security, client, tender, currency)
    }
}

package struct SecurityList: Sendable, Encodable {
    /// By the day until which they are needed.
    package var rows: [SecurityRow]
    /// The money bound today, in the desk's currency.
    package var bound: Money
    /// How many paid ones are in other currencies, which stay out of the sum.
    package var otherCurrencies: Int

    package init(rows: [SecurityRow], own: String, on today: Day) {
        self.rows = rows
        let paid = rows.filter { $0.security.draft.isBound(on: today) }
        bound = paid.filter { $0.currency == own }.compactMap(\.security.draft.amount).reduce(.zero, +)
        otherCurrencies = paid.count { $0.currency != own }
    }
}
