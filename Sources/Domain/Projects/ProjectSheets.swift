/// A project as a row of a list, as it stands on a day.
package struct ProjectRow: Sendable, Equatable, Encodable {
    package var id: Project.ID
    package var person: Named<Person>
    package var client: Named<Client>
    package var goal: String
    /// The KAM in charge of the client, who runs the project; nil when there is none.
    package var kam: Named<User>?
    /// D1, until a review of this KAM since they took the client sets another level.
    package var level: DevelopmentLevel
    /// The day on which the manager looks in next.
    package var lookIn: Day
    package var due: Day?
    package var closedOn: Day?
    package var openSteps: Int
    /// The earliest due day of an open step.
    package var nextStep: Day?
    package var budget: Budget
    /// The day of the latest review, step or contact with the person; otherwise the first day.
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

    /// In days. A project without any activity for longer stands still: two intervals at which a manager looks in at D3.
    package static let patience = 60

    /// Why the project stands still on a day, the most important reason first; empty if it moves or is closed.
    package func standstill(on today: Day) -> [Stall] {
        guard closedOn == nil else { return [] }
        var stalls: [Stall] = []
        if today > lookIn { stalls.append(.notLookedInto(since: lookIn)) }
        if today - movedOn > ProjectRow.patience { stalls.append(.unmoved(since: movedOn)) }
        if openSteps == 0 { stalls.append(.noStep) }
        return stalls
    }

    package enum Stall: Sendable, Equatable, Encodable {
        /// The manager should have looked in on that day.
        case notLookedInto(since: Day)
        /// Nothing has been done since that day.
        case unmoved(since: Day)
        /// There is no open step.
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

/// The request for the list of projects.
package struct ProjectListQuery: Sendable, Equatable {
    package var level: DevelopmentLevel?
    package var kam: User.ID?
    /// True for closed projects, false for open ones.
    package var isClosed: Bool

    package init(level: DevelopmentLevel? = nil, kam: User.ID? = nil, isClosed: Bool = false) {
        self.level = level
        self.kam = kam
        self.isClosed = isClosed
    }

    package var isFiltered: Bool { level != nil || kam != nil || isClosed }
}

/// Projects by level, then by the day on which the manager looks in; closed ones, the latest first.
package struct ProjectList: Sendable, Encodable {
    package var rows: [ProjectRow]
    /// True if there are more than are shown.
    package var isCut: Bool
    /// The KAMs by whom the list can be filtered.
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
    /// The steps done last.
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
