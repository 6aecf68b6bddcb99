/// A figure that opens to the rows that sum to it: what somebody reached of a measure in some days.
package struct Figure: Sendable, Hashable, Encodable {
    package var measure: PlanMeasure
    package var scope: PlanScope
    package var span: PeriodSpan
    /// True if what belongs to the client counts with it.
    package var withGroup: Bool
    /// True if it is what the clients brought whom the scope holds today, whoever held them then. Otherwise a sale counts for who held the
    /// client on its day.
    package var isHeld: Bool

    package init(
        _ measure: PlanMeasure, of scope: PlanScope, in span: PeriodSpan, withGroup: Bool = false, isHeld: Bool = false
    ) {
        (self.measure, self.scope, self.span) = (measure, scope, span)
        (self.withGroup, self.isHeld) = (withGroup, isHeld)
    }
}

/// The rows of a figure, and what they sum to.
package struct FigureSheet: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package var day: Day
        package var client: Named<Client>
        /// The order that was shipped or came back, or the payment; nil for a client that counts.
        package var record: Source?
        /// The product; nil for a payment or a client.
        package var product: String?
        package var isReturn: Bool
        package var turnover: Money
        /// What it adds to the figure: minor units, or 1 for a client.
        package var value: Int64
        /// True for sales whose cost is unknown: no income is counted on them.
        package var isUnknown: Bool

        package init(
            day: Day, client: Named<Client>, record: Source? = nil, product: String? = nil, isReturn: Bool = false,
            turnover: Money = .zero, value: Int64, isUnknown: Bool = false
        ) {
            (self.day, self.client, self.record, self.product) = (day, client, record, product)
            (self.isReturn, self.turnover, self.value, self.isUnknown) = (isReturn, turnover, value, isUnknown)
        }
    }

    package enum Source: Sendable, Encodable {
        case order(Named<Order>)
        case payment(Named<Payment>)
    }

    package var figure: Figure
    /// Whose figure it is.
    package var name: String
    /// The rows of this page, the latest first.
    package var rows: [Row]
    /// How many rows stand before this page.
    package var skipped: Int
    /// All rows of the figure.
    package var count: Int
    package var sum: Int64
    /// What of the sum comes from clients that the viewer does not see.
    package var unseen: Int64
    /// Turnover of unknown cost among them.
    package var unknown: Int64
    /// False if the viewer does not see all that counts.
    package var isWhole: Bool

    package init(
        figure: Figure, name: String, rows: [Row], skipped: Int, count: Int, sum: Int64, unseen: Int64, unknown: Int64,
        isWhole: Bool
    ) {
        (self.figure, self.name, self.rows, self.skipped) = (figure, name, rows, skipped)
        (self.count, self.sum, self.unseen, self.unknown, self.isWhole) = (count, sum, unseen, unknown, isWhole)
    }

    /// How many rows stand after this page, and what they sum to with those before it.
    package var others: (count: Int, sum: Int64) {
        (count - rows.count, rows.reduce(sum &- unseen) { $0 &- $1.value })
    }

    /// Where the next page begins; nil if this is the last one.
    package var next: Int? { skipped + rows.count < count ? skipped + rows.count : nil }
}

/// What a figure is held against.
package enum ShareBase: Sendable, Hashable {
    /// The target of the same days.
    case plan
    /// The same of somebody else, such as the company.
    case scope(PlanScope)
    /// The same of all clients whom somebody holds today.
    case held(PlanScope)

    package var key: String {
        switch self {
        case .plan: "plan"
        case .scope(let scope): scope.key
        case .held(let scope): "held-\(scope.key)"
        }
    }

    package init?(key: String) {
        guard key != "plan" else {
            self = .plan
            return
        }
        let isHeld = key.hasPrefix("held-")
        guard let scope = PlanScope(key: isHeld ? String(key.dropFirst(5)) : key) else { return nil }
        self = isHeld ? .held(scope) : .scope(scope)
    }
}

/// A figure as a share of another. Its parts are shown beside each other and never summed.
package struct ShareSheet: Sendable, Encodable {
    package var figure: Figure
    /// Whose figure it is.
    package var name: String
    package var value: Int64
    /// What it is held against; nil if it is a target.
    package var base: Figure?
    package var baseName: String
    package var baseValue: Int64
    /// False if the viewer does not see all that counts in one of them.
    package var isWhole: Bool

    package init(
        figure: Figure, name: String, value: Int64, base: Figure?, baseName: String, baseValue: Int64, isWhole: Bool
    ) {
        (self.figure, self.name, self.value, self.base) = (figure, name, value, base)
        (self.baseName, self.baseValue, self.isWhole) = (baseName, baseValue, isWhole)
    }

    /// In hundredths of a per cent; nil if there is nothing to hold it against.
    package var share: Int64? { baseValue > 0 ? Pace.divided(value, by: 10_000, of: baseValue) : nil }
}
