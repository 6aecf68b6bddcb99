import GRDB

@testable import Store

/// What a desk holds, to be compared before an act and after.
enum DeskContents {
    /// What an act leaves behind also where it is undone: history, what imports note, the clock, and what guards a page's forms.
    private static let traces: Set = [
        "change", "clock", "sight", "sale_mark", "taken_form", "import", "log", "session", "grdb_migrations",
        "sqlite_sequence",
    ]

    /// The rows of every table that holds records, each as a text, in their order; without the versions that history raises. SQLite
    /// writes the texts: it takes a tenth of the time of reading rows.
    static func all(_ desk: Desk) throws -> [String: [String]] {
        try desk.read { read in
            let tables = try String.fetchAll(
                read.db,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%fts5%' AND name NOT GLOB '*_search*'
                    """)
            return try Dictionary(
                uniqueKeysWithValues: tables.filter { !traces.contains($0) }.map { table in
                    let columns = try String.fetchAll(
                        read.db, sql: "SELECT name FROM pragma_table_info(?) WHERE name <> 'version'",
                        arguments: [table])
                    let row = columns.map { "'\($0)=' || quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
                    return (table, try String.fetchAll(read.db, sql: "SELECT \(row) FROM \"\(table)\" ORDER BY 1"))
                })
        }
    }
}
