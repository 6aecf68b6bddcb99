import Domain
import GRDB

extension ReadTransaction {
    /// The balance of power at a map's client, or in its territory, over the two years before a day, and what is expected after it. Three
    /// statements for a client, five for a territory. Nil for other maps, and for a viewer who does not see the dossier.
    package func balance(_ query: MapQuery, on day: Day) throws -> (curve: [Balance], outlook: Outlook)? {
        guard sight?.seesDossier ?? true else { return nil }
        switch (query.scope, query.territory) {
        case (.client(let id), _):
            return try balance([id.number], nil, on: day)
        case (.desk, let name?):
            let (territory, clients) = try judgedClients(in: name)
            return try balance(clients, territory, on: day)
        case (.desk, nil), (.person, _), (.tender, _): return nil
        }
    }

    /// The clients of a territory that count in its balance, and how many there are.
    private func judgedClients(in territory: String) throws -> (Outlook.Territory, [Int64]) {
        let judged = try rows(
            """
            SELECT c.id FROM client c WHERE c.territory = ?1 AND (EXISTS (SELECT 1 FROM assessment a WHERE a.client_id = c.id)
              OR EXISTS (SELECT 1 FROM expected_change x WHERE x.client_id = c.id)) ORDER BY c.id LIMIT ?2
            """, [territory, Outlook.Territory.most + 1]
        ) { $0[0] as Int64 }
        let count = try count("SELECT count(*) FROM client WHERE territory = ?", [territory])
        return (Outlook.Territory(judged: judged.count, clients: count), Array(judged.prefix(Outlook.Territory.most)))
    }

    private func balance(_ clients: [Int64], _ territory: Outlook.Territory?, on day: Day) throws
        -> (curve: [Balance], outlook: Outlook)
    {
        let curve = try curve(clients, from: day - 730, to: day)
        let last = curve.last ?? Balance(day: day, low: 0, middle: 0, high: 0)
        return (curve, Outlook(from: last, try expectedChanges(at: clients, on: day), territory: territory))
    }

    /// The curve of the balance at some clients between two days. Of the judgements before the first day, only the latest count. Empty if
    /// nobody was judged there by the last day.
    private func curve(_ clients: [Int64], from first: Day, to last: Day) throws -> [Balance] {
        let arguments: Values = [jsonList(clients), first.stored, last.stored]
        let judgements = try rows(
            """
            SELECT client_id, person_id, day, power, stance FROM (
              SELECT a.client_id, a.person_id, a.day, a.power, NULL AS stance, max(a.day || printf('%019d', a.id)) AS place
                FROM json_each(?1) each CROSS JOIN assessment a ON a.client_id = each.value
                WHERE a.day < ?2 AND a.competitor IS NULL AND a.power IS NOT NULL GROUP BY a.client_id, a.person_id
              UNION ALL SELECT a.client_id, a.person_id, a.day, NULL, a.stance, max(a.day || printf('%019d', a.id))
                FROM json_each(?1) each CROSS JOIN assessment a ON a.client_id = each.value
                WHERE a.day < ?2 AND a.competitor IS NULL AND a.stance IS NOT NULL GROUP BY a.client_id, a.person_id
              UNION ALL SELECT a.client_id, a.person_id, a.day, a.power, a.stance, a.id
                FROM json_each(?1) each CROSS JOIN assessment a ON a.client_id = each.value
                WHERE a.day BETWEEN ?2 AND ?3 AND a.competitor IS NULL) ORDER BY day, place
            """, arguments
        ) { Judgement(person: $0.id(1), client: $0.id(0), day: $0.day(2), power: $0[3], stance: $0[4]) }
        guard !judgements.isEmpty else { return [] }
        let spans = try rows(
            """
            SELECT p.client_id, p.person_id, p.from_day, p.to_day
            FROM json_each(?1) each CROSS JOIN post p ON p.client_id = each.value
            WHERE coalesce(p.to_day, '9999-12-31') >= ?2 AND coalesce(p.from_day, '') <= ?3 ORDER BY p.id
            """, arguments
        ) { PostSpan(person: $0.id(1), client: $0.id(0), from: $0.optionalDay(2), to: $0.optionalDay(3)) }
        return Balance.curve(judgements, spans, from: first, to: last)
    }
}
