/// A paper of ours as a row of the list.
package struct PaperRow: Sendable, Encodable {
    package var paper: OwnPaper
    package var product: String?
    package var user: String?
    /// The tenders whose signing it does not reach, by the day of the signing, and the sum of their starting prices in the desk's currency.
    package var touched: [TouchedTender]
    package var touchedWorth: Money

    package init(paper: OwnPaper, product: String?, user: String?, touched: [TouchedTender], touchedWorth: Money) {
        (self.paper, self.product, self.user) = (paper, product, user)
        (self.touched, self.touchedWorth) = (touched, touchedWorth)
    }

    /// How many days before the first of these signings it ends; nil if it reaches all of them.
    package var daysShort: Int? {
        guard let end = paper.draft.expiresOn, let first = touched.first else { return nil }
        return first.signing - end
    }
}

/// A tender whose signing a paper does not reach.
package struct TouchedTender: Sendable, Encodable {
    package var tender: Named<Tender>
    package var signing: Day

    package init(tender: Named<Tender>, signing: Day) { (self.tender, self.signing) = (tender, signing) }
}

package struct PaperList: Sendable, Encodable {
    package var papers: [PaperRow]

    package init(papers: [PaperRow]) { self.papers = papers }

    /// The paper that stands in the way of the largest sum.
    package var worst: PaperRow? {
        papers.filter { !$0.touched.isEmpty }.max { $0.touchedWorth < $1.touchedWorth }
    }

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
    /// The days ahead on which some of it is free again, with what stays bound from then on. Money whose day nobody knows stays bound.
    package var ahead: [Ahead]

    package struct Ahead: Sendable, Equatable, Encodable {
        package var day: Day
        package var freed: Money
        package var bound: Money

        package init(day: Day, freed: Money, bound: Money) { (self.day, self.freed, self.bound) = (day, freed, bound) }
    }

    package init(rows: [SecurityRow], own: String, on today: Day) {
        self.rows = rows
        let paid = rows.filter { $0.security.draft.isBound(on: today) }
        let ours = paid.filter { $0.currency == own }
        bound = ours.compactMap(\.security.draft.amount).reduce(.zero, +)
        otherCurrencies = paid.count - ours.count
        var freed: [Day: Money] = [:]
        for draft in ours.map(\.security.draft) {
            guard let day = draft.neededOn ?? draft.untilOn, day >= today, let amount = draft.amount else { continue }
            freed[day, default: .zero] += amount
        }
        var rest = bound
        ahead = freed.sorted { $0.key < $1.key }.map { day, amount in
            rest = rest - amount
            return Ahead(day: day, freed: amount, bound: rest)
        }
    }
}
