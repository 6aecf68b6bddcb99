/// Version 13 of the schema: what the first page of the day asks for on a desk with millions of lines. It never changes once it is merged.
enum Schema13 {
    static let sql = """
        CREATE TABLE sale_mark ( -- one row: n is another whenever what was sold is; what was computed from it holds while n stays the same
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
        CREATE INDEX change_opened ON change (at) -- the clients whose secrecy was lifted
          WHERE subject = 'client' AND act = 'changed' AND json_extract(fields, '$.is_confidential[1]') = 0;
        """
}
