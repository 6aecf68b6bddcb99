import Domain
import GRDB

extension ReadTransaction {
    /// A client's history with that of its posts, interactions and matters; the latest first.
    package func clientHistory(_ id: Client.ID, _ query: HistoryQuery = HistoryQuery()) throws -> HistoryPage {
        let title = try one("SELECT name FROM client WHERE id = ?", [id.number]) { $0[0] as String }
        return try historyPage(title, "client_id = ?", id.number, query)
    }

    package func personHistory(_ id: Person.ID, _ query: HistoryQuery = HistoryQuery()) throws -> HistoryPage {
        let title = try one("SELECT name FROM person WHERE id = ?", [id.number]) { $0[0] as String }
        return try historyPage(title, "person_id = ?", id.number, query)
    }

    private func historyPage(_ title: String, _ whose: String, _ id: Int64, _ query: HistoryQuery) throws -> HistoryPage
    {
        var (condition, arguments) = (whose, [id] as Values)
        let span = span(query)
        if let from = span.from {
            (condition, arguments) = (condition + " AND at >= ?", arguments + [from.milliseconds])
        }
        if let to = span.to { (condition, arguments) = (condition + " AND at < ?", arguments + [to.milliseconds]) }
        if let text = query.text {
            condition += " AND says(title || ' ' || fields, ?)"
            arguments += [text]
        }
        let changes = try changes(
            where: condition, arguments, before: query.before.map { Change.ID($0) }, atMost: historyLength + 1)
        return HistoryPage.page(title, changes)
    }

    /// The moments between which a query's days lie on the desk's clock: from `from` on, and before `to`.
    func span(_ query: HistoryQuery) -> (from: Moment?, to: Moment?) {
        let zone = frame.desk.timeZone
        return (
            query.from.map { Moment.start(of: $0, in: zone) }, query.to.map { Moment.start(of: $0 + 1, in: zone) }
        )
    }

    /// The latest lines of history of one record alone.
    func recordHistory(_ subject: Change.Subject, _ id: Int64) throws -> [Change] {
        try changes(where: "subject = ? AND record_id = ?", [subject.rawValue, id], before: nil, atMost: 20)
    }

    /// Lines of history with the names of users and clients, the latest written first; with `index`, an index by moments, the latest done
    /// first.
    func changes(
        where condition: String, _ arguments: Values, before place: Change.ID?, atMost limit: Int,
        byTime index: String? = nil
    ) throws -> [Change] {
        // Otherwise the planner gathers all lines of some subjects and sorts them.
        let (source, order) =
            index.map { (sight == nil ? "change INDEXED BY \($0)" : "change", "at DESC, id DESC") } ?? (
                "change", "id DESC"
            )
        let bound: Values = arguments + [place?.number ?? Int64.max, limit]
        var changes: [Change] = []
        _ = try rows(
            """
            SELECT c.id, c.at, u.name, c.act, c.subject, c.record_id, c.title, l.id, l.name, f.key,
              \(ReadTransaction.shown("$[0]")), \(ReadTransaction.shown("$[1]")), a.name, c.person_id, c.client_id
            FROM (SELECT * FROM \(source) WHERE \(condition) AND id < ? ORDER BY \(order) LIMIT ?) c
            JOIN user u ON u.id = c.user_id LEFT JOIN user a ON a.id = c.for_user_id LEFT JOIN client l ON l.id = c.client_id
            LEFT JOIN json_each(c.fields) f
            ORDER BY \(index != nil ? "c.at DESC, c.id DESC" : "c.id DESC"), f.id
            """, bound
        ) { row in
            if changes.last?.id != row.id(0) {
                // A deleted client is known only from its lines of history.
                if let client = row[14] as Int64? { reading.witness?.saw(client: client) }
                changes.append(
                    Change(
                        id: row.id(0), at: Moment(milliseconds: row[1]), by: row[2], forWhom: row[12], act: row.word(3),
                        subject: row.word(4), record: row[5], title: row[6], client: row.named(7),
                        person: row.optionalID(13), fields: []))
            }
            if let field = row[9] as String? {
                changes[changes.count - 1].fields.append(FieldChange(field: field, before: row[10], after: row[11]))
            }
        }
        return changes
    }

    /// An SQL expression for how a value of history is shown: a reference by its name, a list by its names.
    private static func shown(_ path: String) -> String {
        """
        CASE json_type(f.value, '\(path)')
          WHEN 'object' THEN json_extract(f.value, '\(path).name')
          WHEN 'array' THEN (SELECT group_concat(json_extract(e.value, '$.name'), ', ') FROM json_each(f.value, '\(path)') e)
          ELSE CAST(json_extract(f.value, '\(path)') AS TEXT) END
        """
    }
}

private let historyLength = 40

extension HistoryPage {
    /// One page of changes. If there are more, `changes` holds one more than fits.
    fileprivate static func page(_ title: String, _ changes: [Change]) -> HistoryPage {
        HistoryPage(
            title: title, changes: Array(changes.prefix(historyLength)),
            later: changes.count > historyLength ? changes[historyLength - 1].id : nil)
    }
}
