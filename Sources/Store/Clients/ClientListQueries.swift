import Domain
import GRDB

extension ReadTransaction {
    /// One page of clients by name. Three statements.
    package func clientList(_ query: ClientListQuery, on today: Day) throws -> ClientList {
        var page = ListPage(query.place, of: "c")
        if let text = query.text {
            page.add(
                "c.id IN (SELECT rowid FROM client_search WHERE client_search MATCH ?)",
                SearchPattern(text)?.expression ?? "\"\"")
        }
        if let status = query.status { page.add("c.status = ?", status.rawValue) }
        if let kind = query.kind { page.add("c.kind = ?", kind.rawValue) }
        if let territory = query.territory { page.add("c.territory = ?", territory) }
        if let kam = query.kam {
            page.add(
                """
                c.id IN (SELECT client_id FROM client_kam WHERE user_id = ? AND from_day <= ?
                  AND coalesce(to_day, '9999-12-31') >= ?)
                """, kam.number, today.stored, today.stored)
        }
        let rows = try rows(
            """
            SELECT c.id, c.name, c.kind, c.city, c.territory, c.status,
              (SELECT u.name FROM client_kam k JOIN user u ON u.id = k.user_id WHERE k.client_id = c.id
                AND k.from_day <= ? AND coalesce(k.to_day, '9999-12-31') >= ?),
              (SELECT count(DISTINCT p.person_id) FROM post p WHERE p.client_id = c.id
                AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ?),
              (SELECT max(i.day) FROM interaction i WHERE i.client_id = c.id),
              (SELECT min(m.due_day) FROM matter m WHERE m.client_id = c.id AND m.done_day IS NULL),
              c.sort_name
            FROM client c \(page.tail)
            """, [today.stored, today.stored, today.stored, today.stored] + page.arguments
        ) { row in
            (
                ClientRow(
                    id: row.id(0), name: row[1], kind: row.word(2), city: row[3], territory: row[4],
                    status: row.word(5),
                    kam: row[6], people: row[7], lastContact: row.optionalDay(8), nextDue: row.optionalDay(9)),
                row[10] as String
            )
        }
        let (shown, earlier, later) = page.cut(rows) { ($0.1, $0.0.id.number) }
        return ClientList(
            rows: shown.map(\.0), earlier: earlier, later: later, territories: try distinct("territory"),
            kams: try colleagues())
    }
}

/// The WHERE, ORDER BY and LIMIT of a list that is ordered by name and paged by key, forward or back.
struct ListPage {
    static let length = 50

    private let table: String
    private let place: ListPlace?
    private var conditions: [String] = []
    private(set) var arguments: StatementArguments = []

    init(_ place: ListPlace?, of table: String) {
        self.table = table
        self.place = place
    }

    private var goesBack: Bool { place?.direction == .before }

    mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)...) {
        conditions.append(condition)
        arguments += StatementArguments(values)
    }

    /// The end of the statement; its arguments must stand behind those before it. One row more is read than is shown.
    var tail: String {
        mutating get {
            if let place {
                add("(\(table).sort_name, \(table).id) \(goesBack ? "<" : ">") (?, ?)", place.name, place.id)
            }
            let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
            let direction = goesBack ? "DESC" : "ASC"
            return
                "\(filter) ORDER BY \(table).sort_name \(direction), \(table).id \(direction) LIMIT \(ListPage.length + 1)"
        }
    }

    /// The rows that are shown, in ascending order, and where the pages before and after begin.
    func cut<T>(_ rows: [T], key: (T) -> (name: String, id: Int64)) -> (
        shown: [T], earlier: ListPlace?, later: ListPlace?
    ) {
        let more = rows.count > ListPage.length
        let kept = rows.prefix(ListPage.length)
        let shown = goesBack ? Array(kept.reversed()) : Array(kept)
        let hasEarlier = goesBack ? more : place != nil
        let hasLater = goesBack || more
        let first = hasEarlier ? shown.first.map { ListPlace(.before, name: key($0).name, id: key($0).id) } : nil
        let last = hasLater ? shown.last.map { ListPlace(.after, name: key($0).name, id: key($0).id) } : nil
        return (shown, first, last)
    }
}
