import Domain
import GRDB

extension ReadTransaction {
    /// What a search text finds: clients, people, orders by number, and interactions. Four statements. Hits are cut before they are sorted,
    /// because ranking thousands of hits costs more than finding them. Hits that are not shown are not counted as read.
    package func search(_ typed: String, on today: Day) throws -> SearchSheet {
        guard let pattern = SearchPattern(typed) else {
            return SearchSheet(query: typed)
        }
        let shown: Values = [SearchSheet.shown]
        let (clients, interactions) = (
            hits("client", pattern.expression), hits("interaction", pattern.expression, " ORDER BY rowid DESC")
        )
        return SearchSheet(
            query: typed,
            clients: try rows(
                """
                SELECT e.id, e.name, e.kind, e.city FROM \(clients.sql)
                ORDER BY e.status IS 'lost', e.sort_name LIMIT ?
                """, clients.values + shown, ClientHit.init),
            people: try personHits(pattern.expression, on: today), orders: try orderHits(trimmed(typed)),
            interactions: try rows(
                """
                SELECT shown.id, topic, shown.kind, day, c.name
                FROM (SELECT e.id, e.topic, e.kind, e.day, e.client_id
                  FROM \(interactions.sql)
                  ORDER BY e.day DESC, e.id DESC LIMIT ?) shown
                LEFT JOIN client c ON c.id = client_id ORDER BY day DESC, shown.id DESC
                """, interactions.values + shown
            ) { InteractionHit(id: $0.id(0), topic: $0[1], kind: $0.word(2), day: $0.day(3), client: $0[4]) })
    }

    /// The orders whose number begins with the text, in any case (of Latin letters). An exact match comes first.
    private func orderHits(_ number: String) throws -> [OrderHit] {
        try rows(
            """
            SELECT hit.id, number, hit.status, day, c.name
            FROM (SELECT * FROM client_order WHERE number COLLATE NOCASE >= ?1
              AND number COLLATE NOCASE < ?1 || char(1114111) ORDER BY number COLLATE NOCASE LIMIT ?2) hit
            JOIN client c ON c.id = client_id ORDER BY number COLLATE NOCASE
            """, [number, SearchSheet.ordersShown]
        ) { OrderHit(id: $0.id(0), number: $0[1], status: $0.word(2), day: $0.day(3), client: $0[4]) }
    }

    /// A person with several posts has one row for each; only the first is shown.
    private func personHits(_ expression: String, on today: Day) throws -> [PersonHit] {
        let people = hits("person", expression)
        var hits: [PersonHit] = []
        for hit in try rows(
            """
            SELECT shown.id, shown.name, is_vip, is_kol, p.title, c.id, c.name
            FROM (SELECT e.id, e.name, e.is_vip, e.is_kol, e.sort_name FROM \(people.sql)
              ORDER BY e.is_vip DESC, e.is_kol DESC, e.sort_name LIMIT ?) shown
            LEFT JOIN post p ON p.person_id = shown.id
              AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ?
            LEFT JOIN client_named c ON c.id = p.client_id
            ORDER BY is_vip DESC, is_kol DESC, shown.sort_name, shown.id, p.from_day DESC, p.id
            """,
            people.values + [SearchSheet.shown, today.stored, today.stored], PersonHit.init)
        where hit.id != hits.last?.id {
            hits.append(hit)
        }
        return hits
    }

    /// The people whose names contain the words of a name, in any inflection. With a client, only those who hold a post there.
    package func peopleCalled(_ name: String, at client: Client.ID?, on today: Day) throws -> [PersonHit] {
        guard let pattern = SearchPattern(name) else { return [] }
        let expression = "{name} : (\(pattern.expression))"
        guard let client else { return try personHits(expression, on: today) }
        let found = matching("person", expression)
        return try rows(
            """
            SELECT e.id, e.name, e.is_vip, e.is_kol, max(p.title), c.id, c.name
            FROM post p JOIN person_named e ON e.id = p.person_id JOIN client_named c ON c.id = p.client_id
            WHERE p.client_id = ? AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ?
              AND e.id IN (\(found.sql))
            GROUP BY e.id ORDER BY e.sort_name LIMIT ?
            """, [client.number, today.stored, today.stored] + found.values + [SearchSheet.shown], PersonHit.init)
    }

    /// The records `e` that an expression finds, the first hundred in an order, with the values. SQLite walks a cross join from the left,
    /// so the hits need no table of their own.
    private func hits(_ table: String, _ expression: String, _ order: String = "") -> (sql: String, values: Values) {
        let found = matching(table, expression, order)
        let records = table == "interaction" ? table : "\(table)_named"
        return ("(\(found.sql) LIMIT 100) hit CROSS JOIN \(records) e ON e.id = hit.rowid", found.values)
    }

    /// The clients that a typed name may mean, at most `SearchSheet.shown`: those with exactly this name, key or INN; if there are none
    /// (`areExact` is false), those whose names contain its words.
    package func clientsNamed(_ typed: String) throws -> (clients: [ClientHit], areExact: Bool) {
        try clientsNamed(typed) { _ in true }
    }

    /// `knows` returns true if the viewer may find a client by its key or INN. Everybody may find it by its name.
    fileprivate func clientsNamed(_ typed: String, knows: (Client.ID) throws -> Bool) throws -> (
        clients: [ClientHit], areExact: Bool
    ) {
        let name = sortingName(typed)
        let exact = try rows(
            """
            SELECT id, name, kind, city FROM client_named WHERE sort_name = ? OR id IN (SELECT id FROM client WHERE key = ? OR inn = ?)
            ORDER BY sort_name LIMIT ?
            """, [name, typed, typed, SearchSheet.shown], ClientHit.init
        ).filter { try sortingName($0.name) == name || knows($0.id) }
        guard exact.isEmpty, let pattern = SearchPattern(typed) else { return (exact, true) }
        let found = hits("client", "{name short_name} : (\(pattern.expression))")
        let near = try rows(
            "SELECT e.id, e.name, e.kind, e.city FROM \(found.sql) ORDER BY e.sort_name LIMIT ?",
            found.values + [SearchSheet.shown], ClientHit.init)
        return (near, false)
    }

    /// The birthdays of people, where they are known and the viewer may see them.
    package func birthdays(of people: [Person.ID]) throws -> [Person.ID: Day] {
        let found = try rows(
            "SELECT id, birthday FROM person WHERE birthday IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            [jsonList(people.map(\.number))]
        ) { ($0.id(0) as Person.ID, $0.day(1)) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// The people with exactly this name.
    package func peopleNamed(_ typed: String, on today: Day) throws -> [PersonRow] {
        try personRows(
            "WHERE e.sort_name = ? ORDER BY e.id LIMIT ?", [sortingName(typed), SearchSheet.shown], on: today
        ).map(\.row)
    }
}

extension WriteTransaction {
    /// The same, for an act that names a client. Any client is found by name, but by key or INN only those that the viewer sees whole.
    package func clientsNamed(_ typed: String) throws -> (clients: [ClientHit], areExact: Bool) {
        try read.clientsNamed(typed) { try sees($0) }
    }
}

extension ClientHit {
    fileprivate init(_ row: Columns) {
        self.init(id: row.id(0), name: row[1], kind: row.word(2), city: row[3])
    }
}

extension PersonHit {
    fileprivate init(_ row: Columns) {
        self.init(
            id: row.id(0), name: row[1], isVip: row[2], isKol: row[3], title: row[4], client: row.named(5))
    }
}
