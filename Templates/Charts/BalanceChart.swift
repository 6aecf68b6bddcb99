import Domain

/// The balance of power over time: a line of what is known, in a band that shows how much the unknown could change it. What is for us lies
/// above the axis and has another colour than what is against us below it. If changes are
/// expected, a dashed line after the day shows the expected value, in a band from the worst to the best. A table beside it shows the same.
func balanceChart(_ points: [Balance], _ forecast: [Balance], _ c: Chrome) -> HTML {
    guard let scale = BalanceScale(points + forecast) else { return .none }
    let (first, last) = (scale.first, scale.last)
    let today: HTML =
        forecast.first.map { point in
            """
            <line class="today" x1="\(scale.x(point.day))" x2="\(scale.x(point.day))" y1="8" y2="138"/>\
            <text x="\(scale.x(point.day))" y="157" text-anchor="middle">\(c.day(point.day))</text>
            """
        } ?? .none
    return """
        <svg class="chart balance" viewBox="0 0 520 160" role="img" aria-label="\(label(points, forecast, c))">
        <defs><linearGradient id="sides" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="0" y2="160">\
        <stop class="for" offset="\(scale.share)%"/><stop class="against" offset="\(scale.share)%"/></linearGradient></defs>
        \(scale.band(points, "width"))\(scale.band(forecast, "width ahead"))
        <line class="axis" x1="34" x2="516" y1="\(scale.y(0))" y2="\(scale.y(0))"/>
        \(scale.line(points, "known"))\(scale.line(forecast, "known ahead"))\(today)
        \(if: scale.namesZero, "<text x=\"30\" y=\"\(scale.y(0) + 4)\" text-anchor=\"end\">0</text>")
        <text x="30" y="14" text-anchor="end">\(scale.most)</text><text x="30" y="140" text-anchor="end">\(scale.least)</text>
        \(if: first != forecast.first?.day, "<text x=\"34\" y=\"157\">\(c.day(first))</text>")\
        <text x="516" y="157" text-anchor="end">\(c.day(last))</text>
        <text x="38" y="14">▲ \(c.language("for us"))</text><text x="38" y="136">▼ \(c.language("against us"))</text>
        </svg>
        """
}

private func label(_ points: [Balance], _ forecast: [Balance], _ c: Chrome) -> String {
    let l = c.language
    guard let last = forecast.last else { return l("Balance of power over time") }
    return l("Balance of power over time, and what is expected until \(c.day(last.day))")
}

/// Maps days to x from 34 to 516, and values to y from 8 to 138.
private struct BalanceScale {
    let least: Int
    let most: Int
    let first: Day
    let last: Day

    /// The points must be in the order of their days. Nil if there are none.
    init?(_ points: [Balance]) {
        guard let first = points.first?.day, let last = points.last?.day else { return nil }
        least = min(points.map(\.low).min() ?? 0, -1)
        most = max(points.map(\.high).max() ?? 0, 1)
        (self.first, self.last) = (first, last)
    }

    func x(_ day: Day) -> Int { 34 + (day - first) * 482 / max(last - first, 1) }
    func y(_ value: Int) -> Int { 138 - (value - least) * 130 / (most - least) }

    /// How far down the chart zero lies, in per cent.
    var share: Int { y(0) * 100 / 160 }

    /// Is zero far enough from the least and the most to be labelled?
    var namesZero: Bool { (25...124).contains(y(0)) }

    func line(_ points: [Balance], _ style: StaticString) -> HTML {
        guard !points.isEmpty else { return .none }
        return "<polyline class=\"\(HTML(stringLiteral: style))\" points=\"\(path(\.middle, steps(points)))\"/>"
    }

    func band(_ points: [Balance], _ style: StaticString) -> HTML {
        guard !points.isEmpty else { return .none }
        let steps = steps(points)
        return """
            <polygon class="\(HTML(stringLiteral: style))" points="\(path(\.high, steps)) \(path(\.low, steps.reversed()))"/>
            """
    }

    /// A value holds until the next point.
    private func steps(_ points: [Balance]) -> [(Balance, Day)] {
        points.dropLast().enumerated().flatMap { [($1, $1.day), ($1, points[$0 + 1].day)] }
            + points.suffix(1).map { ($0, $0.day) }
    }

    private func path(_ value: (Balance) -> Int, _ steps: [(Balance, Day)]) -> String {
        steps.map { "\(x($1)),\(y(value($0)))" }.joined(separator: " ")
    }
}
