import Domain
import GRDB

extension ReadTransaction {
    /// What a text is found in: clients, people, interactions. Three statements; hits are cut before they are sorted, for to
    /// rank thousands of them costs more than to find them; and what is not shown is not told of.
    package func search(_ typed: String, on today: Day) throws -> SearchSheet {
        guard let pattern = SearchPattern(typed) else {
            return SearchSheet(query: typed, clients: [], people: [], interactions: [])
        }
        let arguments: Values = [pattern.expression, SearchSheet.shown]
        return SearchSheet(
            query: typed,
            clients: try rows(
                """
                SELECT id, name, kind, city FROM client
                WHERE id IN (\(ReadTransaction.hits("client"))) ORDER BY status = 'lost', sort_name LIMIT ?
                """, arguments
            ) { ClientHit(id: $0.id(0), name: $0[1], kind: $0.word(2), city: $0[3]) },
            people: try personRows(
                """
                WHERE e.id IN (SELECT id FROM person WHERE id IN (\(ReadTransaction.hits("person")))
                  ORDER BY is_vip DESC, is_kol DESC, sort_name LIMIT ?) ORDER BY e.is_vip DESC, e.is_kol DESC, e.sort_name
                """, arguments, on: today
            ).map(\.row),
            interactions: try interactionRows(
                """
                FROM (SELECT id FROM interaction WHERE id IN (SELECT rowid FROM interaction_search
                    WHERE interaction_search MATCH ? ORDER BY rowid DESC LIMIT 100) ORDER BY day DESC, id DESC LIMIT ?) latest
                  JOIN interaction i ON i.id = latest.id
                """, "ORDER BY i.day DESC, i.id DESC", arguments))
    }

    private static func hits(_ table: String) -> String {
        "SELECT rowid FROM \(table)_search WHERE \(table)_search MATCH ? LIMIT 100"
    }

    /// The clients that a typed name may mean, at most `SearchSheet.shown`: those of just this name, key or INN, or, not exact,
    /// those in whose names its words are found.
    package func clientsNamed(_ typed: String) throws -> (clients: [ClientHit], areExact: Bool) {
        let columns = "SELECT id, name, kind, city FROM client"
        let exact = try rows(
            "\(columns) WHERE sort_name = ? OR key = ? OR inn = ? ORDER BY sort_name LIMIT ?",
            [sortingName(typed), typed, typed, SearchSheet.shown]
        ) { ClientHit(id: $0.id(0), name: $0[1], kind: $0.word(2), city: $0[3]) }
        guard exact.isEmpty, let pattern = SearchPattern(typed) else { return (exact, true) }
        let near = try rows(
            "\(columns) WHERE id IN (\(ReadTransaction.hits("client"))) ORDER BY sort_name LIMIT ?",
            ["{name short_name} : (\(pattern.expression))", SearchSheet.shown]
        ) { ClientHit(id: $0.id(0), name: $0[1], kind: $0.word(2), city: $0[3]) }
        return (near, false)
    }

    /// The people of just this name.
    package func peopleNamed(_ typed: String, on today: Day) throws -> [PersonRow] {
        try personRows(
            "WHERE e.sort_name = ? ORDER BY e.id LIMIT ?", [sortingName(typed), SearchSheet.shown], on: today
        ).map(\.row)
    }
}
