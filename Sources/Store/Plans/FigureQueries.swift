import Domain
import GRDB

extension ReadTransaction {
    /// The rows of a figure, some of them, and what all of them sum to. At most six statements.
    package func figureSheet(_ figure: Figure, after skipped: Int = 0, atMost limit: Int = 200) throws -> FigureSheet {
        let team = try teamSeeing(figure.scope)
        let name = try name(of: figure.scope, team)
        let (rows, count, sum, unknown): ([FigureSheet.Row], Int, Int64, Int64) =
            switch figure.measure.metric {
            case .income, .turnover: try soldRows(figure, skipped, limit)
            case .collected: try paidRows(figure, skipped, limit)
            case .buying, .new: try clientRows(figure, team, skipped, limit)
            }
        // A viewer may know a total without the clients of colleagues in it, but not of single days, which would tell their orders.
        var (all, allUnknown, isWhole) = (sum, unknown, team.seesWhole(figure.scope, sight))
        if !isWhole, !figure.isHeld, figure.measure.metric.isOfProducts, figure.scope.level != .client,
            team.knowsTotal(figure.scope, sight, frame.viewer), try isPeriod(figure.span)
        {
            let actuals = PlanActuals(
                figure.measure.metric, try creditedParts(figure.measure, in: [figure.span]),
                departments: team.departments)
            all = actuals.value(of: figure.scope, in: 0)
            allUnknown = actuals.unknown(of: figure.scope, in: 0)
            isWhole = true
        }
        return FigureSheet(
            figure: figure, name: name, rows: rows, skipped: skipped, count: count, sum: all, unseen: all &- sum,
            unknown: allUnknown, isWhole: isWhole)
    }

    /// The team, if the viewer may open the figures of a scope; otherwise throws `notFound`.
    func teamSeeing(_ scope: PlanScope) throws -> PlanningTeam {
        let team = try planningTeam()
        // Who sees a client's money sees how it is made up; the plans above it stand beside the dossiers.
        let seesIt = scope.level == .client ? sight?.seesMoney : sight?.seesDossier
        guard seesIt ?? true, team.sees(scope, sight) else { throw Refusal.notFound }
        return team
    }

    /// True if the days are those of a period, or of the year before one.
    private func isPeriod(_ span: PeriodSpan) throws -> Bool {
        let year = span.from.year
        return try [year, year + 1].flatMap { try periods(of: $0) }.contains {
            $0.draft.span == span || $0.draft.span.yearBefore == span
        }
    }

    /// A figure as a share of another. At most twelve statements.
    package func shareSheet(_ figure: Figure, of base: ShareBase, on today: Day) throws -> ShareSheet {
        let part = try figureSheet(figure, atMost: 1)
        switch base {
        case .scope(let scope), .held(let scope):
            let whole = Figure(figure.measure, of: scope, in: figure.span, isHeld: base == .held(scope))
            let sheet = try figureSheet(whole, atMost: 1)
            return ShareSheet(
                figure: figure, name: part.name, value: part.sum, base: whole, baseName: sheet.name,
                baseValue: sheet.sum, isWhole: part.isWhole && sheet.isWhole)
        case .plan:
            let periods = try periods(of: figure.span.from.year)
            let plans = try plans(of: figure.scope, year: figure.span.from.year)
            guard let period = periods.first(where: { $0.draft.span == figure.span }),
                let plan = plans.inForce(on: today) ?? plans.latest,
                let target = TargetBook(try targets(of: plan.id), periods: periods).target(figure.measure, in: period)
            else { throw Refusal.notFound }
            return ShareSheet(
                figure: figure, name: part.name, value: part.sum, base: nil, baseName: period.draft.name,
                baseValue: target, isWhole: part.isWhole)
        }
    }

    private func soldRows(_ figure: Figure, _ skipped: Int, _ limit: Int) throws
        -> ([FigureSheet.Row], Int, Int64, Int64)
    {
        let isTurnover = figure.measure.metric == .turnover
        let value =
            switch (isTurnover, figure.measure.channel) {
            case (true, .direct): "sold.turnover - sold.through"
            case (true, .through): "sold.through"
            case (true, .both): "sold.turnover"
            case (false, _): "sold.income"
            }
        let chosen = FigureCondition(figure, client: "sold.client_id", day: "sold.day", first: 2)
        let channel =
            switch figure.measure.channel {
            case .both: ""
            case .direct: "AND sold.through = 0"
            case .through: "AND sold.through <> 0"
            }
        let group = figure.measure.group.map { "AND p.group_id = \($0.number)" } ?? ""
        let from = """
            FROM (\(ReadTransaction.soldDays)) sold JOIN product p ON p.id = sold.product_id
            WHERE \(chosen.sql) \(channel) \(group)
            """
        let arguments = [MonthCut.list([figure.span])] + chosen.arguments
        let (count, sum, unknown) = try one(
            "SELECT count(*), coalesce(sum(\(value)), 0), coalesce(sum(sold.unknown), 0) \(from)", arguments
        ) { ($0[0] as Int, $0[1] as Int64, $0[2] as Int64) }
        let rows = try rows(
            """
            SELECT shown.day, c.id, c.name, o.id, o.number, shown.name, shown.return_id IS NOT NULL, shown.turnover, shown.value,
              shown.unknown
            FROM (SELECT sold.day, sold.client_id, sold.order_id, sold.line_id, sold.return_id, p.name, sold.turnover,
                \(value) AS value, sold.unknown
              \(from) ORDER BY sold.day DESC, sold.line_id DESC, sold.return_id DESC LIMIT \(limit) OFFSET \(skipped)) shown
            JOIN client c ON c.id = shown.client_id JOIN client_order o ON o.id = shown.order_id
            ORDER BY shown.day DESC, shown.line_id DESC, shown.return_id DESC
            """, arguments
        ) { row in
            FigureSheet.Row(
                day: row.day(0), client: Named(id: row.id(1), name: row[2]),
                record: .order(Named(id: row.id(3), name: row[4])), product: row[5], isReturn: row[6],
                turnover: row.money(7), value: row[8], isUnknown: !isTurnover && row[9] as Int64 != 0)
        }
        return (rows, count, sum, isTurnover ? 0 : unknown)
    }

    private func paidRows(_ figure: Figure, _ skipped: Int, _ limit: Int) throws
        -> ([FigureSheet.Row], Int, Int64, Int64)
    {
        let chosen = FigureCondition(figure, client: "p.client_id", day: "p.day")
        let (count, sum) = try one(
            "SELECT count(*), coalesce(sum(p.amount), 0) FROM payment p WHERE \(chosen.sql)", chosen.arguments
        ) { ($0[0] as Int, $0[1] as Int64) }
        let rows = try rows(
            """
            SELECT p.day, c.id, c.name, p.id, p.number, p.amount FROM payment p JOIN client c ON c.id = p.client_id
            WHERE \(chosen.sql) ORDER BY p.day DESC, p.id DESC LIMIT \(limit) OFFSET \(skipped)
            """, chosen.arguments
        ) { row in
            FigureSheet.Row(
                day: row.day(0), client: Named(id: row.id(1), name: row[2]),
                record: .payment(Named(id: row.id(3), name: row[4] as String? ?? "")), value: row[5])
        }
        return (rows, count, sum, 0)
    }

    /// The clients that count, each once, on the day of its first shipment in the span.
    private func clientRows(_ figure: Figure, _ team: PlanningTeam, _ skipped: Int, _ limit: Int) throws
        -> ([FigureSheet.Row], Int, Int64, Int64)
    {
        let parts = try buyers(in: [figure.span]).parts(figure.measure.metric)
        let actuals = parts.filter { part in
            PlanActuals(.buying, [part], departments: team.departments).value(of: figure.scope, in: 0) > 0
        }
        let clients = Set(actuals.compactMap(\.client?.number)).sorted()
        let found = try rows(
            """
            SELECT c.id, c.name, (SELECT min(o.shipped_day) FROM client_order o
              WHERE o.client_id = c.id AND o.shipped_day BETWEEN ?2 AND ?3) AS day
            FROM client c WHERE c.id IN (SELECT value FROM json_each(?1)) ORDER BY day DESC, c.sort_name, c.id
            """, [jsonList(clients), figure.span.from.stored, figure.span.to.stored]
        ) { FigureSheet.Row(day: $0.day(2), client: Named(id: $0.id(0), name: $0[1]), value: 1) }
        return (Array(found.dropFirst(skipped).prefix(limit)), found.count, Int64(found.count), 0)
    }
}

/// Chooses what counts for a figure, on rows with a client and a day.
private struct FigureCondition {
    let sql: String
    let arguments: Values

    /// `first`: the number of its first argument.
    init(_ figure: Figure, client: String, day: String, first: Int = 1) {
        let kam = Schema2Totals.kam(of: client, on: figure.isHeld ? "(SELECT day FROM clock)" : day)
        let (scope, more): (String, Values) =
            switch figure.scope {
            case .company: ("true", [])
            case .client(let id) where figure.withGroup:
                (
                    """
                    \(client) IN (WITH RECURSIVE member(id) AS (VALUES (?\(first + 2))
                      UNION SELECT c.id FROM client c JOIN member m ON c.parent_id = m.id) SELECT id FROM member)
                    """, [id.number]
                )
            case .client(let id): ("\(client) = ?\(first + 2)", [id.number])
            case .kam(let id): ("\(kam) = ?\(first + 2)", [id.number])
            case .department(let id):
                ("\(kam) IN (SELECT id FROM user WHERE department_id = ?\(first + 2))", [id.number])
            }
        sql = "\(day) BETWEEN ?\(first) AND ?\(first + 1) AND \(scope)"
        arguments = [figure.span.from.stored, figure.span.to.stored] + more
    }
}
