import Domain
import Routes

/// The first sentence of the day: where the income of the quarter stands.
func planSentence(_ glance: PlanGlance, _ c: Chrome) -> HTML {
    let l = c.language
    guard let first = glance.rows.first, let done = first.pace.donePercent else { return .none }
    let behind = -first.pace.ahead
    let place: HTML =
        behind > 0
        ? "<b class=\"bad\">\(l("\(c.short(Money(behind))) behind"))</b>"
        : "<b>\(l("\(c.short(Money(-behind))) ahead"))</b>"
    return """
        \(l("Income of \(l.name(of: glance.period)) stands at \(l.percent(Int(done))) of the plan with \(l.percent(Int(first.pace.gonePercent))) of the working days gone")), \(place). 
        """
}

/// The plan of the quarter: for a KAM what they are to reach, for others the whole and who carries it, with why they are behind.
func planPanel(_ glance: PlanGlance, _ kind: Dashboard.Kind, _ c: Chrome) -> HTML {
    let l = c.language
    guard !glance.rows.isEmpty else { return .none }
    return sheet(
        l("Plan of \(l.name(of: glance.period))"), note: l("\(glance.gone) of \(glance.days) working days are gone"),
        link: (l("Plans"), c.link(.plans(.grid(PlanGridChoice())))),
        """
        \(paceKey(l))\(kind == .kam ? ownPlan(glance, c) : teamPlan(glance, c))\
        \(if: glance.hidden > 0, "<p class=\"body quiet\">\(l("\(glance.hidden) others are further ahead"))</p>")
        """)
}

private func teamPlan(_ glance: PlanGlance, _ c: Chrome) -> HTML {
    let l = c.language
    let saysWhy = glance.rows.contains { $0.pace.ahead < 0 && ($0.cause != nil || $0.fall != nil) }
    let columns =
        [
            Column(l("Plan"), .name), Column(l("12 months")), Column(l("Income, \(c.currency.symbol)"), .number),
            Column(l("Of the plan")), Column(l("Done"), .number), Column(l("Pace")),
        ] + (saysWhy ? [Column(l("Why, to last year"), .words)] : [])
    return table(l("Plan"), columns, glance.rows) { row in
        let name = planName(row.scope, row.name)
        return [
            "<span class=\"depth-\(String(row.depth))\">\(anchor(name, .plans(.sheet(row.scope, nil)), c))</span>",
            incomeSpark(row, l),
        ] + cells(row, in: glance, c) + (saysWhy ? [why(row, in: glance, c)] : [])
    }
}

/// What a KAM is to reach in the quarter, then what the department whose total they know, or those whom they stand in for, are to.
private func ownPlan(_ glance: PlanGlance, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Metric"), .name), Column(l("Actual"), .number), Column(l("Of the plan")), Column(l("Done"), .number),
        Column(l("Pace")),
    ]
    let first = glance.rows[0]
    let own: HTML = anchor(l.word(PlanMetric.income), .plans(.sheet(first.scope, nil)), c)
    let income = ["\(own)\(incomeSpark(first, l))"] + cells(first, in: glance, c)
    let lines = glance.lines.map { line -> [HTML] in
        let (metric, figure) = (
            line.measure.metric, Figure(line.measure, of: first.scope, in: glance.period.draft.span)
        )
        return [
            "\(l.word(metric))",
            "\(figureLink(line.actual, figure, c))<small class=\"below\">\(l("of \(c.column(line.target ?? 0, metric))"))</small>",
            "\(ifLet: line.pace, { paceBar(l.word(metric), $0, l) })",
            "\(ifLet: line.pace, { doneLink($0, figure, c) })",
            "\(ifLet: line.pace, { paceWord($0, metric, c) })\(if: line.pace != nil && !metric.isMoney, "<small class=\"below\">\(lastYearByNow(line, c))</small>")",
        ]
    }
    let others = glance.rows.dropFirst().map { row -> [HTML] in
        let name = planName(row.scope, row.name)
        return [
            "\(anchor(name, .plans(.sheet(row.scope, nil)), c))<small class=\"below\">\(l.word(PlanMetric.income))</small>"
        ]
            + cells(row, in: glance, c)
    }
    return table(l("My plan"), columns, [income] + lines + others) { $0 }
}

/// The income of a row: how much of how much, as a bar, as a share, and by how much ahead.
private func cells(_ row: PlanGlance.Row, in glance: PlanGlance, _ c: Chrome) -> [HTML] {
    let actual = Figure(PlanMeasure(.income), of: row.scope, in: glance.period.draft.span)
    return [
        "\(figureLink(row.pace.actual, actual, c))<small class=\"below\">\(c.language("of \(c.whole(Money(row.pace.plan)))"))</small>",
        paceBar(row.name, row.pace, c.language), doneLink(row.pace, actual, c), paceWord(row.pace, .income, c),
    ]
}

private func incomeSpark(_ row: PlanGlance.Row, _ l: Language) -> HTML {
    spark(row.months, "\(row.name): \(l("income of twelve full months"))")
}

/// How much of the plan is done, with its two parts behind it.
func doneLink(_ pace: Pace, _ figure: Figure, _ c: Chrome) -> HTML {
    pace.donePercent.map {
        anchor(c.language.percent(Int(clamping: $0)), .plans(.share(figure, of: .plan)), quietly: true, c)
    }
        ?? .none
}

/// Whose plan it is: of a colleague, as short as a column needs it.
func planName(_ scope: PlanScope, _ name: String) -> String { scope.level == .kam ? shortName(name) : name }

/// Why somebody is behind: the part of the bridge that took most, and the client who fell furthest.
private func why(_ row: PlanGlance.Row, in glance: PlanGlance, _ c: Chrome) -> HTML {
    let l = c.language
    guard row.pace.ahead < 0 else { return .none }
    let part = row.cause.map { part, value in
        part == .won
            ? value > 0 ? l("new clients brought only \(c.column(value, .income))") : l("no new clients")
            : "\(l.word(part)) \(c.column(value, .income))"
    }
    return """
        \(ifLet: part, { "<b>\(anchor($0, .plans(.bridge(row.scope, glance.period.draft.span)), quietly: true, c))</b>" })\
        \(ifLet: row.fall, { "<small class=\"below\">\(clientLink($0.client, c)) \(fallWord($0, c))</small>" })
        """
}

/// "9,100 behind", with its sign.
func paceWord(_ pace: Pace, _ metric: PlanMetric, _ c: Chrome) -> HTML {
    let l = c.language
    return if pace.ahead < 0 {
        "<span class=\"behind\">\(l("\(c.column(-pace.ahead, metric)) behind"))</span>"
    } else if pace.ahead == 0 {
        "<span class=\"level\">\(l("on pace"))</span>"
    } else {
        "<span class=\"aheadof\">\(l("\(c.column(pace.ahead, metric)) ahead"))</span>"
    }
}
