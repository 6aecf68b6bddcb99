/// The first page of the day: what is due, and what moved.
package struct TodaySheet: Sendable, Encodable {
    package var day: Day
    /// Open matters that are overdue or due within `TodaySheet.horizon` days, those due first come first; at most 30.
    package var due: [MatterRow]
    package var overdueCount: Int
    /// Matters due from today to the end of the horizon.
    package var dueCount: Int
    /// Clients at risk by each rule, the largest amounts first; at most `TodaySheet.risksShown` for a rule.
    package var risks: [Risk]
    /// The projects and ladders that stand still, the longest first; at most `Standstill.most` of each.
    package var standstills: [Standstill]
    /// What changed within the last seven days, the latest first; at most 12.
    package var moved: [Change]
    /// Clients that others have opened within these days, so that they are no longer trade secrets. For heads and directors; at most 12.
    package var opened: [Change]
    /// Birthdays, ending posts and beginning events within the horizon.
    package var ahead: [Occasion]
    /// True if the desk has no client yet.
    package var isEmpty: Bool

    package static let horizon = 14
    package static let risksShown = 5

    package init(
        day: Day, due: [MatterRow], overdueCount: Int, dueCount: Int, risks: [Risk], standstills: [Standstill],
        moved: [Change], opened: [Change], ahead: [Occasion], isEmpty: Bool
    ) {
        self.day = day
        self.due = due
        self.overdueCount = overdueCount
        self.dueCount = dueCount
        self.risks = risks
        self.standstills = standstills
        self.moved = moved
        self.opened = opened
        self.ahead = ahead
        self.isEmpty = isEmpty
    }
}

/// A day of a record that is worth knowing beforehand, such as a birthday or the beginning of an event.
package struct Occasion: Sendable, Equatable, Encodable {
    package var day: Day
    /// The kind, number and name of the record.
    package var subject: Change.Subject
    package var record: Int64
    package var name: String
    /// What happens to it, in English: the key of its translations. Nil if the name says enough.
    package var what: String?
    /// The client or the place that stands beside it.
    package var beside: String?

    package init<Kind>(
        _ subject: Change.Subject, _ record: Named<Kind>, on day: Day, what: String? = nil, beside: String?
    ) {
        (self.subject, self.record, name) = (subject, record.id.number, record.name)
        self.day = day
        self.what = what
        self.beside = beside
    }
}
