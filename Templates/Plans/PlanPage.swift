import Domain
import Routes

/// What somebody is to reach in a period and where it stands: are they behind, at what, and who carries it.
package func planPage(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let name = plan.scope == .company ? l("the company") : plan.name
    let whose = plan.scope == .company ? l("Plan of the company") : l("Plan of \(name)")
    let title = "\(whose), \(l.name(of: plan.period))"
    let of: User.ID? = if case .kam(let id) = plan.scope { id } else { nil }
    let grid = Route.plans(.grid(PlanGridChoice(year: plan.period.draft.from.year, of: of)))
    return layout(
        title, c,
        """
        \(trail(l("Plans"), c.link(.plans(.grid(PlanGridChoice(year: plan.period.draft.from.year))))))
        \(head(title, badges: planBadge(plan, c), actions: "\(if: plan.scope.level != .client, button(l("Targets"), c.link(grid), main: true)) \(button(l("Spreadsheet"), c.workbook(.plans(.sheet(plan.scope, plan.period.id))))) \(printButton(l))"))
        \(periodTabs(plan, c))
        \(answer(planAnswer(plan, c)))
        \(sheet(l("Where it stands"), note: l("\(plan.gone) of \(plan.days) working days are gone"), lineTable(plan, c)))
        \(if: !plan.parts.isEmpty, partSheet(plan, c))
        <div class="cols even"><div>\(ifLet: plan.path, { pathSheet($0, plan, c) })</div><div>\(ifLet: plan.bridge, { bridgeSheet($0, plan, c) })</div></div>
        \(stepSheet(plan, c))
        <div class="cols">
        <div>\(if: !plan.groups.isEmpty, groupSheet(plan, c))</div>
        <div>\(editionSheet(plan, c))</div>
        </div>
        """)
}

package func noPeriodsPage(_ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Plans"), c,
        """
        \(head(l("Plans")))
        \(sheet(l("No periods yet"), emptyNote(l("A plan is made for periods: add the year with its quarters and months by one press."), "<p>\(button(l("Periods"), c.link(.periods(.list)), main: true))</p>")))
        """)
}

private func planBadge(_ sheet: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let plan = sheet.plan else { return " <span class=\"badge\">\(l("no plan yet"))</span>" }
    let state = "\(l.word(plan.draft.state))\(plan.draft.agreedOn.map { " \(c.day($0))" } ?? "")"
    return " <span class=\"badge\(if: plan.draft.state == .agreed, " key")\">\(state)</span>"
}

private func periodTabs(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    // The months of the quarter that is shown, or whose month is.
    let quarter = plan.periods.first {
        $0.draft.kind == .quarter && $0.draft.span.covers(plan.period.draft.span)
    }
    let shown = plan.periods.filter {
        $0.draft.kind != .month || $0.id == plan.period.id || quarter?.draft.span.covers($0.draft.span) == true
    }
    return """
        <nav class="tabs" aria-label="\(l("Periods"))">\(each: shown, {
            "<a href=\"\(c.link(.plans(.sheet(plan.scope, $0.id))))\"\(if: $0.id == plan.period.id, " aria-current=\"page\"")>\(l.name(of: $0))</a>\n"
        })</nav>
        """
}

/// The plan in two sentences: how much is done against how much should be, and who is behind.
private func planAnswer(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let income = plan.line(.income), let pace = income.pace, let done = pace.donePercent else {
        let actual = plan.line(.income).map { c.short(Money($0.actual)) } ?? ""
        return "\(l("Income so far: \(actual). Nothing is planned for \(l.name(of: plan.period)).")) "
    }
    guard plan.period.draft.from <= plan.today else {
        return
            "\(l("\(l.name(of: plan.period)) begins on \(c.day(plan.period.draft.from)): \(c.short(Money(pace.plan))) are planned.")) "
    }
    let behind = -pace.ahead
    let isOver = plan.period.draft.to < plan.today
    let day: HTML =
        isOver
        ? "<b>\(l("Income reached \(l.percent(Int(done))) of the plan"))</b>"
        : "<b>\(l("Income stands at \(l.percent(Int(done))) with \(l.percent(Int(pace.gonePercent))) of the working days gone"))</b>"
    let place: HTML =
        behind > 0
        ? "<b class=\"bad\">\(l("\(c.short(Money(behind))) behind"))</b>"
        : "<b>\(l("\(c.short(Money(-behind))) ahead"))</b>"
    let others = plan.lines.filter { $0.measure.metric != .income && ($0.pace?.ahead ?? 0) < 0 }
    let names = others.map { l.word($0.measure.metric) }.joined(separator: ", ")
    let isAgreed = plan.plan?.draft.state == .agreed
    return """
        \(day), \(place). \
        \(if: !isAgreed, "<b>\(l("This plan is not agreed yet."))</b> ")\
        \(if: !others.isEmpty, "\(behind > 0 ? l("Also behind: \(names).") : l("Behind: \(names).")) ")\
        \(ifLet: plan.carriedByNobody, { gap in "\(if: gap > 0, "<b class=\"bad\">\(l("Nobody carries \(c.short(Money(gap)))"))</b>.")" })\
        \(if: income.unknown != 0, " \(l("Costs of \(c.short(Money(income.unknown))) of turnover are unknown: no income is counted on it."))")\
        \(if: !plan.isWhole, " \(l("Of what you see."))")
        """
}

private func lineTable(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Metric"), .name), Column(l("Actual"), .number), Column(l("Of the plan"), .text),
        Column(l("Plan"), .number),
        Column(l("Done"), .number), Column(l("Pace"), .text), Column(l("Last year, whole"), .number),
    ]
    return """
        \(paceKey(l))
        \(table(l("Where it stands"), columns, plan.lines) { line in
            let metric = line.measure.metric
            let name = l.word(metric)
            return [
                "\(name)\(if: metric == .collected, "<small class=\"below\">\(l("with VAT"))</small>")\(if: metric == .new && plan.newSinceHistory > 0, "<small class=\"below\">\(sinceHistory(plan, c))</small>")\(if: metric == .buying && plan.regained > 0, "<small class=\"below\">\(l("\(plan.regained) of them regained"))</small>")",
                figureLink(line.actual, Figure(line.measure, of: plan.scope, in: plan.period.draft.span), c), "\(ifLet: line.pace, { paceBar(name, $0, l) })",
                "\(line.target.map { c.column($0, metric) } ?? "–")\(ifLet: line.firstTarget, { "<small class=\"below\">\(l("at first \(c.column($0, metric))"))</small>" })",
                "\(ifLet: line.pace, { doneLink($0, Figure(line.measure, of: plan.scope, in: plan.period.draft.span), c) })", paceWords(line, plan, c),
                figureLink(line.lastYear, Figure(line.measure, of: plan.scope, in: plan.period.draft.span.yearBefore), c),
            ]
        })
        """
}

private func sinceHistory(_ plan: PlanSheet, _ c: Chrome) -> String {
    let l = c.language
    guard let begins = plan.historyBegins else { return "" }
    return l("\(plan.newSinceHistory) more are new since our history begins, \(l.day(begins, plan.today))")
}

/// "9,100 behind, against 64 % of the days"; a count goes against what last year had by the same day.
private func paceWords(_ line: PlanSheet.Line, _ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let metric = line.measure.metric
    guard let pace = line.pace else {
        return line.target == nil
            ? "<span class=\"quiet\">\(l("no plan"))</span>"
            : "<span class=\"quiet\">\(l("last year had none to compare with"))</span>"
    }
    let against =
        metric.isMoney
        ? l("against \(l.percent(Int(pace.gonePercent))) of the days")
        : lastYearByNow(line, c)
    return "\(paceWord(pace, metric, c))<small>\(against)</small>"
}

/// What a count is held against: what last year had of it by the same day.
func lastYearByNow(_ line: PlanSheet.Line, _ c: Chrome) -> String {
    let metric = line.measure.metric
    return c.language(
        "last year had \(c.column(line.lastYearByNow, metric)) of \(c.column(line.lastYear, metric)) by this day")
}

private func partSheet(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let targets = plan.parts.compactMap(\.target)
    // Without a target there is nothing to hold it against.
    let planned = [Column(l("Of the plan")), Column(l("Plan"), .number), Column(l("Done"), .number)]
    let columns = [Column(l("Name"), .name), Column(l("Actual"), .number)] + (targets.isEmpty ? [] : planned)
    let (shown, rest) = (plan.parts.prefix(12), plan.parts.dropFirst(12))
    let sum = plan.parts.reduce(0) { $0 + $1.actual }
    let foot: [HTML] =
        ["\(l("Together"))", "\(c.whole(Money(sum)))"]
        + (targets.isEmpty ? [] : ["", "\(c.whole(Money(targets.reduce(0, +))))", ""])
    func cells(_ part: PlanSheet.Part) -> [HTML] {
        let name: HTML =
            part.scope.map { anchor(part.name, .plans(.sheet($0, plan.period.id)), c) }
            ?? "\(plan.scope.level == .kam ? l("clients whom others hold now") : l("clients whom nobody held"))"
        // What a client brought while another held it is in the client's own figure, so that figure is no link here.
        let opened = part.isWhole ? part.scope : nil
        let held: HTML = part.isWhole ? .none : "<small class=\"below\">\(l("while theirs"))</small>"
        let actual: HTML =
            opened.map {
                figureLink(part.actual, Figure(PlanMeasure(.income), of: $0, in: plan.period.draft.span), c)
            } ?? "\(c.whole(Money(part.actual)))\(held)"
        guard !targets.isEmpty else { return [name, actual] }
        return [
            name, actual, "\(ifLet: part.pace, { paceBar(part.name, $0, l) })",
            "\(part.target.map { c.whole(Money($0)) } ?? "–")",
            "\(ifLet: part.pace, { pace in "\(ifLet: opened, { doneLink(pace, Figure(PlanMeasure(.income), of: $0, in: plan.period.draft.span), c) })" })",
        ]
    }
    let others = rest.reduce(0) { $0 + $1.actual }
    return sheet(
        l("Who carries it"), note: l("income, \(c.currency.symbol)"),
        """
        \(table(l("Who carries it"), columns, shown, foot: rest.isEmpty ? foot : [], cells))
        \(if: !rest.isEmpty, """
            <details class="more printed-whole"><summary>\(l("\(rest.count) others: \(c.whole(Money(others)))"))</summary>\
            \(table(l("Who carries it"), columns, rest, foot: foot, cells))</details>
            """)\
        \(ifLet: plan.carriedByNobody, { gap in "\(if: gap != 0, "<p class=\"body\">\(gap > 0 ? l("Carried by nobody: \(c.money(Money(gap)))") : l("More than the plan: \(c.money(Money(-gap)))"))</p>")" })
        """)
}

private func groupSheet(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    // A column of dashes says nothing.
    let isPlanned = plan.groups.contains { $0.target != nil }
    let columns =
        [Column(l("Product group"), .name), Column(l("Actual"), .number)]
        + (isPlanned ? [Column(l("Plan"), .number)] : []) + [Column(l("Last year"), .number)]
    let foot: [HTML] =
        ["\(l("Together"))", "\(c.whole(Money(plan.groups.reduce(0) { $0 + $1.actual })))"]
        + (isPlanned ? [""] : []) + ["\(c.whole(Money(plan.groups.reduce(0) { $0 + $1.lastYear })))"]
    return sheet(
        l("By product group"), note: l("income, \(c.currency.symbol)"),
        table(l("By product group"), columns, plan.groups, foot: foot) { line in
            [
                "\(line.group?.name ?? l("no group"))",
                line.group.map {
                    figureLink(
                        line.actual,
                        Figure(PlanMeasure(.income, group: $0.id), of: plan.scope, in: plan.period.draft.span), c)
                } ?? "\(c.whole(Money(line.actual)))",
            ] + (isPlanned ? ["\(line.target.map { c.whole(Money($0)) } ?? "–")"] : [])
                + ["\(c.whole(Money(line.lastYear)))"]
        })
}

/// What came in the months of the period so far.
private func stepSheet(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard plan.steps.count > 1 else { return .none }
    let columns = [Column(l("Month"), .name)] + plan.lines.map { Column(l.word($0.measure.metric), .number) }
    let foot: [HTML] =
        ["\(l.name(of: plan.period))"]
        + plan.lines.map { "\(c.column($0.actual, $0.measure.metric))" }
    return sheet(
        l("By month"), note: l("clients who buy do not add up over months"),
        table(l("By month"), columns, Array(plan.steps.indices), foot: foot) { place in
            ["\(l.month(plan.steps[place].draft.from))"]
                + plan.lines.indices.map {
                    figureLink(
                        plan.stepActuals[$0][place],
                        Figure(plan.lines[$0].measure, of: plan.scope, in: plan.steps[place].draft.span), c)
                }
        })
}

private func editionSheet(_ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !plan.editions.isEmpty else { return .none }
    let columns = [
        Column(l("Version"), .name), Column(l("Day"), .number), Column(l("Reason"), .words), .acts(l("Plan")),
    ]
    return sheet(
        l("Versions"), note: l("an agreed plan changes only by a new version"),
        table(l("Versions"), columns, plan.editions) { edition in
            let isLast = edition.id == plan.editions.last?.id
            let day = edition.draft.agreedOn ?? edition.draft.proposedOn
            return [
                "\(String(edition.draft.edition)): \(l.word(edition.draft.state))\(if: edition.id == plan.plan?.id, "<small class=\"below\">\(l("shown here"))</small>")",
                "\(day.map { c.day($0) } ?? "")", "\(edition.draft.reason ?? "")",
                isLast ? planActs(edition, plan.name, plan.mayPlan, plan.mayAgree, nil, c) : .none,
            ]
        })
}

/// A figure in whole units, with a link to the rows that sum to it.
func figureLink(_ value: Int64, _ figure: Figure, _ c: Chrome) -> HTML {
    anchor(c.column(value, figure.measure.metric), to: PlanRoute.figure(figure), quietly: true, c)
}
