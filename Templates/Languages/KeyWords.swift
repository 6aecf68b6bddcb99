import Domain

extension KeyLevel: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .company: l("company")
        case .department: l("department")
        case .manager: l("KAM")
        }
    }
}

extension KeyVerdict: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .notComputable: l("not computable")
        case .unknown: l("unknown")
        case .notMet: l("not met")
        case .turnoverOnly: l("by turnover only")
        case .key: l("key")
        case .critical: l("critical dependency")
        case .mono: l("mono-client")
        }
    }
}

extension KeyDefinition: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .potential: l("potential")
        case .known: l("name")
        case .partner: l("partner")
        case .competent: l("competence")
        case .innovator: l("innovator")
        }
    }
}

extension EvidenceKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .rivals: l("buys from competitors")
        case .elsewhere: l("buys little from us, the rest elsewhere")
        case .nobody: l("has need and budget, buys from nobody")
        case .nextStep: l("next step")
        case .scope: l("what we did for them")
        case .result: l("its result")
        case .permission: l("permission to cite")
        case .budget: l("budget")
        case .plans: l("plans")
        case .doubling: l("what would double the purchases")
        case .lawful: l("orders without a tender on a lawful ground")
        case .exclusivity: l("exclusivity")
        case .wish: l("what we must be for them")
        case .advice: l("advice to us")
        case .outcome: l("what came of the advice")
        case .pilot: l("pilot")
        case .idea: l("new idea taken up")
        case .denied: l("asked: no")
        }
    }
}

extension KeyOrder: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .income: l("income")
        case .potential: l("potential")
        case .worth: l("net present value")
        case .priority: l("our priority")
        }
    }
}

extension Citation: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .hidden: l("without its name")
        case .named: l("by name")
        case .amounts: l("by name and with amounts")
        }
    }
}

extension KeyAnswer: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .met: l("met")
        case .notMet: l("not met")
        case .unknown: l("unknown")
        case .stale: l("stale")
        }
    }
}

extension Language {
    /// What a definition requires, as the source says it.
    func rule(of definition: KeyDefinition) -> String {
        let l = self
        return switch definition {
        case .potential: l("a case with its yearly amount and source, and a dated next step")
        case .known: l("what we did for them, its result, and the permission to cite")
        case .partner: l("a disclosure that still holds")
        case .competent: l("their advice and what came of it")
        case .innovator: l("a pilot or a new idea taken up within 24 months")
        }
    }
}
