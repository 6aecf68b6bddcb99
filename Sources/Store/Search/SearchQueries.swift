import Domain
import GRDB

extension ReadTransaction {
    /// What a text is found in: clients, people, orders by their number, interactions. Four statements; hits are cut before they are sorted, for to
    /// rank thousands of them costs more than to find them; and what is not shown is not told of.
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

    /// The orders whose number begins with a text, whatever its case (of Latin letters), the very number above those that go on.
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

    /// A person of several posts comes once for each, the one that is shown first.
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

    /// The people in whose names the words of a name are found, in any inflection; where a client is known, those who hold a post there.
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

    /// The records `e` that a pattern finds, the first hundred in an order, with its values. A cross join is walked from the left, so
    /// that the hits need no table of their own.
    private func hits(_ table: String, _ expression: String, _ order: String = "") -> (sql: String, values: Values) {
        let found = matching(table, expression, order)
        let records = table == "interaction" ? table : "\(table)_named"
        return ("(\(found.sql) LIMIT 100) hit CROSS JOIN \(records) e ON e.id = hit.rowid", found.values)
    }

    /// The clients that a typed name may mean, at most `SearchSheet.shown`: those of just this name, key or INN, or, not exact,
    /// those in whose names its words are found.
    package func clientsNamed(_ typed: String) throws -> (clients: [ClientHit], areExact: Bool) {
        try clientsNamed(typed) { _ in true }
    }

    /// `knows` says of a client that is found by its key or INN, not by its name, whether it is the viewer's to find so.
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

    /// The people of just this name.
    package func peopleNamed(_ typed: String, on today: Day) throws -> [PersonRow] {
        try personRows(
            "WHERE e.sort_name = ? ORDER BY e.id LIMIT ?", [sortingName(typed), SearchSheet.shown], on: today
        ).map(\.row)
    }
}

extension WriteTransaction {
    /// The same where an act names a client: by name any, by key or INN those that the viewer sees whole.
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
