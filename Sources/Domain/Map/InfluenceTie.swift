/// A tie of two people, given by their indexes in a list, with what influence and introductions need.
package struct InfluenceTie: Sendable, Equatable {
    /// The person named first: who reports, influences, mentors or refers. For a tie with two equal sides, either.
    package var a: Int
    package var b: Int
    package var kind: TieKind
    /// 1 to 3.
    package var strength: Int
    package var isPositive: Bool
    package var certainty: Certainty

    package init(
        a: Int, b: Int, kind: TieKind, strength: Int = 1, isPositive: Bool = true, certainty: Certainty = .assumed
    ) {
        self.a = a
        self.b = b
        self.kind = kind
        self.strength = strength
        self.isPositive = isPositive
        self.certainty = certainty
    }

    /// Nobody listens to a rival or to a person they oppose.
    package var isUsable: Bool { isPositive && kind != .rival && a != b }

    /// The weight in sixths, 1 to 6: two for each step of strength, and half of that for an assumed tie.
    var sixths: Int { strength * (certainty == .confirmed ? 2 : 1) }

    /// Strength / 3 x (confirmed 1, assumed 0.5): above 0, at most 1.
    package var weight: Double { Double(sixths) / 6 }

    /// Whose word weighs with whom: no pair, one pair or both.
    var directions: [(by: Int, on: Int)] {
        guard isUsable else { return [] }
        return switch kind.influence {
        case .forward: [(a, b)]
        case .backward: [(b, a)]
        case .both: [(a, b), (b, a)]
        case .none: []
        }
    }
}
