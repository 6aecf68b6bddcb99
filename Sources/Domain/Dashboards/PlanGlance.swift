/// Where the income of the present quarter stands, as the first page of the day shows it: of the viewer, or of those whom they lead.
package struct PlanGlance: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package var scope: PlanScope
        package var name: String
        /// How many of those above it are in the list too: 0 for the first.
        package var depth: Int
        package var pace: Pace
        /// The income of the last twelve full months, as far as the viewer sees it.
        package var months: [Int64]
        /// Why it differs from last year to the same day; nil if either had no sale, or if nobody looked.
        package var bridge: Bridge?
        /// The client who fell furthest behind last year.
        package var fall: Fall?

        package init(scope: PlanScope, name: String, depth: Int, pace: Pace, months: [Int64]) {
            (self.scope, self.name, self.depth, self.pace, self.months) = (scope, name, depth, pace, months)
        }

        /// The part of the bridge that took most; nil if none took anything.
        package var cause: (part: BridgePart, value: Int64)? {
            bridge?.parts.filter { $0.value < 0 }.min { $0.value < $1.value }
        }
    }

    package var period: PlanPeriod
    /// The working days of the period: gone, and all.
    package var gone: Int
    package var days: Int
    /// The whole first, then its parts, those that are furthest behind first.
    package var rows: [Row]
    /// How many further parts there are.
    package var hidden: Int
    /// The same of the year, for the first row; nil if the year is not planned.
    package var year: Pace?
    package var yearPeriod: PlanPeriod?
    /// What else a KAM is to reach in the quarter; empty for others.
    package var lines: [PlanSheet.Line]

    /// How many rows are shown at most.
    private static let most = 9

    /// `rows`: the whole first.
    package init(period: PlanPeriod, gone: Int, days: Int, rows: [Row], year: Pace?, yearPeriod: PlanPeriod?) {
        (self.period, self.gone, self.days) = (period, gone, days)
        (self.year, self.yearPeriod, lines) = (year, yearPeriod, [])
        let parts = rows.dropFirst().sorted { ($0.pace.ahead, $0.name) < ($1.pace.ahead, $1.name) }
        self.rows = Array(rows.prefix(1)) + parts.prefix(PlanGlance.most - 1)
        hidden = rows.count - self.rows.count
    }
}
