import Domain
import GRDB

extension ReadTransaction {
    /// How the income of some days became that of others. Nil if one of the two had no sale. Two statements.
    func bridge(of scope: PlanScope, from before: PeriodSpan, to after: PeriodSpan, _ team: PlanningTeam) throws
        -> Bridge?
    {
        let cuts = [before, after].enumerated().map { MonthCut($0.element, at: $0.offset, byDay: false) }
        let months = try rows(
            """
            SELECT e.value ->> 0, s.user_id, s.client_id, s.product_id, sum(s.quantity), sum(s.turnover), sum(s.income)
            FROM json_each(?) e CROSS JOIN sale_month s ON s.month BETWEEN e.value ->> 1 AND e.value ->> 2 GROUP BY 1, 2, 3, 4
            """, ["[\(cuts.compactMap(\.months).joined(separator: ","))]"]
        ) { BridgeRow($0) }
        let days = try rows(
            """
            SELECT sold.place, \(Schema2Totals.kam(of: "sold.client_id", on: "sold.day")), sold.client_id, sold.product_id,
              sum(sold.quantity), sum(sold.turnover), sum(sold.income)
            FROM (\(ReadTransaction.soldDays)) sold GROUP BY 1, 2, 3, 4
            """, ["[\(cuts.flatMap(\.days).joined(separator: ","))]"]
        ) { BridgeRow($0) }
        let members: Set<Int64> =
            if case .department(let id) = scope { Set(team.members(of: id).map(\.number)) } else { [] }
        let counted = (months + days).filter { row in
            switch scope {
            case .company: true
            case .department: members.contains(row.user)
            case .kam(let id): row.user == id.number
            case .client(let id): row.sale.client == id.number
            }
        }
        let (old, new) = (counted.filter { $0.place == 0 }.map(\.sale), counted.filter { $0.place == 1 }.map(\.sale))
        return old.isEmpty || new.isEmpty ? nil : Bridge(from: old, to: new)
    }
}

private struct BridgeRow {
    var place: Int
    var user: Int64
    var sale: Bridge.Sale

    init(_ row: Columns) {
        (place, user) = (row[0], row[1])
        sale = Bridge.Sale(client: row[2], product: row[3], quantity: row[4], turnover: row[5], amount: row[6])
    }
}
