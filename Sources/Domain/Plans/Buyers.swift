/// When a client bought: the first shipment, and those that began after a year without any.
package struct BuyingHistory: Sendable, Equatable {
    /// The days of its shipments, each once, in their order.
    package var days: [Day]
    /// Since when it has bought from us by its card, which may know more than our history.
    package var buysSince: Day?
    /// True if it was a prospect here before its first shipment.
    package var wasProspect: Bool

    package init(days: [Day], buysSince: Day? = nil, wasProspect: Bool = false) {
        (self.days, self.buysSince, self.wasProspect) = (days, buysSince, wasProspect)
    }

    /// What a period means for a client who had a shipment in it.
    package enum Standing: Sendable, Equatable {
        /// First bought in it.
        case new
        /// The first shipment that we know of lies in it, but our history is too short to tell that there was none before.
        case newSinceHistory
        /// Bought again after twelve months without a shipment.
        case regained
        case bought
    }

    /// A history of that many days before a first shipment tells that the client is new.
    package static let enough = 24

    /// Nil if it had no shipment in the period. `historyBegins`: the day of the first shipment on the desk.
    package func standing(in period: PeriodSpan, historyBegins: Day) -> Standing? {
        guard let place = days.firstIndex(where: period.contains) else { return nil }
        if place == 0 {
            if let buysSince {
                if period.contains(buysSince) { return .new }
                return buysSince < period.from ? .bought : .newSinceHistory
            }
            let isLong = BuyingHistory.later(historyBegins, byMonths: BuyingHistory.enough) <= days[0]
            return isLong || wasProspect ? .new : .newSinceHistory
        }
        let within = days.indices.filter { period.contains(days[$0]) }
        let isBack = within.contains { $0 > 0 && BuyingHistory.later(days[$0 - 1], byMonths: 12) <= days[$0] }
        return isBack ? .regained : .bought
    }

    /// The same day so many months later, or the last of that month.
    static func later(_ day: Day, byMonths months: Int) -> Day {
        let (year, month, dayOfMonth) = day.civil
        let count = year * 12 + month - 1 + months
        let first = Day(year: count / 12, month: count % 12 + 1, day: 1) ?? day
        let next = Day(year: (count + 1) / 12, month: (count + 1) % 12 + 1, day: 1) ?? day
        return min(first + (dayOfMonth - 1), next - 1)
    }
}
