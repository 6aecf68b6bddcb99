/// What is expected of the balance of power at a client or in a territory.
package struct Outlook: Sendable, Equatable, Encodable {
    /// The balance over the year after the day: `middle` is the expected value, `low` and `high` what it comes to at worst and at best.
    /// Empty where nothing is expected within the year.
    package var forecast: [Balance]
    /// What was ahead on the day, by its day; then what came to its end within the year before it.
    package var expected: [ExpectedChangeRow]
    /// Of which clients of a territory the balance is; nil of one client's.
    package var territory: Territory?

    /// At how many of a territory's clients somebody is judged or something is expected, of how many that the viewer sees. More than
    /// `most` are not added up.
    package struct Territory: Sendable, Equatable, Encodable {
        package var judged: Int
        package var clients: Int

        package init(judged: Int, clients: Int) {
            self.judged = judged
            self.clients = clients
        }

        /// The balance of a territory is that of so many clients at most, those that the desk has known longest.
        package static let most = 500
    }

    /// How many days ahead the forecast looks, and how many days back it tells what became of expectations.
    package static let horizon = 365

    /// `last` is the balance as of the day.
    package init(from last: Balance, _ expected: [ExpectedChangeRow], territory: Territory?) {
        self.expected = expected
        self.territory = territory
        forecast = last.forecast(expected)
    }
}

extension Balance {
    /// The balance over the year after its day. The expected value is that of what is known, with the probability times the shift of
    /// every change that is still ahead and due by then; the least is where all that lower it happen and the unknown are against us, the
    /// most where all that raise it do and they are for us. What is late counts from the balance's own day on. A point at that day, at
    /// each on which a change is due, and at the year's last; none where nothing is due.
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

    /// Hundredths as a whole number, half away from zero.
    private static func whole(_ hundredths: Int) -> Int { (hundredths + (hundredths < 0 ? -50 : 50)) / 100 }
}
