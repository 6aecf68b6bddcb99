import Domain
import GRDB

extension ReadTransaction {
    /// One page of clients, with the totals over all pages. Four statements.
    package func clientList(_ query: ClientListQuery, on today: Day, atMost length: Int = ListPage.length) throws
        -> ClientList
    {
        var page = ListPage(
            query.place, by: query.order.key, query.order.id, length: length, descending: query.order != .name,
            isNumber: query.order.isNumber)
        if let text = query.text {
            let found = matching("client", SearchPattern(text)?.expression ?? "\"\"")
            page.add("c.id IN (\(found.sql))", found.values)
        }
        if let status = query.status { page.add("c.status = ?", [status.rawValue]) }
        if let kind = query.kind { page.add("c.kind = ?", [kind.rawValue]) }
        if let territory = query.territory { page.add("c.territory = ?", [territory]) }
        if let risk = query.risk { page.add("c.status <> 'lost' AND \(risk.condition)") }
        if let kam = query.kam {
            page.add(
                """
                c.id IN (SELECT client_id FROM client_kam WHERE user_id = ? AND from_day <= ?
                  AND coalesce(to_day, '9999-12-31') >= ?)
                """, [kam.number, today.stored, today.stored])
        }
        let total = try total(page, query)
        // In this order the planner walks the index that the list is sorted by. A client that the viewer does not see whole has no
        // standing.
        let source =
            query.order == .name
            ? "client_named c LEFT JOIN standing s ON s.client_id = c.id"
            : "standing s CROSS JOIN client_named c ON c.id = s.client_id"
        let rows = try rows(
            """
            SELECT c.id, c.name, c.kind, c.city, c.status,
              (SELECT u.name FROM client_kam k JOIN user u ON u.id = k.user_id WHERE k.client_id = c.id
                AND k.from_day <= ? AND coalesce(k.to_day, '9999-12-31') >= ?),
              s.turnover, s.income, s.unknown, s.overdue, s.last_contact,
              (SELECT min(m.due_day) FROM matter m WHERE m.client_id = c.id AND m.done_day IS NULL),
              CAST(\(query.order.key) AS TEXT)
            FROM \(source) \(page.tail)
            """, [today.stored, today.stored] + page.arguments
        ) { row in
            (
                ClientRow(
                    id: row.id(0), name: row[1], kind: row.word(2), city: row[3], status: row.optionalWord(4),
                    kam: row[5],
                    standing: row.optionalMoney(6).map {
                        Standing(turnover: $0, income: row.money(7), unknown: row.money(8), overdue: row.money(9))
                    },
                    lastContact: row.optionalDay(10), nextDue: row.optionalDay(11)),
                row[12] as String
            )
        }
        let (shown, earlier, later) = page.cut(rows) { ($0.1, $0.0.id.number) }
        return ClientList(
            rows: shown.map(\.0), total: total, earlier: earlier, later: later, territories: try distinct("territory"),
            kams: try colleagues())
    }

    /// The sum over all clients that pass the filters. Without filters it is read from a stored total.
    private func total(_ page: ListPage, _ query: ClientListQuery) throws -> Standing {
        let sums =
            "coalesce(sum(s.turnover), 0), coalesce(sum(s.income), 0), coalesce(sum(s.unknown), 0), coalesce(sum(s.overdue), 0)"
        return try one(
            query.isFiltered
                ? "SELECT \(sums) FROM client_named c JOIN standing s ON s.client_id = c.id \(page.filter)"
                : "SELECT turnover, income, unknown, overdue FROM standing_total",
            page.arguments
        ) { Standing(turnover: $0.money(0), income: $0.money(1), unknown: $0.money(2), overdue: $0.money(3)) }
    }
}

extension ClientOrder {
    /// The expression that a list sorts by, as its index has it: of the client "c" or its standing "s".
    fileprivate var key: String {
        switch self {
        case .name: "c.sort_name"
        case .income: "s.income"
        case .overdue: "s.overdue"
        case .contact: "coalesce(s.last_contact, '')"
        }
    }

    fileprivate var isNumber: Bool { self == .income || self == .overdue }

    fileprivate var id: String { self == .name ? "c.id" : "s.client_id" }
}

/// The WHERE, ORDER BY and LIMIT of a list that is paged by key, forward or back.
struct ListPage {
    static let length = 50

    private let place: ListPlace?
    private let key: String
    private let id: String
    private let length: Int
    private let descending: Bool
    private let isNumber: Bool
    private var conditions: [String] = []
    private(set) var arguments: Values = []

    /// The list is sorted by a key, which is a text or a number, and by id where keys are equal.
    init(
        _ place: ListPlace?, by key: String, _ id: String, length: Int = ListPage.length, descending: Bool = false,
        isNumber: Bool = false
    ) {
        self.place = place
        self.key = key
        self.id = id
        self.length = length
        self.descending = descending
        self.isNumber = isNumber
    }

    private var goesBack: Bool { place?.direction == .before }

    mutating func add(_ condition: String, _ values: Values = []) {
        conditions.append(condition)
        arguments += values
    }

    var filter: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

    /// The end of the statement. Its arguments must come after those before it. It reads one row more than is shown.
    var tail: String {
        mutating get {
            if let place {
                let value: any DatabaseValueConvertible = isNumber ? Int64(place.name) ?? 0 : place.name
                add("(\(key), \(id)) \(goesBack != descending ? "<" : ">") (?, ?)", [value, place.id])
            }
            let direction = goesBack != descending ? "DESC" : "ASC"
            return "\(filter) ORDER BY \(key) \(direction), \(id) \(direction) LIMIT \(length + 1)"
        }
    }

    /// The rows to show, in the list's order, and where the previous and next pages begin.
    func cut<T>(_ rows: [T], key: (T) -> (name: String, id: Int64)) -> (
        shown: [T], earlier: ListPlace?, later: ListPlace?
    ) {
        let more = rows.count > length
        let kept = rows.prefix(length)
        let shown = goesBack ? Array(kept.reversed()) : Array(kept)
        let hasEarlier = goesBack ? more : place != nil
        let hasLater = goesBack || more
        let first = hasEarlier ? shown.first.map { ListPlace(.before, name: key($0).name, id: key($0).id) } : nil
        let last = hasLater ? shown.last.map { ListPlace(.after, name: key($0).name, id: key($0).id) } : nil
        return (shown, first, last)
    }
}
