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

        /// Why it is behind: the part of the bridge that took most. If that is less than half of what is missing, the plan counted on new
        /// clients, and it is what these brought. Nil if nothing is missing, or if nobody looked.
        package var cause: (part: BridgePart, value: Int64)? {
            guard let bridge, pace.ahead < 0 else { return nil }
            let worst = bridge.parts.min { $0.value < $1.value }
            return worst.flatMap { $0.value <= pace.ahead / 2 ? $0 : nil } ?? (.won, bridge.won)
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

    /// `rows`: the whole first, then each part above its own parts.
    package init(period: PlanPeriod, gone: Int, days: Int, rows: [Row], year: Pace?, yearPeriod: PlanPeriod?) {
        (self.period, self.gone, self.days) = (period, gone, days)
        (self.year, self.yearPeriod, lines) = (year, yearPeriod, [])
        func isBehind(_ one: Row, _ other: Row) -> Bool { (one.pace.ahead, one.name) < (other.pace.ahead, other.name) }
        let parts = rows.dropFirst()
        let shown = Set(parts.sorted(by: isBehind).prefix(PlanGlance.most - 1).map(\.scope))
        // A part and what is below it stay together.
        let least = parts.map(\.depth).min() ?? 0
        let families = parts.reduce(into: [[Row]]()) { families, row in
            if row.depth == least || families.isEmpty {
                families.append([row])
            } else {
                families[families.count - 1].append(row)
            }
        }
        let ordered = families.sorted { isBehind($0[0], $1[0]) }.flatMap { family in
            [family[0]] + family.dropFirst().sorted(by: isBehind)
        }
        self.rows = Array(rows.prefix(1)) + ordered.filter { shown.contains($0.scope) }
        hidden = rows.count - self.rows.count
    }
}
