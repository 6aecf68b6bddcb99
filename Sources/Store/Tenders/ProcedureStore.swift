import Domain
import GRDB

extension ReadTransaction {
    /// All procedures, in the order in which they came to the desk.
    package func procedures() throws -> [Procedure] {
        try rows("SELECT \(Procedure.columns) FROM tender_procedure ORDER BY place", []) { Procedure($0) }.compactMap {
            $0
        }
    }

    /// The procedures with these keys.
    func procedures(_ keys: Set<String>) throws -> [String: Procedure] {
        let found = try rows("SELECT \(Procedure.columns) FROM tender_procedure ORDER BY place", []) { row in
            keys.contains(row[0]) ? Procedure(row) : nil
        }
        return Dictionary(found.compactMap { $0 }.map { ($0.key, $0) }) { first, _ in first }
    }

    /// All procedures by name, in the order in which they came to the desk.
    package func procedureChoices() throws -> [Procedure.Choice] {
        try rows("SELECT key, name FROM tender_procedure ORDER BY place", []) {
            Procedure.Choice(key: $0[0], name: $0[1])
        }
    }

    /// The procedure with this key; nil if the desk has none.
    package func procedure(_ key: String) throws -> Procedure? {
        try first("SELECT \(Procedure.columns) FROM tender_procedure WHERE key = ?", [key]) { Procedure($0) } ?? nil
    }

    /// The procedure with this key, or with exactly this name in any case.
    func procedure(named name: String) throws -> Procedure? {
        let text = name.lowercased()
        return try procedures().first { $0.key == text || $0.name.lowercased() == text }
    }
}

extension Procedure {
    fileprivate static let columns = "key, name, law, stages, moves, rules, bids_on_last_day"

    fileprivate init?(_ row: Columns) {
        self.init(
            key: row[0], name: row[1], law: row[2], stages: row[3], moves: row[4], rules: row[5],
            bidsOnLastDay: row[6])
    }
}
