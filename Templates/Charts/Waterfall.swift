import Domain

/// A step of a waterfall: where the sum was before it and is after it, in minor units.
private struct Step {
    var name: String
    var from: Int64
    var to: Int64
    /// True for the first and the last, which stand on the ground.
    var isWhole: Bool
}

/// How one year became the next, as a waterfall: what brought more is filled, what brought less is hollow. A table beside it says the same.
func waterfall(_ bridge: Bridge, _ c: Chrome) -> HTML {
    let l = c.language
    var steps = [Step(name: l("last year"), from: 0, to: bridge.before, isWhole: true)]
    var sum = bridge.before
    for (part, value) in bridge.parts {
        steps.append(Step(name: l.word(part), from: sum, to: sum &+ value, isWhole: false))
        sum = sum &+ value
    }
    steps.append(Step(name: l("this year"), from: 0, to: bridge.after, isWhole: true))
    let values = steps.flatMap { [$0.from, $0.to] }
    let (least, most) = (min(0, values.min() ?? 0), max(1, values.max() ?? 1))
    func y(_ value: Int64) -> Int {
        150 - Int((Double(value) - Double(least)) / (Double(most) - Double(least)) * 130)
    }
    func bar(_ place: Int) -> HTML {
        let step = steps[place]
        let (top, bottom) = (min(y(step.from), y(step.to)), max(y(step.from), y(step.to)))
        let (x, isLess) = (4 + place * 74, step.to < step.from)
        let value =
            step.isWhole ? c.short(Money(step.to)) : "\(isLess ? "" : "+")\(c.short(Money(step.to &- step.from)))"
        return """
            <rect class="value\(if: isLess, " hollow")\(if: !step.isWhole, " part")" x="\(x)" y="\(top)" width="58" height="\(max(1, bottom - top))"/>\
            \(if: place < steps.count - 1, "<line class=\"axis\" x1=\"\(x + 58)\" x2=\"\(x + 74)\" y1=\"\(y(step.to))\" y2=\"\(y(step.to))\"/>")\
            <text x="\(x + 29)" y="\(max(12, top - 5))" text-anchor="middle">\(value)</text>\
            <text x="\(x + 29)" y="\(place.isMultiple(of: 2) ? 166 : 181)" text-anchor="middle">\(step.name)</text>
            """
    }
    return """
        <svg class="chart waterfall" viewBox="0 0 520 187" role="img" aria-label="\(l("From last year to this: the table beside it says the same"))">\
        <line class="axis" x1="0" x2="520" y1="\(y(0))" y2="\(y(0))"/>\(each: Array(steps.indices), bar)</svg>
        """
}
