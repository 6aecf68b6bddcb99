/// Version 9 of the schema: what was deleted is found by its moment, invoices and payments by the beginning of their number, events and
/// projects by their words, whatever the length of the history. It never changes once it is merged.
enum Schema9 {
    static let sql = """
        CREATE INDEX change_deleted ON change (at, user_id, id) WHERE act = 'deleted';
        CREATE INDEX change_client_deleted ON change (at) WHERE act = 'deleted' AND subject = 'client';
        CREATE INDEX invoice_by_number ON invoice (number COLLATE NOCASE);
        CREATE INDEX payment_by_number ON payment (number COLLATE NOCASE);
        CREATE VIRTUAL TABLE event_search USING fts5(name, place,
          content = 'event', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
        CREATE TRIGGER event_indexed AFTER INSERT ON event BEGIN
          INSERT INTO event_search (rowid, name, place) VALUES (new.id, new.name, new.place);
        END;
        CREATE TRIGGER event_unindexed AFTER DELETE ON event BEGIN
          INSERT INTO event_search (event_search, rowid, name, place) VALUES ('delete', old.id, old.name, old.place);
        END;
        CREATE TRIGGER event_reindexed AFTER UPDATE OF name, place ON event BEGIN
          INSERT INTO event_search (event_search, rowid, name, place) VALUES ('delete', old.id, old.name, old.place);
          INSERT INTO event_search (rowid, name, place) VALUES (new.id, new.name, new.place);
        END;
        INSERT INTO event_search (event_search) VALUES ('rebuild');
        CREATE VIRTUAL TABLE vip_project_search USING fts5(goal,
          content = 'vip_project', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
        CREATE TRIGGER vip_project_indexed AFTER INSERT ON vip_project BEGIN
          INSERT INTO vip_project_search (rowid, goal) VALUES (new.id, new.goal);
        END;
        CREATE TRIGGER vip_project_unindexed AFTER DELETE ON vip_project BEGIN
          INSERT INTO vip_project_search (vip_project_search, rowid, goal) VALUES ('delete', old.id, old.goal);
        END;
        CREATE TRIGGER vip_project_reindexed AFTER UPDATE OF goal ON vip_project BEGIN
          INSERT INTO vip_project_search (vip_project_search, rowid, goal) VALUES ('delete', old.id, old.goal);
          INSERT INTO vip_project_search (rowid, goal) VALUES (new.id, new.goal);
        END;
        INSERT INTO vip_project_search (vip_project_search) VALUES ('rebuild');
        """
}
