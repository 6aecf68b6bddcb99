import Domain

/// The desk as one viewer sees it. On the connections of viewers who do not see everything, a view with the same name hides each table,
/// because SQLite looks into the temporary schema first. So queries are limited without further care. If the owner alone decides who
/// sees a kind of record, its view follows from its `RecordKind` and is not listed here. A test fails if a table is neither limited nor
/// open.
enum CutViews {
    /// Tables in which everybody may read everything. They hold nothing about a client or a person.
    static let open = Set(Change.Subject.allCases.filter { $0.kind.isOpen }.map(\.rawValue)).union([
        "session", "clock", "sight", "sale_mark", "taken_form",
        // A feed is read by its owner's number or its digest.
        "calendar_feed",
        // Pictures are read by their viewer's number, and they hold only numbers.
        "map_place", "map_picture", "tender_procedure",
    ])

    static var sql: String {
        views.map { "CREATE TEMP VIEW \($0.name) AS \($0.query);\n" }.joined()
    }

    /// The view of a kind of part of tenders that whoever sees money sees, at the clients whom they see whole.
    private static func supported(_ table: String) -> (name: String, query: String) {
        (
            table,
            """
            SELECT * FROM main.\(table) s WHERE \(sees("money"))
              AND EXISTS (SELECT 1 FROM main.tender t WHERE t.id = s.tender_id AND \(whole("t.client_id")))
            """
        )
    }

    static let views: [(name: String, query: String)] =
        [
            ("client", "SELECT * FROM main.client c WHERE \(whole("c.id"))"),
            (
                "client_named",
                """
                SELECT id, name, sort_name, kind, city, CASE WHEN \(whole("c.id")) THEN status END AS status,
                  CASE WHEN \(whole("c.id")) THEN territory END AS territory FROM main.client c
                """
            ),
            (
                "client_kam",
                """
                SELECT id, version, client_id, user_id, from_day, to_day,
                  CASE WHEN \(sees("dossier")) AND \(whole("k.client_id")) THEN note END AS note FROM main.client_kam k
                """
            ),
            (
                "person",
                """
                SELECT id, CASE WHEN \(sees("personal")) THEN version ELSE 1 END AS version, key, name, sort_name, is_vip, is_kol,
                  phone, email, CASE WHEN \(sees("personal")) THEN birthday END AS birthday, CASE WHEN \(sees("personal")) THEN note END AS note
                FROM main.person e WHERE \(wholePerson("e.id"))
                """
            ),
            (
                "birthday",
                """
                SELECT id AS person_id, birthday AS day FROM main.person e
                WHERE birthday IS NOT NULL AND \(sees("personal")) AND \(wholePerson("e.id"))
                """
            ),
            (
                "person_named",
                """
                SELECT id, name, sort_name, CASE WHEN is_vip THEN \(wholePerson("e.id")) ELSE 0 END AS is_vip,
                  CASE WHEN is_kol THEN \(wholePerson("e.id")) ELSE 0 END AS is_kol FROM main.person e
                """
            ),
            (
                "post",
                """
                SELECT id, version, person_id, client_id, title,
                  CASE WHEN \(sees("dossier")) AND \(whole("p.client_id")) THEN role END AS role, from_day, to_day FROM main.post p
                """
            ),
            (
                "interaction",
                """
                SELECT * FROM main.interaction i WHERE \(sees("dossier")) AND (\(sees("personal")) OR i.is_confidential = 0)
                  AND CASE WHEN i.client_id IS NULL THEN \(colleague("i.user_id")) AND NOT EXISTS (SELECT 1
                      FROM main.interaction_person ip JOIN main.post p ON p.person_id = ip.person_id
                      JOIN main.client c ON c.id = p.client_id AND c.is_confidential = 1
                      WHERE ip.interaction_id = i.id AND NOT \(whole("c.id")))
                    ELSE \(whole("i.client_id")) END
                """
            ),
            (
                "interaction_person",
                """
                SELECT * FROM main.interaction_person ip
                WHERE EXISTS (SELECT 1 FROM temp.interaction WHERE id = ip.interaction_id)
                """
            ),
            (
                "matter",
                """
                SELECT * FROM main.matter m WHERE \(sees("dossier")) AND (\(sees("personal")) OR m.project_id IS NULL)
                  AND (\(sees("personal")) OR m.interaction_id IS NULL OR EXISTS (SELECT 1 FROM main.interaction i
                    WHERE i.id = m.interaction_id AND i.is_confidential = 0))
                  AND CASE WHEN m.client_id IS NOT NULL THEN \(whole("m.client_id"))
                  WHEN m.interaction_id IS NOT NULL THEN EXISTS (SELECT 1 FROM temp.interaction WHERE id = m.interaction_id)
                  ELSE \(wholePerson("m.person_id")) END
                """
            ),
            (
                "ladder_move",
                "SELECT * FROM main.ladder_move m WHERE \(colleague("m.user_id")) AND \(wholePerson("m.person_id"))"
            ),
            (
                "fact",
                """
                SELECT * FROM main.fact f WHERE (f.privacy <> 'personal' OR \(sees("personal"))) AND \(wholePerson("f.person_id"))
                """
            ),
            (
                "tender_ground",
                "SELECT id, client_id, currency FROM main.tender t WHERE (\(sees("dossier")) OR \(sees("money"))) AND \(whole("t.client_id"))"
            ),
            // Sales support sees to the securities and deliveries of tenders whose rest it does not see.
            supported("tender_security"), supported("tender_delivery"),
            (
                "event_count",
                "SELECT * FROM main.event_count WHERE \(sees("dossier"))"
            ),
            (
                "brief_person",
                "SELECT * FROM main.brief_person p WHERE EXISTS (SELECT 1 FROM temp.brief WHERE id = p.brief_id)"
            ),
        ]
        + ["client_month", "sale_month", "sale"].map {
            ($0, "SELECT * FROM main.\($0) t WHERE \(sees("money")) AND \(whole("t.client_id"))")
        }
        + [
            (
                "standing",
                // The last contact belongs to the dossier; a confidential contact is personal.
                """
                SELECT client_id, month, turnover, income, unknown, quarter, quarter_before, quarter_unknown, overdue, late,
                  is_stale, last_order, quiet_day, is_quiet, last_shipped, CASE WHEN \(sees("personal")) THEN last_contact
                    WHEN \(sees("dossier")) THEN (SELECT i.day FROM main.interaction i
                      WHERE i.client_id = t.client_id AND i.is_confidential = 0 ORDER BY i.day DESC LIMIT 1) END AS last_contact
                FROM main.standing t WHERE \(sees("money")) AND \(whole("t.client_id"))
                """
            )
        ]
        + Change.Subject.allCases.compactMap(simple)
        + [
            (
                "standing_total",
                """
                SELECT 1 AS id, \(sums(["turnover", "income", "unknown", "overdue"])) FROM json_each(seen_clients()) seen
                CROSS JOIN main.standing s ON s.client_id = seen.value WHERE \(sees("money"))
                """
            ),
            (
                "desk_month",
                """
                SELECT month, \(sums(["n", "turnover", "income", "unknown", "through"])) FROM temp.client_month GROUP BY month
                """
            ),
            (
                "kam_day",
                // Of the colleagues of their department a KAM sees the sum, and of nobody else anything. Whoever sees no confidential client
                // sees nothing here, for the sums have them.
                """
                SELECT day, CASE WHEN \(colleague("d.user_id")) THEN d.user_id ELSE -1 END AS user_id, n, turnover, income, unknown, through
                FROM main.kam_day d WHERE \(sees("money")) AND \(sees("confidential")) AND (\(colleague("d.user_id"))
                  OR d.user_id IN (SELECT u.id FROM main.user u JOIN main.user v ON v.department_id = u.department_id WHERE v.id = viewer()))
                """
            ),
            // The debt of the whole desk is for those who see everything.
            ("debt_month", "SELECT * FROM main.debt_month WHERE 0"),
            ("look", "SELECT * FROM main.look WHERE user_id = viewer()"),
            (
                "tally",
                "SELECT name, CASE WHEN name NOT IN ('open_order', 'open_invoice') THEN n END AS n FROM main.tally"
            ),
            ("named_thing", "SELECT id, words FROM main.named_thing WHERE 0"),
            ("import", "SELECT * FROM main.import WHERE \(sees("team"))"),
            (
                "log",
                "SELECT * FROM main.log g WHERE \(sees("team")) OR g.subject = 'client' AND \(whole("g.record_id"))"
            ),
            ("invitation", "SELECT * FROM main.invitation WHERE 0"),
            ("recovery_code", "SELECT * FROM main.recovery_code WHERE user_id = viewer()"),
            ("change", "SELECT * FROM main.change c WHERE CASE \(history) ELSE 0 END"),
        ]
        // Searches use `matching`, which limits what they find. Other queries see empty indexes.
        + (Change.Subject.allCases.filter(\.kind.isSearched).map(\.rawValue) + ["named"]).map {
            ("\($0)_search", "SELECT NULL AS rowid WHERE 0")
        }

    // These functions belong to the connection (`Eyes`). In a condition they come first, before what must be read for each row.

    static func sees(_ room: String) -> String { "sees_\(room)()" }

    /// True if the viewer sees the client of a column whole.
    static func whole(_ client: String) -> String { "sees_client(\(client))" }

    static func colleague(_ user: String) -> String { "sees_colleague(\(user))" }

    /// True if the viewer sees a person whole: they see one of the person's clients whole. If the person holds no post any more, a former
    /// client counts. Everybody with the dossier sees a person who never held a post. Written as cases, because SQLite evaluates both sides
    /// of an OR in a value.
    static func wholePerson(_ person: String) -> String {
        let post = "SELECT 1 FROM main.post wp WHERE wp.person_id = \(person)"
        let had = "SELECT 1 FROM main.change wh WHERE wh.person_id = \(person) AND wh.subject = 'post'"
        return """
            CASE WHEN NOT \(sees("dossier")) THEN 0 WHEN EXISTS (\(post) AND \(whole("wp.client_id"))) THEN 1
              WHEN EXISTS (\(post)) THEN 0 WHEN EXISTS (\(had) AND \(whole("wh.client_id"))) THEN 1 ELSE NOT EXISTS (\(had)) END
            """
    }

    private static func sums(_ columns: [String]) -> String {
        columns.map { "coalesce(sum(\($0)), 0) AS \($0)" }.joined(separator: ", ")
    }
}
