/// The first page of the day: what is due, and what moved.
package struct TodaySheet: Sendable, Encodable {
    package var day: Day
    /// False for a viewer who sees no dossier: then there are no promises below, whether any are open or not.
    package var seesPromises: Bool
    /// Promises whose day has passed, the newest first; at most `TodaySheet.promises` are read.
    package var late: Folded<MatterRow>
    /// Promises due from today on within `TodaySheet.week` days, those due first come first.
    package var week: Folded<MatterRow>
    /// Promises due after that, within `TodaySheet.horizon` days.
    package var later: Folded<MatterRow>
    /// How many promises are due today.
    package var dueToday: Int
    /// Deadlines of tenders within the horizon that are not done, and those that were missed within `TodaySheet.missed` days; a lapse of
    /// signing comes first.
    package var tenders: Folded<TenderDue>
    /// Undisputed debt that is more than 30 days late, of all clients that the viewer sees.
    package var lateDebt: Money
    /// Clients at risk by each rule, the largest amounts first; at most `TodaySheet.risksShown` for a rule.
    package var risks: [Risk]
    /// The projects and ladders that stand still, the longest first; at most `Standstill.most` of each.
    package var standstills: Folded<Standstill>
    /// What happened since `movedSince`, the latest first; at most 12.
    package var moved: Folded<Moved>
    /// When the viewer was last here before this sitting; nil if that is not known: then `moved` is of seven days.
    package var movedSince: Moment?
    /// Clients that others have opened within these days, so that they are no longer trade secrets. For heads and directors; at most 12.
    package var opened: [Change]
    /// Birthdays, ending posts and beginning events within the horizon; at most 20.
    package var ahead: Folded<Occasion>
    /// True if the desk has no client yet.
    package var isEmpty: Bool
    /// How things stand with what the viewer answers for; nil for a viewer who does not see dossiers and money.
    package var dashboard: Dashboard?

    package static let horizon = 14
    /// In days, today among them.
    package static let week = 7
    package static let risksShown = 2
    /// In days.
    package static let missed = 30
    /// The most late promises, and the most coming ones, that are read.
    package static let promises = 30

    package init(
        day: Day, seesPromises: Bool, late: Folded<MatterRow>, week: Folded<MatterRow>, later: Folded<MatterRow>,
        dueToday: Int, tenders: [TenderDue],
        lateDebt: Money, risks: [Risk], standstills: [Standstill], moved: [Moved], movedSince: Moment?,
        opened: [Change], ahead: [Occasion], dashboard: Dashboard?, isEmpty: Bool
    ) {
        self.day = day
        self.dashboard = dashboard
        self.seesPromises = seesPromises
        self.late = late
        self.week = week
        self.later = later
        self.dueToday = dueToday
        self.tenders = Folded(
            tenders.filter(\.isLapse) + tenders.filter { !$0.isLapse && !$0.isTheirs } + tenders.filter(\.isTheirs),
            showing: 3)
        self.lateDebt = lateDebt
        self.risks = risks
        self.standstills = Folded(standstills, showing: 3)
        self.moved = Folded(moved, showing: 4)
        self.movedSince = movedSince
        self.opened = opened
        self.ahead = Folded(ahead, showing: 4)
        self.isEmpty = isEmpty
    }

    /// For each promise of the page the one below it, or above it if it is the last: where the page stays once it is done.
    package var neighbours: [Matter.ID: Matter.ID] {
        let all = [late, week, later].flatMap { $0.shown + $0.folded }.map(\.id)
        var neighbours = Dictionary(zip(all, all.dropFirst())) { first, _ in first }
        if all.count > 1 { neighbours[all[all.count - 1]] = all[all.count - 2] }
        return neighbours
    }
}

/// A list whose first rows are shown at once; the others open at a press.
package struct Folded<Row: Sendable & Encodable>: Sendable, Encodable {
    package var shown: [Row]
    package var folded: [Row]
    /// How many there are in all, also those that were not read.
    package var count: Int

    /// `count` is the number of rows if it is nil.
    package init(_ rows: [Row], showing most: Int, of count: Int? = nil) {
        shown = Array(rows.prefix(most))
        folded = Array(rows.dropFirst(most))
        self.count = count ?? rows.count
    }

    /// How many are not shown at once.
    package var hidden: Int { count - shown.count }
}

/// A change that is news, and the day on which it happened.
package struct Moved: Sendable, Encodable {
    package var change: Change
    /// Nil if the record has no day: then it happened when it was noted.
    package var day: Day?

    package init(change: Change, day: Day?) {
        self.change = change
        self.day = day
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
