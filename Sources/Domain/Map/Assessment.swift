/// A colleague's judgement of a person at a client on a day. A later assessment does not change it.
package struct Assessment: Sendable, Equatable {
    package typealias ID = Domain.ID<Assessment>

    package var id: ID
    package var version: Int
    package var person: Named<Person>
    package var client: Named<Client>
    package var draft: AssessmentDraft

    package init(id: ID, version: Int, person: Named<Person>, client: Named<Client>, draft: AssessmentDraft) {
        self.id = id
        self.version = version
        self.person = person
        self.client = client
        self.draft = draft
    }
}

package struct AssessmentDraft: StoredDraft, Sendable, Equatable {
    package var day: Day
    /// 0 to 5; nil if this assessment does not say.
    package var power: Int?
    /// -2 (against) to 2 (for); nil if this assessment does not say.
    package var stance: Int?
    /// 0 (closed) to 3 (open); nil if this assessment does not say.
    package var openness: Int?
    /// The competitor towards whom the stance is; nil if it is towards us. For a competitor only the stance is judged.
    package var competitor: String?
    package var certainty: Certainty
    package var source: String?

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        day = read.pastDay("day", today)
        power = read.optionalNumber("power", 0...5)
        stance = read.optionalNumber("stance", -2...2)
        openness = read.optionalNumber("openness", 0...3)
        competitor = read.optionalText("competitor")
        certainty = read.choice("grade", or: .assumed)
        source = read.optionalText("source", atMost: 1000)
        if read.problems.isEmpty {
            if competitor != nil {
                if stance == nil { read.add(.required, to: "stance") }
                if power != nil { read.add(.ofUsOnly, to: "power") }
                if openness != nil { read.add(.ofUsOnly, to: "openness") }
            } else if power == nil, stance == nil, openness == nil {
                read.add(.required, to: "power")
            }
        }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        day: Day, power: Int? = nil, stance: Int? = nil, openness: Int? = nil, competitor: String? = nil,
        certainty: Certainty = .assumed, source: String? = nil
    ) {
        self.day = day
        self.power = power
        self.stance = stance
        self.openness = openness
        self.competitor = competitor
        self.certainty = certainty
        self.source = source
    }

    package static var blank: AssessmentDraft { AssessmentDraft(day: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("day", &day)
        fields.field("power", &power)
        fields.field("stance", &stance)
        fields.field("openness", &openness)
        fields.field("competitor", &competitor)
        fields.field("certainty", form: "grade", &certainty)
        fields.field("source", &source)
    }
}

/// An assessment as a row of a person's page.
package struct AssessmentRow: Sendable, Equatable, Encodable {
    package var id: Assessment.ID
    package var client: Named<Client>
    package var day: Day
    package var power: Int?
    package var stance: Int?
    package var openness: Int?
    package var competitor: String?
    package var certainty: Certainty
    package var source: String?
    /// The name of the colleague who judged.
    package var by: String

    package init(
        id: Assessment.ID, client: Named<Client>, day: Day, power: Int?, stance: Int?, openness: Int?,
        competitor: String?, certainty: Certainty, source: String?, by: String
    ) {
        self.id = id
        self.client = client
        self.day = day
        self.power = power
        self.stance = stance
        self.openness = openness
        self.competitor = competitor
        self.certainty = certainty
        self.source = source
        self.by = by
    }
}
