/// How long a debt has been overdue.
package enum AgeBand: String, Wording {
    case notDue = "not-due"
    case upTo30 = "1-30"
    case upTo60 = "31-60"
    case upTo90 = "61-90"
    case over90 = "over-90"
}

/// What is owed on a day, by how long it has been overdue. An invoice that was paid later still counts as open.
package struct Ageing: Sendable, Equatable, Encodable {
    package struct Row: Sendable, Equatable, Encodable {
        package var band: AgeBand
        package var invoices: Int
        /// The open amount, disputed or not.
        package var open: Money
        /// The disputed part of the open amount.
        package var disputed: Money

        package init(band: AgeBand, invoices: Int, open: Money, disputed: Money) {
            self.band = band
            self.invoices = invoices
            self.open = open
            self.disputed = disputed
        }
    }

    package var on: Day
    /// All bands, in order.
    package var rows: [Row]
    package var open: Money
    package var disputed: Money
    /// The undisputed amount past its due day.
    package var overdue: Money
    /// The earliest due day of an open, undisputed, overdue invoice; nil if nothing is overdue.
    package var overdueSince: Day?
    /// Payments made before the invoices that they are for.
    package var advances: Money

    /// Adds bands that are missing in `rows` with zero amounts.
    package init(on: Day, rows: [Row], overdueSince: Day?, advances: Money) {
        self.on = on
        self.rows = AgeBand.allCases.map { band in
            rows.first { $0.band == band } ?? Row(band: band, invoices: 0, open: .zero, disputed: .zero)
        }
        open = rows.reduce(.zero) { $0 + $1.open }
        disputed = rows.reduce(.zero) { $0 + $1.disputed }
        overdue = rows.filter { $0.band != .notDue }.reduce(.zero) { $0 + $1.open - $1.disputed }
        self.overdueSince = overdueSince
        self.advances = advances
    }

    /// Days since the oldest undisputed overdue debt fell due; nil if nothing is overdue.
    package var daysOverdue: Int? { overdueSince.map { on - $0 } }
}
