/// Version 4 of the schema: the team with departments, logins, absences and confidential clients, and the views and the counter that
/// the rules on who sees what rely on. It never changes once it is merged.
enum Schema4 {
    static let sql = team + sight

    private static let team = """
        CREATE TABLE department ( -- whose head sees the clients of all its KAMs
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;
        ALTER TABLE user ADD COLUMN department_id INTEGER REFERENCES department;
        ALTER TABLE user ADD COLUMN administers INTEGER NOT NULL DEFAULT 0 CHECK (administers IN (0, 1));
        ALTER TABLE user ADD COLUMN is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)); -- 0: may not log in any more
        ALTER TABLE user ADD COLUMN password TEXT; -- its Argon2id hash; null: cannot log in yet
        ALTER TABLE user ADD COLUMN second_secret BLOB; -- of the codes of six digits (RFC 6238); null: none are asked for
        ALTER TABLE user ADD COLUMN second_step INTEGER NOT NULL DEFAULT 0; -- the latest code's: none is taken twice
        -- Until now an administrator saw everything.
        UPDATE user SET role = 'director', administers = 1 WHERE role = 'administrator';
        CREATE INDEX user_by_department ON user (department_id);
        CREATE INDEX user_with_password ON user (id) WHERE password IS NOT NULL;
        ALTER TABLE desk ADD COLUMN is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1));
          -- 1: the first user needs no login on this machine while nobody else has one
        CREATE TABLE session ( -- a browser that is logged in
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32), -- of its token, which the browser alone has
          user_id INTEGER NOT NULL REFERENCES user,
          started_at INTEGER NOT NULL,
          seen_at INTEGER NOT NULL,
          address TEXT NOT NULL, -- from where it was last seen
          browser TEXT NOT NULL -- as it calls itself
        ) STRICT;
        CREATE INDEX session_by_user ON session (user_id);
        CREATE TABLE invitation ( -- a one-time way in: to choose a password
          digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
          user_id INTEGER NOT NULL UNIQUE REFERENCES user,
          ends_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE recovery_code ( -- each stands once for a code of six digits
          digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
          user_id INTEGER NOT NULL REFERENCES user
        ) STRICT;
        CREATE INDEX recovery_code_by_user ON recovery_code (user_id);
        CREATE TABLE absence ( -- an order: who deputises for a colleague, from day to day
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          number TEXT NOT NULL CHECK (number <> ''),
          user_id INTEGER NOT NULL REFERENCES user,
          deputy_id INTEGER NOT NULL REFERENCES user CHECK (deputy_id <> user_id),
          from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
          to_day TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day >= from_day)
        ) STRICT;
        CREATE INDEX absence_by_deputy ON absence (deputy_id, to_day);
        CREATE INDEX absence_by_user ON absence (user_id, to_day);
        ALTER TABLE client ADD COLUMN is_confidential INTEGER NOT NULL DEFAULT 0 CHECK (is_confidential IN (0, 1));
          -- a trade secret: for the KAM in charge, their deputy, the head and the director only

        """

    /// Every change to who sees which client raises `sight.n`, so that readers know when to look again.
    private static let sight = """
        CREATE TABLE sight ( -- one row
          id INTEGER PRIMARY KEY CHECK (id = 1),
          n INTEGER NOT NULL
        ) STRICT;
        INSERT INTO sight VALUES (1, 0);
        CREATE VIEW client_named AS -- what everybody may know of a client, and what its list shows and filters by
          SELECT id, name, sort_name, kind, city, status, territory FROM client;
        CREATE VIEW birthday -- asked for by the day of the year
          AS SELECT id AS person_id, birthday AS day FROM person WHERE birthday IS NOT NULL;
        CREATE VIEW person_named AS -- what everybody may know of a person, and what their list shows and filters by
          SELECT id, name, sort_name, is_vip, is_kol FROM person;

        """
        + ["INSERT ON client", "DELETE ON client", "UPDATE OF is_confidential ON client", "INSERT ON user"].map(moved)
        .joined()
        + ["client_kam", "absence"].flatMap { table in
            ["INSERT", "UPDATE", "DELETE"].map { moved("\($0) ON \(table)") }
        }.joined()
        + moved("UPDATE OF role, department_id ON user")

    private static func moved(_ event: String) -> String {
        let name = event.lowercased().split { !$0.isLetter && $0 != "_" }.joined(separator: "_")
        return """
            CREATE TRIGGER sight_moved_by_\(name) AFTER \(event) BEGIN UPDATE sight SET n = n + 1; END;

            """
    }
}
