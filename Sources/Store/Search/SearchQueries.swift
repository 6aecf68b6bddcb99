import Domain
import GRDB

extension ReadTransaction {
    /// What a search text finds, by kind; `only` one kind of all that is asked for. At most six statements, four for a text without a
    /// digit. Hits are cut before they are sorted, because ranking thousands of hits costs more than finding them. Hits that are not shown
    /// are not counted as read.
    package func search(_ typed: String, only: SearchGroup? = nil, on today: Day) throws -> SearchSheet {
        var sheet = SearchSheet(query: typed)
        guard let pattern = SearchPattern(typed) else { return sheet }
        let limit = only == nil ? SearchSheet.shown : SearchSheet.most
        func asks(_ groups: SearchGroup...) -> Bool { only.map(groups.contains) ?? true }
        let text = pattern.expression
        if asks(.clients) { sheet.clients = sheet.fitting(try clientHits(text, typed, limit + 1), .clients, limit) }
        if asks(.people) {
            sheet.people = sheet.fitting(
                try personHits(text, called: sortingName(typed), limit + 1, on: today), .people, limit)
        }
        if asks(.products, .projects, .events, .tenders) { try addNamed(to: &sheet, text, limit) }
        if asks(.interactions) {
            sheet.interactions = sheet.fitting(try interactionHits(text, limit + 1), .interactions, limit)
        }
        let isNumber = typed.unicodeScalars.contains { $0.properties.numericType != nil } || sheet.isEmpty
        if asks(.orders, .invoices, .payments), isNumber || only != nil {
            try addNumbered(to: &sheet, trimmed(typed), only == nil ? SearchSheet.numbersShown : SearchSheet.most)
        }
        return sheet
    }

    /// Those with this very name come first, then those who bring most. That somebody finds a client by its name is no reading of it.
    private func clientHits(_ expression: String, _ typed: String, _ limit: Int) throws -> [ClientHit] {
        let found = hits("client", expression)
        return try rows(
            """
            SELECT e.id, e.name, e.kind, e.city FROM \(found.sql) LEFT JOIN standing s ON s.client_id = e.id
            ORDER BY e.sort_name IS NOT ?, e.status IS 'lost', s.income DESC, s.last_contact DESC, e.sort_name LIMIT ?
            """, found.values + [sortingName(typed), limit]
        ) { ClientHit(id: Client.ID($0[0] as Int64), name: $0[1], kind: $0.word(2), city: $0[3]) }
    }

    private func interactionHits(_ expression: String, _ limit: Int) throws -> [InteractionHit] {
        let found = hits("interaction", expression, " ORDER BY rowid DESC")
        return try rows(
            """
            SELECT shown.id, topic, shown.kind, day, c.name
            FROM (SELECT e.id, e.topic, e.kind, e.day, e.client_id
              FROM \(found.sql)
              ORDER BY e.day DESC, e.id DESC LIMIT ?) shown
            LEFT JOIN client c ON c.id = client_id ORDER BY day DESC, shown.id DESC
            """, found.values + [limit]
        ) { InteractionHit(id: $0.id(0), topic: $0[1], kind: $0.word(2), day: $0.day(3), client: $0[4]) }
    }

    /// A person with several posts has one row for each; only the first is shown.
    private func personHits(
        _ expression: String, called name: String = "", _ limit: Int = SearchSheet.shown, on today: Day
    ) throws -> [PersonHit] {
        let people = hits("person", expression)
        var hits: [PersonHit] = []
        for hit in try rows(
            """
            SELECT shown.id, shown.name, is_vip, is_kol, p.title, c.id, c.name
            FROM (SELECT e.id, e.name, e.is_vip, e.is_kol, e.sort_name, e.sort_name IS NOT ? AS is_other FROM \(people.sql)
              ORDER BY is_other, e.is_vip DESC, e.is_kol DESC, e.sort_name LIMIT ?) shown
            LEFT JOIN post p ON p.person_id = shown.id
              AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ?
            LEFT JOIN client_named c ON c.id = p.client_id
            ORDER BY is_other, is_vip DESC, is_kol DESC, shown.sort_name, shown.id, p.from_day DESC, p.id
            """,
            [name] + people.values + [limit, today.stored, today.stored], PersonHit.init)
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
    package func birthdays(of people: [Person.ID]) throws -> [Person.ID: Birthday] {
        let found = try rows(
            "SELECT id, birthday FROM person WHERE birthday IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            [jsonList(people.map(\.number))]
        ) { ($0.id(0) as Person.ID, Birthday($0.day(1))) }
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
