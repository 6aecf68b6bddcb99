import GRDB

/// Version 8 of the schema: the schema stores raw sums and no longer knows business limits. `Risk` names the limits and applies them to the
/// sums. It never changes once it is merged.
enum Schema8 {
    static func change(_ db: Database) throws {
        // SQLite refuses to drop a column that a trigger uses.
        let triggers = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%late_day%'")
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
        try db.execute(
            sql: """
                ALTER TABLE clock DROP COLUMN late_day;
                ALTER TABLE clock ADD COLUMN late_day TEXT NOT NULL DEFAULT '0000-01-01' CHECK (late_day IS date(late_day)); -- debts due before it are late
                UPDATE clock SET late_day = date(day, '-30 days');
                DROP INDEX standing_falling;
                ALTER TABLE standing DROP COLUMN fall;
                CREATE INDEX standing_dropped ON standing (quarter_before - quarter, client_id) WHERE quarter_unknown = 0 AND quarter < quarter_before;

                """)
        for trigger in triggers { try db.execute(sql: trigger["sql"] as String) }
    }
}
