/// A complaint that stops the procedure for a time.
package struct Suspension: Sendable, Equatable {
    package var from: Day
    /// The day on which it goes on; nil as long as nothing is decided.
    package var until: Day?

    package init(from: Day, until: Day?) { (self.from, self.until) = (from, until) }

    /// Where a deadline stands that was set before the suspension.
    package enum Effect: Sendable, Equatable {
        case stays
        /// It is this many days later.
        case moves(days: Int)
        /// Nobody knows its day until the complaint is decided.
        case waits
    }

    /// What suspensions do to a deadline on a day. Each moves what lies on its first day or later, those that an earlier one moved too. A
    /// day on which several of them stop the procedure counts once.
    package static func effect(of suspensions: [Suspension], on day: Day) -> Effect {
        var days = 0
        var counted: Day?
        for suspension in suspensions.sorted(by: { $0.from < $1.from }) where day + days >= suspension.from {
            guard let until = suspension.until else { return .waits }
            let from = max(suspension.from, counted ?? suspension.from)
            days += max(0, until - from)
            counted = max(until, counted ?? until)
        }
        return days == 0 ? .stays : .moves(days: days)
    }
}
