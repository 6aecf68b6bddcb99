import Domain
import Store

/// VIP projects with the people of each client: one that goes on, with all that belongs to it, and one that is closed.
extension TeamRecords {
    mutating func writeProjects(_ letter: String) throws {
        func word(_ field: String) -> String { Room.personal.word(letter, field) }
        let (client, person) = (Client.ID(numbers["clients"]![letter]!), Person.ID(numbers["people"]![letter]!))
        func begin(_ goal: String) throws -> Project.ID {
            try act {
                try $0.beginProject(
                    ProjectDraft(goal: word(goal), measure: word("measure"), from: $0.today), with: person, at: client)
            }
        }
        let project = try begin("oldgoal")
        try act {
            _ = try $0.changeProject(
                project, from: nil, ProjectDraft(goal: word("goal"), measure: word("measure"), from: $0.today))
        }
        keep("projects", letter, project.number)
        let closed = try begin("closedgoal")
        try act {
            try $0.closeProject(closed, from: nil, ClosingDraft(day: $0.today, outcome: word("outcome")))
        }
        keep("projects", letter + "!", closed.number)
        let line = try act {
            try $0.addExpense(ExpenseDraft(purpose: word("purpose"), estimated: Money(777_00)), to: project)
        }
        keep("expenses", letter, line.number)
        // Nobody can review what nobody runs.
        guard TeamDesk.holders[letter] != nil else { return }
        let review = try act("over") { write in
            try write.review(
                project,
                ReviewDraft(
                    day: write.today, level: .d2, shown: word("shown"),
                    agreed: word("agreedlevel")))
        }
        keep("reviews", letter, review.number)
    }

    /// More of the same, for the second of two desks that are compared.
    func addToProjects(_ client: Client.ID, _ person: Person.ID, _ letter: String) throws {
        let project = Project.ID(numbers["projects"]![letter]!)
        try act { write in
            try write.beginProject(ProjectDraft(goal: "more", from: write.today), with: person, at: client)
            try write.addExpense(ExpenseDraft(purpose: "more", estimated: Money(5_00)), to: project)
            try write.approveExpense(Expense.ID(numbers["expenses"]![letter]!), from: nil)
        }
        guard TeamDesk.holders[letter] != nil else { return }
        try act("over") { write in
            _ = try write.review(
                project, ReviewDraft(day: write.today, level: .d4, shown: "more"))
        }
    }
}
