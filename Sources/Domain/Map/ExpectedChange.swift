/// A change that a colleague expects and that may move the balance of power at a client.
package struct ExpectedChange: Sendable, Equatable {
    package typealias ID = Domain.ID<ExpectedChange>

    package var id: ID
    package var version: Int
    package var client: Named<Client>
    package var draft: ExpectedChangeDraft
    /// The outcome; nil while it is still expected.
    package var outcome: ExpectedOutcome?

    package init(
        id: ID, version: Int, client: Named<Client>, draft: ExpectedChangeDraft, outcome: ExpectedOutcome?
    ) {
        self.id = id
        self.version = version
        self.client = client
        self.draft = draft
        self.outcome = outcome
    }
}

package enum ExpectedKind: String, Wording { case retirement, appointment, election, merger, other }

/// Whether an expected change has happened, and the day on which that was noted.
package struct ExpectedOutcome: Sendable, Equatable, Encodable {
    package var hasHappened: Bool
    package var day: Day

    package init(hasHappened: Bool, day: Day) {
        self.hasHappened = hasHappened
        self.day = day
    }
}

package struct ExpectedChangeDraft: StoredDraft, Sendable, Equatable {
    package var kind: ExpectedKind
    package var text: String
    /// The person whom it concerns, who holds a post at the client; nil if it concerns no single person.
    package var person: Person.ID?
    /// When it is expected.
    package var day: Day
    /// In per cent, 1 to 99. A certain change is not an expectation.
    package var probability: Int
    /// By how much the balance moves if it happens, -100 to 100. Nil only if a person retires: then the balance loses what they weigh on
    /// the day on which this is noted.
    package var shift: Int?
    package var source: String?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .other)
        text = read.text("text", atMost: 1000)
        person = read.optionalID("person", Person.self)
        let expected = read.optionalDay("day")
        let chance = read.optionalNumber("probability", 1...99)
        shift = read.optionalNumber("shift", -100...100)
        source = read.optionalText("source", atMost: 1000)
        if expected == nil { read.add(.required, to: "day") }
        if chance == nil { read.add(.required, to: "probability") }
        if entries["shift"].isEmpty, kind != .retirement || person == nil { read.add(.required, to: "shift") }
        guard read.problems.isEmpty, let expected, let chance else { throw read.problems }
        (day, probability) = (expected, chance)
    }

    package init(
        kind: ExpectedKind, text: String, person: Person.ID? = nil, day: Day, probability: Int, shift: Int? = nil,
        source: String? = nil
    ) {
        self.kind = kind
        self.text = text
        self.person = person
        self.day = day
        self.probability = probability
        self.shift = shift
        self.source = source
    }

    package static var blank: ExpectedChangeDraft {
        ExpectedChangeDraft(kind: .blank, text: "", day: .blank, probability: 0)
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("person_id", form: "person", &person)
        fields.field("kind", &kind)
        fields.field("text", &text)
        fields.field("day", &day)
        fields.field("probability", &probability)
        fields.field("shift", &shift)
        fields.field("source", &source)
    }
}

/// An expected change as a row beside the balance.
package struct ExpectedChangeRow: Sendable, Equatable, Encodable {
    package var id: ExpectedChange.ID
    package var client: Named<Client>
    package var person: Named<Person>?
    package var kind: ExpectedKind
    package var text: String
    package var day: Day
    /// In per cent.
    package var probability: Int
    package var shift: Int
    package var source: String?
    /// Nil while it is still expected.
    package var outcome: ExpectedOutcome?
    /// The name of the colleague who expects it.
    package var by: String

    package init(
        id: ExpectedChange.ID, client: Named<Client>, person: Named<Person>?, kind: ExpectedKind, text: String,
        day: Day, probability: Int, shift: Int, source: String?, outcome: ExpectedOutcome?, by: String
    ) {
        self.id = id
        self.client = client
        self.person = person
        self.kind = kind
        self.text = text
        self.day = day
        self.probability = probability
        self.shift = shift
        self.source = source
        self.outcome = outcome
        self.by = by
    }

    /// True if it was still expected on a day.
    package func isOpen(on day: Day) -> Bool { outcome.map { $0.day > day } ?? true }

    /// Should it have come by a day, and is it still ahead?
    package func isOverdue(on day: Day) -> Bool { isOpen(on: day) && self.day < day }
}
