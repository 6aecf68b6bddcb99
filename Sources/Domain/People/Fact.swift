/// What a colleague knows of a person, with its source and who may see it. The desk does not keep health, religion, politics, intimate
/// life, or facts about relatives.
package struct Fact: Sendable, Equatable {
    package typealias ID = Domain.ID<Fact>

    package var id: ID
    package var version: Int
    package var person: Named<Person>
    package var draft: FactDraft

    package init(id: ID, version: Int, person: Named<Person>, draft: FactDraft) {
        self.id = id
        self.version = version
        self.person = person
        self.draft = draft
    }
}

/// What a fact is about, from public to personal matters.
package enum FactKind: String, Wording {
    case speciality, education, degree, publication, talk, membership, language, assistant, interest
    /// How to approach the person.
    case approach
    /// A limit that was agreed for our dealings with them.
    case boundary
    case other
}

/// Who may see something.
package enum Privacy: String, Wording {
    case `public`, `internal`
    /// Only the KAM in charge, the head, the director, and a deputy while the deputy order lasts.
    case personal
}

package struct FactDraft: StoredDraft, Sendable, Equatable {
    package var kind: FactKind
    package var text: String
    package var source: String
    /// The day when it happened or was learnt.
    package var day: Day
    package var privacy: Privacy

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .other)
        text = read.text("text", atMost: 2000)
        source = read.text("source", atMost: 1000)
        day = read.pastDay("day", today)
        privacy = read.choice("grade", or: .internal)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(kind: FactKind, text: String, source: String, day: Day, privacy: Privacy = .internal) {
        self.kind = kind
        self.text = text
        self.source = source
        self.day = day
        self.privacy = privacy
    }

    package static var blank: FactDraft { FactDraft(kind: .blank, text: "", source: "", day: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("kind", &kind)
        fields.field("text", &text)
        fields.field("source", &source)
        fields.field("day", &day)
        fields.field("privacy", form: "grade", &privacy)
    }
}

/// A fact as a row of a person's page.
package struct FactRow: Sendable, Equatable, Encodable {
    package var id: Fact.ID
    package var kind: FactKind
    package var text: String
    package var source: String
    package var day: Day
    package var privacy: Privacy
    /// The name of the colleague who noted it.
    package var by: String

    package init(
        id: Fact.ID, kind: FactKind, text: String, source: String, day: Day, privacy: Privacy, by: String
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.source = source
        self.day = day
        self.privacy = privacy
        self.by = by
    }
}
