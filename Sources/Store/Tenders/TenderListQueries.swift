import Domain
import GRDB

extension ReadTransaction {
    /// One page of tenders, the latest first, with the totals of all pages. At most four statements.
    package func tenderList(_ query: TenderListQuery, atMost length: Int = ListPage.length) throws -> TenderList {
        let chosen = TenderCondition(query)
        var page = chosen
        if let before = query.before { page.add("t.id < ?", [before.number]) }
        let own = try currency().code
        let found = try tenderRows(page, own, atMost: length + 1)
        let shown = Array(found.prefix(length))
        return TenderList(
            client: try query.client.map(clientName), rows: shown, totals: try totals(of: chosen, own),
            later: found.count > length ? shown.last?.id : nil)
    }

    /// The tenders of a client that are not over, the latest first. One statement.
    func openTenders(of client: Client.ID, atMost length: Int) throws -> [TenderRow] {
        try tenderRows(
            TenderCondition(TenderListQuery(state: .open, client: client)), currency().code, atMost: length)
    }

    private func tenderRows(_ page: TenderCondition, _ own: String, atMost length: Int) throws -> [TenderRow] {
        try rows(
            """
            SELECT t.id, t.number, t.title, c.id, c.name, t.stage, t.go, t.law, t.announced_day, u.name,
              (SELECT count(*) FROM tender_lot l WHERE l.tender_id = t.id),
              (SELECT count(*) FROM tender_lot l WHERE l.tender_id = t.id AND l.outcome = 'won'),
              (SELECT count(*) FROM tender_lot l WHERE l.tender_id = t.id AND l.outcome IN ('lost', 'rejected')),
              (SELECT count(*) FROM tender_lot l WHERE l.tender_id = t.id AND \(LotDraft.owes)),
              (SELECT coalesce(sum(l.start), 0) FROM tender_lot l WHERE l.tender_id = t.id), coalesce(t.currency, ?),
              d.kind, d.day
            FROM (SELECT * FROM tender t WHERE \(page.sql) ORDER BY t.id DESC LIMIT ?) t
            JOIN client c ON c.id = t.client_id LEFT JOIN user u ON u.id = t.user_id
            LEFT JOIN tender_deadline d ON d.id = (SELECT n.id FROM tender_deadline n
              WHERE n.tender_id = t.id AND t.stage <> 'closed' AND n.done_day IS NULL ORDER BY n.day, n.time, n.id LIMIT 1)
            ORDER BY t.id DESC
            """, [own] + page.arguments + [length]
        ) { row in
            TenderRow(
                id: row.id(0), number: row[1], title: row[2], client: Named(id: row.id(3), name: row[4]),
                stage: row.word(5), go: row.word(6), law: row[7], announcedOn: row.optionalDay(8), kam: row[9],
                lots: row[10], won: row[11], lost: row[12], owing: row[13], start: row.money(14), currency: row[15],
                nextKind: row.optionalWord(16), nextOn: row.optionalDay(17))
        }
    }

    private func totals(of chosen: TenderCondition, _ own: String) throws -> TenderTotals {
        try one(
            """
            SELECT count(DISTINCT t.id), count(l.id), coalesce(sum(iif(coalesce(t.currency, ?1) = ?1, l.start, 0)), 0),
              coalesce(sum(l.outcome = 'won'), 0), coalesce(sum(l.outcome IN ('lost', 'rejected')), 0),
              coalesce(sum(\(LotDraft.owes)), 0),
              count(DISTINCT iif(coalesce(t.currency, ?1) = ?1, NULL, t.id))
            FROM tender t LEFT JOIN tender_lot l ON l.tender_id = t.id WHERE \(chosen.sql)
            """, [own] + chosen.arguments
        ) {
            TenderTotals(
                tenders: $0[0], lots: $0[1], start: $0.money(2), won: $0[3], lost: $0[4], owing: $0[5],
                otherCurrencies: $0[6])
        }
    }

    /// What became of the lots of the tenders that a filter selects. Four statements.
    package func tenderResults(_ query: TenderListQuery) throws -> TenderResults {
        let chosen = TenderCondition(query)
        let own = try currency().code
        let lots = try rows(
            """
            SELECT l.id, l.start, l.bases_differ, l.outcome, l.reason, coalesce(t.currency, ?) FROM tender t
            JOIN tender_lot l ON l.tender_id = t.id WHERE \(chosen.sql) ORDER BY l.id
            """, [own] + chosen.arguments
        ) { row in
            (
                id: row[0] as Int64, start: row.optionalMoney(1), differ: row[2] as Bool,
                outcome: row.word(3) as LotOutcome,
                reason: row.optionalWord(4) as LossReason?, isForeign: (row[5] as String) != own
            )
        }
        let bids = try rows(
            """
            SELECT b.lot_id, b.tax, b.price, b.is_winner FROM tender t JOIN tender_lot l ON l.tender_id = t.id
            JOIN lot_bid b ON b.lot_id = l.id WHERE \(chosen.sql) ORDER BY b.id
            """, chosen.arguments
        ) { ($0[0] as Int64, BidderIdentity(taxID: $0[1]), $0.optionalMoney(2), $0[3] as Bool) }
        let byLot = Dictionary(grouping: bids) { $0.0 }
        return TenderResults(
            of: lots.map { lot in
                let bids = byLot[lot.id] ?? []
                return (
                    LotFacts(
                        start: lot.start, bids: bids.map { BidFacts($0.1, $0.2, isWinner: $0.3) },
                        basesDiffer: lot.differ), bids.map(\.2), lot.outcome, lot.reason, lot.isForeign
                )
            },
            noGo: try count("SELECT count(*) FROM tender t WHERE t.go = 'no-go' AND \(chosen.sql)", chosen.arguments))
    }

    /// The laws that tenders name, for the filter. What only tenders of confidential clients name is left out.
    package func tenderLaws() throws -> [String] {
        try rows(
            """
            SELECT DISTINCT t.law FROM tender t JOIN client c ON c.id = t.client_id AND c.is_confidential = 0
            WHERE t.law IS NOT NULL ORDER BY t.law LIMIT 50
            """, []
        ) { $0[0] }
    }
}

/// The condition on "t" that a filter of tenders means.
private struct TenderCondition {
    var conditions: [String] = []
    var arguments = Values()

    init(_ query: TenderListQuery) {
        if let state = query.state { add(state == .open ? "t.stage <> 'closed'" : "t.stage = 'closed'") }
        if let stage = query.stage { add("t.stage = ?", [stage.rawValue]) }
        if let kam = query.kam { add("t.user_id = ?", [kam.number]) }
        if let client = query.client { add("t.client_id = ?", [client.number]) }
        if let law = query.law { add("t.law = ?", [law]) }
        if let year = query.year { add("t.announced_day BETWEEN ? AND ?", ["\(year)-01-01", "\(year)-12-31"]) }
        if let outcome = query.outcome {
            add("EXISTS (SELECT 1 FROM tender_lot o WHERE o.tender_id = t.id AND o.outcome = ?)", [outcome.rawValue])
        }
    }

    mutating func add(_ condition: String, _ values: Values = []) {
        conditions.append(condition)
        arguments += values
    }

    var sql: String { conditions.isEmpty ? "true" : conditions.joined(separator: " AND ") }
}
