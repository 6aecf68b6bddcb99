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

    /// Imports a target, matched by whose it is, its period, metric, product group and channel. It comes into the version that is not agreed;
    /// a scope without a plan gets its first one.
    func takeTarget(_ cells: Entries, _ line: Int) throws -> Outcome {
        let row = try TargetRow(cells)
        let scope = try scope(row.level, cells)
        guard let period = try read.period(named: cells["period"]) else {
            throw Problems(["period": cells["period"].isEmpty ? .required : .unknown])
        }
        // As in the grid, an empty cell stays as it is.
        if cells["target"].isEmpty { return .same }
        let group = try group(cells)
        let measure = PlanMeasure(row.metric, group: group, channel: row.channel)
        guard measure.group == group, measure.channel == row.channel else { throw Problems(["metric": .notOfProducts]) }
        guard let value = measure.value(typed: cells["target"], currency), (0...PlanGrid.most).contains(value) else {
            throw Problems(["target": .notATarget])
        }
        try once(["\(scope.key) \(period.id.number) \(row.metric) \(group?.number ?? 0) \(row.channel)"], line)
        let year = period.draft.from.year
        let plan = try read.plans(of: scope, year: year).last
        let found = try plan.flatMap { plan in
            try read.targets(of: plan.id).first { $0.draft.period == period.id && $0.draft.measure == measure }
        }
        if let found, found.draft.value == value { return .same }
        if plan?.draft.state == .agreed { throw Problems(["name": .agreedPlan]) }
        try write?.setTargets([TypedCell(scope, period.id, value)], measure, year: year)
        return found == nil ? .added : .changed
    }

    private func scope(_ level: PlanLevel, _ cells: Entries) throws -> PlanScope {
        switch level {
        case .company: return .company
        case .department:
            let department = try read.planningTeam().names.first { $0.name.lowercased() == cells["name"].lowercased() }
            guard let department else { throw Problems(["name": .unknown]) }
            return .department(department.id)
        case .kam:
            guard let user = try read.colleague(named: cells["name"]) else { throw Problems(["name": .unknown]) }
            return .kam(user.id)
        case .client:
            guard let client = try buyer("name", cells) else { throw Problems(["name": .required]) }
            return .client(client)
        }
    }

    private func group(_ cells: Entries) throws -> ID<ProductGroup>? {
        guard !cells["group"].isEmpty else { return nil }
        let group = try read.namedGroups().first { $0.name.lowercased() == cells["group"].lowercased() }
        guard let group else { throw Problems(["group": .unknown]) }
        return group.id
    }
}
