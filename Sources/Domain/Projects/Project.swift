/// Work with a person at a client towards a goal. "Each new VIP or KOL is a separate yet unknown project, for which each of us is at level
/// D1"; the KAM in charge of the client runs it. (Domain section 2.)
package struct Project: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<Project>

    package var id: ID
    package var version: Int
    package var person: Named<Person>
    package var client: Named<Client>
    /// Nil while the project is open.
    package var closing: ClosingDraft?
    package var draft: ProjectDraft

    package init(
        id: ID, version: Int, person: Named<Person>, client: Named<Client>, closing: ClosingDraft?, draft: ProjectDraft
    ) {
        self.id = id
        self.version = version
        self.person = person
        self.client = client
        self.closing = closing
        self.draft = draft
    }
}

package struct ProjectDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var goal: String
    /// How we shall see that the goal is reached.
    package var measure: String?
    package var from: Day
    /// The day by which; nil if none is set.
    package var due: Day?

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        goal = read.text("goal", atMost: 500)
        measure = read.optionalText("measure", atMost: 1000)
        from = read.pastDay("from", today)
        if entries.has("from"), entries["from"].isEmpty { read.add(.required, to: "from") }
        due = read.optionalDay("due")
        if let due, due < from { read.add(.endsBeforeStart, to: "due") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(goal: String, measure: String? = nil, from: Day, due: Day? = nil) {
        self.goal = goal
        self.measure = measure
        self.from = from
        self.due = due
    }

    package static var blank: ProjectDraft { ProjectDraft(goal: "", from: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("goal", &goal)
        fields.field("measure", &measure)
        fields.field("from_day", form: "from", &from)
        fields.field("due_day", form: "due", &due)
    }
}

/// How a project ended.
package struct ClosingDraft: Sendable, Equatable, Encodable {
    package var day: Day
    package var outcome: String

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        day = read.pastDay("day", today)
        outcome = read.text("outcome", atMost: 2000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(day: Day, outcome: String) {
        self.day = day
        self.outcome = outcome
    }
}

/// How far a KAM is on one project. It begins at D1 and changes only in a joint review.
package enum DevelopmentLevel: Int, StoredValue, Sendable, CaseIterable, Comparable, Encodable {
    case d1 = 1
    case d2, d3, d4

    package static var blank: DevelopmentLevel { .d1 }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self.init(rawValue: Int(clamping: number))
    }
    package var column: ColumnValue { .number(Int64(rawValue)) }
    package func typed(in currency: Currency?) -> String { String(rawValue) }

    /// The manager's style that fits the level.
    package var style: ManagementStyle { ManagementStyle.allCases[rawValue - 1] }

    /// In how many days the manager looks in: the higher the level, the less often.
    package var lookIn: Int { [7, 14, 30, 90][rawValue - 1] }

    package static func < (a: DevelopmentLevel, b: DevelopmentLevel) -> Bool { a.rawValue < b.rawValue }
}

package enum ManagementStyle: String, Wording { case directing, coaching, supporting, delegating }
