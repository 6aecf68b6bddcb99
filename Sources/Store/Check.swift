import Domain
import GRDB
import Glibc

extension Desk {
    /// What is wrong in a desk's file, a line each; empty where it is sound. It reads beside a daemon that has the desk open,
    /// and changes nothing.
    package static func check(path: String) throws -> [String] {
        guard access(path, F_OK) == 0 else { throw DeskError.missing(path) }
        try inspect(path)
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration(readonly: true))
        defer { try? queue.close() }
        return try queue.read { db in
            var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            findings += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "\(row["table"] as String) \(row["rowid"] as Int64? ?? 0) refers to a \(row["parent"] as String) that is not there"
            }
            for rule in Rule.all {
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(rule.exceptions))") ?? 0
                if count > 0 { findings.append("\(rule.name): \(count) exceptions") }
            }
            return findings
        }
    }

    /// What must hold between tables, beyond what the schema itself forbids.
    private struct Rule {
        var name: String
        /// A query for what breaks the rule.
        var exceptions: String

        static let all =
            [tally("client"), tally("person")]
            + ["client", "client_kam", "person", "post", "interaction", "matter"].flatMap {
                [version(of: $0), deletion(of: $0)]
            }
            + [
                indexed("client"), indexed("person"), indexed("interaction"),
                Rule(
                    name: "participants have the day of their interaction",
                    exceptions: """
                        SELECT 1 FROM interaction_person p JOIN interaction i ON i.id = p.interaction_id WHERE p.day <> i.day
                        """),
                Rule(
                    name: "a client has one KAM at a time",
                    exceptions: """
                        SELECT 1 FROM client_kam a JOIN client_kam b ON b.client_id = a.client_id AND b.id > a.id
                        WHERE a.from_day <= coalesce(b.to_day, '9999-12-31') AND b.from_day <= coalesce(a.to_day, '9999-12-31')
                        """),
            ]

        private static func tally(_ table: String) -> Rule {
            Rule(
                name: "the tally of \(table) is the count of its rows",
                exceptions: "SELECT 1 FROM tally WHERE name = '\(table)' AND n <> (SELECT count(*) FROM \(table))")
        }

        /// Every version of a record has its line of history, and every line its version.
        private static func version(of table: String) -> Rule {
            Rule(
                name: "every change of \(table) is in the history",
                exceptions: """
                    SELECT 1 FROM \(table) t WHERE t.version <> (SELECT count(*) FROM change c
                      WHERE c.subject = '\(table)' AND c.record_id = t.id AND c.act <> 'deleted')
                    """)
        }

        private static func deletion(of table: String) -> Rule {
            Rule(
                name: "what history says of \(table) is there unless it was deleted",
                exceptions: """
                    SELECT record_id FROM change WHERE subject = '\(table)' GROUP BY record_id
                    HAVING sum(act = 'deleted') <> (record_id NOT IN (SELECT id FROM \(table)))
                    """)
        }

        /// The search index has a row for every record.
        private static func indexed(_ table: String) -> Rule {
            Rule(
                name: "\(table) is in the search index",
                exceptions: """
                    SELECT id FROM \(table) WHERE id NOT IN (SELECT id FROM \(table)_search_docsize)
                    UNION ALL SELECT id FROM \(table)_search_docsize WHERE id NOT IN (SELECT id FROM \(table))
                    """)
        }
    }
}
