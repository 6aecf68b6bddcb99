/// A project as a row of a list, as it stands on a day.
package struct ProjectRow: Sendable, Equatable, Encodable {
    package var id: Project.ID
    package var person: Named<Person>
    package var client: Named<Client>
    package var goal: String
    /// Who runs it: the KAM in charge of the client; nil where nobody is.
    package var kam: Named<User>?
    /// D1 until a review of this KAM, since they took the client, says otherwise.
    package var level: DevelopmentLevel
    /// When the manager looks in next.
    package var lookIn: Day
    package var due: Day?
    package var closedOn: Day?
    package var openSteps: Int
    /// The first day on which an open step is due.
    package var nextStep: Day?
    package var budget: Budget
    /// When something was last done: a review, a step, a contact with the person; or when it began.
    package var movedOn: Day

    package init(
        id: Project.ID, person: Named<Person>, client: Named<Client>, goal: String, kam: Named<User>?,
        level: DevelopmentLevel, lookIn: Day, due: Day?, closedOn: Day?, openSteps: Int, nextStep: Day?,
        budget: Budget, movedOn: Day
    ) {
        self.id = id
        self.person = person
        self.client = client
        self.goal = goal
        self.kam = kam
        self.level = level
        self.lookIn = lookIn
        self.due = due
        self.closedOn = closedOn
        self.openSteps = openSteps
        self.nextStep = nextStep
        self.budget = budget
        self.movedOn = movedOn
    }

    /// Nothing done for so many days is a project that stands still: two of the rhythms in which a manager looks in at D3.
    package static let patience = 60

    /// Why it stands still on a day, the weightiest reason first; empty where it moves, or is closed.
    package func standstill(on today: Day) -> [Stall] {
        guard closedOn == nil else { return [] }
        var stalls: [Stall] = []
        if today > lookIn { stalls.append(.notLookedInto(since: lookIn)) }
        if today - movedOn > ProjectRow.patience { stalls.append(.unmoved(since: movedOn)) }
        if openSteps == 0 { stalls.append(.noStep) }
        return stalls
    }

    package enum Stall: Sendable, Equatable, Encodable {
        /// The manager was to look in on that day.
        case notLookedInto(since: Day)
        /// Nothing was done since that day.
        case unmoved(since: Day)
        /// Nobody has anything left to do.
        case noStep
    }
}

/// The sums of a project's lines.
package struct Budget: Sendable, Equatable, Encodable {
    package var estimated: Money
    package var committed: Money
    package var actual: Money

    package init(estimated: Money, committed: Money, actual: Money) {
        self.estimated = estimated
        self.committed = committed
        self.actual = actual
    }
}

/// What the list of projects is asked for.
package struct ProjectListQuery: Sendable, Equatable {
    package var level: DevelopmentLevel?
    package var kam: User.ID?
    /// Those that are closed instead of those that go on.
    package var isClosed: Bool

    package init(level: DevelopmentLevel? = nil, kam: User.ID? = nil, isClosed: Bool = false) {
        self.level = level
        self.kam = kam
        self.isClosed = isClosed
    }

    package var isFiltered: Bool { level != nil || kam != nil || isClosed }
}

/// Projects by level, then by the day on which the manager looks in; closed ones the latest first.
package struct ProjectList: Sendable, Encodable {
    package var rows: [ProjectRow]
    /// There are more than are shown.
    package var isCut: Bool
    /// By whom the list can be narrowed.
    package var kams: [Named<User>]

    package static let length = 500

    package init(rows: [ProjectRow], isCut: Bool, kams: [Named<User>]) {
        self.rows = rows
        self.isCut = isCut
        self.kams = kams
    }
}

/// A project's page.
package struct ProjectSheet: Sendable, Encodable {
    package var project: Project
    package var row: ProjectRow
    package var openSteps: [MatterRow]
    /// The latest done.
    package var doneSteps: [MatterRow]
    package var expenses: [ExpenseRow]
    /// The latest first.
    package var reviews: [ReviewRow]
    /// The latest contacts with the person.
    package var interactions: [InteractionRow]
    package var history: [Change]

    package init(
        project: Project, row: ProjectRow, openSteps: [MatterRow], doneSteps: [MatterRow], expenses: [ExpenseRow],
        reviews: [ReviewRow], interactions: [InteractionRow], history: [Change]
    ) {
        self.project = project
        self.row = row
        self.openSteps = openSteps
        self.doneSteps = doneSteps
        self.expenses = expenses
        self.reviews = reviews
        self.interactions = interactions
        self.history = history
    }
}
