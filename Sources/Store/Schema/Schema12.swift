/// Version 12 of the schema: the periods for which something is planned, and the days on which nobody works.
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
        """
}
