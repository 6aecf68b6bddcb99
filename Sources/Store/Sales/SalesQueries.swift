import Domain
import GRDB

extension ReadTransaction {
    /// A client's sales of two years and the current month. One statement.
    func clientSales(_ id: Client.ID, on today: Day) throws -> ClientSales {
        let now = Month(of: today).number
        var sales: [Month: SalesFigures] = [:]
        _ = try rows(
            """
            SELECT month, turnover, income, unknown, through FROM client_month WHERE client_id = ? AND month BETWEEN ? AND ?
            """, [id.number, now - 24, now]
        ) { sales[$0.month(0)] = $0.figures(1) }
        return ClientSales(sales, today: today)
    }

    /// A client's money by month and product. Three statements.
    package func clientMoney(_ id: Client.ID, on today: Day) throws -> ClientMoneySheet {
        let now = Month(of: today).number
        return ClientMoneySheet(
            client: try clientName(id), sales: try clientSales(id, on: today),
            products: try rows(
                """
                SELECT p.id, p.name, g.name, sum(m.quantity), sum(m.turnover), sum(m.income), sum(m.unknown), sum(m.through)
                FROM sale_month m JOIN product p ON p.id = m.product_id LEFT JOIN product_group g ON g.id = p.group_id
                WHERE m.client_id = ? AND m.month BETWEEN ? AND ? GROUP BY p.id ORDER BY 5 DESC, p.id LIMIT 100
                """, [id.number, now - 12, now - 1]
            ) {
                ProductSales(
                    product: Named(id: $0.id(0), name: $0[1]), group: $0[2], quantity: Quantity(thousandths: $0[3]),
                    figures: $0.figures(4))
            })
    }

    /// Clients at risk by each rule, the largest amounts first. Three statements.
    func risks(atMost limit: Int) throws -> [Risk] {
        try Risk.Rule.allCases.flatMap { rule in
            try rows("\(ReadTransaction.risk(rule)) ORDER BY \(rule.amount) DESC, s.client_id DESC LIMIT ?", [limit]) {
                Risk(rule, $0)
            }
        }
    }

    /// Why a client is at risk. One statement.
    func risks(of client: Client.ID) throws -> [Risk] {
        let union = Risk.Rule.allCases.map { "\(ReadTransaction.risk($0)) AND s.client_id = ?1" }.joined(
            separator: " UNION ALL ")
        return try rows(union, [client.number]) { Risk($0.word(6), $0) }
    }

    /// Selects the clients at risk by a rule. Clients that are already lost do not count.
    private static func risk(_ rule: Risk.Rule) -> String {
        let since =
            switch rule {
            case .debt:
                "(SELECT min(due_day) FROM invoice WHERE client_id = s.client_id AND paid < amount AND is_disputed = 0)"
            case .falling: "NULL"
            case .quiet: "s.last_order"
            }
        return """
            SELECT c.id, c.name, \(rule.amount), \(since), s.quarter, s.quarter_before, '\(rule.rawValue)'
            FROM standing s JOIN client c ON c.id = s.client_id WHERE c.status <> 'lost' AND \(rule.condition)
            """
    }
}

extension Risk.Rule {
    /// The condition on a standing "s".
    var condition: String {
        switch self {
        case .debt: "s.late > 0"
        case .falling:
            // The second condition is the first with a limit; by it SQLite finds the index.
            """
            s.quarter_unknown = 0 AND s.quarter < s.quarter_before AND s.quarter_before > 0
              AND s.quarter * 100 < s.quarter_before * \(Risk.fallenTo)
            """
        case .quiet: "s.is_quiet = 1"
        }
    }

    fileprivate var amount: String {
        switch self {
        case .debt: "s.late"
        case .falling: "s.quarter_before - s.quarter"
        case .quiet: "s.income"
        }
    }
}

extension Risk {
    fileprivate init(_ rule: Rule, _ row: Columns) {
        self.init(
            rule: rule, client: Named(id: row.id(0), name: row[1]), amount: row.money(2), since: row.optionalDay(3),
            quarter: rule == .falling ? row.money(4) : nil, quarterBefore: rule == .falling ? row.money(5) : nil)
    }
}

extension Columns {
    /// Turnover, income, unknown and through, from a column on.
    func figures(_ index: Int) -> SalesFigures {
        SalesFigures(
            turnover: money(index), knownIncome: money(index + 1), unknown: money(index + 2), through: money(index + 3))
    }
}
