// What version 11 of the schema changes besides the tables of tenders.

extension Schema11 {
    static let besides = """
        CREATE TABLE tender_template ( -- what a new tender begins with: a question before go or no-go, or a line of the application
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          kind TEXT NOT NULL CHECK (kind IN ('question', 'line')),
          text TEXT NOT NULL CHECK (text <> ''),
          procedure TEXT, -- null: for every procedure
          paper TEXT CHECK (paper IN ('licence', 'registration', 'attorney', 'signature', 'accreditation', 'other'))
        ) STRICT;
        CREATE INDEX tender_template_by_kind ON tender_template (kind DESC, id);
        CREATE TABLE tender_member ( -- a colleague who works on a tender beside its KAM
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          tender_id INTEGER NOT NULL REFERENCES tender,
          user_id INTEGER NOT NULL REFERENCES user,
          duty TEXT NOT NULL CHECK (duty <> '')
        ) STRICT;
        CREATE INDEX tender_member_by_tender ON tender_member (tender_id);
        CREATE TABLE tender_delivery ( -- what a contract promises by a day, and what became of it
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          tender_id INTEGER NOT NULL REFERENCES tender,
          what TEXT NOT NULL CHECK (what <> ''),
          amount INTEGER CHECK (amount >= 0), -- in the tender's currency
          due_day TEXT NOT NULL CHECK (due_day IS date(due_day)),
          delivered_day TEXT CHECK (delivered_day IS date(delivered_day)),
          accepted_day TEXT CHECK (accepted_day IS date(accepted_day)),
          payable_day TEXT CHECK (payable_day IS date(payable_day)), -- the last day on which they may pay
          paid_day TEXT CHECK (paid_day IS date(paid_day)),
          penalty INTEGER CHECK (penalty > 0), -- in the tender's currency, against us
          penalty_reason TEXT,
          note TEXT
        ) STRICT;
        CREATE INDEX tender_delivery_by_tender ON tender_delivery (tender_id);
        CREATE INDEX tender_delivery_open ON tender_delivery (due_day, id) WHERE paid_day IS NULL;
        CREATE TABLE calendar_feed ( -- the secret address at which a calendar reads a colleague's deadlines
          user_id INTEGER PRIMARY KEY NOT NULL REFERENCES user,
          digest BLOB NOT NULL UNIQUE,
          made_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX change_of_complaints ON change (client_id) WHERE subject = 'tender_complaint';
        CREATE INDEX tender_complaint_suspends ON tender_complaint (tender_id) WHERE from_day IS NOT NULL;
        ALTER TABLE interaction ADD COLUMN lawful_subject TEXT;
        DROP VIEW named_thing;
        CREATE VIEW named_thing -- what else is searched by its words, in one index, for each index costs a search the same
          AS SELECT id * 4 AS id, name || ' ' || coalesce(key, '') AS words FROM product
          UNION ALL SELECT id * 4 + 1, goal FROM vip_project
          UNION ALL SELECT id * 4 + 2, name || ' ' || coalesce(place, '') FROM event
          UNION ALL SELECT id * 4 + 3, title || ' ' || coalesce(number, '') FROM tender;
        CREATE TRIGGER tender_named AFTER INSERT ON tender BEGIN
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 3, new.title || ' ' || coalesce(new.number, ''));
        END;
        CREATE TRIGGER tender_unnamed AFTER DELETE ON tender BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 3, old.title || ' ' || coalesce(old.number, ''));
        END;
        CREATE TRIGGER tender_renamed AFTER UPDATE OF title, number ON tender BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 3, old.title || ' ' || coalesce(old.number, ''));
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 3, new.title || ' ' || coalesce(new.number, ''));
        END;
        """
}
