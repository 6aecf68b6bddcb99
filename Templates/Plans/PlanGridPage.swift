import Domain
import Routes

/// The targets of a year, to be read and typed: what stands above, what stands below it carries, and the gap between.
package func planGridPage(_ grid: PlanGrid, years: [Int], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let query = grid.query
    let title = l("Plans of \(String(query.year))")
    let kam = query.of != nil ? grid.rows.first : nil
    return layout(
        title, c,
        """
        \(ifLet: kam, { _ in trail(title, c.link(.plans(.grid(gridChoice(query) { $0.of = nil })))) })
        \(head(kam.map { l("Plan of \($0.name)") } ?? title, actions: printButton(l)))
        \(metricTabs(query, c))
        \(if: !grid.columns.isEmpty && !grid.rows.isEmpty, answer(gridAnswer(grid, state, c)))
        \(gridFilter(grid, years, c))
        \(grid.columns.isEmpty ? noColumns(query, c) : gridSheet(grid, state, c))
        """)
}

/// The address of a grid like this one.
func gridChoice(_ query: PlanGridQuery, _ change: (inout PlanGridChoice) -> Void = { _ in }) -> PlanGridChoice {
    var choice = PlanGridChoice(query)
    change(&choice)
    return choice
}

private func metricTabs(_ query: PlanGridQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <nav class="tabs" aria-label="\(l("Metrics"))">\(each: PlanMetric.allCases, { metric in
            let route = Route.plans(.grid(gridChoice(query) { $0.measure = PlanMeasure(metric, group: query.measure.group, channel: query.measure.channel) }))
            return "<a href=\"\(c.link(route))\"\(if: metric == query.measure.metric, " aria-current=\"page\"")>\(l.word(metric))</a>\n"
        })</nav>
        """
}

/// What nobody carries, and what is wrong.
private func gridAnswer(_ grid: PlanGrid, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let metric = grid.query.measure.metric
    // Less than one whole unit is no news.
    let least = metric.isMoney ? Int64(c.currency.minorUnits) : 1
    let gaps = grid.rows.indices.flatMap { place in
        (grid.gaps(of: place) ?? []).enumerated().compactMap { column, gap in
            gap.flatMap { $0 >= least ? (grid.rows[place].name, l.name(of: grid.columns[column]), $0) : nil }
        }
    }.sorted { $0.2 > $1.2 }
    let over = grid.rows.indices.flatMap { place in
        (grid.gaps(of: place) ?? []).enumerated().compactMap { column, gap in
            gap.flatMap { -$0 >= least ? (grid.rows[place].name, l.name(of: grid.columns[column]), -$0) : nil }
        }
    }.max { $0.2 < $1.2 }
    let waiting = grid.rows.count { $0.plan?.draft.state == .proposed }
    let top = grid.rows.first { $0.depth == 0 && grid.total($0) != nil }
    let named = gaps.prefix(3).map { l("\(c.summed($0.2, metric)) of \($0.0), \($0.1)") }.joined(separator: "; ")
    let more = gaps.count > 3 ? l(" and \(gaps.count - 3) more gaps") : ""
    return """
        \(ifLet: top, { "\(l("\($0.name): \(c.summed(grid.total($0) ?? 0, metric)) in \(String(grid.query.year)).")) " })\
        \(if: !gaps.isEmpty, "<b class=\"bad\">\(l("Nobody carries")) \(named)</b>\(more). ")\
        \(ifLet: over, { "<b>\(l("More is carried than \($0.0) plans: \(c.summed($0.2, metric)) in \($0.1)"))</b>. " })\
        \(if: waiting > 0, "<b>\(l("\(waiting) plans wait for a yes"))</b>. ")\
        \(if: !grid.isPlanned && !grid.otherKinds.isEmpty, "\(l("Targets of this year stand by")) \(each: grid.otherKinds, { "\(anchor(l.word($0), .plans(.grid(otherKind(grid.query, $0))), c)) " })")\
        \(if: top == nil && gaps.isEmpty && waiting == 0 && (grid.isPlanned || grid.otherKinds.isEmpty), "\(grid.isPlanned ? l("Not everything is planned yet.") : l("Nothing is planned here yet."))")
        """
}

private func otherKind(_ query: PlanGridQuery, _ kind: PeriodKind) -> PlanGridChoice {
    gridChoice(query) { $0.kind = kind }
}

private func gridFilter(_ grid: PlanGrid, _ years: [Int], _ c: Chrome) -> HTML {
    let l = c.language
    let query = grid.query
    let all = Set(years + [query.year]).sorted()
    return """
        <form class="filters unprinted" action="\(c.link(.plans(.grid(PlanGridChoice()))))" role="search" aria-label="\(l("Filter"))">\
        <select name="year" aria-label="\(l("Year"))">\(each: all, { "<option\(if: $0 == query.year, " selected")>\(String($0))</option>" })</select>
        <select name="by" aria-label="\(l("Columns"))">\(each: PeriodKind.allCases, { "<option value=\"\($0.rawValue)\"\(if: $0 == query.kind, " selected")>\(l.word($0))</option>" })</select>
        <input type="hidden" name="metric" value="\(query.measure.metric.rawValue)">\(ifLet: query.of, { "<input type=\"hidden\" name=\"of\" value=\"\($0.number)\">" })\
        \(if: query.measure.metric.isOfProducts, "\(filter("group", l("Product group"), query.measure.group.map { String($0.number) }, grid.groups.map { (String($0.id.number), $0.name) }, l)) <select name=\"channel\" aria-label=\"\(l("Channel"))\">\(each: PlanChannel.allCases, { "<option value=\"\($0.rawValue)\"\(if: $0 == query.measure.channel, " selected")>\(l.word($0))</option>" })</select>")
        <button class="button">\(l("Show"))</button></form>
        """
}

private func noColumns(_ query: PlanGridQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("No periods of \(String(query.year))"),
        emptyNote(
            l("A plan is made for periods: add the year with its quarters and months by one press."),
            "<p>\(button(l("Periods"), c.link(.periods(.list)), main: true))</p>"))
}

/// The grid, its buttons, and what fills it.
private func gridSheet(_ grid: PlanGrid, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    guard !grid.rows.isEmpty else {
        return sheet(l("Targets"), emptyNote(l("Nobody here has a plan that you may see.")))
    }
    let f = FormWriter(state, c)
    let isOpen = !c.isPaper && grid.rows.contains(where: \.isOpen)
    let hint = l(
        "An empty cell stays as it is. “1.2 M” and “70 k” are numbers, “110 %” and “+10 %” are counted from last year. Arrows and Enter move, Ctrl+D takes the cell above, a block from a spreadsheet can be pasted. A change to a proposed plan makes it a draft again."
    )
    let form: HTML =
        isOpen
        ? f.grid(
            .plans(.set), hidden: fields(grid.query), unit(grid, c),
            """
            <p class="body quiet hint unprinted">\(hint)</p>
            \(gridTable(grid, f, c))
            """)
        : sheet(
            l("Targets"), note: unit(grid, c), export: .plans(.grid(PlanGridChoice(grid.query))),
            gridTable(grid, nil, c), c)
    return """
        \(form)
        \(if: isOpen, filling(grid, f, c))
        \(agreementSheet(grid, isOpen ? f : nil, c))
        \(if: !grid.query.measure.metric.addsUp, "<p class=\"quiet\">\(l("Who buys in two periods is one client: buying clients do not add up over the year."))</p>")
        """
}

private func unit(_ grid: PlanGrid, _ c: Chrome) -> String {
    grid.query.measure.metric.isMoney ? c.currency.symbol : c.language("clients")
}

/// What a form of the grid says of the grid.
private func fields(_ query: PlanGridQuery) -> HTML {
    """
    \(each: PlanGridChoice(query).fields, { field in
        "\(ifLet: field.value, { "<input type=\"hidden\" name=\"\(field.name)\" value=\"\($0)\">" })"
    })
    """
}

/// Two ways to fill the empty cells. What is typed is saved with it.
private func filling(_ grid: PlanGrid, _ f: FormWriter, _ c: Chrome) -> HTML {
    let l = c.language
    let givers = grid.rows.indices.filter {
        (grid.gaps(of: $0) ?? []).contains { ($0 ?? 0) > 0 } && !grid.handedDown(from: $0).isEmpty
    }
    let grow: HTML = """
        <p class="body inline">\(f.beside("growth", l("Growth, per cent"), "0")) \(f.button(.plans(.grow), l("Fill empty cells")))</p>
        """
    let handDown: HTML = """
        <p class="body inline"><label>\(l("Target of")) <select form="targets" name="row">\
        \(each: givers, { "<option value=\"\(grid.rows[$0].scope.key)\">\(grid.rows[$0].name)</option>" })</select></label> \
        \(f.button(.plans(.handDown), l("Fill what nobody carries")))</p>
        """
    return """
        <div class="cols unprinted">
        \(sheet(l("Begin from last year"), note: l("fills empty cells and saves what is typed"), "\(grow)\(if: !grid.hasLastYear(before: c.today), "<p class=\"body warn\">\(l("\(String(grid.query.year - 1)) is not over: what is filled now counts only what was sold so far."))</p>")"))
        \(if: !givers.isEmpty, sheet(l("Hand the target down"), note: l("by last year’s shares, to the last unit"), handDown))
        </div>
        """
}

package func planExport(_ grid: PlanGrid, _ c: Chrome) -> CSVTable {
    let l = c.language
    let measure = grid.query.measure
    func text(_ value: Int64?) -> CSVTable.Cell {
        value.map { .number(measure.metric.isMoney ? c.currency.text(Money($0)) : String($0)) } ?? .text("")
    }
    return CSVTable(
        [l("Whose plan"), l("Name"), l("Metric"), l("Period"), l("Target"), l("Last year")],
        grid.rows.flatMap { row in
            grid.columns.indices.map { column in
                [
                    // A file that comes back is matched by these names.
                    .text(l.word(row.scope.level)), .text(row.name), .text(l.word(measure.metric)),
                    .text(grid.columns[column].draft.name), text(row.value(column)), text(row.lastYear?[column]),
                ]
            }
        })
}
