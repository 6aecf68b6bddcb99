import Domain

extension PeriodKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .year: l("year")
        case .quarter: l("quarter")
        case .month: l("month")
        case .other: l("other")
        }
    }
}

extension Language {
    /// The name of a calendar with which the program comes.
    func word(_ calendar: WorkCalendar) -> String {
        let l = self
        return calendar.key == WorkCalendar.russia.key ? l("Russia") : l("Monday to Friday")
    }
}
