import Domain

/// The state of a form: what is typed, what is wrong with it, and the version it started from.
package struct FormState: Sendable {
    package var entries: Entries
    package var problems: Problems
    /// The version of the record when it was read; nil for a new record.
    package var version: Int?
    /// The values that the form started from, in one text; empty for a new record.
    package var base: String
    /// True if somebody else changed the record meanwhile.
    package var isStale: Bool
    /// Fields changed by both: the value that somebody else has saved.
    package var clashes: [String: String]
    /// Fields that only somebody else has changed.
    package var adopted: Set<String>
    /// The records that an ambiguous name may mean, by field.
    package var candidates: [String: [Candidate]]
    /// The records that already have what was typed, by field.
    package var holders: [String: Culprit] = [:]

    package init(
        _ entries: Entries = Entries(), problems: Problems = Problems(), version: Int? = nil, base: String = "",
        isStale: Bool = false, clashes: [String: String] = [:], adopted: Set<String> = [],
        candidates: [String: [Candidate]] = [:]
    ) {
        self.entries = entries
        self.problems = problems
        self.version = version
        self.base = base
        self.isStale = isStale
        self.clashes = clashes
        self.adopted = adopted
        self.candidates = candidates
    }
}

/// One of the records that a typed name may mean.
package struct Candidate: Sendable, Equatable {
    package var value: String
    package var name: String

    package init(value: String, name: String) {
        self.value = value
        self.name = name
    }
}
