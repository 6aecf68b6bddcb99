/// Where the income of the present quarter stands, as the first page of the day shows it: of the viewer, or of those whom they lead.
package struct PlanGlance: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package var scope: PlanScope
        package var name: String
        package var pace: Pace

        package init(scope: PlanScope, name: String, pace: Pace) {
            (self.scope, self.name, self.pace) = (scope, name, pace)
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
    /// Plans that wait for the viewer's yes.
    package var waiting: Int

    /// How many rows are shown at most.
    private static let most = 7

    /// `rows`: the whole first.
    package init(period: PlanPeriod, gone: Int, days: Int, rows: [Row], waiting: Int) {
        (self.period, self.gone, self.days, self.waiting) = (period, gone, days, waiting)
        let parts = rows.dropFirst().sorted { ($0.pace.ahead, $0.name) < ($1.pace.ahead, $1.name) }
        self.rows = Array(rows.prefix(1)) + parts.prefix(PlanGlance.most - 1)
        hidden = rows.count - self.rows.count
    }
}
