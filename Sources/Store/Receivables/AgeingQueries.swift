import Domain
import GRDB

extension ReadTransaction {
    /// What a client owes on a day; nil means the whole desk. Three statements. They read what is open now and what was settled since that
    /// day, not what was settled before.
    package func ageing(of client: Client.ID?, on day: Day) throws -> Ageing {
        let days = Values([day, day - 30, day - 60, day - 90].map { $0.stored })
        let whose: Values = client.map { [$0.number] } ?? []
        let theirs = client == nil ? "" : "client_id = ?5 AND"
        let open = """
            SELECT due_day, is_disputed, amount - iif(paid = 0, 0, (SELECT coalesce(sum(a.amount), 0) FROM allocation a
              JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = i.id AND p.day <= ?1)) AS open
            FROM invoice i WHERE \(theirs)
            """
        // The "+" keeps the planner from using an index on the day, so it uses the index of open invoices. An index of all invoices grows
        // with the years.
        let owed = """
            (\(open) paid < amount AND +day <= ?1 UNION ALL \(open) settled_day > ?1 AND paid = amount AND day <= ?1)
            """
        var since: Day?
        let rows = try rows(
            """
            SELECT CASE WHEN due_day >= ?1 THEN 'not-due' WHEN due_day >= ?2 THEN '1-30' WHEN due_day >= ?3 THEN '31-60'
                WHEN due_day >= ?4 THEN '61-90' ELSE 'over-90' END AS band,
              count(*), sum(open), sum(iif(is_disputed = 1, open, 0)),
              min(iif(is_disputed = 0 AND due_day < ?1 AND open > 0, due_day, NULL))
            FROM \(owed) WHERE open > 0 GROUP BY band
            """, days + whose
        ) { row in
            if let due = row.optionalDay(4) { since = min(since ?? due, due) }
            return Ageing.Row(band: row.word(0), invoices: row[1], open: row.money(2), disputed: row.money(3))
        }
        // A payment also counts as an advance as far as it settles invoices of a later day.
        let advances = try one(
            """
            SELECT (SELECT coalesce(sum(amount - used), 0) FROM payment WHERE \(client == nil ? "" : "client_id = ?2 AND") used < amount AND day <= ?1)
              + (SELECT coalesce(sum(a.amount), 0) FROM invoice i CROSS JOIN allocation a ON a.invoice_id = i.id
                JOIN payment p ON p.id = a.payment_id WHERE \(client == nil ? "" : "i.client_id = ?2 AND") i.day > ?1 AND p.day <= ?1)
            """, [day.stored] + whose
        ) { $0.money(0) }
        return Ageing(on: day, rows: rows, overdueSince: since, advances: advances)
    }
}
