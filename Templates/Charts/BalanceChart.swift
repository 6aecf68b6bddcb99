import Domain

/// The balance of power over time: a line of what is known, in a band of how wide the unknown leave it. The table of the same stands
/// beside it.
func balanceChart(_ points: [Balance], _ c: Chrome) -> HTML {
    guard let first = points.first, let last = points.last else { return .none }
    let scale = BalanceScale(points)
    let steps =
        points.dropLast().enumerated().flatMap { [($1, $1.day), ($1, points[$0 + 1].day)] } + [(last, last.day)]
    func path(_ value: (Balance) -> Int, _ steps: [(Balance, Day)]) -> String {
        steps.map { "\(scale.x($1)),\(scale.y(value($0)))" }.joined(separator: " ")
    }
    return """
        <svg class="chart balance" viewBox="0 0 520 160" role="img" aria-label="\(c.language("Balance of power over time"))">
        <polygon class="width" points="\(path(\.high, steps)) \(path(\.low, steps.reversed()))"/>
        <line class="axis" x1="34" x2="516" y1="\(scale.y(0))" y2="\(scale.y(0))"/>
        <polyline class="known" points="\(path(\.middle, steps))"/>
        <text x="30" y="\(scale.y(0) + 4)" text-anchor="end">0</text>
        <text x="30" y="14" text-anchor="end">\(scale.most)</text><text x="30" y="140" text-anchor="end">\(scale.least)</text>
        <text x="34" y="157">\(c.day(first.day))</text><text x="516" y="157" text-anchor="end">\(c.day(last.day))</text>
        </svg>
        """
}

/// Where days and values stand between 34 and 516 of the picture's width and 8 and 138 of its height.
private struct BalanceScale {
    let least: Int
    let most: Int
    private let first: Day
    private let days: Int

    init(_ points: [Balance]) {
        least = min(points.map(\.low).min() ?? 0, -1)
        most = max(points.map(\.high).max() ?? 0, 1)
        first = points[0].day
        days = max(points[points.count - 1].day - first, 1)
    }

    func x(_ day: Day) -> Int { 34 + (day - first) * 482 / days }
    func y(_ value: Int) -> Int { 138 - (value - least) * 130 / (most - least) }
}
