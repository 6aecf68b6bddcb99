/// Version 9 of the schema: what was deleted is found by its moment, invoices and payments by the beginning of their number, events and
/// projects by their words, whatever the length of the history. It never changes once it is merged.
enum Schema9 {
    static let sql = """
        CREATE INDEX change_deleted ON change (at, user_id, id) WHERE act = 'deleted';
        CREATE INDEX change_client_deleted ON change (at) WHERE act = 'deleted' AND subject = 'client';
        CREATE INDEX invoice_by_number ON invoice (number COLLATE NOCASE);
        CREATE INDEX payment_by_number ON payment (number COLLATE NOCASE);
        CREATE VIEW named_thing -- what else is searched by its words, in one index, for each index costs a search the same
          AS SELECT id * 4 AS id, name || ' ' || coalesce(key, '') AS words FROM product
          UNION ALL SELECT id * 4 + 1, goal FROM vip_project
          UNION ALL SELECT id * 4 + 2, name || ' ' || coalesce(place, '') FROM event;
        CREATE VIRTUAL TABLE named_search USING fts5(words,
          content = 'named_thing', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
        CREATE TRIGGER product_named AFTER INSERT ON product BEGIN
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 0, new.name || ' ' || coalesce(new.key, ''));
        END;
        CREATE TRIGGER product_unnamed AFTER DELETE ON product BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 0, old.name || ' ' || coalesce(old.key, ''));
        END;
        CREATE TRIGGER product_renamed AFTER UPDATE OF name, key ON product BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 0, old.name || ' ' || coalesce(old.key, ''));
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 0, new.name || ' ' || coalesce(new.key, ''));
        END;
        CREATE TRIGGER vip_project_named AFTER INSERT ON vip_project BEGIN
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 1, new.goal);
        END;
        CREATE TRIGGER vip_project_unnamed AFTER DELETE ON vip_project BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 1, old.goal);
        END;
        CREATE TRIGGER vip_project_renamed AFTER UPDATE OF goal ON vip_project BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 1, old.goal);
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 1, new.goal);
        END;
        CREATE TRIGGER event_named AFTER INSERT ON event BEGIN
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 2, new.name || ' ' || coalesce(new.place, ''));
        END;
        CREATE TRIGGER event_unnamed AFTER DELETE ON event BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 2, old.name || ' ' || coalesce(old.place, ''));
        END;
        CREATE TRIGGER event_renamed AFTER UPDATE OF name, place ON event BEGIN
          INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 2, old.name || ' ' || coalesce(old.place, ''));
          INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 2, new.name || ' ' || coalesce(new.place, ''));
        END;
        INSERT INTO named_search (named_search) VALUES ('rebuild');
        """
}
