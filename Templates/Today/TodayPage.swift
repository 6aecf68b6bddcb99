import Domain
import Routes

/// `noCopy` says why no copy of the desk could be made; nil if one was.
package func todayPage(_ today: TodaySheet, noCopy: String?, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Today"), c,
        """
        <div class="head"><h1>\(l.longDay(today.day))</h1><span class="quiet">\(c.frame.viewer.name) · \
        \(l("week \(today.day.isoWeek)"))</span></div>
        \(ifLet: noCopy, { "<p class=\"notice\">\(l("No copy could be made: \($0)"))</p>" })
        \(if: today.isEmpty, welcome(c))\(if: !today.isEmpty && c.mayEdit, lineForm("", nil, c))
        <div class="cols"><div>
        \(due(today, c))
        \(atRisk(today, c))
        </div><div>
        \(opened(today, c))
        \(moved(today, c))
        \(standingStill(today, c))
        \(ahead(today, c))
        </div></div>
        """)
}

/// First steps on an empty desk.
private func welcome(_ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Nothing is here yet"),
        """
        <div class="body"><p>\(l("Begin with your clients: type the first one, or bring in the list that you have."))</p>
        <p class="buttons">\(if: c.mayEdit, button(l("Add your first client"), c.link(.clients(.new)), main: true))
        \(if: c.may(.importer), button(l("Import from a file"), c.link(.imports(.list))))</p></div>
        <ol class="body steps">
        <li><a href="\(c.link(.keys(.account)))">\(l("Your account"))</a>: \(l("your name and your password."))</li>
        <li><a href="\(c.link(.team(.settings)))">\(l("Settings"))</a>: \(l("the currency and your colleagues."))</li>
        <li>\(l("On the client's page add the people who decide, and log what you agree with them.")) \
        <a href="\(c.link(.help))">\(l("Help"))</a></li>
        </ol>
        """)
}

private func due(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let note = "\(l("\(today.overdueCount) overdue")), \(l("\(today.dueCount) within two weeks"))"
    return sheet(
        l("Due"), note: note,
        today.due.isEmpty
            ? emptyNote(
                l("Nothing is due within two weeks. What you agree with a client shows up here as its day comes."))
            : "\(each: today.due, { matterRow($0, withClient: true, c) })")
}

private func atRisk(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !today.risks.isEmpty else { return .none }
    return sheet(
        l("At risk"), note: l("the greatest amounts of each rule"),
        """
        \(each: today.risks, { riskRow($0, withClient: true, c) })
        <p class="body">\(each: Risk.Rule.allCases.filter { rule in today.risks.contains { $0.rule == rule } }, { rule in
            "<a href=\"\(c.link(.clients(.list(ClientListQuery(risk: rule, order: rule == .debt ? .overdue : .income)))))\">\(l("All: \(l.word(rule))"))</a> "
        })</p>
        """)
}

private func standingStill(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !today.standstills.isEmpty else { return .none }
    return sheet(
        l("Standing still"), note: l("what has not moved for long"),
        "\(each: today.standstills, { standstillRow($0, c) })")
}

private func standstillRow(_ standstill: Standstill, _ c: Chrome) -> HTML {
    var what: HTML = .none
    if case .project(let project, _) = standstill.reason {
        what = "\(anchor(project.name, .projects(.sheet(project.id)), quietly: true, c)) · "
    }
    return """
        <div class="why"><span class="mark warn" aria-hidden="true">●</span>\
        <span>\(what)\(personLink(standstill.person, c)) · \(clientLink(standstill.client, c))</span><small>\(reason(standstill.reason, c))</small></div>
        """
}

private func reason(_ reason: Standstill.Reason, _ c: Chrome) -> String {
    let l = c.language
    switch reason {
    case .ladder(let step, nil, let since):
        return l("\(l.word(step)) since \(c.day(since)): no step in \(c.today - since) days")
    case .ladder(let step, let before?, let since):
        return l(
            "fell from \(l.word(before)) to \(l.word(step)) on \(c.day(since)): no step up in \(c.today - since) days")
    case .project(_, let stalls): return stalls.map { l.word($0, c) }.joined(separator: " · ")
    }
}

private func opened(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !today.opened.isEmpty else { return .none }
    return sheet(
        l("No longer a trade secret"), note: l("within a week"), "\(each: today.opened, { changeLine($0, c) })")
}

private func moved(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("What moved"), note: l("within a week"),
        today.moved.isEmpty
            ? emptyNote(l("Nothing moved within a week."))
            : "\(each: today.moved, { movedRow($0, c) })")
}

private func movedRow(_ change: Change, _ c: Chrome) -> HTML {
    let l = c.language
    let time = c.local(change.at)
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">●</span><span>\(changeTitle(change, c))</span>\
        <span class="num">\(time.day == c.today ? l.time(time) : l.weekday(time.day))</span>\
        <small>\(changeAct(change, c))\(ifLet: change.client, { client in
            "\(if: change.subject != .client, " · \(clientLink(client, c))")"
        })</small></div>
        """
}

private func ahead(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !today.ahead.isEmpty else { return .none }
    return sheet(
        l("Ahead"), note: l("within two weeks"),
        "<table><tbody>\(each: today.ahead, { occasionRow($0, c) })</tbody></table>")
}

private func occasionRow(_ occasion: Occasion, _ c: Chrome) -> HTML {
    let link = occasion.subject.page(occasion.record).map { anchor(occasion.name, $0, c) } ?? "\(occasion.name)"
    return """
        <tr><td class="quiet when">\(c.day(occasion.day))</td><td>\(link)\(ifLet: occasion.what, { ": \(c.language(named: $0))" })\
        \(ifLet: occasion.beside, { "<br><small class=\"quiet\">\($0)</small>" })</td></tr>
        """
}
