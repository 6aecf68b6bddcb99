import Domain
import GRDB

/// How the values that triggers maintain follow from the records. `kamdesk check` compares the tables with these queries, a desk that was
/// filled in bulk gets its totals from them, and the desk's clock updates the standings with them.
enum Totals {
    /// Queries for the content of the tables of totals, with all columns in order.
    static let months: [(table: String, query: String)] = [
        (
            "sale_month",
            """
            SELECT s.client_id, \(Schema2Totals.month("s.day")), s.product_id, \(Schema2Totals.kam(of: "s.client_id", on: "s.day")),
              count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
            FROM sale s GROUP BY 1, 2, 3, 4
            """
        ),
        (
            "client_month",
            """
            SELECT client_id, month, sum(n), sum(turnover), sum(income), sum(unknown), sum(through) FROM sale_month GROUP BY 1, 2
            """
        ),
        (
            "desk_month",
            "SELECT month, sum(n), sum(turnover), sum(income), sum(unknown), sum(through) FROM client_month GROUP BY 1"
        ),
        ("kam_day", Schema12Totals.soldByDay("true")),
        ("debt_month", Schema12Totals.debtByMonth),
    ]

    /// What each tally counts.
    static let tallies: [(name: String, query: String)] = [
        ("client", "SELECT count(*) FROM client"), ("person", "SELECT count(*) FROM person"),
        ("product", "SELECT count(*) FROM product"),
        (
            "open_order",
            "SELECT count(*) FROM client_order WHERE status IN ('draft', 'accepted', 'handed', 'confirmed')"
        ),
        ("open_invoice", "SELECT count(*) FROM invoice WHERE paid < amount"),
    ]

    /// The amount of an invoice that allocations pay.
    static let paid = "(SELECT coalesce(sum(amount), 0) FROM allocation WHERE invoice_id = invoice.id)"

    /// The day on which an invoice was paid in full. It depends on the column `paid`, which must be set first.
    static let settledDay = """
        iif(paid < amount, NULL, max(day, coalesce((SELECT max(p.day) FROM allocation a
          JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = invoice.id), day)))
        """

    /// The amount of a payment that allocations use.
    static let used = "(SELECT coalesce(sum(amount), 0) FROM allocation WHERE payment_id = payment.id)"

    /// The sum of all standings.
    static let standingTotal = """
        SELECT 1, coalesce(sum(turnover), 0), coalesce(sum(income), 0), coalesce(sum(unknown), 0), coalesce(sum(overdue), 0)
        FROM standing
        """

    /// The columns of a client's standing that follow from its months, invoices and interactions, each with its expression. "s" is the
    /// standing, "k" the clock.
    static let figures: [(column: String, expression: String)] = [
        ("turnover", sum("turnover", 12, 1)), ("income", sum("income", 12, 1)), ("unknown", sum("unknown", 12, 1)),
        ("quarter", sum("income", 3, 1)), ("quarter_before", sum("income", 15, 13)),
        ("quarter_unknown", "\(sum("unknown", 3, 1)) + \(sum("unknown", 15, 13))"),
        ("overdue", debt("k.day")), ("late", debt("k.late_day")),
        ("last_contact", "(SELECT max(day) FROM interaction WHERE client_id = s.client_id)"),
    ]

    /// The columns that follow from a client's orders. A client counts as quiet if it has not ordered for twice the median of its last
    /// twelve intervals between orders. Fewer than three intervals say nothing.
    static let pace: [(column: String, expression: String)] = [
        (
            "last_order",
            """
            (SELECT day FROM client_order WHERE client_id = s.client_id AND status NOT IN ('draft', 'refused')
              ORDER BY day DESC LIMIT 1)
            """
        ),
        ("quiet_day", quietDay),
        (
            "last_shipped",
            """
            (SELECT max(day) FROM (
              SELECT max(shipped_day) AS day FROM client_order WHERE client_id = s.client_id AND shipped_day IS NOT NULL
              UNION ALL SELECT max(shipped_day) FROM client_order
                WHERE payer_id = s.client_id AND payer_id IS NOT NULL AND shipped_day IS NOT NULL))
            """
        ),
    ]

    /// Where a client stands (`ClientStatus`), which follows from its last shipment. "c" is the client, "s" its standing, "k" the clock, "d"
    /// the desk. A month that is shorter than the clock's day ends with its last day.
    static let status = """
        CASE WHEN c.lost_reason IS NOT NULL THEN 'lost'
          WHEN s.last_shipped >= min(date(k.day, '-' || d.active_months || ' months'),
            date(k.day, 'start of month', '-' || (d.active_months - 1) || ' months', '-1 day')) THEN 'active'
          WHEN s.last_shipped IS NOT NULL OR c.buys_since IS NOT NULL THEN 'dormant' ELSE 'prospect' END
        """

    /// Sets the status of the clients that a condition on "c" selects, where it is another by now.
    static func statuses(where condition: String) -> String {
        """
        UPDATE client AS c SET status = \(status) FROM standing s, clock k, desk d
        WHERE s.client_id = c.id AND \(condition) AND c.status <> \(status)
        """
    }

    /// The column that follows from the quiet day itself.
    static let quiet = (column: "is_quiet", expression: "coalesce(s.quiet_day < k.day, 0)")

    private static func sum(_ column: String, _ first: Int, _ last: Int) -> String {
        """
        (SELECT coalesce(sum(\(column)), 0) FROM client_month m WHERE m.client_id = s.client_id
          AND m.month BETWEEN s.month - \(first) AND s.month - \(last))
        """
    }

    private static func debt(_ day: String) -> String {
        """
        (SELECT coalesce(sum(amount - paid), 0) FROM invoice WHERE client_id = s.client_id AND \(Overdue.debt(before: day)))
        """
    }

    /// The sum of the two middle intervals is twice the median. If their number is odd, the middle one counts twice.
    private static let quietDay = """
        (SELECT iif(count(*) < \(Risk.fewestIntervals), NULL, date(max(day), '+' || CAST(\(Risk.quietIntervals)
            * sum(gap * ((place = (size + 1) / 2) + (place = (size + 2) / 2))) / 2 AS INTEGER) || ' days'))
          FROM (SELECT day, gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS size
            FROM (SELECT day, julianday(day) - julianday(lag(day) OVER (ORDER BY day)) AS gap
              FROM (SELECT DISTINCT day FROM client_order WHERE client_id = s.client_id AND status NOT IN ('draft', 'refused')
                ORDER BY day DESC LIMIT \(Risk.countedIntervals + 1))) WHERE gap IS NOT NULL))
        """

    /// Statements, in order, that compute all values that triggers maintain from the records as of a day, in a desk that has none yet.
    static func beginning(on day: Day) -> [String] {
        [
            "UPDATE clock SET day = '\(day.stored)', late_day = '\((day - Risk.lateDays).stored)'",
            "UPDATE invoice SET paid = \(paid) WHERE id IN (SELECT invoice_id FROM allocation)",
        ]
            + ["UPDATE invoice SET settled_day = \(settledDay) WHERE paid = amount"]
            + ["UPDATE payment SET used = \(used)"]
            + tallies.map { "UPDATE tally SET n = (\($0.query)) WHERE name = '\($0.name)'" }
            + months.map { "INSERT INTO \($0.table) \($0.query)" }
            + ["INSERT INTO standing (client_id, month) SELECT c.id, k.month FROM client c, clock k"]
            + [
                update(figures + pace, where: "true"), update([quiet], where: "true"), statuses(where: "true"),
                "DELETE FROM standing_total", "INSERT INTO standing_total \(standingTotal)",
            ]
    }

    /// Sets columns of the standings that a condition on "s" selects.
    static func update(_ columns: [(column: String, expression: String)], also: String = "", where condition: String)
        -> String
    {
        """
        UPDATE standing AS s SET \(also)\(columns.map { "\($0.column) = \($0.expression)" }.joined(separator: ", "))
        FROM clock k WHERE \(condition)
        """
    }
}

extension WriteTransaction {
    /// Updates the pace and the status of some clients whose orders have changed. Returns false if there was none. Every write ends with this.
    @discardableResult
    func settlePace(atMost count: Int = 200) throws -> Bool {
        let clients = try read.rows("SELECT client_id FROM standing WHERE is_stale = 1 LIMIT ?", [count]) {
            $0[0] as Int64
        }
        for client in clients {
            try execute(Totals.update(Totals.pace, where: "s.client_id = ?"), [client])
            try execute(Totals.update([Totals.quiet], also: "is_stale = 0, ", where: "s.client_id = ?"), [client])
            try execute(Totals.statuses(where: "c.id = ?"), [client])
        }
        return !clients.isEmpty
    }
}

extension Desk {
    /// Moves the desk's clock forward to a day: invoices that fell due count as overdue from then on, and the twelve months end with the
    /// last full month. In a new month the standings are updated some hundred at a time, so that nobody waits.
    package func tick(on today: Day) throws {
        let isBehind = try read { read in
            try read.count(
                """
                SELECT day < ? OR EXISTS (SELECT 1 FROM standing WHERE standing.month < clock.month) FROM clock
                """, [today.stored]) == 1
        }
        guard isBehind else { return }
        try write(at: .current(), on: today) { try $0.moveClock() }
        while try write(at: .current(), on: today, { try $0.turnMonth(atMost: 500) }) {}
    }
}

extension WriteTransaction {
    /// The clock only goes forward, so an import on an earlier day does not undo a debt.
    fileprivate func moveClock() throws {
        guard
            let before = try read.first(
                "SELECT day, late_day FROM clock WHERE day < ?", [today.stored], { ($0.day(0), $0.day(1)) })
        else { return }
        let fallen = """
            FROM (SELECT client_id, sum(amount - paid) AS debt FROM invoice
              WHERE due_day >= ? AND \(Overdue.debt(before: "?")) GROUP BY 1) d WHERE d.client_id = standing.client_id
            """
        try execute("UPDATE standing SET overdue = overdue + d.debt \(fallen)", [before.0.stored, today.stored])
        try execute(
            "UPDATE standing SET late = late + d.debt \(fallen)", [before.1.stored, (today - Risk.lateDays).stored])
        try execute("UPDATE standing SET is_quiet = 1 WHERE is_quiet = 0 AND quiet_day < ?", [today.stored])
        try execute(
            "UPDATE clock SET day = ?, late_day = ?", [today.stored, (today - Risk.lateDays).stored])
        try execute(Totals.statuses(where: "c.status = 'active'"), [])
    }

    /// Updates some standings of an earlier month. Returns false if there are none.
    fileprivate func turnMonth(atMost count: Int) throws -> Bool {
        let clients = try read.rows(
            "SELECT client_id FROM standing WHERE month < (SELECT month FROM clock) ORDER BY month, client_id LIMIT ?",
            [count]
        ) { $0[0] as Int64 }
        guard let first = clients.min(), let last = clients.max() else { return false }
        try execute(
            "UPDATE standing SET month = (SELECT month FROM clock) WHERE client_id BETWEEN ? AND ?", [first, last])
        try execute(Totals.update(Totals.figures, where: "s.client_id BETWEEN ? AND ?"), [first, last])
        return true
    }
}
