/// A colleague's judgement of how two people are tied.
package struct Tie: Sendable, Equatable {
    package typealias ID = Domain.ID<Tie>

    package var id: ID
    package var version: Int
    /// The person named first: who reports, influences, mentors or refers. For a tie with two equal sides, either.
    package var from: Named<Person>
    package var to: Named<Person>
    package var draft: TieDraft

    package init(id: ID, version: Int, from: Named<Person>, to: Named<Person>, draft: TieDraft) {
        self.id = id
        self.version = version
        self.from = from
        self.to = to
        self.draft = draft
    }

    /// The fields of the tie's form; `way` is the number of the person named first.
    package var entries: Entries {
        var entries = draft.entries
        entries["way"] = String(from.id.number)
        return entries
    }
}

package struct TieDraft: StoredDraft, Sendable, Equatable {
    package var kind: TieKind
    /// Nil if it began before anybody noted it.
    package var from: Day?
    /// The last day; nil while it holds.
    package var to: Day?
    /// 1 to 3.
    package var strength: Int
    /// False if the tie sets the two against each other.
    package var isPositive: Bool
    package var certainty: Certainty
    /// How it is known.
    package var source: String?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.optionalChoice("kind", TieKind.self) ?? .worksWith
        if entries["kind"].isEmpty { read.add(.required, to: "kind") }
        from = read.optionalDay("start")
        to = read.optionalDay("end")
        if let from, let to, to < from { read.add(.endsBeforeStart, to: "end") }
        strength = read.optionalNumber("strength", 1...3) ?? 1
        isPositive = read.choice("sign", or: Sign.positive) == .positive
        certainty = read.choice("grade", or: .assumed)
        source = read.optionalText("source", atMost: 1000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        kind: TieKind, from: Day? = nil, to: Day? = nil, strength: Int = 1, isPositive: Bool = true,
        certainty: Certainty = .assumed, source: String? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.strength = strength
        self.isPositive = isPositive
        self.certainty = certainty
        self.source = source
    }

    package static var blank: TieDraft { TieDraft(kind: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("kind", &kind)
        fields.field("from_day", form: "start", &from)
        fields.field("to_day", form: "end", &to)
        fields.field("strength", &strength)
        fields.field("is_positive", form: nil, &isPositive)
        fields.field("certainty", form: "grade", &certainty)
        fields.field("source", &source)
    }

    package var entries: Entries {
        var entries = filled
        entries["sign"] = (isPositive ? Sign.positive : .negative).rawValue
        return entries
    }
}

/// Whether a tie binds two people or sets them against each other.
package enum Sign: String, Wording {
    case positive = "+"
    case negative = "-"

    package static var otherWords: [String: Sign] {
        ["1": .positive, "-1": .negative, "plus": .positive, "minus": .negative]
    }
}

/// A tie as a row of a person's page.
package struct TieRow: Sendable, Equatable, Encodable {
    package var id: Tie.ID
    /// True if the person whose page it is is named first.
    package var isFirst: Bool
    package var other: Named<Person>
    package var kind: TieKind
    package var from: Day?
    package var to: Day?
    package var strength: Int
    package var isPositive: Bool
    package var certainty: Certainty
    package var source: String?
    /// The name of the colleague who judged.
    package var by: String

    package init(
        id: Tie.ID, isFirst: Bool, other: Named<Person>, kind: TieKind, from: Day?, to: Day?, strength: Int,
        isPositive: Bool, certainty: Certainty, source: String?, by: String
    ) {
        self.id = id
        self.isFirst = isFirst
        self.other = other
        self.kind = kind
        self.from = from
        self.to = to
        self.strength = strength
        self.isPositive = isPositive
        self.certainty = certainty
        self.source = source
        self.by = by
    }

    package func holds(on day: Day) -> Bool { day.isWithin(from, to) }
}
