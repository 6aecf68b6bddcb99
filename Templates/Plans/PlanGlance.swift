import Domain
import Routes

/// The first sentence of the day: where the income of the quarter stands.
func planSentence(_ glance: PlanGlance, _ c: Chrome) -> HTML {
    let l = c.language
    let waiting: HTML =
        glance.waiting > 0
        ? " <a href=\"\(c.link(.plans(.grid(PlanGridChoice()))))\"><b>\(l("\(glance.waiting) plans wait for a yes"))</b></a>."
        : .none
    guard let first = glance.rows.first, let done = first.pace.donePercent else { return waiting }
    let behind = -first.pace.ahead
    let place: HTML =
        behind > 0
        ? "<b class=\"bad\">\(l("\(c.short(Money(behind))) behind"))</b>"
        : "<b>\(l("\(c.short(Money(-behind))) ahead"))</b>"
    return """
        \(l("Income stands at \(l.percent(Int(done))) with \(l.percent(Int(first.pace.gonePercent))) of the working days gone")), \(place).\(waiting) 
        """
}

/// The plan of the quarter: the whole, then who carries it.
func planGlance(_ glance: PlanGlance, _ c: Chrome) -> HTML {
    let l = c.language
    guard !glance.rows.isEmpty else { return .none }
    let columns = [
        Column(l("Plan"), .name), Column(l("Income, \(c.currency.symbol)"), .number), Column(l("Of the plan")),
        Column(l("Plan, \(c.currency.symbol)"), .number), Column(l("Done"), .number), Column(l("Pace")),
    ]
    let rows = table(l("Plan"), columns, glance.rows) { row in
        let actual = Figure(PlanMeasure(.income), of: row.scope, in: glance.period.draft.span)
        return [
            anchor(row.name, .plans(.sheet(row.scope, nil)), c), figureLink(row.pace.actual, actual, c),
            paceBar(row.name, row.pace, l), "\(c.whole(Money(row.pace.plan)))",
            "\(row.pace.donePercent.map { l.percent(Int($0)) } ?? "")", paceWord(row.pace, .income, c),
        ]
    }
    let title = l("Plan of \(glance.period.draft.name)")
    return sheet(
        title, note: l("income · \(glance.gone) of \(glance.days) working days are gone"),
        link: (l("Plans"), c.link(.plans(.grid(PlanGridChoice())))),
        "\(paceKey(l))\(rows)\(if: glance.hidden > 0, "<p class=\"body quiet\">\(l("\(glance.hidden) others are further ahead"))</p>")"
    )
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
