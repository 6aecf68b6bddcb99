/// What version 12 of the schema keeps beside the records, so that the first page of the day costs the same however long the history is:
/// sales by day and KAM, debts by month, and when a colleague was last here. `Totals` says how the sums follow from the records, and
/// `kamdesk check` compares them.
enum Schema12Totals {
    static let sql = tables + sales + debts

    private static let tables = """
        CREATE TABLE kam_day ( -- sales of a day by the KAM who held the client on it
          day TEXT NOT NULL,
          user_id INTEGER NOT NULL, -- 0: nobody held the client
          n INTEGER NOT NULL, -- shipments and returns on it
          turnover INTEGER NOT NULL,
          income INTEGER NOT NULL, -- of what has a known cost
          unknown INTEGER NOT NULL, -- turnover of what has none
          through INTEGER NOT NULL, -- turnover that another than the client pays
          PRIMARY KEY (day, user_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE debt_month ( -- how the undisputed debt of all clients changed in a month
          month INTEGER PRIMARY KEY,
          n INTEGER NOT NULL, -- what counts in it: each invoice twice, and each payment of one twice
          billed INTEGER NOT NULL, -- by the day of the invoice
          settled INTEGER NOT NULL, -- by the day of the payment, or of the invoice if that is later
          fell INTEGER NOT NULL, -- what became overdue, by the day after the last one to pay
          cured INTEGER NOT NULL -- what of it was paid, by the day of the payment, or on which it fell if that is later
        ) STRICT;
        CREATE TABLE look ( -- when a colleague was here
          user_id INTEGER PRIMARY KEY REFERENCES user,
          seen_at INTEGER NOT NULL, -- last
          left_at INTEGER -- when the sitting before this one ended; null: there was none
        ) STRICT;

        """

    /// Sales of some days and lines by day and KAM; `condition` chooses them from `sale s`.
    static func soldByDay(_ condition: String, _ sign: String = "") -> String {
        """
        SELECT s.day, \(Schema2Totals.kam(of: "s.client_id", on: "s.day")), \(sign)count(*), \(sign)sum(s.turnover), \(sign)sum(s.income),
              \(sign)sum(s.unknown), \(sign)sum(s.through) FROM sale s WHERE \(condition) GROUP BY 1, 2
        """
    }

    private static func count(_ sign: String, _ condition: String) -> String {
        "INSERT INTO kam_day \(soldByDay(condition, sign)) \(merged)"
    }

    private static let merged = """
        ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
            unknown = unknown + excluded.unknown, through = through + excluded.through;
        """

    /// A pair of triggers: what was sold is subtracted before a change and added after it. Nil stands for nothing.
    private static func changing(_ name: String, _ event: String, before old: String?, after new: String?) -> String {
        let before = old.map { "CREATE TRIGGER \(name)_off_day BEFORE \(event) BEGIN\n  \(count("-", $0))\nEND;\n" }
        let after = new.map { "CREATE TRIGGER \(name)_on_day AFTER \(event) BEGIN\n  \(count("", $0))\nEND;\n" }
        return (before ?? "") + (after ?? "")
    }

    private static func held(_ tie: String) -> String {
        "s.client_id = \(tie).client_id AND s.day BETWEEN \(tie).from_day AND coalesce(\(tie).to_day, '9999-12-31')"
    }

    /// The same events at which `Schema2Totals` counts sales by month.
    private static let sales =
        """
        CREATE TRIGGER order_line_sold_on_day AFTER INSERT ON order_line BEGIN
          INSERT INTO kam_day
            SELECT o.shipped_day, \(Schema2Totals.kam(of: "o.client_id", on: "o.shipped_day")), 1, new.turnover,
              coalesce(new.income, 0), iif(new.income IS NULL, new.turnover, 0), iif(o.payer_id IS NULL, 0, new.turnover)
            FROM client_order o WHERE o.id = new.order_id AND o.shipped_day IS NOT NULL
            \(merged)
        END;
        CREATE TRIGGER kam_day_emptied AFTER UPDATE OF n ON kam_day WHEN new.n = 0 BEGIN
          DELETE FROM kam_day WHERE day = new.day AND user_id = new.user_id;
        END;

        """
        + changing("goods_return_added", "INSERT ON goods_return", before: nil, after: "s.return_id = new.id")
        + changing(
            "order_line_changed", "UPDATE OF order_id, product_id, quantity, price, discount, cost ON order_line",
            before: "s.line_id = old.id", after: "s.line_id = new.id")
        + changing("order_line_deleted", "DELETE ON order_line", before: "s.line_id = old.id", after: nil)
        + changing(
            "goods_return_changed", "UPDATE OF line_id, day, quantity, price, discount, cost ON goods_return",
            before: "s.return_id = old.id", after: "s.return_id = new.id")
        + changing("goods_return_deleted", "DELETE ON goods_return", before: "s.return_id = old.id", after: nil)
        + changing(
            "client_order_changed", "UPDATE OF client_id, payer_id, shipped_day ON client_order",
            before: "s.order_id = old.id", after: "s.order_id = new.id")
        + changing("client_kam_added", "INSERT ON client_kam", before: held("new"), after: held("new"))
        + changing(
            "client_kam_changed", "UPDATE ON client_kam", before: "(\(held("old")) OR \(held("new")))",
            after: "(\(held("old")) OR \(held("new")))")
        + changing("client_kam_deleted", "DELETE ON client_kam", before: held("old"), after: held("old"))

    /// How some invoices, by a condition on "i", change the debt of months.
    private static func billed(_ condition: String) -> String {
        """
        SELECT \(Schema2Totals.month("i.day")) AS month, 1 AS n, i.amount AS billed, 0 AS settled, 0 AS fell, 0 AS cured
              FROM invoice i WHERE i.is_disputed = 0 AND \(condition)
            UNION ALL SELECT \(Schema2Totals.month("date(i.due_day, '+1 day')")), 1, 0, 0, i.amount, 0
              FROM invoice i WHERE i.is_disputed = 0 AND \(condition)
        """
    }

    /// The same of some allocations of payments to invoices, by a condition on "a" or "i".
    private static func paid(_ condition: String) -> String {
        let source = """
            FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
                  WHERE i.is_disputed = 0 AND \(condition)
            """
        return """
            SELECT \(Schema2Totals.month("max(p.day, i.day)")) AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
                  \(source)
                UNION ALL SELECT \(Schema2Totals.month("max(p.day, date(i.due_day, '+1 day'))")), 1, 0, 0, 0, a.amount
                  \(source)
            """
    }

    /// The months of the debt of all invoices.
    static let debtByMonth = summed("\(billed("true")) UNION ALL \(paid("true"))", "")

    private static func summed(_ rows: String, _ sign: String) -> String {
        """
        SELECT month, \(sign)sum(n), \(sign)sum(billed), \(sign)sum(settled), \(sign)sum(fell), \(sign)sum(cured)
            FROM (\(rows)) WHERE true GROUP BY month
        """
    }

    private static func owe(_ sign: String, _ rows: String...) -> String {
        """
        INSERT INTO debt_month \(summed(rows.joined(separator: " UNION ALL "), sign))
            ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
              fell = fell + excluded.fell, cured = cured + excluded.cured;
        """
    }

    private static let debts = """
        CREATE TRIGGER debt_month_emptied AFTER UPDATE OF n ON debt_month WHEN new.n = 0 BEGIN
          DELETE FROM debt_month WHERE month = new.month;
        END;
        CREATE TRIGGER invoice_billed AFTER INSERT ON invoice BEGIN
          \(owe("", billed("i.id = new.id")))
        END;
        CREATE TRIGGER invoice_off_month BEFORE UPDATE OF day, due_day, amount, is_disputed ON invoice BEGIN
          \(owe("-", billed("i.id = old.id"), paid("i.id = old.id")))
        END;
        CREATE TRIGGER invoice_on_month AFTER UPDATE OF day, due_day, amount, is_disputed ON invoice BEGIN
          \(owe("", billed("i.id = new.id"), paid("i.id = new.id")))
        END;
        CREATE TRIGGER invoice_unbilled BEFORE DELETE ON invoice BEGIN
          \(owe("-", billed("i.id = old.id")))
        END;
        CREATE TRIGGER allocation_on_month AFTER INSERT ON allocation BEGIN
          \(owe("", paid("a.id = new.id")))
        END;
        CREATE TRIGGER allocation_moves_from_month BEFORE UPDATE OF amount, payment_id, invoice_id ON allocation BEGIN
          \(owe("-", paid("a.id = old.id")))
        END;
        CREATE TRIGGER allocation_moves_to_month AFTER UPDATE OF amount, payment_id, invoice_id ON allocation BEGIN
          \(owe("", paid("a.id = new.id")))
        END;
        CREATE TRIGGER allocation_off_month BEFORE DELETE ON allocation BEGIN
          \(owe("-", paid("a.id = old.id")))
        END;
        CREATE TRIGGER payment_off_month BEFORE UPDATE OF day ON payment BEGIN
          \(owe("-", paid("p.id = old.id")))
        END;
        CREATE TRIGGER payment_on_month AFTER UPDATE OF day ON payment BEGIN
          \(owe("", paid("p.id = new.id")))
        END;

        """

    /// Fills the tables of a desk that has records already.
    static let filling = """
        INSERT INTO kam_day \(soldByDay("true"));
        INSERT INTO debt_month \(debtByMonth);

        """
}
