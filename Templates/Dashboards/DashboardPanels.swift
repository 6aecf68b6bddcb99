import Domain
import Routes

/// The upper part of the first page, below its sentence: what a colleague answers for, then what they look into.
func dashboardPanels(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let plan: HTML = "\(ifLet: dashboard.plan, { planPanel($0, dashboard.kind, c) })"
    let falls: HTML = "\(if: !dashboard.falls.isEmpty, fallsPanel(dashboard, c))"
    let proposed: HTML = "\(if: !dashboard.proposed.isEmpty, proposals(dashboard.proposed, c))"
    let debt: HTML = "\(if: dashboard.debt.overdue > .zero, debtPanel(dashboard, c))"
    return switch dashboard.kind {
    case .kam:
        "<div class=\"dashboard\"><div class=\"cols\"><div>\(plan)</div><div>\(proposed)\(falls)</div></div></div>"
    case .head:
        "<div class=\"dashboard\">\(plan)<div class=\"cols\"><div>\(falls)</div><div>\(proposed)\(debt)</div></div></div>"
    case .director:
        """
        <div class="dashboard">\(directorFigures(dashboard, c))\(plan)<div class="cols"><div>\
        \(ifLet: dashboard.concentration, { concentrationPanel($0, c) })\(falls)</div><div>\(proposed)\
        \(ifLet: dashboard.concentration, { dependencyPanel($0, c) })\(debt)</div></div></div>
        """
    }
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

/// What the clients brought less who are named below.
private func fallSentence(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    let worst = dashboard.falls
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
    func done(_ name: String, _ pace: Pace, _ scope: PlanScope, _ period: PlanPeriod) -> HTML {
        figure(
            name, pace.donePercent.map { l.percent(Int(clamping: $0)) } ?? "–",
            .plans(.share(Figure(measure, of: scope, in: period.draft.span), of: .plan)),
            l(
                "\(c.short(Money(pace.actual))) of \(c.short(Money(pace.plan))), \(l.percent(Int(pace.gonePercent))) of the days"
            ), alarm: pace.ahead < 0, c)
    }
    let plan = dashboard.plan
    return """
        <dl class="figures">\
        \(ifLet: dashboard.concentration, { found in
            figure(
                l("Income, 12 months"), c.short(Money(found.total)),
                .plans(.figure(Figure(measure, of: .company, in: found.span))), l("\(found.count) clients bring it"), c)
        })\
        \(ifLet: plan?.rows.first, { row in done(l("Plan of \(l.name(of: plan!.period))"), row.pace, row.scope, plan!.period) })\
        \(ifLet: plan?.year, { pace in done(l("Plan of \(plan!.yearPeriod!.draft.name)"), pace, plan!.rows[0].scope, plan!.yearPeriod!) })\
        \(figure(
            l("Overdue debt"), c.short(dashboard.debt.overdue), .receivables(.all(nil)),
            l("\(c.short(dashboard.debt.late)) of it for more than \(Risk.lateDays) days"), alarm: dashboard.debt.late > .zero, c))\
        \(if: dashboard.tenders.count > 0, figure(
            l("Tenders in work"), c.short(dashboard.tenders.start), .tenders(.board(TenderBoardQuery())),
            l("\(dashboard.tenders.count) tenders at their starting prices"), c))</dl>
        """
}

/// Who brought less than by the same day of last year, and what the desk knows about why.
private func fallsPanel(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    func row(_ fall: Fall) -> HTML {
        let measure = PlanMeasure(.income)
        let before = figureLink(fall.before, Figure(measure, of: .client(fall.client.id), in: fall.then), c)
        let now = figureLink(fall.now, Figure(measure, of: .client(fall.client.id), in: fall.days), c)
        let kam: HTML = dashboard.kind == .kam ? .none : "\(ifLet: fall.kam, { " · \(shortName($0.name))" })"
        return """
            <div class="why"><span class="mark \(fall.reason.isStopped ? "bad" : "warn")" aria-hidden="true">●</span>\
            <span>\(clientLink(fall.client, c))</span><span class="num"><b>\(c.whole(Money(fall.change)))</b></span>\
            <small class="quiet">\(fallWord(fall, c))\(kam) · \(l("a year ago")) \(before), \(l("now")) \(now)</small></div>
            """
    }
    return sheet(
        l("Less than a year ago"), note: l("income of the same days, \(c.currency.symbol)"),
        "\(each: dashboard.falls, row)")
}

/// What the desk knows about why a client brings less.
func fallWord(_ fall: Fall, _ c: Chrome) -> HTML {
    let l = c.language
    let words =
        switch fall.reason {
        case .lost: l("is lost")
        case .quiet(let since): l("has not ordered since \(c.day(since))")
        case .nothingYet: l("has bought nothing this period")
        case .less: l("buys less")
        }
    return alarming("\(words)", if: fall.reason.isStopped)
}

/// Plans that wait for a yes.
private func proposals(_ proposals: [Proposal], _ c: Chrome) -> HTML {
    let l = c.language
    let panel = sheet(
        l("Waiting for you"), note: l("proposed plans"),
        "\(each: proposals, { proposal in """
            <div class="why"><span class="mark warn" aria-hidden="true">●</span>\
            <span>\(anchor(proposal.name, .plans(.grid(PlanGridChoice(year: proposal.plan.draft.year))), c)), \(String(proposal.plan.draft.year))\
            \(ifLet: proposal.after, { after in ": \(ifLet: proposal.before, { "\(c.short(Money($0))) → " })<b>\(c.short(Money(after)))</b>" })</span>\
            <span class="num">\(ifLet: proposal.plan.draft.proposedOn, { "\(l("since \(c.day($0))"))" })</span>\
            \(ifLet: proposal.plan.draft.reason, { "<small class=\"quiet\">\($0)</small>" })\
            <span class="act">\(planActs(proposal.plan, proposal.name, false, true, nil, c))</span></div>
            """ })")
    return "<div id=\"proposed\">\(panel)</div>"
}

/// What is overdue: for a director how it grew, for others who owes it.
private func debtPanel(_ dashboard: Dashboard, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Client"), .name), Column(l("Overdue, \(c.currency.symbol)"), .number), Column(l("Oldest"), .number),
    ]
    let debt = dashboard.debt
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
        \(dashboard.kind == .director ? .none : table(l("Largest debtors"), columns, debt.rows) { row in
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
