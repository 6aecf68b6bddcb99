import Domain
import GRDB

extension ReadTransaction {
    /// What a client, or without one the whole desk, owes on a day. Three statements; it walks what is open now and what was settled
    /// since, not what was settled before.
    package func ageing(of client: Client.ID?, on day: Day) throws -> Ageing {
        let arguments: StatementArguments = [
            "on": day.stored, "d30": (day - 30).stored, "d60": (day - 60).stored, "d90": (day - 90).stored,
            "client": client?.number,
        ]
        let theirs = client == nil ? "" : "client_id = :client AND"
        let open = """
            SELECT due_day, is_disputed, amount - iif(paid = 0, 0, (SELECT coalesce(sum(a.amount), 0) FROM allocation a
              JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = i.id AND p.day <= :on)) AS open
            FROM invoice i WHERE \(theirs)
            """
        let owed = """
            (\(open) paid < amount AND day <= :on UNION ALL \(open) settled_day > :on AND paid = amount AND day <= :on)
            """
        var since: Day?
        let rows = try rows(
            """
            SELECT CASE WHEN due_day >= :on THEN 'not-due' WHEN due_day >= :d30 THEN '1-30' WHEN due_day >= :d60 THEN '31-60'
                WHEN due_day >= :d90 THEN '61-90' ELSE 'over-90' END AS band,
              count(*), sum(open), sum(iif(is_disputed = 1, open, 0)),
              min(iif(is_disputed = 0 AND due_day < :on AND open > 0, due_day, NULL))
            FROM \(owed) WHERE open > 0 GROUP BY band
            """, arguments
        ) { row in
            if let due = row.optionalDay(4) { since = min(since ?? due, due) }
            return Ageing.Row(band: row.word(0), invoices: row[1], open: row.money(2), disputed: row.money(3))
        }
        // A payment is an advance as far as what it settles had not been invoiced yet.
        let advances = try one(
            """
            SELECT (SELECT coalesce(sum(amount - used), 0) FROM payment WHERE \(theirs) used < amount AND day <= :on)
              + (SELECT coalesce(sum(a.amount), 0) FROM invoice i JOIN allocation a ON a.invoice_id = i.id
                JOIN payment p ON p.id = a.payment_id WHERE \(theirs.isEmpty ? "" : "i.client_id = :client AND") i.day > :on AND p.day <= :on)
            """, client == nil ? ["on": day.stored] : ["on": day.stored, "client": client?.number]
        ) { $0.money(0) }
        return Ageing(on: day, rows: rows, overdueSince: since, advances: advances)
    }
}
