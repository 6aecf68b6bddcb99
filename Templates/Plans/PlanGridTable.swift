import Domain
import Routes

/// `f` is nil where nothing can be typed.
func gridTable(_ grid: PlanGrid, _ f: FormWriter?, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <div class="wide \(grid.columns.count > 5 ? "of-months" : "of-quarters")" tabindex="0" role="region" aria-label="\(l("Targets"))"><table class="plangrid" data-grid>
        <thead><tr><th scope="col">\(l.word(grid.query.measure.metric))</th>\(each: grid.columns, { "<th scope=\"col\" class=\"num\">\(l.name(of: $0))</th>" })\
        \(if: grid.columns.count > 1, "<th scope=\"col\" class=\"num\">\(String(grid.query.year))</th>")</tr></thead>
        <tbody>\(each: Array(grid.rows.indices), { place in
            "\(gridRow(grid.rows[place], grid, f, c))\(ifLet: grid.gaps(of: place), { gapRow($0, place, grid, c) })"
        })</tbody></table></div>
        """
}

private func gridRow(_ row: PlanGrid.Row, _ grid: PlanGrid, _ f: FormWriter?, _ c: Chrome) -> HTML {
    let l = c.language
    let metric = grid.query.measure.metric
    func cell(_ column: Int) -> HTML {
        // What it is compared with may still be going on.
        let isOver = grid.columns[column].draft.span.yearBefore.to < c.today
        let before: HTML =
            "\(ifLet: row.lastYear?[column], { "<small>\(isOver ? was($0, row.value(column), metric, c) : "\(l("so far \(c.column($0, metric))"))")</small>" })"
        let held = row.valuesInForce.isEmpty ? nil : row.valuesInForce[column]
        let agreed: HTML =
            "\(ifLet: held, { $0 == row.value(column) ? .none : "<small>\(l("in force \(c.column($0, metric))"))</small>" })"
        let summed: HTML =
            row.value(column) == nil
            ? "\(ifLet: row.planned(column), { "<small>\(l("\(c.column($0, metric)) by shorter periods"))</small>" })"
            : .none
        let name = l.name(of: grid.columns[column])
        guard let f, row.isOpen else {
            return
                "<td class=\"num fixed\" data-label=\"\(name)\">\(row.value(column).map { c.column($0, metric) } ?? "–")\(summed)\(agreed)\(before)</td>"
        }
        let field = PlanGrid.field(row.scope, grid.columns[column].id)
        return
            "<td class=\"num\" data-label=\"\(name)\">\(f.cell(field, "\(row.name), \(name)"))\(summed)\(agreed)\(before)</td>"
    }
    return """
        <tr class="l\(String(row.depth))"><th scope="row">\(rowHead(row, grid, c))</th>\(each: Array(grid.columns.indices), cell)\
        \(if: grid.columns.count > 1, "<td class=\"num fixed\" data-label=\"\(String(grid.query.year))\">\(total(row, grid, c))</td>")</tr>
        """
}

private func rowHead(_ row: PlanGrid.Row, _ grid: PlanGrid, _ c: Chrome) -> HTML {
    let l = c.language
    let below: Route? =
        if case .kam(let id) = row.scope, grid.query.of == nil {
            .plans(.grid(gridChoice(grid.query) { $0.of = id }))
        } else { nil }
    return """
        \(anchor(planName(row.scope, row.name), .plans(.sheet(row.scope, nil)), c))\(ifLet: row.plan, { "<small>\(standing($0, c))</small>" })\
        \(ifLet: row.inForce, { "<small>\(l("version \(String($0.draft.edition)) is in force"))</small>" })\
        \(if: !c.isPaper, "\(ifLet: below, { "<small><a href=\"\(c.link($0))\">\(l("their clients"))</a></small>" })")
        """
}

/// "agreed 27 Nov" and, on a line of its own, "version 2".
private func standing(_ plan: Plan, _ c: Chrome) -> HTML {
    let l = c.language
    let day = plan.draft.agreedOn ?? plan.draft.proposedOn
    return """
        <span class="\(plan.draft.state == .agreed ? "good" : plan.draft.state == .proposed ? "warn" : "quiet")">\(l.word(plan.draft.state))\
        \(ifLet: day, { " \(c.day($0))" })</span>\(if: plan.draft.edition > 1, "</small><small>\(l("version \(String(plan.draft.edition))"))")
        """
}

/// "was 670.4, +7 %".
private func was(_ before: Int64, _ now: Int64?, _ metric: PlanMetric, _ c: Chrome) -> HTML {
    let l = c.language
    guard let now, before > 0 else { return "\(l("was \(c.column(before, metric))"))" }
    let change = Int(clamping: Pace.divided(100, by: now - before, of: before))
    return "\(l("was \(c.column(before, metric)), \(change > 0 ? "+" : "")\(l.percent(change))"))"
}

private func total(_ row: PlanGrid.Row, _ grid: PlanGrid, _ c: Chrome) -> HTML {
    let l = c.language
    let metric = grid.query.measure.metric
    guard metric.addsUp else { return "<span title=\"\(l("Clients do not add up over time."))\">–</span>" }
    return """
        \(ifLet: grid.total(row), { "<b>\(c.column($0, metric))</b>" })\(if: grid.total(row) == nil, "<span class=\"quiet\">\(l("not yet"))</span>")\
        \(ifLet: grid.lastYearTotal(row), { "<small>\(grid.hasLastYear(before: c.today) ? was($0, grid.total(row), metric, c) : "\(l("so far \(c.column($0, metric))"))")</small>" })
        """
}

private func gapRow(_ gaps: [Int64?], _ place: Int, _ grid: PlanGrid, _ c: Chrome) -> HTML {
    let l = c.language
    let metric = grid.query.measure.metric
    let row = grid.rows[place]
    let levels = Set(grid.children(of: place).map(\.scope.level))
    let name =
        levels == [.client]
        ? l("clients carry")
        : levels == [.kam]
            ? l("KAMs carry") : levels == [.department] ? l("departments carry") : l("departments and KAMs carry")
    func cell(_ gap: Int64?) -> HTML {
        guard let gap else { return "–" }
        if gap == 0 { return "=" }
        return gap > 0
            ? "<span class=\"warn\">\(l("\(c.column(gap, metric)) unassigned"))</span>"
            : "<span class=\"warn\">\(l("\(c.column(-gap, metric)) more"))</span>"
    }
    let known = gaps.compactMap { $0 }
    guard !known.isEmpty else { return .none }
    let whole: Int64? = metric.addsUp && known.count == gaps.count ? known.reduce(0, &+) : nil
    return """
        <tr class="gaprow l\(String(row.depth))"><th scope="row">\(name)</th>\(each: Array(zip(grid.columns, gaps)), { "<td class=\"num\" data-label=\"\(l.name(of: $0))\">\(cell($1))</td>" })\
        \(if: gaps.count > 1, "<td class=\"num\" data-label=\"\(String(grid.query.year))\">\(cell(whole))</td>")</tr>
        """
}
