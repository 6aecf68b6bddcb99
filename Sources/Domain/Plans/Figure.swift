/// A figure that opens to the rows that sum to it: what somebody reached of a measure in some days.
package struct Figure: Sendable, Hashable, Encodable {
    package var measure: PlanMeasure
    package var scope: PlanScope
    package var span: PeriodSpan

    package init(_ measure: PlanMeasure, of scope: PlanScope, in span: PeriodSpan) {
        (self.measure, self.scope, self.span) = (measure, scope, span)
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
    /// Turnover of unknown cost among them.
    package var unknown: Int64
    /// False if the viewer does not see all that counts.
    package var isWhole: Bool

    package init(
        figure: Figure, name: String, rows: [Row], skipped: Int, count: Int, sum: Int64, unknown: Int64, isWhole: Bool
    ) {
        (self.figure, self.name, self.rows, self.skipped) = (figure, name, rows, skipped)
        (self.count, self.sum, self.unknown, self.isWhole) = (count, sum, unknown, isWhole)
    }

    /// How many rows stand after this page, and what they sum to with those before it.
    package var others: (count: Int, sum: Int64) {
        (count - rows.count, rows.reduce(sum) { $0 &- $1.value })
    }

    /// Where the next page begins; nil if this is the last one.
    package var next: Int? { skipped + rows.count < count ? skipped + rows.count : nil }
}
