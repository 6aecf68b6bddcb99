import Domain

/// The course of some numbers, as small as a word. Who hears the page hears `name`; the numbers stand where the row leads.
func spark(_ values: [Int64], _ name: String) -> HTML {
    guard values.count > 1, let most = values.max(), most > 0 else { return .none }
    let least = min(0, values.min() ?? 0)
    func y(_ value: Int64) -> Int { 15 - Int(Double(value - least) / Double(most - least) * 13) }
    let points = values.enumerated().map { "\(2 + $0.offset * 60 / (values.count - 1)),\(y($0.element))" }
    return """
        <svg class="spark" viewBox="0 0 66 17" role="img" aria-label="\(name)"><polyline points="\(points.joined(separator: " "))"/>\
        <circle cx="62" cy="\(String(y(values[values.count - 1])))" r="2"/></svg>
        """
}

/// The summed income of the largest clients, largest first: what few bring rises steeply. Two lines say how many bring 70 and 80 per cent.
func pareto(_ found: Concentration, _ c: Chrome) -> HTML {
    let l = c.language
    let curve = found.curve
    // As many as are needed for nine tenths, so that the steep part has room.
    let needed = (curve.firstIndex { $0 >= 9_000 } ?? curve.count - 1) + 1
    let shown = max(min(needed, curve.count), 1)
    func x(_ place: Int) -> Int { 44 + place * 460 / shown }
    func y(_ share: Int64) -> Int { 170 - Int(clamping: min(10_000, max(0, share))) * 150 / 10_000 }
    let line = "44,170 " + (0..<shown).map { "\(x($0 + 1)),\(y(curve[$0]))" }.joined(separator: " ")
    let marks: [(percent: Int64, count: Int)] = [70, 80].compactMap { percent in
        found.fewest(bringing: percent).flatMap { $0 <= shown ? (percent, $0) : nil }
    }
    let said = marks.map { l("\($0.count) clients bring \(l.percent(Int($0.percent)))") }
    return """
        <svg class="chart pareto shrinks" viewBox="0 0 520 190" role="img" aria-label="\(said.isEmpty ? l("Concentration") : said.joined(separator: ", "))">\
        \(each: [0, 50, 100], { percent in
            "<line class=\"gridline\" x1=\"44\" x2=\"504\" y1=\"\(String(y(Int64(percent) * 100)))\" y2=\"\(String(y(Int64(percent) * 100)))\"/><text x=\"38\" y=\"\(String(y(Int64(percent) * 100) + 4))\" text-anchor=\"end\">\(l.percent(percent))</text>"
        })\
        <polygon class="under" points="\(line) \(String(x(shown))),170"/><polyline class="curve" points="\(line)"/>\
        \(each: Array(marks.indices), { place in
            let (px, py) = (x(marks[place].count), y(curve[marks[place].count - 1]))
            // What stands left of a rising curve is free.
            let isLate = px > 240
            return """
                <line class="mark" x1="\(String(px))" x2="\(String(px))" y1="\(String(py))" y2="170"/><circle cx="\(String(px))" cy="\(String(py))" r="3.5"/>\
                <text class="strong" x="\(String(isLate ? px - 8 : px + 8))" y="\(String(isLate ? py - 5 : py + 18))"\(if: isLate, " text-anchor=\"end\"")>\(said[place])</text>
                """
        })\
        <text x="44" y="186">\(l("largest"))</text><text x="504" y="186" text-anchor="end">\(l("the \(shown) largest of \(found.count) clients"))</text></svg>
        """
}

/// A share as a bar, with lines where a client is key and where the dependency is critical.
func dependencyBar(_ share: Int64, isCritical: Bool, _ rules: KeyRules, _ l: Language) -> HTML {
    // Up to twice what is critical.
    let most = 2 * rules.critical
    func x(_ share: Int64) -> String { String(Int(clamping: min(most, max(0, share)) * 300 / most)) }
    return """
        <svg class="pace share" viewBox="0 0 300 16" preserveAspectRatio="none" role="img" aria-label="\(l.percent(Discount(hundredths: share)))">\
        <rect class="track" x="0" y="4" width="300" height="8"/><rect class="done\(if: isCritical, " critical")" x="0" y="4" width="\(x(share))" height="8"/>\
        <line class="days" x1="\(x(rules.key))" x2="\(x(rules.key))" y1="1" y2="15"/><line class="goal" x1="\(x(rules.critical))" x2="\(x(rules.critical))" y1="0" y2="16"/></svg>
        """
}

/// What was overdue at the ends of months and is today. A table beside it says the same.
func debtChart(_ points: [DebtGlance.Point], _ c: Chrome) -> HTML {
    let l = c.language
    let most = max(1, points.map(\.overdue.minor).max() ?? 1)
    func bar(_ place: Int) -> HTML {
        let point = points[place]
        let height = Int(Double(max(0, point.overdue.minor)) / Double(most) * 90)
        let (x, isToday) = (4 + place * 56, place == points.count - 1)
        return """
            <rect class="value\(if: isToday, " today")" x="\(String(x))" y="\(String(112 - height))" width="48" height="\(String(max(1, height)))"/>\
            <text x="\(String(x + 24))" y="\(String(106 - height))" text-anchor="middle">\(c.short(point.overdue))</text>\
            <text x="\(String(x + 24))" y="128" text-anchor="middle">\(isToday ? l("today") : l.monthInitials(Month(of: point.day)))</text>
            """
    }
    return """
        <svg class="chart debts shrinks" viewBox="0 0 396 134" role="img" aria-label="\(l("Overdue debt at the ends of months: the table beside it says the same"))">\
        <line class="axis" x1="0" x2="396" y1="112" y2="112"/>\(each: Array(points.indices), bar)</svg>
        """
}

/// The income of a period summed day by day: this year thick, last year thin, what should be done by each day dotted.
func pathChart(_ path: PlanPath, _ plan: PlanSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let days = max(path.lastYear.count - 1, 1)
    let values = path.actual + path.lastYear + path.due
    let (least, most) = (min(0, values.min() ?? 0), max(1, values.max() ?? 1))
    func y(_ value: Int64) -> Int {
        150 - Int((Double(value) - Double(least)) / (Double(most) - Double(least)) * 132)
    }
    func points(_ values: [Int64]) -> String {
        values.enumerated().map { "\(8 + $0.offset * 430 / days),\(y($0.element))" }.joined(separator: " ")
    }
    func end(_ values: [Int64], _ name: String) -> HTML {
        guard let last = values.last else { return .none }
        let x = 8 + (values.count - 1) * 430 / days
        return
            "<text class=\"strong\" x=\"\(String(min(x + 6, 444)))\" y=\"\(String(max(12, y(last) - 4)))\">\(name)</text>"
    }
    let months = (0...days).map { plan.period.draft.from + $0 }.enumerated().filter { $0.element.dayOfMonth == 1 }
    return """
        <svg class="chart path shrinks" viewBox="0 0 520 170" role="img" aria-label="\(l("How it came")): \(c.short(Money(path.actual.last ?? 0)))">\
        <line class="axis" x1="8" x2="438" y1="\(String(y(0)))" y2="\(String(y(0)))"/>\
        \(each: Array(months), { "<text x=\"\(String(8 + $0.offset * 430 / days))\" y=\"166\">\(l.monthInitials(Month(of: $0.element)))</text>" })\
        <polyline class="last" points="\(points(path.lastYear))"/>\
        \(if: !path.due.isEmpty, "<polyline class=\"due\" points=\"\(points(path.due))\"/>")\
        <polyline class="done" points="\(points(path.actual))"/>\(end(path.actual, c.short(Money(path.actual.last ?? 0))))\
        \(if: !path.due.isEmpty, end(path.due, l("plan")))</svg>
        """
}
