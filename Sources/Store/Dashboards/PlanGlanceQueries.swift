import Domain
import GRDB

extension ReadTransaction {
    /// Where the income of the present quarter stands; nil if nothing is planned for it that the viewer sees. `plans`: those of the year but
    /// for the clients'. Fills `falls` with the clients who brought less than last year. At most fifteen statements.
    func planGlance(
        _ plans: [PlanScope: [Plan]], _ team: PlanningTeam, _ kind: Dashboard.Kind, on today: Day, _ falls: inout [Fall]
    ) throws -> PlanGlance? {
        let measure = PlanMeasure(.income)
        let periods = try periods(of: today.year)
        let current = periods.filter { $0.draft.span.contains(today) }
        let quarter = current.first { $0.draft.kind == .quarter }
        guard let period = quarter ?? current.first(where: { $0.draft.kind == .other }) else { return nil }
        let year = current.first { $0.draft.kind == .year }
        let span = period.draft.span
        let calendar = try workCalendar()
        func days(_ span: PeriodSpan) -> (gone: Int, all: Int) {
            (
                calendar.workingDays(from: span.from, to: min(today, span.to)),
                calendar.workingDays(from: span.from, to: span.to)
            )
        }
        let (gone, all) = days(span)
        let parts = sight?.kams == nil ? [(PlanScope.company, frame.desk.name, 0)] : []
        let scopes = parts + scopesBelow(team, kind, depth: parts.count)
        let moves = try moves(in: span, scopes.map(\.0), team, on: today)
        falls = try self.falls(moves, span, team, on: today)
        let shown = plans.compactMapValues { $0.inForce(on: today) ?? $0.latest }
        guard !shown.isEmpty else { return nil }
        let targets = try wholeTargets(of: Array(shown.values))
        func book(_ scope: PlanScope) -> TargetBook? {
            shown[scope].map { TargetBook(targets[$0.id] ?? [], periods: periods) }
        }
        let months = (0..<12).map { place in
            let month = Month(of: today) - 12 + place
            return PeriodSpan(from: month.first, to: (month + 1).first - 1)!
        }
        let spans = [span] + months + (year.map { [$0.draft.span] } ?? [])
        let actuals = PlanActuals(.income, try creditedParts(measure, in: spans), departments: team.departments)
        let usersOf = Dictionary(moves.fallen.map { ($0.client, $0.users) }) { first, _ in first }
        let rows = scopes.compactMap { scope, name, depth -> PlanGlance.Row? in
            guard team.knowsTotal(scope, sight, frame.viewer), let target = book(scope)?.target(measure, in: period),
                let pace = Pace(
                    actual: actuals.value(of: scope, in: 0), plan: target, gone: Int64(gone), all: Int64(all))
            else { return nil }
            var row = PlanGlance.Row(
                scope: scope, name: name, depth: depth, pace: pace,
                months: months.indices.map { actuals.value(of: scope, in: $0 + 1) })
            guard team.seesWhole(scope, sight) else { return row }
            row.bridge = moves.bridges[scope]
            row.fall = falls.first { fall in
                usersOf[fall.client.id.number]?.contains { team.counts(user: $0, for: scope) } == true
            }
            return row
        }
        guard let first = rows.first else { return nil }
        let yearPace = year.flatMap { year in
            book(first.scope)?.target(measure, in: year).flatMap { target in
                let (gone, all) = days(year.draft.span)
                return Pace(
                    actual: actuals.value(of: first.scope, in: spans.count - 1), plan: target, gone: Int64(gone),
                    all: Int64(all))
            }
        }
        var glance = PlanGlance(
            period: period, gone: gone, days: all, rows: rows, year: yearPace, yearPeriod: yearPace == nil ? nil : year)
        if kind == .kam, frame.tallies.clients <= Dashboard.mostClients, case .kam = first.scope {
            glance.lines = try ownLines(
                of: first.scope, book(first.scope), period, team, on: today, gone: gone, days: all)
        }
        return glance
    }

    /// The targets of plans that are not for one product group or channel. One statement.
    func wholeTargets(of plans: [Plan]) throws -> [Plan.ID: [PlanTarget]] {
        let targets = try rows(
            """
            SELECT \(TargetDraft.columns(of: "t")) FROM json_each(?) e CROSS JOIN plan_target t ON t.plan_id = e.value
            WHERE t.group_id IS NULL AND t.channel = 'both'
            """, [jsonList(plans.map(\.id.number))]
        ) { PlanTarget($0) }
        return Dictionary(grouping: targets, by: \.draft.plan)
    }

    /// Who carries the viewer's plan, in the order of the team: a KAM, and the department whose total they know; a head's departments with
    /// their KAMs; for a director the departments, and the KAMs of none.
    private func scopesBelow(_ team: PlanningTeam, _ kind: Dashboard.Kind, depth: Int) -> [(PlanScope, String, Int)] {
        if kind == .kam {
            let own = team.colleagues.filter { sight?.kams?.contains($0.id) ?? true }
            let mine = own.filter { $0.id == viewer } + own.filter { $0.id != viewer }
            let department = team.names.filter { $0.id == frame.viewer.department }
            return mine.map { (.kam($0.id), $0.name, 0) } + department.map { (.department($0.id), $0.name, 0) }
        }
        let departments = team.names.filter { team.seesWhole(.department($0.id), sight) }
        return departments.flatMap { department in
            [(PlanScope.department(department.id), department.name, depth)]
                + team.colleagues.filter { kind == .head && $0.department?.id == department.id }.map {
                    (.kam($0.id), $0.name, depth + 1)
                }
        } + team.colleagues.filter { $0.department == nil }.map { (.kam($0.id), $0.name, depth) }
    }

    /// What a KAM is to reach beside the income. At most six statements.
    private func ownLines(
        of scope: PlanScope, _ book: TargetBook?, _ period: PlanPeriod, _ team: PlanningTeam, on today: Day, gone: Int,
        days: Int
    ) throws -> [PlanSheet.Line] {
        guard let book else { return [] }
        let planned = PlanMetric.allCases.filter { metric in
            metric != .income && (book.target(PlanMeasure(metric), in: period) ?? 0) > 0
        }
        let spans = PlanSpans(period.draft.span, steps: [], today: today).all
        let buyers = try planned.contains { !$0.isMoney } ? self.buyers(in: spans) : nil
        return try planned.map { metric in
            let measure = PlanMeasure(metric)
            let parts =
                try metric.isMoney ? actualParts(measure, in: spans, byClient: false) : buyers?.parts(metric) ?? []
            let actuals = PlanActuals(metric, parts, departments: team.departments)
            return PlanSheet.Line(
                measure: measure, target: book.target(measure, in: period), firstTarget: nil,
                actual: actuals.value(of: scope, in: 0), unknown: 0, lastYear: actuals.value(of: scope, in: 1),
                lastYearByNow: actuals.value(of: scope, in: 2), gone: gone, days: days)
        }
    }

    /// The clients who fell furthest, with what the desk knows about why. One statement.
    private func falls(_ moves: SalesMoves, _ span: PeriodSpan, _ team: PlanningTeam, on today: Day) throws -> [Fall] {
        let then = PlanSpans(span, steps: [], today: today).all[2]
        let fallen = Dictionary(moves.fallen.map { ($0.client, $0) }) { first, _ in first }
        let names = Dictionary(team.colleagues.map { ($0.id, $0.name) }) { first, _ in first }
        return try rows(
            """
            SELECT c.id, coalesce(c.short_name, c.name), c.status, s.is_quiet, s.last_order,
              \(Schema2Totals.kam(of: "c.id", on: "?2"))
            FROM json_each(?1) e CROSS JOIN client c ON c.id = e.value LEFT JOIN standing s ON s.client_id = c.id ORDER BY e.key
            """, [jsonList(moves.fallen.map(\.client)), today.stored]
        ) { row in
            let (id, kam): (Client.ID, Int64) = (row.id(0), row[5])
            let sum = fallen[id.number] ?? SalesMoves.Fallen(client: id.number)
            let status: ClientStatus = row.word(2)
            let quiet: Day? = (row[3] as Bool? ?? false) ? row.optionalDay(4) : nil
            let reason: Fall.Reason =
                if status == .lost { .lost } else if let quiet {
                    .quiet(since: quiet)
                } else if !sum.hasBought {
                    .nothingYet
                } else { .less }
            return Fall(
                client: Named(id: id, name: row[1]),
                kam: kam == 0 ? nil : names[User.ID(kam)].map { Named(id: User.ID(kam), name: $0) }, before: sum.before,
                now: sum.now, then: then, days: span, reason: reason)
        }
    }
}
