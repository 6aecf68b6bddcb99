/// A joint review of a project by its KAM and a manager. Only a review changes the level.
package struct Review: Sendable, Equatable {
    package typealias ID = Domain.ID<Review>

    package var id: ID
    package var version: Int
    package var project: Project
    /// The KAM whose level it is: the one who held the client on the day.
    package var kam: Named<User>
    /// The head or director who took part; never the KAM.
    package var manager: User.ID
    package var draft: ReviewDraft

    package init(
        id: ID, version: Int, project: Project, kam: Named<User>, manager: User.ID, draft: ReviewDraft
    ) {
        self.id = id
        self.version = version
        self.project = project
        self.kam = kam
        self.manager = manager
        self.draft = draft
    }
}

package struct ReviewDraft: StoredDraft, Sendable, Equatable {
    package var day: Day
    package var level: DevelopmentLevel
    /// What shows the level.
    package var shown: String
    package var agreed: String?
    /// The day on which the manager looks in next, after the day of the review. If none was typed, it follows from the level.
    package var next: Day

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        day = read.pastDay("day", today)
        level = read.optionalNumber("level", 1...4).flatMap { DevelopmentLevel(rawValue: $0) } ?? .d1
        if entries["level"].isEmpty { read.add(.required, to: "level") }
        shown = read.text("shown", atMost: 2000)
        agreed = read.optionalText("agreed", atMost: 2000)
        next = read.day("next", or: day + level.lookIn)
        if next <= day { read.add(.endsBeforeStart, to: "next") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        day: Day, level: DevelopmentLevel, shown: String, agreed: String? = nil, next: Day? = nil
    ) {
        self.day = day
        self.level = level
        self.shown = shown
        self.agreed = agreed
        self.next = next ?? day + level.lookIn
    }

    /// The review with other words and days. The level stays as both agreed.
    package func reworded(by entries: Entries, today: Day) throws(Problems) -> ReviewDraft {
        var entries = entries
        entries["level"] = String(level.rawValue)
        return try ReviewDraft(entries, today: today)
    }

    package static var blank: ReviewDraft { ReviewDraft(day: .blank, level: .d1, shown: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("day", &day)
        fields.field("level", &level)
        fields.field("shown", &shown)
        fields.field("agreed", &agreed)
        fields.field("next_day", form: "next", &next)
    }
}

/// A review as a row of its project's page.
package struct ReviewRow: Sendable, Equatable, Encodable {
    package var id: Review.ID
    package var day: Day
    package var kam: Named<User>
    package var manager: Named<User>
    package var level: DevelopmentLevel
    package var shown: String
    package var agreed: String?
    package var next: Day

    package init(
        id: Review.ID, day: Day, kam: Named<User>, manager: Named<User>, level: DevelopmentLevel, shown: String,
        agreed: String?, next: Day
    ) {
        self.id = id
        self.day = day
        self.kam = kam
        self.manager = manager
        self.level = level
        self.shown = shown
        self.agreed = agreed
        self.next = next
    }
}
