/// The tables that triggers maintain, so that no page gets slower as the history grows, and the triggers that count sales by month.
/// `Totals` says how each table follows from the records, and `kamdesk check` compares them.
enum Schema2Totals {
    static let sql = tables + shipments + months

    private static let tables = """
        CREATE TABLE clock ( -- one row: the day up to which debts are counted as overdue; a tick moves it on
          id INTEGER PRIMARY KEY CHECK (id = 1),
          day TEXT NOT NULL CHECK (day IS date(day)),
          late_day TEXT NOT NULL GENERATED ALWAYS AS (date(day, '-30 days')) VIRTUAL,
          month INTEGER NOT NULL GENERATED ALWAYS AS (substr(day, 1, 4) * 12 + substr(day, 6, 2) - 1) VIRTUAL
        ) STRICT;
        INSERT INTO clock (id, day) VALUES (1, '1970-01-01');
        CREATE VIEW sale AS -- every shipment of a line and every return of one, on its day
          SELECT o.client_id, l.product_id, o.shipped_day AS day, o.id AS order_id, l.id AS line_id, NULL AS return_id,
            l.quantity, l.turnover, coalesce(l.income, 0) AS income, iif(l.income IS NULL, l.turnover, 0) AS unknown,
            iif(o.payer_id IS NULL, 0, l.turnover) AS through
          FROM client_order o JOIN order_line l ON l.order_id = o.id WHERE o.shipped_day IS NOT NULL
          UNION ALL
          SELECT o.client_id, l.product_id, r.day, o.id, l.id, r.id,
            -r.quantity, -r.turnover, -coalesce(r.income, 0), iif(r.income IS NULL, r.turnover, 0),
            -iif(o.payer_id IS NULL, 0, r.turnover)
          FROM client_order o JOIN order_line l ON l.order_id = o.id JOIN goods_return r ON r.line_id = l.id
          WHERE o.shipped_day IS NOT NULL;
        CREATE TABLE sale_month ( -- sales of a month by client, product and the KAM who held the client on the day
          client_id INTEGER NOT NULL,
          month INTEGER NOT NULL,
          product_id INTEGER NOT NULL,
          user_id INTEGER NOT NULL, -- 0: nobody held the client
          n INTEGER NOT NULL, -- shipments and returns in it
          quantity INTEGER NOT NULL,
          turnover INTEGER NOT NULL,
          income INTEGER NOT NULL, -- of what has a known cost
          unknown INTEGER NOT NULL, -- turnover of what has none; what came back adds to it, or both would cancel out
          through INTEGER NOT NULL, -- turnover that another than the client pays
          PRIMARY KEY (client_id, month, product_id, user_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE client_month ( -- the same by client
          client_id INTEGER NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
          turnover INTEGER NOT NULL, income INTEGER NOT NULL, unknown INTEGER NOT NULL, through INTEGER NOT NULL,
          PRIMARY KEY (client_id, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE desk_month ( -- the same for the whole desk
          month INTEGER PRIMARY KEY, n INTEGER NOT NULL,
          turnover INTEGER NOT NULL, income INTEGER NOT NULL, unknown INTEGER NOT NULL, through INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE standing ( -- where a client stands: what lists sort by and Today asks for
          client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
          month INTEGER NOT NULL, -- the months below are those before it; a tick moves it on
          turnover INTEGER NOT NULL DEFAULT 0, -- of twelve months
          income INTEGER NOT NULL DEFAULT 0,
          unknown INTEGER NOT NULL DEFAULT 0,
          quarter INTEGER NOT NULL DEFAULT 0, -- income of three months
          quarter_before INTEGER NOT NULL DEFAULT 0, -- of the same months a year ago
          quarter_unknown INTEGER NOT NULL DEFAULT 0, -- turnover of unknown cost in both
          fall INTEGER GENERATED ALWAYS AS
            (iif(quarter_unknown = 0 AND quarter_before > 0 AND quarter * 10 < quarter_before * 7, quarter_before - quarter, NULL)) STORED,
          overdue INTEGER NOT NULL DEFAULT 0, -- undisputed, due before the clock's day
          late INTEGER NOT NULL DEFAULT 0, -- of it more than 30 days
          is_stale INTEGER NOT NULL DEFAULT 0, -- its orders changed: the three below are made anew before the commit
          last_order TEXT, -- the latest day of an order that is neither draft nor refused
          quiet_day TEXT, -- that day and twice the median interval of the last orders; null: too few to tell
          is_quiet INTEGER NOT NULL DEFAULT 0 CHECK (is_quiet IN (0, 1)), -- the clock has passed it
          last_contact TEXT
        ) STRICT;
        CREATE INDEX standing_stale ON standing (client_id) WHERE is_stale = 1;
        CREATE INDEX standing_by_month ON standing (month);
        CREATE INDEX standing_by_income ON standing (income, client_id);
        CREATE INDEX standing_by_overdue ON standing (overdue, client_id);
        CREATE INDEX standing_by_contact ON standing (coalesce(last_contact, ''), client_id);
        CREATE INDEX standing_late ON standing (late, client_id) WHERE late > 0;
        CREATE INDEX standing_falling ON standing (fall, client_id) WHERE fall IS NOT NULL;
        CREATE INDEX standing_quiet ON standing (income, client_id) WHERE is_quiet = 1;
        CREATE INDEX standing_by_quiet_day ON standing (quiet_day) WHERE is_quiet = 0 AND quiet_day IS NOT NULL;
        CREATE TABLE standing_total ( -- one row: the sum of all standings
          id INTEGER PRIMARY KEY CHECK (id = 1),
          turnover INTEGER NOT NULL, income INTEGER NOT NULL, unknown INTEGER NOT NULL, overdue INTEGER NOT NULL
        ) STRICT;
        INSERT INTO standing_total VALUES (1, 0, 0, 0, 0);
        INSERT INTO tally VALUES ('product', 0), ('open_order', 0), ('open_invoice', 0);

        """

    /// The month of a day, as a number.
    static func month(_ day: String) -> String { "substr(\(day), 1, 4) * 12 + substr(\(day), 6, 2) - 1" }

    /// The KAM who held a client on a day; 0 if nobody did.
    static func kam(of client: String, on day: String) -> String {
        """
        coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = \(client) AND k.from_day <= \(day)
              AND coalesce(k.to_day, '9999-12-31') >= \(day)), 0)
        """
    }

    /// Adds (sign "") or subtracts (sign "-") sales in the monthly totals of the KAM who held the client on the day of the sale.
    /// `condition` chooses the sales from `sale s`.
    private static func count(_ sign: String, _ condition: String) -> String {
        """
        INSERT INTO sale_month
          SELECT s.client_id, \(month("s.day")), s.product_id, \(kam(of: "s.client_id", on: "s.day")),
            \(sign)count(*), \(sign)sum(s.quantity), \(sign)sum(s.turnover), \(sign)sum(s.income), \(sign)sum(s.unknown), \(sign)sum(s.through)
          FROM sale s WHERE \(condition) GROUP BY 1, 2, 3, 4
          \(merged)
        """
    }

    /// Adds to the row of a month that already has sales.
    private static let merged = """
        ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
            turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
            through = through + excluded.through;
        """

    /// Keeps the totals right when rows of a table change. Before an update of some columns or a deletion, their sales are subtracted;
    /// after an update, they are added again.
    private static func counted(_ table: String, _ column: String, changing columns: String) -> String {
        let (old, new) = (count("-", "s.\(column) = old.id"), count("", "s.\(column) = new.id"))
        return """
            CREATE TRIGGER \(table)_resells BEFORE UPDATE OF \(columns) ON \(table) BEGIN
              \(old)
            END;
            CREATE TRIGGER \(table)_resold AFTER UPDATE OF \(columns) ON \(table) BEGIN
              \(new)
            END;
            CREATE TRIGGER \(table)_unsold BEFORE DELETE ON \(table) BEGIN
              \(old)
            END;

            """
    }

    private static let worth = "quantity, price, discount, cost"

    /// A new order has no lines yet, so its insertion counts nothing. A deleted order goes after its lines. A new line is counted without
    /// the view, which is faster: imports add millions of lines.
    private static let shipments =
        """
        CREATE TRIGGER order_line_sold AFTER INSERT ON order_line BEGIN
          INSERT INTO sale_month
            SELECT o.client_id, \(month("o.shipped_day")), new.product_id, \(kam(of: "o.client_id", on: "o.shipped_day")), 1,
              new.quantity, new.turnover, coalesce(new.income, 0), iif(new.income IS NULL, new.turnover, 0),
              iif(o.payer_id IS NULL, 0, new.turnover)
            FROM client_order o WHERE o.id = new.order_id AND o.shipped_day IS NOT NULL
            \(merged)
        END;
        CREATE TRIGGER goods_return_sold AFTER INSERT ON goods_return BEGIN
          \(count("", "s.return_id = new.id"))
        END;

        """
        + counted("order_line", "line_id", changing: "order_id, product_id, \(worth)")
        + counted("goods_return", "return_id", changing: "line_id, day, \(worth)")
            + """
            CREATE TRIGGER client_order_resells BEFORE UPDATE OF client_id, payer_id, shipped_day ON client_order BEGIN
              \(count("-", "s.order_id = old.id"))
            END;
            CREATE TRIGGER client_order_resold AFTER UPDATE OF client_id, payer_id, shipped_day ON client_order BEGIN
              \(count("", "s.order_id = new.id"))
            END;
            CREATE TRIGGER client_order_takes_its_lines BEFORE DELETE ON client_order BEGIN
              DELETE FROM goods_return WHERE line_id IN (SELECT id FROM order_line WHERE order_id = old.id);
              DELETE FROM order_line WHERE order_id = old.id;
            END;
            CREATE TRIGGER client_kam_credits BEFORE INSERT ON client_kam BEGIN
              \(count("-", held("new")))
            END;
            CREATE TRIGGER client_kam_credited AFTER INSERT ON client_kam BEGIN
              \(count("", held("new")))
            END;
            CREATE TRIGGER client_kam_recredits BEFORE UPDATE ON client_kam BEGIN
              \(count("-", "(\(held("old")) OR \(held("new")))"))
            END;
            CREATE TRIGGER client_kam_recredited AFTER UPDATE ON client_kam BEGIN
              \(count("", "(\(held("old")) OR \(held("new")))"))
            END;
            CREATE TRIGGER client_kam_discredits BEFORE DELETE ON client_kam BEGIN
              \(count("-", held("old")))
            END;
            CREATE TRIGGER client_kam_discredited AFTER DELETE ON client_kam BEGIN
              \(count("", held("old")))
            END;

            """

    /// The condition for sales on the days on which a KAM holds the client.
    private static func held(_ tie: String) -> String {
        "s.client_id = \(tie).client_id AND s.day BETWEEN \(tie).from_day AND coalesce(\(tie).to_day, '9999-12-31')"
    }

    private static let months = """
        CREATE TRIGGER sale_month_added AFTER INSERT ON sale_month BEGIN
          \(summed("client_month", "new.client_id, new.month, new.n, new.turnover, new.income, new.unknown, new.through"))
        END;
        CREATE TRIGGER sale_month_changed AFTER UPDATE ON sale_month BEGIN
          \(summed("client_month", """
            new.client_id, new.month, new.n - old.n, new.turnover - old.turnover, new.income - old.income,
              new.unknown - old.unknown, new.through - old.through
            """))
        END;
        CREATE TRIGGER sale_month_emptied AFTER UPDATE OF n ON sale_month WHEN new.n = 0 BEGIN
          DELETE FROM sale_month WHERE client_id = new.client_id AND month = new.month AND product_id = new.product_id
            AND user_id = new.user_id;
        END;
        CREATE TRIGGER client_month_added AFTER INSERT ON client_month BEGIN
          \(summed("desk_month", "new.month, new.n, new.turnover, new.income, new.unknown, new.through"))
          \(stands("new.turnover", "new.income", "new.unknown"))
        END;
        CREATE TRIGGER client_month_changed AFTER UPDATE ON client_month BEGIN
          \(summed("desk_month", """
            new.month, new.n - old.n, new.turnover - old.turnover, new.income - old.income, new.unknown - old.unknown,
              new.through - old.through
            """))
          \(stands("(new.turnover - old.turnover)", "(new.income - old.income)", "(new.unknown - old.unknown)"))
        END;
        CREATE TRIGGER client_month_emptied AFTER UPDATE OF n ON client_month WHEN new.n = 0 BEGIN
          DELETE FROM client_month WHERE client_id = new.client_id AND month = new.month;
        END;
        CREATE TRIGGER desk_month_emptied AFTER UPDATE OF n ON desk_month WHEN new.n = 0 BEGIN
          DELETE FROM desk_month WHERE month = new.month;
        END;

        """

    private static func summed(_ table: String, _ values: String) -> String {
        """
        INSERT INTO \(table) VALUES (\(values))
            ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover,
              income = income + excluded.income, unknown = unknown + excluded.unknown, through = through + excluded.through;
        """
    }

    /// Updates the standing of a month's client by what was added to the month.
    private static func stands(_ turnover: String, _ income: String, _ unknown: String) -> String {
        """
        UPDATE standing SET turnover = turnover + \(turnover), income = income + \(income), unknown = unknown + \(unknown)
            WHERE client_id = new.client_id AND new.month BETWEEN month - 12 AND month - 1;
          UPDATE standing SET quarter = quarter + \(income), quarter_unknown = quarter_unknown + \(unknown)
            WHERE client_id = new.client_id AND new.month BETWEEN month - 3 AND month - 1;
          UPDATE standing SET quarter_before = quarter_before + \(income), quarter_unknown = quarter_unknown + \(unknown)
            WHERE client_id = new.client_id AND new.month BETWEEN month - 15 AND month - 13;
        """
    }
}
