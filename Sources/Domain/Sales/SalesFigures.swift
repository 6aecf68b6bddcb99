/// Sales in a period: turnover, and the income on it as far as costs are known.
package struct SalesFigures: Sendable, Equatable, Encodable {
    package var turnover: Money
    /// Turnover minus cost, for sales with a known cost.
    package var knownIncome: Money
    /// Turnover of sales without a known cost. Returns are added too, so that a sale and a return with unknown costs do not cancel out.
    package var unknown: Money
    /// Turnover that somebody other than the client pays.
    package var through: Money

    package init(turnover: Money, knownIncome: Money, unknown: Money, through: Money) {
        self.turnover = turnover
        self.knownIncome = knownIncome
        self.unknown = unknown
        self.through = through
    }

    package static let none = SalesFigures(turnover: .zero, knownIncome: .zero, unknown: .zero, through: .zero)

    /// Nil if no cost is known at all.
    package var income: Money? { unknown != .zero && knownIncome == .zero ? nil : knownIncome }

    /// The share of turnover whose cost is unknown, in per cent, at least 1; nil if all costs are known.
    package var unknownPercent: Int? { unknown == .zero ? nil : min(100, max(1, unknown.percent(of: turnover) ?? 100)) }

    package static func + (a: SalesFigures, b: SalesFigures) -> SalesFigures {
        SalesFigures(
            turnover: a.turnover + b.turnover, knownIncome: a.knownIncome + b.knownIncome,
            unknown: a.unknown + b.unknown,
            through: a.through + b.through)
    }

    private enum CodingKeys: String, CodingKey { case turnover, income, unknown, through }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(turnover, forKey: .turnover)
        try container.encode(income, forKey: .income)
        try container.encode(unknown, forKey: .unknown)
        try container.encode(through, forKey: .through)
    }
}

/// What a client brings: the last twelve full months, and each month beside the same month a year before.
package struct ClientSales: Sendable, Equatable, Encodable {
    package struct Row: Sendable, Equatable, Encodable {
        package var month: Month
        package var figures: SalesFigures
        /// The figures of the same month a year before.
        package var before: SalesFigures
    }

    /// Twelve full months and the current one, the earliest first.
    package var months: [Row]
    /// The sum of the twelve full months.
    package var year: SalesFigures
    /// The sum of the twelve months before them.
    package var yearBefore: SalesFigures

    /// Months without a sale need not be in `sales`.
    package init(_ sales: [Month: SalesFigures], today: Day) {
        let now = Month(of: today)
        func figures(_ month: Month) -> SalesFigures { sales[month] ?? .none }
        months = (-12...0).map { Row(month: now + $0, figures: figures(now + $0), before: figures(now + ($0 - 12))) }
        year = months.dropLast().reduce(.none) { $0 + $1.figures }
        yearBefore = months.dropLast().reduce(.none) { $0 + $1.before }
    }

    /// The change of the year's income from the year before, in per cent; nil if either is not fully known or the year before had none.
    package var incomeChange: Int? {
        guard year.unknown == .zero, yearBefore.unknown == .zero else { return nil }
        return (year.knownIncome - yearBefore.knownIncome).percent(of: yearBefore.knownIncome)
    }

    package var isEmpty: Bool { months.allSatisfy { $0.figures == .none && $0.before == .none } }
}

/// A client's sales of a product in twelve full months.
package struct ProductSales: Sendable, Equatable, Encodable {
    package var product: Named<Product>
    package var group: String?
    package var quantity: Quantity
    package var figures: SalesFigures

    package init(product: Named<Product>, group: String?, quantity: Quantity, figures: SalesFigures) {
        self.product = product
        self.group = group
        self.quantity = quantity
        self.figures = figures
    }
}

/// The page of a client's money: by month and by product.
package struct ClientMoneySheet: Sendable, Encodable {
    package var client: Named<Client>
    package var sales: ClientSales
    /// The products of twelve full months, the largest turnover first; at most 100.
    package var products: [ProductSales]

    package init(client: Named<Client>, sales: ClientSales, products: [ProductSales]) {
        self.client = client
        self.sales = sales
        self.products = products
    }
}

/// Why a client is at risk, and how much is at stake.
package struct Risk: Sendable, Equatable, Encodable {
    package enum Rule: String, Wording {
        /// Undisputed debt that is late: overdue for more than `lateDays`.
        case debt
        /// Income of three full months under `fallenTo` per cent of the same months a year ago.
        case falling
        /// No order for `quietIntervals` times the median interval of the last ones.
        case quiet
    }

    // The limits of these rules, of which texts on pages speak too. The desk keeps what is late day by day: with another limit all of it has
    // to be summed anew, by a version of the schema.

    /// A debt is overdue from the day after its due day, and late when it has been overdue for more days than this.
    package static let lateDays = 30
    package static let fallenTo = 70
    package static let quietIntervals = 2
    /// Fewer intervals between orders tell nothing of a rhythm.
    package static let fewestIntervals = 3
    /// Only the latest intervals count.
    package static let countedIntervals = 12

    package var rule: Rule
    package var client: Named<Client>
    /// The debt, the lost income, or the income of the year that is at stake.
    package var amount: Money
    /// The due day of the oldest debt, or the day of the last order; nil for falling income.
    package var since: Day?
    /// The income of the three months, and of the same months a year before; only for falling income.
    package var quarter: Money?
    package var quarterBefore: Money?

    package init(
        rule: Rule, client: Named<Client>, amount: Money, since: Day?, quarter: Money? = nil,
        quarterBefore: Money? = nil
    ) {
        self.rule = rule
        self.client = client
        self.amount = amount
        self.since = since
        self.quarter = quarter
        self.quarterBefore = quarterBefore
    }
}
