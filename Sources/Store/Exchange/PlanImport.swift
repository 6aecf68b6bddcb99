import Domain

extension ImportRun {
    /// Imports a period, matched by its name.
    func takePeriod(_ cells: Entries, _ line: Int) throws -> Outcome {
        let found = try read.period(named: cells["name"])
        let draft = try PeriodDraft(overlaid(found?.draft.entries(currency), with: cells))
        try once([draft.name.lowercased()], line)
        guard let found else {
            try write?.addPeriod(draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changePeriod(found.id, from: nil, draft)
        return .changed
    }

    /// Imports a year of the calendar.
    func takeWorkYear(_ cells: Entries, _ line: Int) throws -> Outcome {
        let found = try read.workYears().first { String($0.draft.year) == cells["year"] }
        let draft = try WorkYearDraft(overlaid(found?.draft.entries(currency), with: cells), today: today)
        try once([String(draft.year)], line)
        guard let found else {
            try write?.addWorkYear(draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeWorkYear(found.id, from: nil, draft)
        return .changed
    }
}
