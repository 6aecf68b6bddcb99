import Domain
import GRDB

extension ReadTransaction {
    package func period(_ id: PlanPeriod.ID) throws -> PlanPeriod {
        try one("SELECT \(PeriodDraft.columns(of: "p")) FROM plan_period p WHERE p.id = ?", [id.number]) {
            PlanPeriod($0)
        }
    }

    /// The periods of the desk and its calendar. Two statements.
    package func periodList() throws -> PeriodList {
        PeriodList(
            periods: try rows(
                "SELECT \(PeriodDraft.columns(of: "p")) FROM plan_period p ORDER BY p.from_day, p.to_day DESC LIMIT 2000"
            ) { PlanPeriod($0) }, calendar: try workCalendar())
    }

    /// The period with this name in any case; nil if there is none.
    package func period(named name: String) throws -> PlanPeriod? {
        try first("SELECT \(PeriodDraft.columns(of: "p")) FROM plan_period p WHERE p.name = ? COLLATE NOCASE", [name]) {
            PlanPeriod($0)
        }
    }

    package func workYear(_ id: WorkYear.ID) throws -> WorkYear {
        try one("SELECT \(WorkYearDraft.columns(of: "y")) FROM work_year y WHERE y.id = ?", [id.number]) {
            WorkYear($0)
        }
    }

    /// The years in which work differs from Monday to Friday, in their order. One statement.
    package func workYears() throws -> [WorkYear] {
        try rows("SELECT \(WorkYearDraft.columns(of: "y")) FROM work_year y ORDER BY y.year") { WorkYear($0) }
    }

    /// The working days of the desk. One statement.
    package func workCalendar() throws -> WorkCalendar {
        WorkCalendar("desk", years: try workYears().map(\.draft.calendarYear))
    }
}

extension WriteTransaction {
    @discardableResult
    package func addPeriod(_ draft: PeriodDraft) throws -> PlanPeriod.ID {
        try requireUnused(draft.name, by: nil)
        return PlanPeriod.ID(try insert(draft.record))
    }

    /// Adds a calendar year with its quarters and months; those whose name is taken stay as they are. Returns how many it added.
    @discardableResult
    package func addPeriods(of year: Int) throws -> Int {
        let taken = Set(try read.periodList().periods.map { $0.draft.name.lowercased() })
        let new = PeriodDraft.calendarYear(year).filter { !taken.contains($0.name.lowercased()) }
        for draft in new { try insert(draft.record) }
        return new.count
    }

    @discardableResult
    package func changePeriod(_ id: PlanPeriod.ID, from version: Int?, _ draft: PeriodDraft) throws -> Bool {
        try requireUnused(draft.name, by: id)
        let before = try read.period(id)
        for (field, changes) in [("from", before.draft.from != draft.from), ("to", before.draft.to != draft.to)]
        where changes {
            try requireNoTargets(in: id, field)
        }
        return try update(id.number, from: version, draft.record)
    }

    package func deletePeriod(_ id: PlanPeriod.ID, from version: Int?) throws {
        try requireNoTargets(in: id, "period")
        try deleteWhole(.period, id.number, from: version)
    }

    /// What is planned for some days is not planned for others. Counts the targets of all plans, of those too whom the viewer does not see.
    private func requireNoTargets(in id: PlanPeriod.ID, _ field: String) throws {
        let targets = try read.count("SELECT count(*) FROM main.plan_target WHERE period_id = ?", [id.number])
        guard targets == 0 else { throw Refusal.invalid(Problems([field: .hasTargets])) }
    }

    private func requireUnused(_ name: String, by id: PlanPeriod.ID?) throws {
        if let other = try read.period(named: name), other.id != id {
            throw Refusal.invalid(Problems(["name": .taken]))
        }
    }

    @discardableResult
    package func addWorkYear(_ draft: WorkYearDraft) throws -> WorkYear.ID {
        try requireFree(draft.year, for: nil)
        return WorkYear.ID(try insert(draft.record))
    }

    /// Takes over the years of a shipped calendar that the desk does not have yet. Returns how many it added.
    @discardableResult
    package func take(_ calendar: WorkCalendar) throws -> Int {
        let known = Set(try read.workYears().map(\.draft.year))
        let new = calendar.years.filter { !known.contains($0.year) }
        for year in new { try insert(WorkYearDraft(year).record) }
        return new.count
    }

    @discardableResult
    package func changeWorkYear(_ id: WorkYear.ID, from version: Int?, _ draft: WorkYearDraft) throws -> Bool {
        try requireFree(draft.year, for: id)
        return try update(id.number, from: version, draft.record)
    }

    package func deleteWorkYear(_ id: WorkYear.ID, from version: Int?) throws {
        try deleteWhole(.workYear, id.number, from: version)
    }

    private func requireFree(_ year: Int, for id: WorkYear.ID?) throws {
        if let other = try read.workYears().first(where: { $0.draft.year == year }), other.id != id {
            throw Refusal.invalid(Problems(["year": .taken]))
        }
    }
}

extension PeriodDraft {
    var record: RecordValues { RecordValues(subject: .period, title: name, columns: stored) }
}

extension PlanPeriod {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}

extension WorkYearDraft {
    var record: RecordValues { RecordValues(subject: .workYear, title: String(year), columns: stored) }
}

extension WorkYear {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}
