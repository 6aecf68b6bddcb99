import Domain

/// Bars for the income of each month, with a tick for the same month a year before. If no cost of a month is known, its bar is hollow and
/// shows turnover. A table beside it shows the same.
func monthChart(_ rows: [ClientSales.Row], _ c: Chrome) -> HTML {
    let l = c.language
    let values = rows.map { $0.figures.income ?? $0.figures.turnover }
    let before = rows.map { $0.before.income ?? $0.before.turnover }
    let scale = MonthScale((values + before).map { $0.minor })
    return """
        <svg class="chart" viewBox="0 0 520 148" role="img" aria-label="\(l("Income by month, beside the year before"))">
        <line class="axis" x1="4" x2="516" y1="\(scale.baseline)" y2="\(scale.baseline)"/>
        \(each: rows.indices, { place in
            bar(rows[place], x: 8 + place * 39, value: values[place].minor, before: before[place].minor, isLast: place == rows.count - 1, scale, c)
        })
        </svg>
        """
}

private func bar(
    _ row: ClientSales.Row, x: Int, value: Int64, before: Int64, isLast: Bool, _ scale: MonthScale, _ c: Chrome
) -> HTML {
    let l = c.language
    let (top, bottom) = (scale.y(max(value, 0)), scale.y(min(value, 0)))
    let isHollow = isLast || row.figures.income == nil
    return """
        <g><title>\(l.month(row.month.first)): \(c.money(Money(value)))</title>\
        \(if: value != 0, "<rect class=\"value\(if: isHollow, " hollow")\" x=\"\(x)\" y=\"\(top)\" width=\"24\" height=\"\(max(1, bottom - top))\"/>")\
        \(if: before != 0, "<line class=\"before\" x1=\"\(x - 3)\" x2=\"\(x + 27)\" y1=\"\(scale.y(before))\" y2=\"\(scale.y(before))\"/>")\
        <text x="\(x + 12)" y="144" text-anchor="middle">\(l.monthInitials(row.month))</text></g>
        """
}

/// Maps values to y from 8 to 128.
private struct MonthScale {
    private let least: Int64
    private let span: Double

    init(_ values: [Int64]) {
        least = min(0, values.min() ?? 0)
        span = max(1, Double(max(0, values.max() ?? 0) - least))
    }

    func y(_ value: Int64) -> Int { 128 - Int((Double(value - least) / span * 120).rounded()) }

    var baseline: Int { y(0) }
}

/// One bar of what is owed, divided by how long it has been due. A table beside it shows the same.
func ageingChart(_ ageing: Ageing, _ c: Chrome) -> HTML {
    let l = c.language
    let total = max(1, ageing.open.minor)
    var x = 0
    let parts = ageing.rows.enumerated().map { place, row in
        let width = Int(Double(row.open.minor) / Double(total) * 320)
        defer { x += width }
        return (
            place: place, x: x, width: place == ageing.rows.lastIndex { $0.open > .zero } ? 320 - x : width, row: row
        )
    }
    return """
        <svg class="chart ageing" viewBox="0 0 320 20" preserveAspectRatio="none" role="img" aria-label="\(l("Aged debt"))">
        \(each: parts.filter { $0.row.open > .zero }, { part in
            "<rect class=\"band-\(part.place)\" x=\"\(part.x)\" y=\"0\" width=\"\(part.width)\" height=\"20\"><title>\(l.word(part.row.band)): \(c.money(part.row.open))</title></rect>"
        })
        </svg>
        """
}
