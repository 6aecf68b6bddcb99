import Domain

/// How much of a plan is done, as a bar: what is done, a dotted line where it should be today, a thick line for the plan. `name` is what the
/// bar says to those who hear the page.
func paceBar(_ name: String, _ pace: Pace, _ l: Language) -> HTML {
    // The plan ends at 260 of 300, so that more than the plan is seen.
    func place(_ value: Int64) -> Int64 {
        guard pace.plan > 0 else { return value > 0 ? 300 : 0 }
        return max(0, min(300, Pace.divided(260, by: value, of: pace.plan)))
    }
    let done = pace.donePercent.map { "\(name): \(l.percent(Int(clamping: $0)))" } ?? name
    return """
        <svg class="pace" viewBox="0 0 300 16" preserveAspectRatio="none" role="img" aria-label="\(done)">\
        <rect class="track" x="0" y="4" width="260" height="8"/><rect class="done" x="0" y="4" width="\(String(place(pace.actual)))" height="8"/>\
        <line class="goal" x1="260" x2="260" y1="0" y2="16"/>\
        <line class="days" x1="\(String(place(pace.due)))" x2="\(String(place(pace.due)))" y1="1" y2="15"/></svg>
        """
}

/// What the marks of pace bars mean.
func paceKey(_ l: Language) -> HTML {
    """
    <p class="body key pacekey"><span><i class="done"></i>\(l("done"))</span> <span><i class="days"></i>\(l("where it should be today"))</span> \
    <span><i class="goal"></i>\(l("plan"))</span></p>
    """
}
