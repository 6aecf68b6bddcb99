/// What is expected of the balance of power at a client or in a territory.
package struct Outlook: Sendable, Equatable, Encodable {
    /// The balance over the year after the day: `middle` is the expected value, `low` and `high` the worst and the best case. Empty if
    /// nothing is expected within the year.
    package var forecast: [Balance]
    /// The changes still expected on the day, by their day; then those closed within the year before.
    package var expected: [ExpectedChangeRow]
    /// How many clients of a territory the balance covers; nil for the balance of one client.
    package var territory: Territory?

    /// At how many clients of a territory somebody is judged or something is expected, and how many clients the viewer sees there. If there
    /// are more than `most`, not all are added up.
    package struct Territory: Sendable, Equatable, Encodable {
        package var judged: Int
        package var clients: Int

        package init(judged: Int, clients: Int) {
            self.judged = judged
            self.clients = clients
        }

        /// The most clients in the balance of a territory: those that the desk has known longest.
        package static let most = 500
    }

    /// In days: how far the forecast looks ahead, and how far back closed expectations are shown.
    package static let horizon = 365

    /// `last` is the balance on the day.
    package init(from last: Balance, _ expected: [ExpectedChangeRow], territory: Territory?) {
        self.expected = expected
        self.territory = territory
        forecast = last.forecast(expected)
    }
}

extension Balance {
    /// The balance over the year after its day. The expected value starts from what is known and adds probability times shift for every
    /// open change that is due by then. In the worst case, all changes that lower it happen and the unknown people are against us; in the
    /// best case, all that raise it happen and they are for us. A late change counts from the balance's own day. There is a point on that
    /// day, on each due day, and on the last day of the year; no points if nothing is due.
    func forecast(_ changes: [ExpectedChangeRow]) -> [Balance] {
        let end = day + Outlook.horizon
        let due = changes.filter { $0.isOpen(on: day) && $0.day <= end }
            .map { (day: max($0.day, day), change: $0) }.sorted { $0.day < $1.day }
        guard !due.isEmpty else { return [] }
        var (points, percent) = ([self], 0)
        for (day, change) in due {
            percent += change.probability * change.shift
            var next = points[points.count - 1]
            next.day = day
            next.low += min(change.shift, 0)
            next.high += max(change.shift, 0)
            next.middle = middle + Balance.whole(percent)
            if points.last?.day == day { points[points.count - 1] = next } else { points.append(next) }
        }
        if let last = points.last, last.day < end {
            points.append(Balance(day: end, low: last.low, middle: last.middle, high: last.high))
        }
        return points
    }

    /// Hundredths rounded to a whole number, half away from zero.
    private static func whole(_ hundredths: Int) -> Int { (hundredths + (hundredths < 0 ? -50 : 50)) / 100 }
}
