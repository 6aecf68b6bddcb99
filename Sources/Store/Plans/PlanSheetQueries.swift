import Domain
import GRDB

extension ReadTransaction {
    /// What a scope is to reach in a period and where it stands; without a period in the present quarter. Nil if this year has no
    /// periods. At most twenty-four statements, however long the history is.
    package func planSheet(of scope: PlanScope, in id: PlanPeriod.ID?, on today: Day) throws -> PlanSheet? {
        let team = try planningTeam()
        guard sight?.seesDossier ?? true, team.sees(scope, sight) else { throw Refusal.notFound }
        let name = try self.name(of: scope, team)
        let year = try id.map { try period($0).draft.from.year } ?? today.year
        let periods = try periods(of: year)
        let current = periods.filter { $0.draft.span.contains(today) }
        guard
            let period = id.flatMap({ id in periods.first { $0.id == id } })
                ?? current.first(where: { $0.draft.kind == .quarter }) ?? current.last ?? periods.first
        else { return nil }
        let editions = try plans(of: scope, year: year)
        let plan = editions.inForce(on: today) ?? editions.latest
        let calendar = try workCalendar()
        let span = period.draft.span
        var sheet = PlanSheet(
            scope: scope, name: name, period: period, periods: periods, editions: editions, plan: plan, today: today,
            gone: calendar.workingDays(from: span.from, to: min(today, span.to)),
            days: calendar.workingDays(from: span.from, to: span.to))
        let steps = periods.filter {
            $0.draft.kind == .month && $0.id != period.id && span.covers($0.draft.span) && $0.draft.from <= today
        }
        let spans = PlanSpans(span, steps: steps.map(\.draft.span), today: today)
        let isWhole = team.seesWhole(scope, sight)
        sheet.isWhole = isWhole
        if let last = sheet.editions.last { sheet.editions[sheet.editions.count - 1] = try marked(last) }
        let buyers = try buyers(in: spans.all)
        let isOfClient = scope.level == .client
        let parts = [
            PlanMetric.income: try actualParts(PlanMeasure(.income), in: spans.all, byClient: isOfClient),
            .turnover: try actualParts(PlanMeasure(.turnover), in: spans.all, byClient: isOfClient),
            .collected: try collectedParts(in: spans.all), .buying: buyers.parts(.buying), .new: buyers.parts(.new),
        ]
        // Of a department that a viewer does not see whole they know what it sold altogether, and no more.
        let knowsTotal = team.knowsTotal(scope, sight, frame.viewer)
        let metrics = PlanMetric.allCases.filter { isWhole || !knowsTotal || $0.isOfProducts }
        let book = TargetBook(try plan.map { try targets(of: $0.id) } ?? [], periods: periods)
        let firstBook = try firstTargets(editions, besides: plan, periods)
        sheet.lines = metrics.map { metric in
            let actuals = PlanActuals(metric, parts[metric] ?? [], departments: team.departments)
            sheet.stepActuals.append(steps.indices.map { actuals.value(of: scope, in: spans.firstStep + $0) })
            let measure = PlanMeasure(metric)
            return PlanSheet.Line(
                measure: measure, target: isWhole || knowsTotal ? book.target(measure, in: period) : nil,
                firstTarget: firstBook?.target(measure, in: period),
                actual: actuals.value(of: scope, in: 0), unknown: actuals.unknown(of: scope, in: 0),
                lastYear: actuals.value(of: scope, in: 1), lastYearByNow: actuals.value(of: scope, in: 2),
                gone: sheet.gone, days: sheet.days)
        }
        sheet.steps = steps
        (sheet.historyBegins, sheet.newSinceHistory) = (
            buyers.historyBegins, buyers.count(.newSinceHistory, scope, team)
        )
        sheet.regained = buyers.count(.regained, scope, team)
        if team.covers(scope, sight) {
            var income = parts[.income] ?? []
            // What a colleague's client brought while another held it is not theirs.
            var shared: Set<PlanScope> = []
            if case .kam(let id) = scope {
                let sold = try soldParts(PlanMeasure(.income), in: [span])
                income = sold.filter { $0.user == id }
                shared = Set(sold.filter { $0.user != id }.compactMap(\.client).map { .client($0) })
            }
            sheet.parts = try planParts(
                of: scope, period, periods, PlanActuals(.income, income, departments: team.departments), team, sheet)
            for place in sheet.parts.indices where sheet.parts[place].scope.map(shared.contains) ?? false {
                sheet.parts[place].isWhole = false
            }
            sheet.bridge = try bridge(of: scope, from: spans.all[2], to: spans.all[0], team)
            sheet.groups = try planGroups(of: scope, spans, book, period, team)
            if !isOfClient {
                sheet.path = try planPath(of: scope, span, sheet.line(.income)?.target, calendar, team, on: today)
            }
        }
        let authority = authority(on: today)
        (sheet.mayPlan, sheet.mayAgree) = (authority.mayPlan(seen: scope), authority.mayAgree(seen: scope))
        return sheet
    }

    /// How the income of a period came. One statement; nil where it is not known by day.
    private func planPath(
        of scope: PlanScope, _ span: PeriodSpan, _ target: Int64?, _ calendar: WorkCalendar, _ team: PlanningTeam,
        on today: Day
    ) throws -> PlanPath? {
        guard sight?.seesConfidential ?? true else { return nil }
        let before = span.yearBefore
        var sold: [[Int: Int64]] = [[:], [:]]
        let rows = try rows(
            """
            SELECT e.value ->> 0, d.day, d.user_id, d.income FROM json_each(?) e
            CROSS JOIN kam_day d ON d.day BETWEEN e.value ->> 1 AND e.value ->> 2
            """, [MonthCut.list([span, before])]
        ) { (place: $0[0] as Int, day: $0.day(1), user: $0[2] as Int64, income: $0[3] as Int64) }
        for row in rows where team.counts(user: row.user, for: scope) {
            sold[row.place][row.day - (row.place == 0 ? span.from : before.from), default: 0] += row.income
        }
        let isWorking = (0..<span.days).map { calendar.isWorking(span.from + $0) }
        return PlanPath(
            sold: sold[0], soldLastYear: sold[1], gone: today - span.from + 1, isWorking: isWorking, target: target)
    }

    /// The targets of the version that was agreed first, if another one is shown.
    private func firstTargets(_ editions: [Plan], besides plan: Plan?, _ periods: [PlanPeriod]) throws -> TargetBook? {
        guard let first = editions.firstAgreed, first.id != plan?.id else { return nil }
        return TargetBook(try targets(of: first.id), periods: periods)
    }

    func name(of scope: PlanScope, _ team: PlanningTeam) throws -> String {
        switch scope {
        case .company: return frame.desk.name
        case .department(let id):
            guard let department = team.names.first(where: { $0.id == id }) else { throw Refusal.notFound }
            return department.name
        case .kam(let id):
            guard let user = team.colleagues.first(where: { $0.id == id }) else { throw Refusal.notFound }
            return user.name
        case .client(let id):
            guard try count("SELECT count(*) FROM client WHERE id = ?", [id.number]) > 0 else { throw Refusal.notFound }
            return try clientName(id).name
        }
    }

    /// Who carries the income of a scope: what stands directly below it, with a target or with something reached. Four statements.
    private func planParts(
        of scope: PlanScope, _ period: PlanPeriod, _ periods: [PlanPeriod], _ income: PlanActuals, _ team: PlanningTeam,
        _ sheet: PlanSheet
    ) throws -> [PlanSheet.Part] {
        let below: [(scope: PlanScope, name: String)]
        switch scope {
        case .client: return []
        case .company:
            below =
                team.names.map { (.department($0.id), $0.name) }
                + team.colleagues.filter { $0.department == nil }.map { (.kam($0.id), $0.name) }
        case .department(let id):
            below = team.colleagues.filter { $0.department?.id == id }.map { (.kam($0.id), $0.name) }
        case .kam(let user):
            below = try rows(
                """
                SELECT c.id, coalesce(c.short_name, c.name) FROM client c WHERE c.id IN (SELECT k.client_id FROM client_kam k
                  WHERE k.user_id = ?1 AND k.from_day <= ?3 AND coalesce(k.to_day, '9999-12-31') >= ?2) ORDER BY c.sort_name, c.id
                """, [user.number, period.draft.from.stored, period.draft.to.stored]
            ) { (.client($0.id(0)), $0[1] as String) }
        }
        let levels = Set(below.map(\.scope.level.rawValue)).sorted()
        let plans = Dictionary(
            grouping: try rows(
                """
                SELECT \(PlanDraft.columns(of: "p")) FROM plan p
                WHERE p.year = ? AND p.scope IN (SELECT value FROM json_each(?))
                """, [period.draft.from.year, "[\(levels.map { "\"\($0)\"" }.joined(separator: ","))]"]
            ) { Plan($0) }, by: \.draft.scope)
        let shown = plans.compactMapValues { $0.inForce(on: sheet.today) ?? $0.latest }
        let targets = Dictionary(
            grouping: try rows(
                """
                SELECT \(TargetDraft.columns(of: "t")) FROM json_each(?) e CROSS JOIN plan_target t ON t.plan_id = e.value
                WHERE t.metric = 'income' AND t.group_id IS NULL AND t.channel = 'both'
                """, [jsonList(shown.values.map(\.id.number))]
            ) { PlanTarget($0) }, by: \.draft.plan)
        var found = below.compactMap { part, name -> PlanSheet.Part? in
            let book = shown[part].map { TargetBook(targets[$0.id] ?? [], periods: periods) }
            let (target, actual) = (
                book?.carried(PlanMeasure(.income), in: period), income.value(of: part, in: 0)
            )
            guard target != nil || actual != 0 else { return nil }
            return PlanSheet.Part(
                scope: part, name: name, target: target, actual: actual, gone: sheet.gone, days: sheet.days)
        }.sorted { ($0.target ?? $0.actual, $0.actual) > ($1.target ?? $1.actual, $1.actual) }
        let unheld = (sheet.line(.income)?.actual ?? 0) - found.reduce(0) { $0 + $1.actual }
        if unheld != 0 {
            found.append(PlanSheet.Part(scope: nil, target: nil, actual: unheld, gone: sheet.gone, days: sheet.days))
        }
        return found
    }

    /// The income of a scope by product group, this year and last. Three statements.
    private func planGroups(
        of scope: PlanScope, _ spans: PlanSpans, _ book: TargetBook, _ period: PlanPeriod, _ team: PlanningTeam
    ) throws -> [PlanSheet.GroupLine] {
        let groups = try namedGroups()
        let sold = Dictionary(
            grouping: try soldParts(PlanMeasure(.income), in: Array(spans.all.prefix(2)), byGroup: true), by: \.group
        ).mapValues { PlanActuals(.income, $0, departments: team.departments) }
        func value(_ group: ID<ProductGroup>?, _ place: Int) -> Int64 { sold[group]?.value(of: scope, in: place) ?? 0 }
        let lines = groups.map { group in
            PlanSheet.GroupLine(
                group: group, target: book.target(PlanMeasure(.income, group: group.id), in: period),
                actual: value(group.id, 0), lastYear: value(group.id, 1))
        }
        let others = PlanSheet.GroupLine(group: nil, target: nil, actual: value(nil, 0), lastYear: value(nil, 1))
        return (lines + [others]).filter { $0.target != nil || $0.actual != 0 || $0.lastYear != 0 }
    }
}

extension Buyers {
    fileprivate func count(_ standing: BuyingHistory.Standing, _ scope: PlanScope, _ team: PlanningTeam) -> Int {
        let found = parts { $0.isFirst && $0.standing == standing && $0.place == 0 }
        return Int(PlanActuals(.buying, found, departments: team.departments).value(of: scope, in: 0))
    }
}

/// The spans that a sheet counts in: the period, the year before it, the part of that year that today compares with, and its steps.
struct PlanSpans {
    var all: [PeriodSpan]
    let firstStep = 3

    init(_ span: PeriodSpan, steps: [PeriodSpan], today: Day) {
        let before = span.yearBefore
        let until = min(max(PeriodSpan.yearBefore(today), before.from - 1), before.to)
        // Nothing is shipped on the day that stands for no day at all.
        let never = Day(year: 9999, month: 12, day: 31)!
        let byNow = PeriodSpan(from: before.from, to: until) ?? PeriodSpan(from: never, to: never)!
        all = [span, before, byNow] + steps
    }
}
