import Domain
import GRDB

extension ReadTransaction {
    /// Those who bid against us in the latest lots for which we bid, or only the one with this tax id. Two statements.
    package func competitors(_ tax: String?) throws -> CompetitorList {
        let own = try currency().code
        return CompetitorList(
            try rows(
                """
                SELECT b.tax, b.bidder, t.id, t.title, c.id, c.name, l.subject, l.outcome, l.reason, nullif(b.price, 0), shown.price,
                  b.is_winner, coalesce(t.currency, ?1)
                FROM (SELECT lot_id, min(nullif(price, 0)) AS price FROM lot_bid WHERE is_ours = 1 GROUP BY lot_id
                  ORDER BY lot_id DESC LIMIT 2000) shown
                JOIN lot_bid b ON b.lot_id = shown.lot_id AND b.is_ours = 0 AND b.tax IS NOT NULL
                JOIN tender_lot l ON l.id = shown.lot_id JOIN tender t ON t.id = l.tender_id
                JOIN client c ON c.id = t.client_id WHERE ?2 IS NULL OR b.tax = ?2 ORDER BY t.id DESC, l.id, b.id LIMIT 5000
                """, [own, tax]
            ) {
                (
                    BidderIdentity(taxID: $0[0]), $0[1],
                    Meeting(
                        tender: Named(id: $0.id(2), name: $0[3]), client: Named(id: $0.id(4), name: $0[5]),
                        subject: $0[6], outcome: $0.word(7), reason: $0.optionalWord(8), theirs: $0.optionalMoney(9),
                        ours: $0.optionalMoney(10), isTheirs: $0[11], currency: $0[12])
                )
            })
    }
}
