/// Version 12 of the schema: the periods for which something is planned, the days on which nobody works, and what is planned.
enum Schema12 {
    static let sql = """
        CREATE TABLE plan_period ( -- a span of days with a name; a quarter may begin on 31 May
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''), -- the match key of imports
          kind TEXT NOT NULL CHECK (kind IN ('year', 'quarter', 'month', 'other')),
          from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
          to_day TEXT NOT NULL CHECK (to_day IS date(to_day)) CHECK (to_day >= from_day)
        ) STRICT;
        CREATE INDEX plan_period_by_day ON plan_period (from_day, to_day DESC);
        CREATE TABLE work_year ( -- the days of a year on which work differs from Monday to Friday; a year without a row does not differ
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2200),
          free TEXT NOT NULL, -- month and day, with spaces between them
          worked TEXT,
          source TEXT NOT NULL CHECK (source <> ''),
          checked_day TEXT CHECK (checked_day IS date(checked_day)) -- null: nobody has compared it with its source yet
        ) STRICT;
        CREATE TABLE plan ( -- a version of what somebody, or the company, is to reach in a year
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          scope TEXT NOT NULL CHECK (scope IN ('company', 'department', 'kam', 'client')),
          department_id INTEGER REFERENCES department CHECK ((department_id IS NOT NULL) = (scope = 'department')),
          user_id INTEGER REFERENCES user CHECK ((user_id IS NOT NULL) = (scope = 'kam')),
          client_id INTEGER REFERENCES client CHECK ((client_id IS NOT NULL) = (scope = 'client')),
          year INTEGER NOT NULL, -- in which its periods begin
          edition INTEGER NOT NULL CHECK (edition > 0),
          state TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed')),
          proposed_by INTEGER REFERENCES user,
          proposed_day TEXT CHECK (proposed_day IS date(proposed_day)) CHECK ((proposed_day IS NULL) = (proposed_by IS NULL)),
          agreed_by INTEGER REFERENCES user,
          agreed_day TEXT CHECK (agreed_day IS date(agreed_day)) CHECK ((agreed_day IS NULL) = (agreed_by IS NULL)), -- from then on it holds
          reason TEXT, -- why it follows the version before it
          CHECK ((agreed_day IS NOT NULL) = (state = 'agreed')),
          CHECK (edition = 1 OR reason IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX plan_edition ON plan (year, scope, coalesce(department_id, user_id, client_id, 0), edition);
        CREATE INDEX plan_by_client ON plan (client_id) WHERE client_id IS NOT NULL;
        CREATE TABLE plan_target ( -- what a version of a plan wants of one measure in one period
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          plan_id INTEGER NOT NULL REFERENCES plan,
          period_id INTEGER NOT NULL REFERENCES plan_period,
          metric TEXT NOT NULL CHECK (metric IN ('income', 'turnover', 'buying', 'new', 'collected')),
          group_id INTEGER REFERENCES product_group, -- null: of all products
          channel TEXT NOT NULL CHECK (channel IN ('both', 'direct', 'through')),
          amount INTEGER CHECK (amount BETWEEN 0 AND 1000000000000000),
          clients INTEGER CHECK (clients BETWEEN 0 AND 1000000000000000),
          CHECK ((clients IS NOT NULL) = (metric IN ('buying', 'new'))),
          CHECK ((amount IS NULL) = (clients IS NOT NULL)),
          CHECK (metric IN ('income', 'turnover') OR (group_id IS NULL AND channel = 'both'))
        ) STRICT;
        CREATE UNIQUE INDEX plan_target_of_plan ON plan_target (plan_id, period_id, metric, channel, coalesce(group_id, 0));
        CREATE INDEX plan_target_by_period ON plan_target (period_id);
        -- What was reached in the days of a period is counted from here.
        CREATE INDEX client_order_by_shipped_day ON client_order (shipped_day, client_id) WHERE shipped_day IS NOT NULL;
        CREATE INDEX goods_return_by_day ON goods_return (day);
        CREATE INDEX payment_by_day ON payment (day, client_id);
        CREATE INDEX sale_month_by_month ON sale_month (month);

        """ + statuses + Schema12Totals.sql + Schema12Totals.filling

    /// The status of a client follows from its shipments. What people said of it until now stands in history.
    private static let statuses = """
        ALTER TABLE desk ADD COLUMN active_months INTEGER NOT NULL DEFAULT 6 CHECK (active_months BETWEEN 1 AND 60);
        DROP VIEW client_named;
        DROP INDEX client_by_status;
        ALTER TABLE client ADD COLUMN lost TEXT CHECK (lost <> ''); -- why we lost it; null: we have not
        UPDATE client SET lost = lost_reason WHERE lost_reason IS NOT NULL;
        ALTER TABLE client DROP COLUMN lost_reason;
        ALTER TABLE client RENAME COLUMN lost TO lost_reason;
        ALTER TABLE client ADD COLUMN buys_since TEXT CHECK (buys_since IS date(buys_since)); -- before our history begins
        ALTER TABLE client DROP COLUMN status;
        ALTER TABLE client ADD COLUMN status TEXT NOT NULL DEFAULT 'prospect' -- kept: follows from last_shipped
          CHECK (status IN ('prospect', 'active', 'dormant', 'lost'));
        CREATE INDEX client_by_status ON client (status, sort_name, id);
        CREATE VIEW client_named AS -- what everybody may know of a client, and what its list shows and filters by
          SELECT id, name, sort_name, kind, city, status, territory FROM client;
        ALTER TABLE standing ADD COLUMN last_shipped TEXT; -- the day of the last shipment to it, or that it paid for
        CREATE INDEX client_order_shipped_for_payer ON client_order (payer_id, shipped_day)
          WHERE payer_id IS NOT NULL AND shipped_day IS NOT NULL;
        UPDATE standing SET last_shipped = (SELECT max(day) FROM (
          SELECT max(shipped_day) AS day FROM client_order WHERE client_id = standing.client_id AND shipped_day IS NOT NULL
          UNION ALL SELECT max(shipped_day) FROM client_order
            WHERE payer_id = standing.client_id AND payer_id IS NOT NULL AND shipped_day IS NOT NULL));
        UPDATE client SET status = CASE WHEN client.lost_reason IS NOT NULL THEN 'lost'
            WHEN s.last_shipped >= min(date(k.day, '-6 months'), date(k.day, 'start of month', '-5 months', '-1 day')) THEN 'active'
            WHEN s.last_shipped IS NOT NULL THEN 'dormant' ELSE 'prospect' END
          FROM standing s, clock k WHERE s.client_id = client.id;
        DROP TRIGGER client_stands;
        CREATE TRIGGER client_stands AFTER INSERT ON client BEGIN
          INSERT INTO standing (client_id, month, is_stale) SELECT new.id, month, 1 FROM clock;
        END;
        CREATE TRIGGER client_restands AFTER UPDATE OF lost_reason, buys_since ON client BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id = new.id;
        END;
        DROP TRIGGER client_order_placed;
        CREATE TRIGGER client_order_placed AFTER INSERT ON client_order BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id IN (new.client_id, new.payer_id);
          UPDATE tally SET n = n + (new.status IN ('draft', 'accepted', 'handed', 'confirmed')) WHERE name = 'open_order';
        END;
        DROP TRIGGER client_order_moved;
        CREATE TRIGGER client_order_moved AFTER UPDATE OF client_id, payer_id, day, shipped_day, status ON client_order BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id IN (new.client_id, old.client_id, new.payer_id, old.payer_id);
          UPDATE tally SET n = n + (new.status IN ('draft', 'accepted', 'handed', 'confirmed'))
            - (old.status IN ('draft', 'accepted', 'handed', 'confirmed')) WHERE name = 'open_order';
        END;
        DROP TRIGGER client_order_withdrawn;
        CREATE TRIGGER client_order_withdrawn AFTER DELETE ON client_order BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id IN (old.client_id, old.payer_id);
          UPDATE tally SET n = n - (old.status IN ('draft', 'accepted', 'handed', 'confirmed')) WHERE name = 'open_order';
        END;

        """
}
