import Domain
import Routes

/// The upper part of the first page, below its sentence.
func dashboardPanels(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    """
    <div class="dashboard">
    \(if: dashboard.kind == .director, directorFigures(dashboard, c))
    \(ifLet: dashboard.plan, { planPanel($0, dashboard.kind, c) })
    <div class="cols"><div>
    \(if: !dashboard.falls.isEmpty, fallsPanel(dashboard, c))
    \(ifLet: dashboard.concentration, { concentrationPanel($0, c) })
    </div><div>
    \(if: !dashboard.proposed.isEmpty, proposals(dashboard.proposed, c))
    \(if: dashboard.kind != .kam && dashboard.debt.overdue > .zero, debtPanel(dashboard.debt, c))
    \(ifLet: dashboard.concentration, { dependencyPanel($0, c) })
    </div></div>
    </div>
    """
}

/// What the dashboard says in its first sentences, from the same numbers.
func dashboardAnswer(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    let waiting: HTML =
        dashboard.proposed.isEmpty
        ? .none : "<b><a href=\"#proposed\">\(l("\(dashboard.proposed.count) plans wait for a yes"))</a></b>. "
    let growing: HTML =
        dashboard.debt.growing >= 2
        ? "<b class=\"bad\">\(l("Overdue debt has grown for \(dashboard.debt.growing) months in a row"))</b>. " : .none
    return """
        \(ifLet: dashboard.concentration, { concentrationSentence($0, c) })\(ifLet: dashboard.plan, { planSentence($0, c) })\
        \(fallSentence(dashboard, c))\(growing)\(waiting)
        """
}

/// "Three clients make 56 k of what is missing."
private func fallSentence(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    let worst = dashboard.falls.prefix(3)
    guard let first = worst.first, dashboard.kind != .director else { return .none }
    let sum = worst.reduce(0) { $0 &- $1.change }
    return worst.count == 1
        ? "\(l("\(first.client.name) brought \(c.short(Money(sum))) less than a year ago.")) "
        : "\(l("\(worst.count) clients brought \(c.short(Money(sum))) less than a year ago.")) "
}

/// What the whole desk lives on, in a line of figures.
private func directorFigures(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    let measure = PlanMeasure(.income)
    func figure(_ name: String, _ value: HTML, _ note: String, alarm: Bool = false) -> HTML {
        "<div><dt>\(name)</dt><dd>\(value) <small\(if: alarm, " class=\"bad\"")>\(note)</small></dd></div>"
    }
    func done(_ name: String, _ pace: Pace, _ scope: PlanScope, _ period: PlanPeriod) -> HTML {
        let figureOf = Figure(measure, of: scope, in: period.draft.span)
        return figure(
            name, doneLink(pace, figureOf, c),
            l(
                "\(c.short(Money(pace.actual))) of \(c.short(Money(pace.plan))), \(l.percent(Int(pace.gonePercent))) of the days"
            ),
            alarm: pace.ahead < 0)
    }
    let plan = dashboard.plan
    return """
        <dl class="figures">\
        \(ifLet: dashboard.concentration, { found in
            figure(
                l("Income, 12 months"),
                anchor(c.short(Money(found.total)), .plans(.figure(Figure(measure, of: .company, in: found.span))), quietly: true, c),
                l("\(found.count) clients bring it"))
        })\
        \(ifLet: plan?.rows.first, { row in done(l("Plan of \(l.name(of: plan!.period))"), row.pace, row.scope, plan!.period) })\
        \(ifLet: plan?.year, { pace in done(l("Plan of \(plan!.yearPeriod!.draft.name)"), pace, plan!.rows[0].scope, plan!.yearPeriod!) })\
        \(figure(
            l("Overdue debt"),
            "<a class=\"quietly\" href=\"\(c.link(.receivables(.all(nil))))\">\(c.short(dashboard.debt.overdue))</a>",
            l("\(c.short(dashboard.debt.late)) of it for more than \(Risk.lateDays) days"), alarm: dashboard.debt.late > .zero))\
        \(if: dashboard.tenders.count > 0, figure(
            l("Tenders in work"),
            "<a class=\"quietly\" href=\"\(c.link(.tenders(.board(TenderBoardQuery()))))\">\(c.short(dashboard.tenders.start))</a>",
            l("\(dashboard.tenders.count) tenders at their starting prices")))</dl>
        """
}

/// Who brought less than by the same day of last year, and what the desk knows about why.
private func fallsPanel(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Client"), .name), Column(l("Why"), .words), Column(l("A year ago"), .number),
        Column(l("Now"), .number),
        Column(l("Less, \(c.currency.symbol)"), .number),
    ]
    return sheet(
        l("Less than a year ago"), note: l("income of the same days, \(c.currency.symbol)"),
        table(l("Less than a year ago"), columns, dashboard.falls) { fall in
            let measure = PlanMeasure(.income)
            return [
                """
                \(clientLink(fall.client, c))\
                \(if: dashboard.kind != .kam, "\(ifLet: fall.kam, { "<small class=\"below\">\(shortName($0.name))</small>" })")
                """,
                fallWord(fall, c),
                figureLink(fall.before, Figure(measure, of: .client(fall.client.id), in: fall.then), c),
                figureLink(fall.now, Figure(measure, of: .client(fall.client.id), in: fall.days), c),
                "<b>\(c.whole(Money(-fall.change)))</b>",
            ]
        })
}

/// What the desk knows about why a client brings less.
func fallWord(_ fall: Fall, _ c: Chrome) -> HTML {
    let l = c.language
    return switch fall.reason {
    case .lost: "<span class=\"bad\">\(l("is lost"))</span>"
    case .quiet(let since): "<span class=\"bad\">\(l("has not ordered since \(c.day(since))"))</span>"
    case .nothingYet: "\(l("has bought nothing yet"))"
    case .less: "\(l("buys less"))"
    }
}

/// Plans that wait for a yes.
private func proposals(_ proposals: [Proposal], _ c: Chrome) -> HTML {
    let l = c.language
    let panel = sheet(
        l("Waiting for you"), note: l("proposed plans"),
        "\(each: proposals, { proposal in """
            <div class="why"><span class="mark warn" aria-hidden="true">●</span>\
            <span>\(anchor(proposal.name, .plans(.sheet(proposal.plan.draft.scope, nil)), c)), \(String(proposal.plan.draft.year))</span>\
            <span class="num">\(ifLet: proposal.plan.draft.proposedOn, { "\(l("since \(c.day($0))"))" })</span>\
            <span class="act">\(planActs(proposal.plan, proposal.name, false, true, c))</span></div>
            """ })")
    return "<div id=\"proposed\">\(panel)</div>"
}

/// What is overdue, who owes it, and how it grew.
private func debtPanel(_ debt: DebtGlance, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Client"), .name), Column(l("Overdue, \(c.currency.symbol)"), .number), Column(l("Oldest"), .number),
    ]
    let trend = [Column(l("Day"), .name), Column(l("Overdue"), .number), Column(l("Open"), .number)]
    return sheet(
        l("Receivables"), note: l("\(c.short(debt.overdue)) overdue, undisputed"),
        link: (l("All"), c.link(.receivables(.all(nil)))),
        """
        \(if: !debt.trend.isEmpty, """
            <div class="body">\(debtChart(debt.trend, c))</div>
            <details class="more printed-whole"><summary>\(l("The same as a table"))</summary>\
            \(table(l("Undisputed debt at the ends of months"), trend, debt.trend) { point in
                [anchor(c.day(point.day), .receivables(.all(point.day)), c), "\(c.whole(point.overdue))", "\(c.whole(point.open))"]
            })</details>
            """)\
        \(table(l("Largest debtors"), columns, debt.rows) { row in
            [
                clientLink(row.client, c),
                anchor(c.whole(row.overdue), .receivables(.client(row.client.id, nil)), quietly: true, c),
                "\(ifLet: row.since, { "\(age($0, c))" })",
            ]
        })
        """)
}

private func age(_ since: Day, _ c: Chrome) -> String {
    let l = c.language
    let days = c.today - since
    return l("\(days) days")
}
