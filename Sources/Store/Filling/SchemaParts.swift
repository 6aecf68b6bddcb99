import GRDB

/// The parts of a schema that can be dropped and made again without losing data.
struct SchemaParts {
    /// The statements that make the indexes and the triggers, in the order of the schema.
    let indexes: [String]
    let triggers: [String]
    /// The tables of full-text search.
    let searched: [String]
    /// The statements that drop indexes and triggers.
    let dropped: [String]

    init(_ db: Database) throws {
        func made(_ type: String) throws -> [(name: String, sql: String)] {
            try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY rowid",
                arguments: [type]
            ).map { ($0[0], $0[1]) }
        }
        let (indexes, triggers) = (try made("index"), try made("trigger"))
        self.indexes = indexes.map(\.sql)
        self.triggers = triggers.map(\.sql)
        searched = try made("table").filter { $0.sql.hasPrefix("CREATE VIRTUAL TABLE") }.map(\.name)
        dropped = indexes.map { "DROP INDEX \($0.name)" } + triggers.map { "DROP TRIGGER \($0.name)" }
    }
}
