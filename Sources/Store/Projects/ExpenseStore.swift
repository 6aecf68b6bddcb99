import Domain
import GRDB

extension ReadTransaction {
    package func expense(_ id: Expense.ID) throws -> Expense {
        try one(
            """
            SELECT \(ExpenseDraft.columns(of: "x")), u.id, u.name, x.approved_day, \(Project.columns)
            FROM project_expense x LEFT JOIN user u ON u.id = x.approver_id JOIN (\(Project.source)) ON p.id = x.project_id
            WHERE x.id = ?
            """, [id.number]
        ) {
            Expense(
                id: $0.id(0), version: $0[1], project: Project($0, at: 9), approval: Approval($0, at: 6),
                draft: $0.draft())
        }
    }

    /// The lines of a project's budget, in order; at most 200.
    func expenses(of id: Project.ID) throws -> [ExpenseRow] {
        try rows(
            """
            SELECT \(ExpenseDraft.columns(of: "x")), u.id, u.name, x.approved_day FROM project_expense x LEFT JOIN user u ON u.id = x.approver_id
            WHERE x.project_id = ? ORDER BY x.id LIMIT 200
            """, [id.number]
        ) { ExpenseRow(id: $0.id(0), version: $0[1], draft: $0.draft(), approval: Approval($0, at: 6)) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addExpense(_ draft: ExpenseDraft, to id: Project.ID) throws -> Expense.ID {
        let project = try read.project(id)
        try requireSight(of: project.record, id.number)
        try requireOpen(project)
        try draft.requireApproval(false)
        return Expense.ID(try insert(draft.record(of: project, nil)))
    }

    /// Changes a line of the budget. A new purpose or a higher estimate needs a new approval.
    @discardableResult
    package func changeExpense(_ id: Expense.ID, from version: Int?, _ draft: ExpenseDraft) throws -> Bool {
        let expense = try read.expense(id)
        let approval = draft.keepsApproval(of: expense.draft) ? expense.approval : nil
        try draft.requireApproval(approval != nil)
        return try update(id.number, from: version, draft.record(of: expense.project, approval))
    }

    /// Approves the estimate as it is in a version. Throws `notAllowed` if the viewer runs the project, deputises for whoever does, or is
    /// not a head or director.
    package func approveExpense(_ id: Expense.ID, from version: Int?) throws {
        let expense = try read.expense(id)
        let viewer = read.frame.viewer
        let approval = Approval(by: Named(id: viewer.id, name: viewer.name), day: today)
        let record = expense.draft.record(of: expense.project, approval)
        try requireSight(of: record, id.number)
        try requireDecider(of: expense.project.client.id)
        guard expense.approval == nil else { return }
        try update(id.number, from: version, record)
    }

    /// Takes back the approval of a line that is not committed yet. Throws `notAllowed` if the viewer could not have given it.
    package func withdrawApproval(of id: Expense.ID, from version: Int?) throws {
        let expense = try read.expense(id)
        let record = expense.draft.record(of: expense.project, nil)
        try requireSight(of: record, id.number)
        try requireDecider(of: expense.project.client.id)
        guard expense.draft.committed == nil, expense.draft.actual == nil else { throw Refusal.notAllowed }
        try update(id.number, from: version, record)
    }

    package func deleteExpense(_ id: Expense.ID, from version: Int?) throws {
        try deleteWhole(.expense, id.number, from: version)
    }
}

extension ExpenseDraft {
    func record(of project: Project, _ approval: Approval?) -> RecordValues {
        RecordValues(
            subject: .expense, title: purpose, client: project.client.id, person: project.person.id,
            columns: ["project_id": project.id.number] + stored + [
                "approver_id": approval?.by.id.number, "approved_day": approval?.day.stored,
            ])
    }
}

extension Approval {
    /// Reads an approver's number and name and the day; nil when there is no approval.
    fileprivate init?(_ row: Columns, at place: Int) {
        guard let user: Named<User> = row.named(place), let day = row.optionalDay(place + 2) else { return nil }
        self.init(by: user, day: day)
    }
}
