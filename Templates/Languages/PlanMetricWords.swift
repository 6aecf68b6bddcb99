import Domain

extension PlanMetric: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .income: l("Income")
        case .turnover: l("Turnover")
        case .buying: l("Buying clients")
        case .new: l("New clients")
        case .collected: l("Collected")
        }
    }
}

extension PlanChannel: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .both: l("both ways")
        case .direct: l("direct")
        case .through: l("through distributors")
        }
    }
}

extension PlanLevel: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .company: l("company")
        case .department: l("department")
        case .kam: l("KAM")
        case .client: l("client")
        }
    }
}

extension PlanState: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .draft: l("draft")
        case .proposed: l("proposed")
        case .agreed: l("agreed")
        }
    }
}

extension Language {
    /// "Plan of 2027, version 2".
    package func title(of plan: Plan) -> String {
        let l = self
        return l("Plan of \(String(plan.draft.year)), version \(String(plan.draft.edition))")
    }
}

extension Chrome {
    /// A value of a measure in a sentence: "51.3 M €", or a number of clients.
    func summed(_ value: Int64, _ metric: PlanMetric) -> String {
        metric.isMoney ? short(Money(value)) : language.number(Int(value))
    }

    /// The same in whole units and without a unit, for columns.
    func column(_ value: Int64, _ metric: PlanMetric) -> String {
        metric.isMoney ? whole(Money(value)) : language.number(Int(value))
    }
}

extension BridgePart: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .price: l("price")
        case .volume: l("volume")
        case .mix: l("mix")
        case .lost: l("clients lost")
        case .won: l("clients won")
        }
    }
}

extension Language {
    /// The name of a period as people say it: a calendar quarter or month by its own words, any other by the name that it was given.
    package func name(of period: PlanPeriod) -> String {
        let (l, draft, year) = (self, period.draft, period.draft.from.year)
        guard PeriodDraft.calendarYear(year).contains(draft) else { return draft.name }
        return switch draft.kind {
        case .quarter: l("Q\(String((draft.from.month + 2) / 3)) \(String(year))")
        case .month: month(draft.from)
        case .year, .other: draft.name
        }
    }
}
