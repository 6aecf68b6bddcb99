/// A line of a project's budget: its purpose, and how much is estimated, committed and spent. Before anything is committed, somebody other
/// than the KAM must approve the estimate.
package struct Expense: Sendable, Equatable {
    package typealias ID = Domain.ID<Expense>

    package var id: ID
    package var version: Int
    package var project: Project
    package var approval: Approval?
    package var draft: ExpenseDraft

    package init(id: ID, version: Int, project: Project, approval: Approval?, draft: ExpenseDraft) {
        self.id = id
        self.version = version
        self.project = project
        self.approval = approval
        self.draft = draft
    }
}

/// Who approved an estimate, and when.
package struct Approval: Sendable, Equatable, Encodable {
    package var by: Named<User>
    package var day: Day

    package init(by: Named<User>, day: Day) {
        self.by = by
        self.day = day
    }
}

package struct ExpenseDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var purpose: String
    package var estimated: Money
    /// What we must pay; nil if nothing yet.
    package var committed: Money?
    /// What was spent; nil if nothing yet.
    package var actual: Money?

    package init(_ entries: Entries, _ currency: Currency) throws(Problems) {
        var read = FieldReader(entries)
        purpose = read.text("purpose", atMost: 500)
        let typed = read.optionalAmount("estimated", currency)
        if entries["estimated"].isEmpty { read.add(.required, to: "estimated") }
        estimated = typed ?? .zero
        committed = read.optionalAmount("committed", currency)
        actual = read.optionalAmount("actual", currency)
        if let committed, committed > estimated { read.add(.moreThanApproved, to: "committed") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(purpose: String, estimated: Money, committed: Money? = nil, actual: Money? = nil) {
        self.purpose = purpose
        self.estimated = estimated
        self.committed = committed
        self.actual = actual
    }

    package static var blank: ExpenseDraft { ExpenseDraft(purpose: "", estimated: .zero) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("purpose", &purpose)
        fields.field("estimated", &estimated)
        fields.field("committed", &committed)
        fields.field("actual", &actual)
    }

    /// True if an approval of the earlier line also covers this one: the purpose is the same and the estimate is not higher.
    package func keepsApproval(of before: ExpenseDraft) -> Bool {
        purpose == before.purpose && estimated <= before.estimated
    }

    /// Throws if something is committed or spent without approval.
    package func requireApproval(_ isApproved: Bool) throws(Problems) {
        guard !isApproved else { return }
        var problems = Problems()
        if committed != nil { problems.add(.needsApproval, to: "committed") }
        if actual != nil { problems.add(.needsApproval, to: "actual") }
        guard problems.isEmpty else { throw problems }
    }
}

/// A line as a row of its project's page.
package struct ExpenseRow: Sendable, Equatable, Encodable {
    package var id: Expense.ID
    package var version: Int
    package var draft: ExpenseDraft
    package var approval: Approval?

    package init(id: Expense.ID, version: Int, draft: ExpenseDraft, approval: Approval?) {
        self.id = id
        self.version = version
        self.draft = draft
        self.approval = approval
    }
}
