import Domain

extension StrategyTopic: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .situation: l("who they are")
        case .need: l("what they need")
        case .budget: l("budget: who gets it when")
        case .decision: l("how they decide")
        case .calendar: l("when they buy")
        case .objective: l("objective")
        case .risk: l("risk")
        case .objection: l("objection")
        case .loyalty: l("step of loyalty")
        case .service: l("step of service")
        case .quality: l("step of quality")
        case .integration: l("step of integration")
        case .barrier: l("barrier for rivals")
        case .defenceReview: l("review of the defence")
        case .observation: l("what we saw")
        case .said: l("what they said of us")
        case .complaint: l("complaint")
        case .wish: l("wish: what they would buy if we had it")
        case .level: l("key level")
        case .yearlyReview: l("yearly review")
        case .acquisition: l("acquisition")
        }
    }
}

extension Odds: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .unlikely: l("unlikely")
        case .even: l("even")
        case .likely: l("likely")
        }
    }
}

extension StrategyState: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .open: l("open")
        case .done: l("settled")
        case .failed: l("failed")
        case .dropped: l("dropped")
        }
    }
}

extension SetLevel: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .company: l("key for the company")
        case .department: l("key for the department")
        case .manager: l("key for the KAM")
        case .none: l("not key")
        }
    }
}

extension AcquisitionStep: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .found: l("found")
        case .contacted: l("contacted")
        case .met: l("met them")
        case .offered: l("offered")
        case .agreed: l("agreed with us")
        case .refused: l("refused")
        }
    }
}

extension InvestmentCase: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .low: l("low case")
        case .expected: l("expected case")
        case .high: l("high case")
        }
    }
}

extension Language {
    func word(_ group: StrategyTopic.Group) -> String {
        let l = self
        return switch group {
        case .level: l("Key level")
        case .running: l("How they run")
        case .objective: l("Objectives")
        case .defence: l("Defence")
        case .risk: l("Risks")
        case .objection: l("Objections and answers")
        case .complaint: l("Complaints")
        case .wish: l("Wishes")
        case .voice: l("What we saw, what they said")
        case .review: l("Yearly reviews")
        case .acquisition: l("Winning them")
        }
    }
}
