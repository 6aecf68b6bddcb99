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
    /// The whole first, then its parts.
    package var rows: [Row]
    /// Plans that wait for the viewer's yes.
    package var waiting: Int

    package init(period: PlanPeriod, gone: Int, days: Int, rows: [Row], waiting: Int) {
        (self.period, self.gone, self.days, self.rows, self.waiting) = (period, gone, days, rows, waiting)
    }
}
