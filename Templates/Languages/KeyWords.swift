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
