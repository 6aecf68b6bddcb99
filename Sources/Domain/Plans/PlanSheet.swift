/// The targets of a version by measure and period.
package struct TargetBook: Sendable {
    private var values: [PlanMeasure: [PlanPeriod.ID: Int64]] = [:]
    private let periods: [PlanPeriod]

    /// `periods`: those of which the targets are, and others.
    package init(_ targets: [PlanTarget], periods: [PlanPeriod]) {
        self.periods = periods
        for target in targets { values[target.draft.measure, default: [:]][target.draft.period] = target.draft.value }
    }

    package var measures: Set<PlanMeasure> { Set(values.keys) }

    /// The target of a period: its own, or else the sum of shorter periods of one kind that fill its days exactly, if the measure adds up
    /// over time. Nil if there is none.
    package func target(_ measure: PlanMeasure, in period: PlanPeriod) -> Int64? {
        guard let values = values[measure] else { return nil }
        if let own = values[period.id] { return own }
        guard measure.metric.addsUp else { return nil }
        for kind in PeriodKind.allCases {
            let parts = parts(of: period, kind, in: values)
            // They follow each other from the first day to the last.
            let isWhole = zip([period.draft.from] + parts.map { $0.draft.to + 1 }, parts).allSatisfy {
                $0 == $1.draft.from
            }
            if isWhole, parts.last?.draft.to == period.draft.to {
                return parts.reduce(0) { $0 &+ (values[$1.id] ?? 0) }
            }
        }
        return nil
    }

    /// The shorter periods of a kind that have a target, in their order. Of those that overlap, the one that begins first counts.
    private func parts(of period: PlanPeriod, _ kind: PeriodKind, in values: [PlanPeriod.ID: Int64]) -> [PlanPeriod] {
        let inside = periods.filter {
            $0.draft.kind == kind && $0.id != period.id && values[$0.id] != nil
                && period.draft.span.covers($0.draft.span)
        }
        return inside.sorted { ($0.draft.from, $1.draft.to) < ($1.draft.from, $0.draft.to) }
            .reduce(into: [PlanPeriod]()) { parts, part in
                if part.draft.from > parts.last?.draft.to ?? part.draft.from - 1 { parts.append(part) }
            }
    }

    /// What is carried of a measure that adds up in a period: its target, or else the sum of the shorter periods of one kind in it, where
    /// some may have no target yet, as the grid counts it. Nil if none has.
    package func carried(_ measure: PlanMeasure, in period: PlanPeriod) -> Int64? {
        if let whole = target(measure, in: period) { return whole }
        let planned = values[measure] ?? [:]
        for kind in PeriodKind.allCases {
            let parts = parts(of: period, kind, in: planned)
            if !parts.isEmpty { return parts.reduce(0) { $0 &+ (planned[$1.id] ?? 0) } }
        }
        return nil
    }
}

extension PeriodSpan {
    package func covers(_ other: PeriodSpan) -> Bool { from <= other.from && other.to <= to }
}

/// What somebody, or the company, is to reach in a period, and where it stands.
package struct PlanSheet: Sendable, Encodable {
    /// One measure: what is planned, what was reached, and whether that is on pace.
    package struct Line: Sendable, Encodable {
        package var measure: PlanMeasure
        /// By the version that holds today, or if none does by the latest.
        package var target: Int64?
        /// By the version that was agreed first, if that is another number.
        package var firstTarget: Int64?
        package var actual: Int64
        /// Turnover of unknown cost in it, on which no income is known.
        package var unknown: Int64
        /// The same days of the year before, whole.
        package var lastYear: Int64
        /// Of them, what was reached by the day that today compares with.
        package var lastYearByNow: Int64
        package var pace: Pace?

        package init(
            measure: PlanMeasure, target: Int64?, firstTarget: Int64?, actual: Int64, unknown: Int64, lastYear: Int64,
            lastYearByNow: Int64, gone: Int, days: Int
        ) {
            (self.measure, self.target, self.actual, self.unknown) = (measure, target, actual, unknown)
            self.firstTarget = firstTarget == target ? nil : firstTarget
            (self.lastYear, self.lastYearByNow) = (lastYear, lastYearByNow)
            pace = target.flatMap {
                measure.metric.isMoney
                    ? Pace(actual: actual, plan: $0, gone: Int64(gone), all: Int64(days))
                    : Pace(actual: actual, plan: $0, gone: lastYearByNow, all: lastYear)
            }
        }
    }

    /// Who carries a part of the income.
    package struct Part: Sendable, Encodable {
        /// Nil for the clients that nobody held, and in the plan of a colleague for those whom somebody else holds now.
        package var scope: PlanScope?
        package var name: String
        package var target: Int64?
        package var actual: Int64
        /// False for a client that another colleague held for a time: then its own figure is larger.
        package var isWhole = true
        package var pace: Pace?

        package init(scope: PlanScope?, name: String = "", target: Int64?, actual: Int64, gone: Int, days: Int) {
            (self.scope, self.name, self.target, self.actual) = (scope, name, target, actual)
            pace = target.flatMap { Pace(actual: actual, plan: $0, gone: Int64(gone), all: Int64(days)) }
        }
    }

    /// A product group, with its income.
    package struct GroupLine: Sendable, Encodable {
        /// Nil for products of no group.
        package var group: Named<ProductGroup>?
        package var target: Int64?
        package var actual: Int64
        package var lastYear: Int64

        package init(group: Named<ProductGroup>?, target: Int64?, actual: Int64, lastYear: Int64) {
            (self.group, self.target, self.actual, self.lastYear) = (group, target, actual, lastYear)
        }
    }

    package var scope: PlanScope
    package var name: String
    package var period: PlanPeriod
    /// The periods to which one may turn: those that begin in the same year, and the years beside it.
    package var periods: [PlanPeriod]
    /// The versions of the year's plan, the first one first.
    package var editions: [Plan]
    /// Whose targets are shown.
    package var plan: Plan?
    package var today: Day
    /// The working days of the period: gone, and all.
    package var gone: Int
    package var days: Int
    package var lines: [Line]
    package var newSinceHistory: Int
    package var regained: Int
    /// The day of the first shipment that the desk knows of; nil if it knows of none.
    package var historyBegins: Day?
    package var parts: [Part]
    package var groups: [GroupLine]
    /// How the income of the same days of last year became what was reached; nil if either had none.
    package var bridge: Bridge?
    /// How the income came day by day; nil for a client, and for whoever does not see all of it.
    package var path: PlanPath?
    /// The shorter periods within it, and what was reached in each, by line.
    package var steps: [PlanPeriod]
    package var stepActuals: [[Int64]]
    /// True if the viewer sees all that counts here.
    package var isWhole: Bool
    package var mayPlan: Bool
    package var mayAgree: Bool

    package init(
        scope: PlanScope, name: String, period: PlanPeriod, periods: [PlanPeriod], editions: [Plan], plan: Plan?,
        today: Day, gone: Int, days: Int
    ) {
        (self.scope, self.name, self.period, self.periods) = (scope, name, period, periods)
        (self.editions, self.plan, self.today, self.gone, self.days) = (editions, plan, today, gone, days)
        (lines, parts, groups, steps, stepActuals) = ([], [], [], [], [])
        (newSinceHistory, regained, historyBegins, bridge, path) = (0, 0, nil, nil, nil)
        (isWhole, mayPlan, mayAgree) = (true, false, false)
    }

    /// The line of the whole of a metric.
    package func line(_ metric: PlanMetric) -> Line? { lines.first { $0.measure == PlanMeasure(metric) } }

    /// What no part carries of the income; nil without a target or without parts.
    package var carriedByNobody: Int64? {
        guard let target = line(.income)?.target, parts.contains(where: { $0.target != nil }) else { return nil }
        return parts.reduce(target) { $0 &- ($1.target ?? 0) }
    }
}
