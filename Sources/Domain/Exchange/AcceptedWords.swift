extension ImportKind {
    /// The kinds of record that a row of such a file writes.
    package var subjects: [Change.Subject] {
        switch self {
        case .clients: [.client]
        case .people: [.person, .post]
        case .posts: [.post]
        case .ties: [.tie]
        case .assessments: [.assessment]
        case .products: [.product]
        case .orders: [.order]
        case .orderLines: [.orderLine]
        case .invoices: [.invoice]
        case .payments: [.payment]
        case .events: [.event, .guest, .talk]
        case .tenders: [.tender]
        case .lots: [.tenderLot]
        case .bids: [.lotBid]
        case .papers: [.ownPaper]
        case .periods: [.period]
        case .calendar: [.workYear]
        case .plans: [.planTarget, .plan]
        case .evidence: [.evidence]
        case .objectives: [.strategyLine]
        }
    }

    /// The words that a column may hold, as a file in this language has them; empty if any text may stand there.
    package func accepted(for field: String, in tongue: Tongue) -> [String] {
        for subject in subjects {
            switch subject.kind[field]?.sort {
            case .word(let words), .former(let words): return words.accepted(in: tongue)
            case .flag: return tongue == .russian ? ["да", "нет"] : ["yes", "no"]
            default: continue
            }
        }
        return []
    }
}

extension Wording {
    /// A word for each choice, as a file in this language has it.
    fileprivate static func accepted(in tongue: Tongue) -> [String] {
        allCases.map { choice in
            guard tongue == .russian else { return choice.rawValue }
            let others = otherWords.filter { $0.value == choice }.keys.sorted()
            return others.first { $0.unicodeScalars.contains { ("а"..."я").contains($0) } } ?? choice.rawValue
        }
    }
}
