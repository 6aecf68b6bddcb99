import Domain
import GRDB

extension ReadTransaction {
    /// Every shipment of a line and every return of one on the days of some spans. Unlike the view `sale` it begins with the days.
    static let soldDays = """
        SELECT e.value ->> 0 AS place, o.client_id, l.product_id, o.shipped_day AS day, o.id AS order_id, l.id AS line_id,
          NULL AS return_id, l.quantity, l.turnover, coalesce(l.income, 0) AS income, iif(l.income IS NULL, l.turnover, 0) AS unknown,
          iif(o.payer_id IS NULL, 0, l.turnover) AS through
        FROM json_each(?1) e CROSS JOIN client_order o ON o.shipped_day BETWEEN e.value ->> 1 AND e.value ->> 2
        CROSS JOIN order_line l ON l.order_id = o.id
        UNION ALL
        SELECT e.value ->> 0, o.client_id, l.product_id, r.day, o.id, l.id, r.id, -r.quantity, -r.turnover, -coalesce(r.income, 0),
          iif(r.income IS NULL, r.turnover, 0), -iif(o.payer_id IS NULL, 0, r.turnover)
        FROM json_each(?1) e CROSS JOIN goods_return r ON r.day BETWEEN e.value ->> 1 AND e.value ->> 2
        CROSS JOIN order_line l ON l.id = r.line_id CROSS JOIN client_order o ON o.id = l.order_id
        WHERE o.shipped_day IS NOT NULL
        """

    /// What was sold in some spans, as parts that add up. Whole months come from their totals, the other days from the lines. Two statements.
    func soldParts(_ measure: PlanMeasure, in spans: [PeriodSpan], byGroup: Bool = false) throws -> [ActualPart] {
        let isTurnover = measure.metric == .turnover
        // The totals do not divide income by channel.
        let cuts = spans.enumerated().map {
            MonthCut($0.element, at: $0.offset, byDay: !isTurnover && measure.channel != .both)
        }
        func value(_ table: String) -> String {
            switch (isTurnover, measure.channel) {
            case (true, .both): "\(table).turnover"
            case (true, .direct): "\(table).turnover - \(table).through"
            case (true, .through): "\(table).through"
            case (false, _): "\(table).income"
            }
        }
        func unknown(_ table: String) -> String { isTurnover ? "0" : "\(table).unknown" }
        func product(_ table: String) -> String {
            byGroup || measure.group != nil ? "JOIN product p ON p.id = \(table).product_id" : ""
        }
        let group = measure.group.map { "AND p.group_id = \($0.number)" } ?? ""
        let column = byGroup ? "p.group_id" : "NULL"
        let months = try rows(
            """
            SELECT e.value ->> 0, s.user_id, s.client_id, sum(\(value("s"))), sum(\(unknown("s"))), \(column)
            FROM json_each(?) e CROSS JOIN sale_month s ON s.month BETWEEN e.value ->> 1 AND e.value ->> 2 \(product("s"))
            WHERE true \(group) GROUP BY 1, 2, 3, 6
            """, ["[\(cuts.compactMap(\.months).joined(separator: ","))]"]
        ) { ActualPart($0) }
        let channel =
            switch measure.channel {
            case _ where isTurnover: ""
            case .both: ""
            case .direct: "AND sold.through = 0"
            case .through: "AND sold.through <> 0"
            }
        let days = try rows(
            """
            SELECT sold.place, \(Schema2Totals.kam(of: "sold.client_id", on: "sold.day")), sold.client_id,
              sum(\(value("sold"))), sum(\(unknown("sold"))), \(column)
            FROM (\(ReadTransaction.soldDays)) sold \(product("sold")) WHERE true \(group) \(channel) GROUP BY 1, 2, 3, 6
            """, ["[\(cuts.flatMap(\.days).joined(separator: ","))]"]
        ) { ActualPart($0) }
        return months + days
    }

    /// The same for all clients together, which costs as much as there are days. Sales by product group and income by channel are not known
    /// by day, and whoever sees no confidential client sees no sum that has them: then it is what `soldParts` says. At most two statements.
    func creditedParts(_ measure: PlanMeasure, in spans: [PeriodSpan]) throws -> [ActualPart] {
        let isTurnover = measure.metric == .turnover
        guard measure.group == nil, isTurnover || measure.channel == .both, sight?.seesConfidential ?? true else {
            return try soldParts(measure, in: spans)
        }
        let value =
            switch measure.channel {
            case _ where !isTurnover: "d.income"
            case .both: "d.turnover"
            case .direct: "d.turnover - d.through"
            case .through: "d.through"
            }
        return try rows(
            """
            SELECT e.value ->> 0, d.user_id, sum(\(value)), sum(\(isTurnover ? "0" : "d.unknown"))
            FROM json_each(?) e CROSS JOIN kam_day d ON d.day BETWEEN e.value ->> 1 AND e.value ->> 2 GROUP BY 1, 2
            """, [MonthCut.list(spans)]
        ) { row in
            let user: Int64 = row[1]
            return ActualPart(
                place: row[0], user: user > 0 ? User.ID(user) : nil, client: nil,
                // The view shows the sum of the viewer's own department so.
                department: user < 0 ? frame.viewer.department : nil, value: row[2], unknown: row[3])
        }
    }

    /// What was paid in some spans, credited to who held the client on the day. One statement.
    func collectedParts(in spans: [PeriodSpan]) throws -> [ActualPart] {
        try rows(
            """
            SELECT e.value ->> 0, \(Schema2Totals.kam(of: "p.client_id", on: "p.day")), p.client_id, sum(p.amount), 0, NULL
            FROM json_each(?) e CROSS JOIN payment p ON p.day BETWEEN e.value ->> 1 AND e.value ->> 2 GROUP BY 1, 2, 3
            """, [MonthCut.list(spans)]
        ) { ActualPart($0) }
    }

    /// The clients that bought in some spans, with how each stands in its span. Three statements.
    func buyers(in spans: [PeriodSpan]) throws -> Buyers {
        let shipments = try rows(
            """
            SELECT DISTINCT e.value ->> 0, \(Schema2Totals.kam(of: "o.client_id", on: "o.shipped_day")), o.client_id,
              o.shipped_day
            FROM json_each(?) e CROSS JOIN client_order o ON o.shipped_day BETWEEN e.value ->> 1 AND e.value ->> 2
            ORDER BY o.shipped_day
            """, [MonthCut.list(spans)]
        ) { (place: $0[0] as Int, user: $0[1] as Int64, client: $0.id(2) as Client.ID, day: $0.day(3)) }
        struct Key: Hashable {
            var place: Int
            var client: Client.ID
        }
        let found = Dictionary(grouping: shipments) { Key(place: $0.place, client: $0.client) }
        let asked = found.keys.map { "[\($0.place),\($0.client.number),\"\(spans[$0.place].from.iso)\"]" }
        let earlier = try rows(
            """
            SELECT e.value ->> 0, e.value ->> 1,
              (SELECT min(o.shipped_day) FROM client_order o WHERE o.client_id = e.value ->> 1 AND o.shipped_day IS NOT NULL),
              (SELECT max(o.shipped_day) FROM client_order o WHERE o.client_id = e.value ->> 1 AND o.shipped_day < e.value ->> 2),
              (SELECT c.buys_since FROM client c WHERE c.id = e.value ->> 1),
              (SELECT h.at FROM change h WHERE h.subject = 'client' AND h.record_id = e.value ->> 1 ORDER BY h.id LIMIT 1)
            FROM json_each(?) e
            """, ["[\(asked.joined(separator: ","))]"]
        ) {
            let known = ($0[5] as Int64?).map { frame.desk.day(of: Moment(milliseconds: $0)) }
            return (
                Key(place: $0[0], client: $0.id(1)),
                Earlier(
                    days: [$0.optionalDay(2), $0.optionalDay(3)].compactMap(\.self), buysSince: $0.optionalDay(4),
                    known: known)
            )
        }
        let before = Dictionary(earlier) { first, _ in first }
        let begins = try first("SELECT min(shipped_day) FROM client_order WHERE shipped_day IS NOT NULL") {
            $0.optionalDay(0)
        }
        guard let begins = begins ?? nil else { return Buyers(rows: [], historyBegins: nil) }
        let rows = found.flatMap { key, shipments in
            let earlier = before[key]
            let days = Array(Set((earlier?.days ?? []) + shipments.map(\.day))).sorted()
            let history = BuyingHistory(
                days: days, buysSince: earlier?.buysSince,
                wasProspect: earlier?.known.map { $0 < days[0] } ?? false)
            let standing = history.standing(in: spans[key.place], historyBegins: begins) ?? .bought
            return Set(shipments.map(\.user)).map { user in
                Buyers.Row(
                    place: key.place, user: user == 0 ? nil : User.ID(user), client: key.client, standing: standing,
                    isFirst: user == shipments.first?.user)
            }
        }
        return Buyers(rows: rows, historyBegins: begins)
    }

    /// What was reached of a measure in some spans, as parts. At most three statements.
    func actualParts(_ measure: PlanMeasure, in spans: [PeriodSpan], byClient: Bool) throws -> [ActualPart] {
        switch measure.metric {
        case .income, .turnover: byClient ? try soldParts(measure, in: spans) : try creditedParts(measure, in: spans)
        case .collected: try collectedParts(in: spans)
        case .buying, .new: try buyers(in: spans).parts(measure.metric)
        }
    }
}

/// What is known of a client before a span in which it bought.
private struct Earlier {
    /// Its first shipment ever, and the last one before the span.
    var days: [Day]
    var buysSince: Day?
    /// Since when it is a record here.
    var known: Day?
}

/// The clients that bought in some spans.
struct Buyers {
    struct Row {
        var place: Int
        /// Who held the client on the day of a shipment; nil if nobody did.
        var user: User.ID?
        var client: Client.ID
        var standing: BuyingHistory.Standing
        /// True for who held the client at its first shipment of the span.
        var isFirst: Bool
    }

    var rows: [Row]
    /// The day of the first shipment that the desk knows of; nil if it knows of none.
    var historyBegins: Day?

    func parts(_ metric: PlanMetric) -> [ActualPart] {
        metric == .buying ? parts { _ in true } : parts { $0.isFirst && $0.standing == .new }
    }

    func parts(where counts: (Row) -> Bool) -> [ActualPart] {
        rows.filter(counts).map { ActualPart(place: $0.place, user: $0.user, client: $0.client, value: 1) }
    }
}

/// A span as whole months and the days beside them, as lists in JSON: its place, the first and the last.
struct MonthCut {
    var months: String?
    var days: [String]

    init(_ span: PeriodSpan, at place: Int, byDay: Bool) {
        func days(_ from: Day, _ to: Day) -> [String] { from <= to ? ["[\(place),\"\(from.iso)\",\"\(to.iso)\"]"] : [] }
        let first = Month(of: span.from) + (span.from.dayOfMonth == 1 ? 0 : 1)
        let last = Month(of: span.to + 1) - 1
        guard !byDay, first <= last else {
            (months, self.days) = (nil, days(span.from, span.to))
            return
        }
        months = "[\(place),\(first.number),\(last.number)]"
        self.days = days(span.from, first.first - 1) + days((last + 1).first, span.to)
    }

    static func list(_ spans: [PeriodSpan]) -> String {
        "[\(spans.enumerated().map { "[\($0.offset),\"\($0.element.from.iso)\",\"\($0.element.to.iso)\"]" }.joined(separator: ","))]"
    }
}

extension ActualPart {
    fileprivate init(_ row: Columns) {
        let user: Int64 = row[1]
        self.init(
            place: row[0], user: user == 0 ? nil : User.ID(user), client: row.id(2), group: row.optionalID(5),
            value: row[3], unknown: row[4])
    }
}
