/// How long a debt has been due.
package enum AgeBand: String, Wording {
    case notDue = "not-due"
    case upTo30 = "1-30"
    case upTo60 = "31-60"
    case upTo90 = "61-90"
    case over90 = "over-90"
}

/// What is owed on a day, by how long it has been due. What was paid later is open still.
package struct Ageing: Sendable, Equatable, Encodable {
    package struct Row: Sendable, Equatable, Encodable {
        package var band: AgeBand
        package var invoices: Int
        /// Open, disputed or not.
        package var open: Money
        /// How much of it is disputed.
        package var disputed: Money

        package init(band: AgeBand, invoices: Int, open: Money, disputed: Money) {
            self.band = band
            self.invoices = invoices
            self.open = open
            self.disputed = disputed
        }
    }

    package var on: Day
    /// All bands, in their order.
    package var rows: [Row]
    package var open: Money
    package var disputed: Money
    /// Undisputed and past its day.
    package var overdue: Money
    /// The earliest day on which something undisputed that is open still fell due; nil where nothing is overdue.
    package var overdueSince: Day?
    /// What was paid before anything was invoiced for it.
    package var advances: Money

    /// Bands that are not there hold nothing.
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

    /// Days since the oldest undisputed debt fell due.
    package var daysOverdue: Int? { overdueSince.map { on - $0 } }
}
