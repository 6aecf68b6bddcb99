/// A deputy order: a colleague deputises for another in a period. The rights begin and end by themselves.
package struct Absence: Record, Equatable {
    package typealias ID = Domain.ID<Absence>

    package var id: ID
    package var version: Int
    package var draft: AbsenceDraft

    package init(id: ID, version: Int, draft: AbsenceDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

package struct AbsenceDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The number of the order, such as "12-k".
    package var number: String
    package var user: User.ID
    package var deputy: User.ID
    package var from: Day
    /// The last day.
    package var to: Day

    package init(number: String, user: User.ID, deputy: User.ID, from: Day, to: Day) {
        self.number = number
        self.user = user
        self.deputy = deputy
        self.from = from
        self.to = to
    }

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        number = read.text("number", atMost: 60)
        let (absent, other) = (read.optionalID("user", User.self), read.optionalID("deputy", User.self))
        from = read.day("from", or: today)
        to = read.day("to", or: from)
        if absent == nil { read.add(.required, to: "user") }
        if other == nil { read.add(.required, to: "deputy") }
        if let other, other == absent { read.add(.notAChoice, to: "deputy") }
        if to < from { read.add(.endsBeforeStart, to: "to") }
        guard read.problems.isEmpty, let absent, let other else { throw read.problems }
        (user, deputy) = (absent, other)
    }

    package static var blank: AbsenceDraft {
        AbsenceDraft(number: "", user: .blank, deputy: .blank, from: .blank, to: .blank)
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("number", &number)
        fields.field("user_id", form: "user", &user)
        fields.field("deputy_id", form: "deputy", &deputy)
        fields.field("from_day", form: "from", &from)
        fields.field("to_day", form: "to", &to)
    }
}

/// The current and coming deputy orders, and those of the year before.
package struct AbsenceList: Sendable, Encodable {
    package var absences: [AbsenceRow]

    package init(absences: [AbsenceRow]) { self.absences = absences }
}

/// A deputy order as a row of a list.
package struct AbsenceRow: Sendable, Equatable, Encodable {
    package var id: Absence.ID
    package var number: String
    package var user: Named<User>
    package var deputy: Named<User>
    package var from: Day
    package var to: Day

    package init(id: Absence.ID, number: String, user: Named<User>, deputy: Named<User>, from: Day, to: Day) {
        self.id = id
        self.number = number
        self.user = user
        self.deputy = deputy
        self.from = from
        self.to = to
    }

    package func holds(on day: Day) -> Bool { from <= day && day <= to }
}
