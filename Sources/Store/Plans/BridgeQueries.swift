import Domain
import GRDB

extension ReadTransaction {
    /// How the income of some days became that of others. Nil if one of the two had no sale. Two statements.
    func bridge(of scope: PlanScope, from before: PeriodSpan, to after: PeriodSpan, _ team: PlanningTeam) throws
        -> Bridge?
    {
        ReadTransaction.bridge(of: try sold(before, after).filter { team.counts($0, for: scope) })
    }

    static func bridge(of rows: [SoldRow]) -> Bridge? {
        let (old, new) = (rows.filter { $0.place == 0 }.map(\.sale), rows.filter { $0.place == 1 }.map(\.sale))
        return old.isEmpty || new.isEmpty ? nil : Bridge(from: old, to: new)
    }

    /// The rows behind the parts of a bridge. At most eight statements.
    package func bridgeSheet(of scope: PlanScope, in span: PeriodSpan, on today: Day) throws -> BridgeSheet {
        let team = try teamSeeing(scope)
        let sold = try soldBesideLastYear(in: span, on: today).filter { team.counts($0, for: scope) }
        let rows = BridgeRows(
            from: sold.filter { $0.place == 0 }.map(\.sale), to: sold.filter { $0.place == 1 }.map(\.sale))
        func names(_ table: String, _ ids: [Int64]) throws -> [Int64: String] {
            let found = try self.rows(
                "SELECT t.id, t.name FROM json_each(?) e CROSS JOIN \(table) t ON t.id = e.value", [jsonList(ids)]
            ) { ($0[0] as Int64, $0[1] as String) }
            return Dictionary(found) { first, _ in first }
        }
        let products = try names("product", rows.products.map(\.product))
        let clients = try names("client", (Array(rows.lost.keys) + Array(rows.won.keys)).sorted())
        return BridgeSheet(
            scope: scope, name: try name(of: scope, team), days: span,
            then: PlanSpans(span, steps: [], today: today).all[2], rows: rows, isWhole: team.seesWhole(scope, sight),
            products: { products[$0] ?? "" }, clients: { clients[$0] ?? "" })
    }

    /// What every client bought of every product in the days of a period, and in those of the year before up to the day that today compares
    /// with. Two statements.
    func soldBesideLastYear(in span: PeriodSpan, on today: Day) throws -> [SoldRow] {
        try sold(PlanSpans(span, steps: [], today: today).all[2], span)
    }

    /// What every client bought of every product in two spans: the first is place 0.
    private func sold(_ before: PeriodSpan, _ after: PeriodSpan) throws -> [SoldRow] {
        let cuts = [before, after].enumerated().map { MonthCut($0.element, at: $0.offset, byDay: false) }
        let months = try rows(
            """
            SELECT e.value ->> 0, s.user_id, s.client_id, s.product_id, sum(s.quantity), sum(s.turnover), sum(s.income)
            FROM json_each(?) e CROSS JOIN sale_month s ON s.month BETWEEN e.value ->> 1 AND e.value ->> 2 GROUP BY 1, 2, 3, 4
            """, ["[\(cuts.compactMap(\.months).joined(separator: ","))]"]
        ) { SoldRow($0) }
        let days = try rows(
            """
            SELECT sold.place, \(Schema2Totals.kam(of: "sold.client_id", on: "sold.day")), sold.client_id, sold.product_id,
              sum(sold.quantity), sum(sold.turnover), sum(sold.income)
            FROM (\(ReadTransaction.soldDays)) sold GROUP BY 1, 2, 3, 4
            """, ["[\(cuts.flatMap(\.days).joined(separator: ","))]"]
        ) { SoldRow($0) }
        return months + days
    }
}

/// What a client bought of a product in one of two spans, credited to who held the client.
struct SoldRow: Sendable {
    var place: Int
    /// 0 if nobody held it.
    var user: Int64
    var sale: Bridge.Sale

    init(_ row: Columns) {
        (place, user) = (row[0], row[1])
        sale = Bridge.Sale(client: row[2], product: row[3], quantity: row[4], turnover: row[5], amount: row[6])
    }
}

extension PlanningTeam {
    /// True if a sale counts for a scope.
    func counts(_ row: SoldRow, for scope: PlanScope) -> Bool {
        if case .client(let id) = scope { row.sale.client == id.number } else { counts(user: row.user, for: scope) }
    }

    /// True if what a colleague sold counts for a scope above the clients; 0 is nobody.
    func counts(user: Int64, for scope: PlanScope) -> Bool {
        switch scope {
        case .company: true
        case .department(let id): colleagues.contains { $0.id.number == user && $0.department?.id == id }
        case .kam(let id): user == id.number
        case .client: false
        }
    }
}
