import Domain
import Routes

/// The person in eight answers: how strong, where they stand, how close and with whom, what comes next, the project, who of us knows them,
/// the last contact, and what is expected.
func personSummary(_ page: PersonSheet, _ c: Chrome) -> HTML {
    """
    <dl class="summary">\(power(page, c))\(stance(page, c))\(step(page, c))\(next(page, c))\
    \(project(page, c))\(knownBy(page, c))\(lastContact(page, c))\(expected(page, c))</dl>
    """
}

private func answer(_ name: String, _ value: HTML, _ note: HTML = .none) -> HTML {
    "<div><dt>\(name)</dt><dd>\(value)<small>\(note)</small></dd></div>"
}

/// The post at the client where the person was judged last; the current one begun last if they were not.
private func place(_ page: PersonSheet, _ c: Chrome) -> PostRow? {
    let current = page.posts.filter { $0.holds(on: c.today) }
    return current.first { $0.client.id == page.standpoints.first?.latest.client.id } ?? current.first
}

private func power(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let post = place(page, c)
    let role = [post?.role.map { l.word($0).lowercased() }, page.standpoints.count > 1 ? post?.client.name : nil]
    return answer(
        l("Power"), powerMark(page.standpoints.first?.power, l), "\(role.compactMap { $0 }.joined(separator: ", "))")
}

private func stance(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let from = page.standpoints.first?.stanceFrom
    return answer(
        l("Stance to us"), stanceMark(page.standpoints.first?.stance, l),
        "\(ifLet: from, { "\(shortName($0.by)), \(c.day($0.day)) · \(gradeMark($0.certainty, l))" })")
}

private func step(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let closest = page.closest.first else { return answer(l("Step with us"), stepMark(.none, l)) }
    return answer(
        l("Step with us"), stepMark(closest.step, l),
        "\(l("with \(shortName(closest.user.name))")), \(l("since \(c.day(closest.day))"))\(confirmedMark(closest.confirmed?.day, c))"
    )
}

private func next(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let late = page.matters.count { ($0.daysOverdue(on: c.today) ?? 0) > 0 }
    let overdue: HTML = late > 0 ? "<span class=\"bad\">\(l("\(late) promises overdue"))</span>" : .none
    guard let next = page.next(from: c.today) else {
        return answer(l("Next date"), "–", late > 0 ? overdue : "\(l("nothing dated"))")
    }
    return answer(l("Next date"), "\(c.day(next.day))", "\(next.text)\(if: late > 0, " · ")\(overdue)")
}

private func project(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let project = page.project else { return answer(l("Project"), "<span class=\"quiet\">\(l("none"))</span>") }
    let due = project.due.map { l("due \(c.day($0))") }
    let look = l("next check-in \(c.day(project.lookIn))")
    return answer(
        l("Project"),
        "\(levelMark(project.level, l)) \(anchor(project.goal, .projects(.sheet(project.id)), c))",
        "\([due, look].compactMap { $0 }.joined(separator: " · "))")
}

private func knownBy(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let known = page.closest.filter { $0.step > .none }
    let others = known.dropFirst().map { l("\(shortName($0.user.name)): \(l.word($0.step))") }
    return answer(
        l("Who of us knows them"),
        known.first.map { "\(shortName($0.user.name))" } ?? "<span class=\"quiet\">\(l("nobody yet"))</span>",
        "\(others.joined(separator: "; "))")
}

private func lastContact(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let last = page.interactions.first else {
        return answer(l("Last interaction"), "<span class=\"quiet\">\(l("none yet"))</span>")
    }
    return answer(
        l("Last interaction"), "\(c.day(last.day))",
        "\(l.word(last.kind).lowercased())\(ifLet: last.client, { ", \(l("at \($0.name)"))" }) · \(l("\(page.interactionsCount) in all"))"
    )
}

private func expected(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let change = page.expected.first else {
        return answer(l("Expected"), "<span class=\"quiet\">\(l("no change"))</span>")
    }
    return answer(
        l("Expected"), "\(change.text)",
        "\(l("\(change.probability) % likely by \(c.day(change.day))")); \(l("balance \(l.signed(change.shift))"))")
}
