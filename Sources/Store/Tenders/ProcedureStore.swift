import Domain
import GRDB

extension ReadTransaction {
    /// All procedures, in the order in which they came to the desk.
    package func procedures() throws -> [Procedure] {
        try rows("SELECT \(Procedure.columns) FROM tender_procedure ORDER BY place", []) { Procedure($0) }.compactMap {
            $0
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
