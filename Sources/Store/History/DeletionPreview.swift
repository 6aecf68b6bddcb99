import Domain
import GRDB

extension ReadTransaction {
    /// What would be deleted with a record, by kind, and what needs the record as it is. Two or three statements.
    package func deletionSheet(_ subject: Change.Subject, _ id: Int64) throws -> DeletionSheet {
        let parts = subject.parts
        let needs = try needs(subject, id)
        guard !parts.isEmpty else { return DeletionSheet(going: [], needs: needs.shown, needsMore: needs.isMore) }
        let sets = parts.map { part, references in
            let queries = references.flatMap { reference in
                // The indexes of a client's matters hold the open or the done ones.
                let halves =
                    part == .matter && reference.to == .client ? ["done_day IS NULL", "done_day IS NOT NULL"] : ["1"]
                return halves.map { half in
                    """
                    SELECT id FROM \(part.rawValue) WHERE \(reference.column) IN (SELECT id FROM of_\(reference.to.rawValue))
                    AND \(half)\(reference.isUnlessClients ? " AND client_id IS NULL" : "")
                    """
                }
            }
            return "of_\(part.rawValue)(id) AS (\(queries.joined(separator: " UNION ")))"
        }
        let counts = parts.map { part, _ in
            """
            SELECT '\(part.rawValue)', (SELECT count(*) FROM of_\(part.rawValue)),
              (SELECT group_concat(name, char(31)) FROM (SELECT coalesce(\(part.kind.title), '') AS name FROM \(part.rawValue)
                WHERE id IN (SELECT id FROM of_\(part.rawValue)) LIMIT ?2)),
              (SELECT group_concat(client) FROM (SELECT \(part.kind.client) AS client FROM \(part.rawValue)
                WHERE id IN (SELECT id FROM of_\(part.rawValue)) LIMIT ?2)),
              (SELECT group_concat(person) FROM (SELECT \(part.kind.person) AS person FROM \(part.rawValue)
                WHERE id IN (SELECT id FROM of_\(part.rawValue)) LIMIT ?2))
            """
        }
        func numbers(_ list: String?) -> [Int64] { (list ?? "").split(separator: ",").compactMap { Int64($0) } }
        let going = try rows(
            """
            WITH of_\(subject.rawValue)(id) AS (SELECT ?1), \(sets.joined(separator: ", "))
            \(counts.joined(separator: " UNION ALL "))
            """, [id, Going.named]
        ) { row in
            for client in numbers(row[3]) { reading.witness?.saw(client: client) }
            for person in numbers(row[4]) { reading.witness?.saw(person: person) }
            return Going(
                subject: row.word(0), count: row[1],
                names: (row[2] as String?)?.split(separator: "\u{1F}").map(String.init) ?? [])
        }
        return DeletionSheet(
            going: going.filter { $0.count > 0 && $0.subject.isListedOnceDeleted }.inOrder, needs: needs.shown,
            needsMore: needs.isMore)
    }

    /// The orders with lines of a product, or the returns of an order line: their verbs refuse to delete what these need.
    private func needs(_ subject: Change.Subject, _ id: Int64) throws -> (shown: [Culprit], isMore: Bool) {
        let query: (culprit: Change.Subject, title: String?, condition: String)? =
            switch subject {
            case .product: (.order, nil, "id IN (SELECT order_id FROM order_line WHERE product_id = ?)")
            case .orderLine: (.goodsReturn, "day", "line_id = ?")
            default: nil
            }
        guard let query else { return ([], false) }
        let found = try rows(
            """
            SELECT \(query.culprit.culpritColumns(title: query.title)) FROM \(query.culprit.rawValue)
            WHERE \(query.condition) ORDER BY id DESC LIMIT ?
            """, [id, DeletionSheet.needsShown + 1]
        ) { $0.culprit(query.culprit, at: 0) }
        return (Array(found.prefix(DeletionSheet.needsShown)), found.count > DeletionSheet.needsShown)
    }
}

extension Change.Subject {
    fileprivate typealias PartOf = (to: Change.Subject, column: String, isUnlessClients: Bool)

    /// The kinds that are deleted with a record of this one, each after the kinds that it belongs to.
    fileprivate var parts: [(Change.Subject, [PartOf])] {
        var known: [Change.Subject] = [self]
        var parts: [(Change.Subject, [PartOf])] = []
        var next = 0
        while next < known.count {
            let whole = known[next]
            next += 1
            for reference in whole.references {
                let isUnlessClients: Bool
                switch reference.fate {
                case .goes: isUnlessClients = false
                case .goesUnlessClients: isUnlessClients = true
                case .letsGo, .stays: continue
                }
                let part: PartOf = (whole, reference.column, isUnlessClients)
                if let place = parts.firstIndex(where: { $0.0 == reference.from }) {
                    parts[place].1.append(part)
                } else if reference.from != self {
                    parts.append((reference.from, [part]))
                    known.append(reference.from)
                }
            }
        }
        return parts
    }
}
