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

/// A day of a person or an event that is worth knowing in advance.
package struct Occasion: Sendable, Equatable, Encodable {
    package enum Kind: String, Sendable, Encodable { case birthday, postEnds, event }

    package var kind: Kind
    package var day: Day
    /// Nil for an event.
    package var person: Named<Person>?
    package var client: Named<Client>?
    package var event: Named<Event>?
    /// The place of the event.
    package var place: String?

    package init(kind: Kind, day: Day, person: Named<Person>, client: Named<Client>?) {
        self.kind = kind
        self.day = day
        self.person = person
        self.client = client
    }

    package init(event: Named<Event>, on day: Day, in place: String?) {
        kind = .event
        self.day = day
        self.event = event
        self.place = place
    }
}
