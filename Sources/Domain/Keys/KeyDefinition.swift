/// The definitions of a key client that evidence decides. The first, by income, is computed. (Domain section 1.)
package enum KeyDefinition: String, Wording {
    case potential, known, partner, competent, innovator

    package static let otherWords: [String: KeyDefinition] = [
        "name": .known, "competence": .competent, "потенциал": .potential, "имя": .known, "партнёр": .partner,
        "компетентность": .competent, "новатор": .innovator,
    ]

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

    package static let otherWords: [String: EvidenceKind] = [
        "buys from competitors": .rivals,
        "покупает у конкурентов": .rivals,
        "buys little from us, the rest elsewhere": .elsewhere,
        "у нас покупает мало, остальное у других": .elsewhere,
        "has need and budget, buys from nobody": .nobody,
        "есть потребность и бюджет, ни у кого не покупает": .nobody,
        "next step": .nextStep,
        "следующий шаг": .nextStep,
        "what we did for them": .scope,
        "что мы для них сделали": .scope,
        "its result": .result,
        "результат": .result,
        "permission to cite": .permission,
        "разрешение ссылаться": .permission,
        "бюджет": .budget,
        "планы": .plans,
        "what would double the purchases": .doubling,
        "что удвоит закупки": .doubling,
        "orders without a tender on a lawful ground": .lawful,
        "закупки без тендера на законном основании": .lawful,
        "эксклюзивность": .exclusivity,
        "what we must be for them": .wish,
        "какими мы должны быть для них": .wish,
        "advice to us": .advice,
        "совет нам": .advice,
        "what came of the advice": .outcome,
        "что вышло из совета": .outcome,
        "пилот": .pilot,
        "new idea taken up": .idea,
        "принятая новая идея": .idea,
        "asked: no": .denied,
        "спросили: нет": .denied,
    ]

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

/// How a client may be cited to others.
package enum Citation: String, Wording {
    /// Without its name.
    case hidden
    case named
    /// With its name and amounts.
    case amounts

    package static let otherWords: [String: Citation] = [
        "without its name": .hidden, "by name": .named, "by name and with amounts": .amounts, "без имени": .hidden,
        "по имени": .named, "по имени и с суммами": .amounts,
    ]
}

/// What the desk knows that shows a piece of evidence.
package enum EvidenceLink: Sendable, Hashable, Encodable {
    case interaction(Interaction.ID)
    case order(Order.ID)
    case lot(ID<TenderLot>)

    /// Of three columns the one that is filled; nil if none is.
    init?(_ interaction: Interaction.ID?, _ order: Order.ID?, _ lot: ID<TenderLot>?) {
        if let interaction {
            self = .interaction(interaction)
        } else if let order {
            self = .order(order)
        } else if let lot {
            self = .lot(lot)
        } else {
            return nil
        }
    }

    /// Reads "interaction-12", "order-3" or "lot-5".
    init?(typed text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let number = String(parts[1])
        switch parts[0] {
        case "interaction": self.init(ID(number), nil, nil)
        case "order": self.init(nil, ID(number), nil)
        case "lot": self.init(nil, nil, ID(number))
        default: return nil
        }
    }

    package var typed: String {
        switch self {
        case .interaction(let id): "interaction-\(id.number)"
        case .order(let id): "order-\(id.number)"
        case .lot(let id): "lot-\(id.number)"
        }
    }

    package var interaction: Interaction.ID? { if case .interaction(let id) = self { id } else { nil } }
    package var order: Order.ID? { if case .order(let id) = self { id } else { nil } }
    package var lot: ID<TenderLot>? { if case .lot(let id) = self { id } else { nil } }
}
