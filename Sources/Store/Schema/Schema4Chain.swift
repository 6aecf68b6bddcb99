import GRDB

/// Part of version 4 of the schema: a history in which each line is chained to the previous one, and the log. It never changes once it is
/// merged.
enum Schema4Chain {
    static let sql = """
        ALTER TABLE change ADD COLUMN for_user_id INTEGER REFERENCES user; -- the colleague for whom a deputy did it
        ALTER TABLE change ADD COLUMN hash BLOB; -- of the line before and of this one
        CREATE TRIGGER change_follows BEFORE INSERT ON change -- a column that is added cannot be NOT NULL by itself
        WHEN typeof(new.hash) <> 'blob' OR length(new.hash) <> 32
        BEGIN SELECT RAISE(ABORT, 'a line of history follows from the one before'); END;
        CREATE TABLE log ( -- what was done that is no change of a record: who came, was refused, looked, took data out
          id INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of time
          at INTEGER NOT NULL,
          user_id INTEGER REFERENCES user, -- null: nobody whom the desk knows
          name TEXT, -- what they are called, or what was typed; null: the desk itself
          act TEXT NOT NULL CHECK (act <> ''), -- a word: login, login-failed, password, exported ...
          subject TEXT, -- the table of the record that it was about
          record_id INTEGER,
          title TEXT, -- what the record was called then, or what else there is to say
          address TEXT, -- of the network
          hash BLOB NOT NULL CHECK (length(hash) = 32) -- of the line before and of this one
        ) STRICT;
        CREATE INDEX log_by_user ON log (user_id, id);
        CREATE INDEX log_by_record ON log (subject, record_id, id) WHERE subject IS NOT NULL;
        CREATE TRIGGER log_is_kept BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is not rewritten'); END;
        CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is not cut'); END;

        """

    /// Chains the existing lines of history.
    static func link(_ db: Database) throws {
        try db.execute(sql: "DROP TRIGGER change_is_kept")
        try Chain(
            table: "change",
            columns: [
                "id", "at", "user_id", "act", "subject", "record_id", "title", "client_id", "person_id", "fields",
                "import_id", "for_user_id",
            ]
        ).linkAll(db)
        try db.execute(
            sql: """
                CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
                BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END
                """)
    }
}
