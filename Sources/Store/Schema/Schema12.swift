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
        """
}
