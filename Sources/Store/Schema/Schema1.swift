/// Version 1 of the schema. A migration never changes once it is merged; later changes are migrations of their own.
///
/// Days are TEXT such as "2026-11-23", so that they sort correctly and people can read them. Moments are INTEGER milliseconds since 1970 in
/// UTC. Yes and no are 1 and 0.
enum Schema1 {
    static let sql = team + clients + people + interactions + history + search

    private static let team = """
        CREATE TABLE desk ( -- one row: what holds for the whole desk
          id INTEGER PRIMARY KEY CHECK (id = 1),
          version INTEGER NOT NULL DEFAULT 1,
          name TEXT NOT NULL CHECK (name <> ''),
          currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
          time_zone TEXT NOT NULL,
          secret BLOB NOT NULL CHECK (length(secret) = 32) -- the key of form tokens, made with the file
        ) STRICT;
        CREATE TABLE user ( -- one of us; never deleted, for history names them
          id INTEGER PRIMARY KEY,
          version INTEGER NOT NULL DEFAULT 1,
          name TEXT NOT NULL UNIQUE CHECK (name <> ''), -- unique, for an import names a KAM by it
          role TEXT NOT NULL CHECK (role IN ('kam', 'head', 'director', 'support', 'administrator', 'reader')),
          tongue TEXT NOT NULL DEFAULT 'en' CHECK (tongue IN ('en', 'ru'))
        ) STRICT;
        CREATE TABLE tally ( -- how many rows a table holds, kept by triggers: the rail shows them on every page
          name TEXT PRIMARY KEY,
          n INTEGER NOT NULL CHECK (n >= 0)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO tally VALUES ('client', 0), ('person', 0);

        """

    private static let clients = """
        CREATE TABLE client ( -- an organisation: buyer, payer, authority, or one we would like to have
          id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is never given twice, for history names it
          version INTEGER NOT NULL DEFAULT 1,
          key TEXT UNIQUE, -- its number in another system: the match key of imports
          name TEXT NOT NULL CHECK (name <> ''),
          sort_name TEXT NOT NULL, -- without case and quotation marks: lists sort and page by it
          short_name TEXT,
          kind TEXT NOT NULL CHECK (kind IN
            ('hospital', 'pharmacy-chain', 'distributor', 'retailer', 'authority', 'manufacturer', 'other')),
          inn TEXT, kpp TEXT, ogrn TEXT, vat TEXT, -- checked by Domain; not unique, for branches share an INN
          address TEXT, city TEXT, country TEXT, territory TEXT, segment TEXT,
          status TEXT NOT NULL CHECK (status IN ('prospect', 'active', 'dormant', 'lost')),
          lost_reason TEXT CHECK ((lost_reason IS NOT NULL) = (status = 'lost')),
          parent_id INTEGER REFERENCES client CHECK (parent_id <> id),
          phone TEXT, email TEXT, web TEXT, note TEXT
        ) STRICT;
        CREATE INDEX client_by_name ON client (sort_name, id);
        CREATE INDEX client_by_status ON client (status, sort_name, id);
        CREATE INDEX client_by_kind ON client (kind, sort_name, id);
        CREATE INDEX client_by_territory ON client (territory, sort_name, id);
        CREATE INDEX client_by_segment ON client (segment);
        CREATE INDEX client_by_parent ON client (parent_id, sort_name);
        CREATE INDEX client_by_inn ON client (inn);
        CREATE TRIGGER client_counted AFTER INSERT ON client BEGIN
          UPDATE tally SET n = n + 1 WHERE name = 'client';
        END;
        CREATE TRIGGER client_uncounted AFTER DELETE ON client BEGIN
          UPDATE tally SET n = n - 1 WHERE name = 'client';
        END;
        CREATE TABLE client_kam ( -- which of us holds a client, from day to day: shipments count for the KAM of their day
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          client_id INTEGER NOT NULL REFERENCES client,
          user_id INTEGER NOT NULL REFERENCES user,
          from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
          to_day TEXT CHECK (to_day IS date(to_day) AND to_day >= from_day),
          UNIQUE (client_id, from_day)
        ) STRICT;
        CREATE INDEX client_kam_by_user ON client_kam (user_id, client_id);
        CREATE TRIGGER client_kam_is_one BEFORE INSERT ON client_kam
        WHEN EXISTS (SELECT 1 FROM client_kam WHERE client_id = new.client_id
          AND from_day <= coalesce(new.to_day, '9999-12-31') AND coalesce(to_day, '9999-12-31') >= new.from_day)
        BEGIN SELECT RAISE(ABORT, 'a client has one KAM at a time'); END;

        """

    private static let people = """
        CREATE TABLE person ( -- somebody on the other side: decides, shapes opinion, works with us
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          key TEXT UNIQUE,
          name TEXT NOT NULL CHECK (name <> ''),
          sort_name TEXT NOT NULL,
          is_vip INTEGER NOT NULL CHECK (is_vip IN (0, 1)), -- decides or controls money
          is_kol INTEGER NOT NULL CHECK (is_kol IN (0, 1)), -- shapes colleagues' opinion
          phone TEXT, email TEXT,
          birthday TEXT CHECK (birthday IS date(birthday)),
          note TEXT
        ) STRICT;
        CREATE INDEX person_by_name ON person (sort_name, id);
        CREATE INDEX person_vip ON person (sort_name, id) WHERE is_vip = 1;
        CREATE INDEX person_kol ON person (sort_name, id) WHERE is_kol = 1;
        CREATE INDEX person_by_birthday ON person (substr(birthday, 6)) WHERE birthday IS NOT NULL;
        CREATE TRIGGER person_counted AFTER INSERT ON person BEGIN
          UPDATE tally SET n = n + 1 WHERE name = 'person';
        END;
        CREATE TRIGGER person_uncounted AFTER DELETE ON person BEGIN
          UPDATE tally SET n = n - 1 WHERE name = 'person';
        END;
        CREATE TABLE post ( -- a person's place at a client: several at once, past ones kept
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          person_id INTEGER NOT NULL REFERENCES person,
          client_id INTEGER NOT NULL REFERENCES client,
          title TEXT,
          role TEXT CHECK (role IN ('decider', 'approver', 'influencer', 'buyer', 'user', 'gatekeeper')),
          from_day TEXT CHECK (from_day IS date(from_day)),
          to_day TEXT CHECK (to_day IS date(to_day) AND to_day >= coalesce(from_day, ''))
        ) STRICT;
        CREATE INDEX post_by_client ON post (client_id, person_id);
        CREATE INDEX post_by_person ON post (person_id, client_id);
        CREATE INDEX post_by_end ON post (to_day) WHERE to_day IS NOT NULL;

        """

    private static let interactions = """
        CREATE TABLE interaction ( -- a call, visit, meeting ...: when, about what
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          client_id INTEGER REFERENCES client, -- null: with a person apart from any client
          user_id INTEGER NOT NULL REFERENCES user, -- which of us logged it
          kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'meeting', 'informal', 'event', 'message', 'negotiation',
            'training', 'merchandising', 'presentation')),
          day TEXT NOT NULL CHECK (day IS date(day)),
          topic TEXT NOT NULL CHECK (topic <> ''),
          note TEXT,
          mood TEXT CHECK (mood IN ('good', 'even', 'tense')),
          is_confidential INTEGER NOT NULL CHECK (is_confidential IN (0, 1))
        ) STRICT;
        CREATE INDEX interaction_by_client ON interaction (client_id, day, id);
        CREATE INDEX interaction_by_day ON interaction (day, id);
        CREATE TABLE interaction_person ( -- who took part; the day is repeated, so that the last contact is one step away
          person_id INTEGER NOT NULL REFERENCES person,
          day TEXT NOT NULL,
          interaction_id INTEGER NOT NULL REFERENCES interaction ON DELETE CASCADE,
          PRIMARY KEY (person_id, day, interaction_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX interaction_person_by_interaction ON interaction_person (interaction_id, person_id);
        CREATE TABLE matter ( -- an agreed matter: what one side promised the other, and by when
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          client_id INTEGER REFERENCES client,
          interaction_id INTEGER REFERENCES interaction, -- where it was agreed; null: noted by itself
          person_id INTEGER REFERENCES person, -- whom of theirs it concerns
          side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
          text TEXT NOT NULL CHECK (text <> ''),
          due_day TEXT CHECK (due_day IS date(due_day)),
          done_day TEXT CHECK (done_day IS date(done_day))
        ) STRICT;
        CREATE INDEX matter_open_by_due ON matter (due_day, id) WHERE done_day IS NULL;
        CREATE INDEX matter_open_by_client ON matter (client_id, due_day, id) WHERE done_day IS NULL;
        CREATE INDEX matter_done_by_client ON matter (client_id, done_day, id) WHERE done_day IS NOT NULL;
        CREATE INDEX matter_by_person ON matter (person_id, due_day, id);
        CREATE INDEX matter_by_interaction ON matter (interaction_id);

        """

    private static let history = """
        CREATE TABLE change ( -- history: a line for every change of a record, written in the same transaction
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          user_id INTEGER NOT NULL REFERENCES user,
          act TEXT NOT NULL CHECK (act IN ('created', 'changed', 'deleted')),
          subject TEXT NOT NULL, -- the record's table
          record_id INTEGER NOT NULL,
          title TEXT NOT NULL, -- what the record was called then
          client_id INTEGER, -- whose dossier shows the line; no reference, for history outlives what it tells of
          person_id INTEGER, -- whose page shows it
          fields TEXT NOT NULL CHECK (json_valid(fields)) -- {"field": [before, after]}; a reference is {"id", "name"}
        ) STRICT;
        CREATE INDEX change_by_client ON change (client_id, id) WHERE client_id IS NOT NULL;
        CREATE INDEX change_by_person ON change (person_id, id) WHERE person_id IS NOT NULL;
        CREATE INDEX change_by_record ON change (subject, record_id, id);
        CREATE INDEX change_by_time ON change (at, id);
        CREATE TRIGGER change_is_kept BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
        CREATE TRIGGER change_is_not_cut BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'history is not cut'); END;

        """

    private static let search =
        searched("client", ["name", "short_name", "key", "inn", "city", "address", "phone", "email", "web", "note"])
        + searched("person", ["name", "phone", "email", "note"])
        + searched("interaction", ["topic", "note"])

    /// A full-text index over some columns of a table. Triggers keep it up to date.
    static func searched(_ table: String, _ columns: [String]) -> String {
        let list = columns.joined(separator: ", ")
        let new = columns.map { "new." + $0 }.joined(separator: ", ")
        let old = columns.map { "old." + $0 }.joined(separator: ", ")
        return """
            CREATE VIRTUAL TABLE \(table)_search USING fts5(\(list),
              content = '\(table)', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
            CREATE TRIGGER \(table)_indexed AFTER INSERT ON \(table) BEGIN
              INSERT INTO \(table)_search (rowid, \(list)) VALUES (new.id, \(new));
            END;
            CREATE TRIGGER \(table)_unindexed AFTER DELETE ON \(table) BEGIN
              INSERT INTO \(table)_search (\(table)_search, rowid, \(list)) VALUES ('delete', old.id, \(old));
            END;
            CREATE TRIGGER \(table)_reindexed AFTER UPDATE OF \(list) ON \(table) BEGIN
              INSERT INTO \(table)_search (\(table)_search, rowid, \(list)) VALUES ('delete', old.id, \(old));
              INSERT INTO \(table)_search (rowid, \(list)) VALUES (new.id, \(new));
            END;

            """
    }
}
