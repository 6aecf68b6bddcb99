/// The definitions of a key client that evidence decides. The first, by income, is computed. (Domain section 1.)
package enum KeyDefinition: String, Wording {
    case potential, known, partner, competent, innovator

    /// The kinds of evidence for it, in the order in which a form offers them. Each definition may also be denied.
    package var kinds: [EvidenceKind] { EvidenceKind.allCases.filter { $0.definition == self } + [.denied] }

    /// The kinds that must all be there; of those in one list any is enough.
    package var required: [[EvidenceKind]] {
        switch self {
        case .potential: [[.rivals, .elsewhere, .nobody], [.nextStep]]
        case .known: [[.scope], [.result], [.permission]]
        case .partner: [[.budget, .plans, .doubling, .lawful, .exclusivity]]
        case .competent: [[.advice], [.outcome]]
        case .innovator: [[.pilot, .idea]]
        }
    }
}

/// What a piece of evidence says.
package enum EvidenceKind: String, Wording {
    /// They buy from competitors; they buy little from us and the rest elsewhere; they have need and budget and buy from nobody.
    case rivals, elsewhere, nobody
    case nextStep = "next-step"
    /// The reference card: what exactly we did for them, what came of it, what may be cited.
    case scope, result, permission
    /// What they disclosed: their budget and plans, what would double the purchases, orders placed on a lawful ground without a tender,
    /// exclusivity; and what we must be for them to choose us.
    case budget, plans, doubling, lawful, exclusivity, wish
    /// What they advised us, and what came of it.
    case advice, outcome
    /// A pilot or a new idea that they took up.
    case pilot, idea
    /// It was asked, and it is not so.
    case denied

    /// Nil for what every definition may have.
    package var definition: KeyDefinition? {
        switch self {
        case .rivals, .elsewhere, .nobody, .nextStep: .potential
        case .scope, .result, .permission: .known
        case .budget, .plans, .doubling, .lawful, .exclusivity, .wish: .partner
        case .advice, .outcome: .competent
        case .pilot, .idea: .innovator
        case .denied: nil
        }
    }

    /// For how many days it holds if nobody says until when; nil: it does not age.
    package var days: Int? {
        switch self {
        case .budget, .plans, .doubling, .lawful, .exclusivity, .wish: 180
        // Taken up within 24 months.
        case .pilot, .idea: 730
        case .rivals, .elsewhere, .nobody: 365
        case .nextStep, .scope, .result, .permission, .advice, .outcome, .denied: nil
        }
    }
}

/// What the evidence says of a definition.
package enum KeyAnswer: String, Wording {
    case met
    case notMet = "not-met"
    /// Nobody has asked, or not enough is known.
    case unknown
    /// It was met, and the evidence is old.
    case stale
}
