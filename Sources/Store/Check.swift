import Domain
import GRDB

extension Desk {
    /// Lists what is wrong in a desk's file, one line each; the list is empty if the file is sound. It changes nothing and may run beside a
    /// daemon that has the desk open. It compares the history with the last acknowledged lines and with the latest copies in `folder`; nil
    /// means the usual folder.
    package static func check(path: String, copies folder: String? = nil) throws -> [String] {
        let known = KnownEnds(of: real(path), copiesIn: folder ?? backupFolder(of: path))
        return try look(at: path) { db in
            try findings(db, Rule.all) + Chain.findings(db) + known.findings(in: db)
        }
    }

    /// The same check for a copy. A copy may have been made between two steps of an import. It may also come from an older desk, whose
    /// rules this program no longer knows. The history is not checked: a copy of a broken history is better than no copy.
    static func check(copy path: String) throws -> [String] {
        try look(at: path, mayBeOlder: true) { db in
            let isOlder = try Migrations.migrator.appliedIdentifiers(db).count < Migrations.version
            return try findings(db, isOlder ? [] : Rule.betweenSteps)
        }
    }

    private static func findings(_ db: Database, _ rules: [Rule]) throws -> [String] {
        var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        findings += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            "\(row["table"] as String) \(row["rowid"] as Int64? ?? 0) refers to a \(row["parent"] as String) that is not there"
        }
        for rule in rules {
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(rule.exceptions))") ?? 0
            if count > 0 { findings.append("\(rule.name): \(count) exceptions") }
        }
        return findings
    }

    /// A rule between tables that the schema itself cannot enforce.
    private struct Rule {
        var name: String
        /// A query for the rows that break the rule.
        var exceptions: String
        /// True if the rule holds only after the pace of orders is settled. An import settles it at its end.
        var isOfPace = false

        static let betweenSteps = all.filter { !$0.isOfPace }

        static let all =
            Totals.tallies.map { tally($0.name, $0.query) }
            + Change.Subject.allCases.filter(\.kind.isChecked).map(\.rawValue).flatMap {
                [version(of: $0), deletion(of: $0)]
            }
            + Change.Subject.allCases.filter(\.kind.isSearched).map { indexed($0.rawValue) }
            + [
                Rule(
                    name: "products, VIP projects and events are in the search index",
                    exceptions: """
                        SELECT id FROM named_thing WHERE id NOT IN (SELECT id FROM named_search_docsize)
                        UNION ALL SELECT id FROM named_search_docsize WHERE id NOT IN (SELECT id FROM named_thing)
                        """)
            ]
            + Totals.months.map { total($0.table, $0.query) }
            + [total("standing_total", Totals.standingTotal)]
            + Totals.figures.map { standing($0.column, $0.expression) }
            + (Totals.pace + [Totals.quiet]).map { standing($0.column, $0.expression, isOfPace: true) }
            + [
                Rule(
                    name: "a client stands where its shipments say",
                    exceptions: """
                        SELECT c.id FROM client c JOIN standing s ON s.client_id = c.id, clock k, desk d
                        WHERE c.status <> \(Totals.status)
                        """, isOfPace: true),
                Rule(
                    name: "debts are late after \(Risk.lateDays) days",
                    exceptions: "SELECT 1 FROM clock WHERE late_day <> date(day, '-\(Risk.lateDays) days')"),
                Rule(
                    name: "every client has a standing whose orders are counted",
                    exceptions: """
                        SELECT id FROM client WHERE id NOT IN (SELECT client_id FROM standing WHERE is_stale = 0)
                        """, isOfPace: true),
                Rule(
                    name: "an invoice is paid by its allocations, and settled on the day of the last",
                    exceptions: """
                        SELECT id FROM invoice WHERE paid <> \(Totals.paid) OR settled_day IS NOT \(Totals.settledDay)
                        """),
                Rule(
                    name: "a payment is used by its allocations",
                    exceptions: "SELECT id FROM payment WHERE used <> \(Totals.used)"),
                Rule(
                    name: "no more comes back than was shipped",
                    exceptions: """
                        SELECT l.id FROM goods_return r JOIN order_line l ON l.id = r.line_id JOIN client_order o ON o.id = l.order_id
                        GROUP BY l.id HAVING sum(r.quantity) > l.quantity OR o.shipped_day IS NULL
                        """),
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

        private static func tally(_ name: String, _ count: String) -> Rule {
            Rule(
                name: "the tally of \(name) is the count of its rows",
                exceptions: "SELECT 1 FROM tally WHERE name = '\(name)' AND n <> (\(count))")
        }

        /// A table of totals holds exactly what follows from the records.
        private static func total(_ table: String, _ query: String) -> Rule {
            Rule(
                name: "\(table) follows from the records",
                exceptions: """
                    SELECT * FROM (SELECT * FROM \(table) EXCEPT SELECT * FROM (\(query)))
                    UNION ALL SELECT * FROM (SELECT * FROM (\(query)) EXCEPT SELECT * FROM \(table))
                    """)
        }

        private static func standing(_ column: String, _ expression: String, isOfPace: Bool = false) -> Rule {
            Rule(
                name: "the \(column) of standings follows from the records",
                exceptions: "SELECT 1 FROM standing s, clock k WHERE s.\(column) IS NOT \(expression)",
                isOfPace: isOfPace)
        }

        /// Every version of a record has a line of history, and every line has a version.
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
                name: "what history says of \(table) is there unless it was deleted last",
                exceptions: """
                    SELECT record_id, act, max(id) FROM change WHERE subject = '\(table)' GROUP BY record_id
                    HAVING (act = 'deleted') <> (record_id NOT IN (SELECT id FROM \(table)))
                    """)
        }

        /// The search index has one row for every record.
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
