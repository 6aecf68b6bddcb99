/// A tie of two people, by their places in a list, as far as influence and introductions ask.
package struct InfluenceTie: Sendable, Equatable {
    /// Who is named first: who reports, influences, mentors, refers. Of a tie with two equal sides, either.
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

    /// Nobody listens to a rival, nor to somebody they are set against.
    package var isUsable: Bool { isPositive && kind != .rival && a != b }

    /// The weight in sixths, 1 to 6: thirds of strength, of which an assumed tie counts half.
    var sixths: Int { strength * (certainty == .confirmed ? 2 : 1) }

    /// Strength / 3 x (confirmed 1, assumed 0.5): above 0, at most 1.
    package var weight: Double { Double(sixths) / 6 }

    /// Whose word weighs with whom: no pair, one or both.
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
