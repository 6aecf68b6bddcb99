import Domain
import Routes

/// How the income came, beside the plan and last year. The table of months says the same.
func pathSheet(_ path: PlanPath, _ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard path.actual.contains(where: { $0 != 0 }) || path.lastYear.contains(where: { $0 != 0 }) else { return .none }
    return sheet(
        l("How it came"), note: l("income, summed day by day"),
        """
        <p class="body key pacekey"><span><i class="done"></i>\(l("this year"))</span> \
        <span><i class="days"></i>\(l("where it should be"))</span> <span><i class="last"></i>\(l("last year"))</span></p>
        <div class="body">\(pathChart(path, plan, c))</div>
        """)
}

/// Why the income differs from that of the same days of last year.
func bridgeSheet(_ bridge: Bridge, _ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let rows: [(name: String, note: String, value: Int64)] = [
        (l("last year"), l("to the same day"), bridge.before),
        (l("price"), l("other prices and costs of one unit"), bridge.price),
        (l("volume"), l("more or less of what is bought in both years"), bridge.volume),
        (l("mix"), l("other products than before"), bridge.mix),
        (l("clients lost"), l("clients who bought only then"), bridge.lost),
        (l("clients won"), l("clients who buy only now"), bridge.won),
    ]
    let columns = [
        Column(l("Part"), .name), Column(l("What it is"), .words), Column(l("Income, \(c.currency.symbol)"), .number),
    ]
    let why = Route.plans(.bridge(plan.scope, plan.period.draft.span))
    func opened(_ value: Int64) -> HTML { anchor(c.amount(Money(value)), why, quietly: true, c) }
    let foot: [HTML] = ["\(l("this year"))", "\(l("to today"))", opened(bridge.after)]
    return sheet(
        l("From last year to this"), note: l("income, \(c.currency.symbol)"),
        link: (l("By product and client"), c.link(why)),
        """
        <div class="body">\(waterfall(bridge, c))</div>
        \(table(l("From last year to this"), columns, rows, foot: foot) { row in
            ["\(row.name)", "\(row.note)", opened(row.value)]
        })
        """)
}
