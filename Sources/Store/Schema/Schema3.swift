/// Version 3 of the schema: notes to prepare the next meeting with a client, notes for a handover, the forms that were already taken, and a
/// search for order numbers that ignores case. It never changes once it is merged.
enum Schema3 {
    static let sql = """
        CREATE TABLE brief ( -- how the next meeting with a client is prepared; the earlier ones are in the history
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          client_id INTEGER NOT NULL UNIQUE REFERENCES client,
          day TEXT CHECK (day IS date(day)),
          aim TEXT, -- what we want
          objection_1 TEXT, answer_1 TEXT, -- what they will object, and the answer: as many as one page holds
          objection_2 TEXT, answer_2 TEXT,
          objection_3 TEXT, answer_3 TEXT
        ) STRICT;
        CREATE TABLE brief_person ( -- who will sit there
          person_id INTEGER NOT NULL REFERENCES person,
          brief_id INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
          PRIMARY KEY (person_id, brief_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX brief_person_by_brief ON brief_person (brief_id, person_id);
        CREATE TABLE taken_form ( -- the latest forms that were taken, so that one that is sent twice acts once
          id INTEGER PRIMARY KEY,
          digest TEXT NOT NULL UNIQUE,
          change_id INTEGER, -- the last line of history of what it did
          place TEXT NOT NULL -- the address of the page that followed
        ) STRICT;
        ALTER TABLE client_kam ADD COLUMN note TEXT; -- what whoever takes the client over should know
        CREATE INDEX client_order_by_number ON client_order (number COLLATE NOCASE);

        """
}
