import Domain
import GRDB

extension ReadTransaction {
    /// The data that a map is drawn from, as of a day. Five or six statements for any size.
    package func mapMaterial(_ query: MapQuery, on day: Day) throws -> MapMaterial {
        let (title, found) = try mapPeople(query, on: day)
        let ids = jsonList(found.prefix(MapQuery.most).map(\.number))
        return MapMaterial(
            title: title, people: try mapPeople(ids, query, on: day), ties: try mapTies(ids, on: day),
            closeness: try closeness(ids, on: day), isCut: found.count > MapQuery.most)
    }

    /// The choices in the form above a map. One or two statements.
    package func mapChoices(_ query: MapQuery, of people: [MapPerson]) throws -> MapChoices {
        MapChoices(
            territories: query.scope == .desk ? try distinct("territory") : [],
            competitors: try rows(
                """
                SELECT DISTINCT a.competitor FROM json_each(?) known JOIN assessment a ON a.person_id = known.value
                WHERE a.competitor IS NOT NULL ORDER BY a.competitor
                """, [jsonList(people.map(\.id.number))]
            ) { $0[0] })
    }

    /// The map's title, and the people it shows. If there are too many, one more than a map draws.
    private func mapPeople(_ query: MapQuery, on day: Day) throws -> (String?, [Person.ID]) {
        let most = MapQuery.most + 1
        switch query.scope {
        case .client(let id):
            let start = "SELECT DISTINCT person_id, 0 FROM post p WHERE p.client_id = ?1 AND \(held("p"))"
            return (
                try clientName(id).name,
                try rows(around(start), [id.number, day.stored, query.steps, most]) { $0.id(0) }
            )
        case .person(let id):
            return (
                try personName(id).name,
                try rows(around("SELECT ?1, 0"), [id.number, day.stored, query.steps, most]) { $0.id(0) }
            )
        case .tender(let id):
            let start = "SELECT DISTINCT person_id, 0 FROM tender_seat WHERE tender_id = ?1 AND person_id IS NOT NULL"
            return (
                try tender(id).draft.title,
                try rows(around(start), [id.number, day.stored, query.steps, most]) { $0.id(0) }
            )
        case .desk:
            if let territory = query.territory {
                return (
                    territory,
                    try rows(
                        """
                        SELECT DISTINCT p.person_id FROM client c JOIN post p ON p.client_id = c.id
                        WHERE c.territory = ?1 AND \(held("p")) ORDER BY p.person_id LIMIT ?3
                        """, [territory, day.stored, most]
                    ) { $0.id(0) }
                )
            }
            return (
                nil,
                try rows(
                    """
                    WITH near (id) AS MATERIALIZED (
                      SELECT from_id FROM (SELECT from_id FROM tie ORDER BY id DESC LIMIT 4000)
                      UNION ALL SELECT to_id FROM (SELECT to_id FROM tie ORDER BY id DESC LIMIT 4000)
                      UNION ALL SELECT id FROM (SELECT id FROM person WHERE is_vip = 1 ORDER BY sort_name, id LIMIT ?1)
                      UNION ALL SELECT id FROM (SELECT id FROM person WHERE is_kol = 1 ORDER BY sort_name, id LIMIT ?1))
                    SELECT id FROM near GROUP BY id ORDER BY count(*) DESC, id LIMIT ?1
                    """, [most]
                ) { $0.id(0) }
            )
        }
    }

    /// The people that a query gives, and all people within ?3 ties of them that hold on the day; the nearest first.
    private func around(_ start: String) -> String {
        """
        WITH RECURSIVE around (id, step) AS (
          \(start)
          UNION SELECT t.to_id, step + 1 FROM around JOIN tie t ON t.from_id = around.id WHERE step < ?3 AND \(held("t"))
          UNION SELECT t.from_id, step + 1 FROM around JOIN tie t ON t.to_id = around.id WHERE step < ?3 AND \(held("t")))
        SELECT id FROM around GROUP BY id ORDER BY min(step), id LIMIT ?4
        """
    }

    /// A condition: the row's period includes the day ?2.
    private func held(_ row: String) -> String {
        "coalesce(\(row).from_day, '') <= ?2 AND coalesce(\(row).to_day, '9999-12-31') >= ?2"
    }

    private func mapPeople(_ ids: String, _ query: MapQuery, on day: Day) throws -> [MapPerson] {
        func latest(_ column: String, _ competitor: String) -> String {
            """
            (SELECT a.\(column) FROM assessment a WHERE a.person_id = e.id AND a.client_id = coalesce(p.client_id, a.client_id)
              AND a.day <= ?2 AND a.\(column) IS NOT NULL AND a.competitor IS \(competitor) ORDER BY a.day DESC, a.id DESC LIMIT 1)
            """
        }
        let client: Int64? = if case .client(let id) = query.scope { id.number } else { nil }
        return try rows(
            """
            SELECT e.id, e.name, e.is_vip, e.is_kol, p.title, c.id, c.name, p.role, \(latest("power", "NULL")), \(latest("stance", "?4")),
              EXISTS (SELECT 1 FROM person w WHERE w.id = e.id),
              ?5 IS NULL OR EXISTS (SELECT 1 FROM post o WHERE o.person_id = e.id AND o.client_id = ?5 AND \(held("o")))
            FROM json_each(?1) known JOIN person_named e ON e.id = known.value
            LEFT JOIN post p ON p.id = (SELECT o.id FROM post o WHERE o.person_id = e.id AND \(held("o"))
              ORDER BY o.client_id IS NOT ?3, o.role IS NULL, o.from_day DESC, o.id LIMIT 1)
            LEFT JOIN client_named c ON c.id = p.client_id ORDER BY e.id
            """, [ids, day.stored, client, query.competitor, query.organisation?.number]
        ) {
            MapPerson(
                id: $0.id(0), name: $0[1], isVip: $0[2], isKol: $0[3], title: $0[4], client: $0.named(5),
                role: $0.optionalWord(7), power: $0[8], stance: $0[9], isKnown: $0[10], isThere: $0[11])
        }
    }

    private func mapTies(_ ids: String, on day: Day) throws -> [MapTie] {
        try rows(
            """
            SELECT t.id, t.from_id, t.to_id, t.kind, t.strength, t.is_positive, t.certainty, t.from_day, t.to_day, t.source
            FROM json_each(?1) known JOIN tie t ON t.from_id = known.value
            WHERE t.to_id IN (SELECT value FROM json_each(?1)) AND \(held("t")) ORDER BY t.id
            """, [ids, day.stored]
        ) {
            MapTie(
                id: $0.id(0), from: $0.id(1), to: $0.id(2), kind: $0.word(3), strength: $0[4], isPositive: $0[5],
                certainty: $0.word(6), start: $0.optionalDay(7), end: $0.optionalDay(8), source: $0[9])
        }
    }

    /// The latest step of each person with each colleague whose steps the viewer sees.
    func closeness(_ ids: String, on day: Day) throws -> [Closeness] {
        try rows(
            """
            SELECT pair.person_id, u.id, u.name, latest.step, latest.confirmed_day
            FROM (SELECT DISTINCT m.person_id, m.user_id FROM json_each(?1) known
              JOIN ladder_move m ON m.person_id = known.value WHERE m.day <= ?2) pair
            JOIN ladder_move latest ON latest.id = (SELECT m.id FROM ladder_move m WHERE m.person_id = pair.person_id
              AND m.user_id = pair.user_id AND m.day <= ?2 ORDER BY m.day DESC, m.id DESC LIMIT 1)
            JOIN user u ON u.id = pair.user_id ORDER BY pair.person_id, u.id
            """, [ids, day.stored]
        ) {
            Closeness(
                person: $0.id(0), user: Named(id: $0.id(1), name: $0[2]), step: $0.word(3),
                confirmedOn: $0.optionalDay(4).flatMap { $0 <= day ? $0 : nil })
        }
    }
}
