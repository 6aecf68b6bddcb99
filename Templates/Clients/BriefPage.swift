import Domain
import Routes

/// The one-page brief for a meeting: who takes part and how to approach them, what was promised, what is open, what we want, and the
/// answers to what they will object. What is not known is named in one line.
package func briefPage(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let (id, draft) = (brief.client.id, brief.client.draft)
    let known = BriefParts(brief: brief, c: c)
    return layout(
        "\(draft.name): \(l("Brief"))", c,
        """
        <div class="brief\(if: brief.isTight, " tight")">
        \(trail(draft.name, c.link(.clients(.sheet(id)))))
        \(head(draft.name, badges: badges(brief, c),
            actions: "\(if: c.mayEdit, "\(button(l("Prepare"), c.link(.clients(.editBrief(id))), main: true, key: "E")) ")\(printButton(l))"))
        <p class="under">\(meeting(brief, c))</p>
        \(figures(brief, c))
        \(if: !brief.risks.isEmpty, "<p class=\"risks lines-2\"><b>\(l("At risk")):</b> \(risks(brief, c))</p>")
        \(briefGuests(brief, c))
        \(each: known.pairs, { "<div class=\"pair\">\(each: $0, { $0 })</div>" })
        \(ifLet: known.unknown, { "<p class=\"quiet unknown\">\($0)</p>" })
        <section class="part ruled"><h2>\(l("Notes"))</h2></section>
        </div>
        """)
}

private func badges(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(statusBadge(brief.client.status, l))\
        \(if: brief.client.draft.isConfidential, " <span class=\"badge alarm\">\(l("confidential"))</span>")\
        \(if: brief.ageing.overdue > .zero, " <span class=\"badge alarm\">\(l("\(c.short(brief.ageing.overdue)) overdue"))</span>")
        """
}

/// When and where, who of us, and how many of them.
private func meeting(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = brief.client.draft
    let meeting = brief.brief.draft
    let place = meeting.place ?? [draft.city, draft.address].compactMap { $0 }.joined(separator: ", ")
    let time = meeting.startTime.map { ", \($0.text)" } ?? ""
    let parts: [HTML?] = [
        meeting.day.map { "<b>\(l.weekday($0))\(time)</b>" }, place.isEmpty ? nil : "\(place)",
        brief.kam.map { "\(l("from us:")) <b>\($0.name)</b>" },
        meeting.people.isEmpty ? nil : "\(l("they:")) \(l.number(brief.guests.count))",
    ]
    let said = parts.compactMap { $0 }
    return said.isEmpty ? .none : said.dropFirst().reduce(said[0]) { "\($0) · \($1)" }
}

private func figures(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let last = brief.interactions.first
    return """
        <dl class="figures">
        \(figure(l("Income, 12 months"), brief.sales.year.income.map(c.short) ?? l("unknown"), incomeNote(brief.sales, c)))
        \(figure(l("Open debt"), brief.ageing.open > .zero ? c.short(brief.ageing.open) : l("none"), debtNote(brief.ageing, c), alarm: brief.ageing.overdue > .zero))
        \(ifLet: brief.power, { powerFigure($0, c) })
        \(figure(l("Last interaction"), last.map { c.day($0.day) } ?? "–", last.map { l.word($0.kind) } ?? l("none yet")))
        </dl>
        """
}

private func risks(_ brief: BriefSheet, _ c: Chrome) -> String {
    brief.risks.map { "\(c.language.word($0.rule).lowercased()), \(c.short($0.amount))" }.joined(separator: "; ")
}

/// Who will sit there: where each stands, how close they are, how to approach them, and what the project with them is for.
private func briefGuests(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let isChosen = !brief.brief.draft.people.isEmpty
    let title = isChosen ? l("Who sits there") : l("Closest to the decision")
    guard !brief.guests.isEmpty else {
        return """
            <section class="part"><h2>\(title)</h2><p class="quiet">\(l("Nobody is known here yet. Who decides, who holds the budget?"))</p></section>
            """
    }
    let columns = [
        Column(l("Person"), .name), Column(l("Power")), Column(l("Stance to us")), Column(l("Step with us")),
        Column(l("How to approach, what is agreed"), .words), Column(l("Project, its goal"), .words),
    ]
    let note: HTML = isChosen ? .none : " <small>\(l("nobody is chosen for the meeting yet"))</small>"
    return """
        <section class="part"><h2>\(title)\(note)</h2>
        <div class="who">\(table(title, columns, brief.guests) { guestCells($0, isOneOfFew: brief.guests.count <= 4, c) })</div></section>
        """
}

/// Where there are few guests, no word on how to approach them is cut.
private func guestCells(_ guest: BriefGuest, isOneOfFew: Bool, _ c: Chrome) -> [HTML] {
    let (l, person) = (c.language, guest.person)
    return [
        """
        <span class="lines-1">\(personCell(person.person, vip: person.isVip, kol: person.isKol, c))</span>\(postWords(person, l))
        """,
        powerMark(person.judged?.power, l),
        "\(stanceMark(person.judged?.stance, l))\(ifLet: person.judged, { "<small class=\"by\">\(judgedBy($0, c))</small>" })",
        "\(stepMark(person.step?.step ?? .none, l))\(ifLet: person.step, { "<small class=\"by\">\(l("with \(shortName($0.user.name))"))\(confirmedMark($0.confirmedOn, c))</small>" })",
        approach(guest, isWhole: isOneOfFew, c),
        person.project.map { project in
            "<span class=\"lines-3\">\(levelMark(project.level, l)) \(project.goal)</span>\(ifLet: project.due, { "<small class=\"by\">\(l("due \(c.day($0))"))</small>" })"
        } ?? "<span class=\"quiet\">\(l("none"))</span>",
    ]
}

/// How to approach a guest, and in bold the boundary that was agreed with them.
private func approach(_ guest: BriefGuest, isWhole: Bool, _ c: Chrome) -> HTML {
    guard guest.approach != nil || guest.boundary != nil else {
        return "<span class=\"quiet\">\(c.language("not known"))</span>"
    }
    return """
        <span\(if: !isWhole, " class=\"lines-3\"")>\(ifLet: guest.boundary, { "<b>\($0.text)</b> (\(c.language("agreed \(c.day($0.day))")))" })\
        \(if: guest.approach != nil && guest.boundary != nil, ". ")\(ifLet: guest.approach, { "\($0.text)" })</span>
        """
}
