/// Version 13 of the schema: what the first page of the day asks for on a desk with millions of lines, and from when a client is key. It
/// never changes once it is merged.
enum Schema13 {
    static let sql = """
        ALTER TABLE desk ADD COLUMN key_percent INTEGER NOT NULL DEFAULT 10 CHECK (key_percent BETWEEN 1 AND 100);
        ALTER TABLE desk ADD COLUMN critical_percent INTEGER NOT NULL DEFAULT 20 CHECK (critical_percent BETWEEN 1 AND 100);
        ALTER TABLE desk ADD COLUMN mono_percent INTEGER NOT NULL DEFAULT 70 CHECK (mono_percent BETWEEN 1 AND 100);
        ALTER TABLE desk ADD COLUMN key_amount INTEGER CHECK (key_amount > 0); -- key from an income of twelve months
        CREATE TABLE evidence ( -- what somebody knows for or against a definition of a key client
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          client_id INTEGER NOT NULL REFERENCES client,
          definition TEXT NOT NULL CHECK (definition IN ('potential', 'known', 'partner', 'competent', 'innovator')),
          kind TEXT NOT NULL CHECK (kind IN ('rivals', 'elsewhere', 'nobody', 'next-step', 'scope', 'result', 'permission', 'budget',
            'plans', 'doubling', 'lawful', 'exclusivity', 'wish', 'advice', 'outcome', 'pilot', 'idea', 'denied')),
          claim TEXT NOT NULL CHECK (claim <> ''),
          source TEXT NOT NULL CHECK (source <> ''),
          amount INTEGER CHECK (amount >= 0),
          day TEXT NOT NULL CHECK (day IS date(day)), -- when it was learned, or happened
          grade TEXT NOT NULL CHECK (grade IN ('assumed', 'confirmed')),
          until_day TEXT CHECK (until_day IS date(until_day)) CHECK (until_day >= day), -- null: it does not age
          user_id INTEGER NOT NULL REFERENCES user -- who says so
        ) STRICT;
        CREATE INDEX evidence_by_client ON evidence (client_id, day DESC, id DESC);
        CREATE TABLE sale_mark ( -- one row: n is another whenever what was sold is, or who holds whom; what was computed holds while n does
          id INTEGER PRIMARY KEY CHECK (id = 1),
          n INTEGER NOT NULL
        ) STRICT;
        INSERT INTO sale_mark VALUES (1, 0);
        CREATE TRIGGER kam_day_begun AFTER INSERT ON kam_day BEGIN UPDATE sale_mark SET n = n + 1; END;
        CREATE TRIGGER kam_day_changed AFTER UPDATE ON kam_day BEGIN UPDATE sale_mark SET n = n + 1; END;
        DROP INDEX matter_open_by_due;
        -- Whoever sees less counts what is due by the columns that say what it belongs to.
        CREATE INDEX matter_open_by_due ON matter (due_day, id, client_id, interaction_id, project_id, person_id)
          WHERE done_day IS NULL;
        CREATE TRIGGER client_kam_marked AFTER INSERT ON client_kam BEGIN UPDATE sale_mark SET n = n + 1; END;
        CREATE TRIGGER client_kam_remarked AFTER UPDATE ON client_kam BEGIN UPDATE sale_mark SET n = n + 1; END;
        CREATE TRIGGER client_kam_unmarked AFTER DELETE ON client_kam BEGIN UPDATE sale_mark SET n = n + 1; END;
        CREATE INDEX change_opened ON change (at) -- the clients whose secrecy was lifted
          WHERE subject = 'client' AND act = 'changed' AND json_extract(fields, '$.is_confidential[1]') = 0;
        """
}
