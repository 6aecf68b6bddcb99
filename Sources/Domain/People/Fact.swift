/// What one of us knows of a person, with where from and for whose eyes. Health, religion, politics and intimate life are not kept,
/// nor facts about relatives.
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

/// What a fact is about, from public information to personal.
package enum FactKind: String, Wording {
    case speciality, education, degree, publication, talk, membership, language, assistant, interest
    /// How to approach the person.
    case approach
    /// What of our dealings is agreed to stay within.
    case boundary
    case other
}

/// For whose eyes something is.
package enum Privacy: String, Wording {
    case `public`, `internal`
    /// For the KAM in charge, the head, the director, and a deputy during the order.
    case personal
}

package struct FactDraft: StoredDraft, Sendable, Equatable {
    package var kind: FactKind
    package var text: String
    package var source: String
    /// When it was, or was learnt.
    package var day: Day
    package var privacy: Privacy

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .other)
        text = read.text("text", atMost: 2000)
        source = read.text("source", atMost: 1000)
        day = read.day("day", or: today)
        if day > today { read.add(.inFuture, to: "day") }
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
    /// Which of us noted it.
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
