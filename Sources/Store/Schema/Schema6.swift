/// Version 6 of the schema: VIP projects with their reviews and budgets, events with their guests and talks, and expected changes to the
/// balance of power at a client. It never changes once it is merged.
enum Schema6 {
    static let sql = projects + events + expected

    private static let projects = """
        CREATE TABLE vip_project ( -- work with a person at a client towards a goal; the KAM in charge of the client runs it
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          person_id INTEGER NOT NULL REFERENCES person,
          client_id INTEGER NOT NULL REFERENCES client,
          goal TEXT NOT NULL CHECK (goal <> ''),
          measure TEXT, -- by what we shall see that it is reached
          from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
          due_day TEXT CHECK (due_day IS date(due_day)),
          closed_day TEXT CHECK (closed_day IS date(closed_day) AND closed_day >= from_day), -- null: it goes on
          outcome TEXT CHECK (outcome IS NULL OR closed_day IS NOT NULL) -- what came of it
        ) STRICT;
        CREATE INDEX vip_project_by_person ON vip_project (person_id);
        CREATE INDEX vip_project_by_client ON vip_project (client_id);
        CREATE INDEX vip_project_by_closed ON vip_project (closed_day, id);
        CREATE TABLE project_review ( -- a joint review by the KAM and a manager; the level of a project changes in no other way
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          project_id INTEGER NOT NULL REFERENCES vip_project,
          day TEXT NOT NULL CHECK (day IS date(day)),
          kam_id INTEGER NOT NULL REFERENCES user, -- whose level it is
          manager_id INTEGER NOT NULL REFERENCES user CHECK (manager_id <> kam_id),
          level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4), -- D1 to D4
          shown TEXT NOT NULL CHECK (shown <> ''), -- what shows the level
          agreed TEXT,
          next_day TEXT NOT NULL CHECK (next_day IS date(next_day) AND next_day > day) -- when the manager looks in next
        ) STRICT;
        CREATE INDEX project_review_by_project ON project_review (project_id, day, id);
        CREATE TABLE project_expense ( -- a line of a project's budget
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          project_id INTEGER NOT NULL REFERENCES vip_project,
          purpose TEXT NOT NULL CHECK (purpose <> ''),
          estimated INTEGER NOT NULL CHECK (estimated >= 0), -- in hundredths of the desk's currency, as all amounts
          committed INTEGER CHECK (committed >= 0),
          actual INTEGER CHECK (actual >= 0),
          approver_id INTEGER REFERENCES user, -- never the KAM; null: not approved yet
          approved_day TEXT CHECK (approved_day IS date(approved_day)),
          CHECK ((approver_id IS NULL) = (approved_day IS NULL)),
          CHECK (approver_id IS NOT NULL OR coalesce(committed, actual) IS NULL)
        ) STRICT;
        CREATE INDEX project_expense_by_project ON project_expense (project_id);
        ALTER TABLE matter ADD COLUMN project_id INTEGER REFERENCES vip_project; -- of whose plan it is a step
        CREATE INDEX matter_by_project ON matter (project_id) WHERE project_id IS NOT NULL;
        CREATE INDEX ladder_move_by_user ON ladder_move (user_id, person_id, day, id);

        """

    private static let events = """
        CREATE TABLE event ( -- a congress, a round table, an event of our own
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          name TEXT NOT NULL CHECK (name <> ''),
          kind TEXT NOT NULL CHECK (kind IN ('congress', 'round-table', 'own')),
          from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
          to_day TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day >= from_day),
          place TEXT,
          cost INTEGER CHECK (cost >= 0), -- of all of it
          note TEXT
        ) STRICT;
        CREATE INDEX event_by_day ON event (from_day, id);
        CREATE TABLE event_guest ( -- somebody of theirs at an event
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          event_id INTEGER NOT NULL REFERENCES event,
          person_id INTEGER NOT NULL REFERENCES person,
          standing TEXT NOT NULL CHECK (standing IN ('invited', 'accepted', 'declined', 'came', 'missed')),
          user_id INTEGER REFERENCES user, -- which of us accompanies them
          note TEXT,
          UNIQUE (event_id, person_id)
        ) STRICT;
        CREATE INDEX event_guest_by_person ON event_guest (person_id, event_id);
        CREATE TABLE talk ( -- a presentation at an event: by one of theirs for us, or by one of us for them
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          event_id INTEGER NOT NULL REFERENCES event,
          topic TEXT NOT NULL CHECK (topic <> ''),
          person_id INTEGER REFERENCES person,
          user_id INTEGER REFERENCES user,
          day TEXT CHECK (day IS date(day)),
          slides TEXT NOT NULL CHECK (slides IN ('none', 'draft', 'agreed', 'given')),
          CHECK ((person_id IS NULL) <> (user_id IS NULL))
        ) STRICT;
        CREATE INDEX talk_by_event ON talk (event_id);
        CREATE INDEX talk_by_person ON talk (person_id);
        CREATE VIEW event_count AS -- how many are at an event, which everybody may know who knows of the event
          SELECT event_id, count(*) AS invited, sum(standing IN ('accepted', 'came')) AS accepted, sum(standing = 'came') AS came
          FROM event_guest GROUP BY event_id;

        """

    private static let expected = """
        CREATE TABLE expected_change ( -- what may move the balance of power at a client
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          client_id INTEGER NOT NULL REFERENCES client,
          person_id INTEGER REFERENCES person, -- whom it concerns; null: nobody alone
          kind TEXT NOT NULL CHECK (kind IN ('retirement', 'appointment', 'election', 'merger', 'other')),
          text TEXT NOT NULL CHECK (text <> ''),
          day TEXT NOT NULL CHECK (day IS date(day)), -- when it is expected
          probability INTEGER NOT NULL CHECK (probability BETWEEN 1 AND 99), -- in percent
          shift INTEGER NOT NULL CHECK (shift BETWEEN -100 AND 100), -- of the balance, where it happens
          source TEXT,
          closed_day TEXT CHECK (closed_day IS date(closed_day)),
          has_happened INTEGER CHECK (has_happened IN (0, 1)), -- null: it is still ahead
          noted_day TEXT NOT NULL CHECK (noted_day IS date(noted_day)), -- since when it is expected
          user_id INTEGER NOT NULL REFERENCES user, -- who expects it
          CHECK ((closed_day IS NULL) = (has_happened IS NULL))
        ) STRICT;
        CREATE INDEX expected_change_by_client ON expected_change (client_id, day, id);
        CREATE INDEX expected_change_by_person ON expected_change (person_id);

        """
}
