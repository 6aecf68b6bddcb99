/// How close a person is to a colleague. Each step is climbed with one colleague, so a new KAM starts again.
package enum LadderStep: String, Wording, Comparable {
    /// Known to exist, nothing more; also when contact was lost.
    case none
    case contact
    /// They know us and the company, and we know all that we can about them.
    case acquainted
    /// They know the company and its products and speak of them with respect.
    case loyal
    /// They gladly share work and plans and let us ask for help.
    case close

    /// 0 to 4: the filled quarters of the ring on the map.
    package var quarters: Int { Self.allCases.firstIndex(of: self)! }

    package static func < (a: LadderStep, b: LadderStep) -> Bool { a.quarters < b.quarters }
}

/// A step up or down that a person took with a colleague, and what showed it.
package struct LadderMove: Sendable, Equatable {
    package typealias ID = Domain.ID<LadderMove>

    package var id: ID
    package var version: Int
    package var person: Named<Person>
    /// The colleague.
    package var user: Named<User>
    package var confirmed: ConfirmedStep?
    package var draft: LadderDraft

    package init(
        id: ID, version: Int, person: Named<Person>, user: Named<User>, confirmed: ConfirmedStep?, draft: LadderDraft
    ) {
        self.id = id
        self.version = version
        self.person = person
        self.user = user
        self.confirmed = confirmed
        self.draft = draft
    }
}

/// A head's own talk with the person showed that the step is so. That is how relations are audited here.
package struct ConfirmedStep: Sendable, Equatable, Encodable {
    package var by: Named<User>
    package var day: Day

    package init(by: Named<User>, day: Day) { (self.by, self.day) = (by, day) }
}

package struct LadderDraft: StoredDraft, Sendable, Equatable {
    package var day: Day
    package var step: LadderStep
    /// What shows how well they know us, such as "they speak of the product at the round table".
    package var theirs: String?
    /// What shows how well we know them.
    package var ours: String?

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        day = read.pastDay("day", today)
        step = read.choice("step", or: .contact)
        if entries["step"].isEmpty { read.add(.required, to: "step") }
        theirs = read.optionalText("theirs", atMost: 2000)
        ours = read.optionalText("ours", atMost: 2000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(day: Day, step: LadderStep, theirs: String? = nil, ours: String? = nil) {
        self.day = day
        self.step = step
        self.theirs = theirs
        self.ours = ours
    }

    package static var blank: LadderDraft { LadderDraft(day: .blank, step: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("day", &day)
        fields.field("step", &step)
        fields.field("theirs", &theirs)
        fields.field("ours", &ours)
    }

    /// Throws if the step lacks an observation. Each step up needs one; the step to acquainted needs one in both directions.
    package func requireObservations(after before: LadderStep) throws(Problems) {
        guard step > before else { return }
        if before < .acquainted && step >= .acquainted {
            var problems = Problems()
            if theirs == nil { problems.add(.needsObservation, to: "theirs") }
            if ours == nil { problems.add(.needsObservation, to: "ours") }
            guard problems.isEmpty else { throw problems }
        } else if theirs == nil && ours == nil {
            throw Problems(["theirs": .needsObservation])
        }
    }
}

/// A move as a row of a person's page.
package struct LadderRow: Sendable, Equatable, Encodable {
    package var id: LadderMove.ID
    package var user: Named<User>
    package var day: Day
    package var step: LadderStep
    package var theirs: String?
    package var ours: String?
    package var confirmed: ConfirmedStep?

    package init(
        id: LadderMove.ID, user: Named<User>, day: Day, step: LadderStep, theirs: String?, ours: String?,
        confirmed: ConfirmedStep?
    ) {
        self.id = id
        self.user = user
        self.day = day
        self.step = step
        self.theirs = theirs
        self.ours = ours
        self.confirmed = confirmed
    }
}
