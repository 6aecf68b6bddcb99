/// A person's page.
package struct PersonSheet: Sendable, Encodable {
    package var person: Person
    /// All posts, current ones first, then the latest ended.
    package var posts: [PostRow]
    /// Current ones first.
    package var ties: [TieRow]
    /// The latest first.
    package var assessments: [AssessmentRow]
    /// The latest first.
    package var ladder: [LadderRow]
    package var facts: [FactRow]
    /// Open ones first.
    package var projects: [ProjectRow]
    /// At most `PersonEventRow.shown`, the latest first.
    package var events: [PersonEventRow]
    /// The changes still expected that concern them, by their day.
    package var expected: [ExpectedChangeRow]
    package var matters: [MatterRow]
    package var interactions: [InteractionRow]
    package var interactionsCount: Int
    package var history: [Change]

    package init(
        person: Person, posts: [PostRow], ties: [TieRow], assessments: [AssessmentRow], ladder: [LadderRow],
        facts: [FactRow], projects: [ProjectRow], events: [PersonEventRow],
        expected: [ExpectedChangeRow], matters: [MatterRow],
        interactions: [InteractionRow], interactionsCount: Int, history: [Change]
    ) {
        self.ties = ties
        self.assessments = assessments
        self.ladder = ladder
        self.facts = facts
        self.projects = projects
        self.events = events
        self.expected = expected
        self.person = person
        self.posts = posts
        self.matters = matters
        self.interactions = interactions
        self.interactionsCount = interactionsCount
        self.history = history
    }

    /// The clients at which they were judged, each with the latest power and stance to us; the client judged last comes first.
    package var standpoints: [Standpoint] {
        var order: [Client.ID] = []
        var found: [Client.ID: Standpoint] = [:]
        for row in assessments where row.competitor == nil {
            if found[row.client.id] == nil {
                order.append(row.client.id)
                found[row.client.id] = Standpoint(latest: row)
            }
            found[row.client.id]?.fill(from: row)
        }
        return order.map { found[$0]! }
    }

    /// The judgements that are not the latest of their client.
    package var olderAssessments: [AssessmentRow] {
        let latest = Set(standpoints.map(\.latest.id))
        return assessments.filter { !latest.contains($0.id) }
    }

    /// The latest step with each colleague, the highest first.
    package var closest: [LadderRow] {
        Dictionary(ladder.map { ($0.user.id, $0) }) { first, _ in first }.values
            .sorted { ($1.step, $0.user.id) < ($0.step, $1.user.id) }
    }

    /// The next day on which something is due or an event begins, and what; nil if nothing is dated from that day on.
    package func next(from today: Day) -> (day: Day, text: String)? {
        let all: [(day: Day, text: String)] =
            matters.compactMap { matter in matter.due.map { ($0, matter.text) } }
            + events.map { ($0.from, $0.event.name) }
        return all.filter { $0.day >= today }.min { $0.day < $1.day }
    }

    /// The facts about how to deal with them: how to approach, what boundary was agreed, who assists.
    package var dealings: [FactRow] {
        let kinds: [FactKind] = [.approach, .boundary, .assistant]
        return kinds.flatMap { kind in facts.filter { $0.kind == kind } }
    }

    /// The facts that are not `dealings`.
    package var otherFacts: [FactRow] { facts.filter { ![.approach, .boundary, .assistant].contains($0.kind) } }

    /// The open project begun last.
    package var project: ProjectRow? { projects.first { $0.closedOn == nil } }
}

/// Where a person stands at a client: the latest judgement, and the latest known value of each kind.
package struct Standpoint: Sendable, Equatable {
    package var latest: AssessmentRow
    package var power: Int?
    package var stance: Int?
    /// The judgement that gave the stance.
    package var stanceFrom: AssessmentRow?
    package var openness: Int?

    fileprivate init(latest: AssessmentRow) { self.latest = latest }

    fileprivate mutating func fill(from row: AssessmentRow) {
        power = power ?? row.power
        if stance == nil, let found = row.stance { (stance, stanceFrom) = (found, row) }
        openness = openness ?? row.openness
    }
}
