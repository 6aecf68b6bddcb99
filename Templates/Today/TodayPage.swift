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
        \(if: !today.isEmpty, answer(state(today, c)))
        \(ifLet: today.dashboard, { today.isEmpty ? .none : dashboardPanels($0, c) })
        <div class="cols today"><div>
        \(due(today, c))
        \(tenders(today, c))
        \(standingStill(today, c))
        </div><div>
        \(atRisk(today, c))
        \(opened(today, c))
        \(moved(today, c))
        \(ahead(today, c))
        </div></div>
        """)
}

/// How things stand, in two sentences.
private func state(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let debt: HTML =
        today.lateDebt > .zero
        ? """
        <a href="#risk"><b>\(c.money(today.lateDebt))</b></a> \(l("has been overdue for more than \(Risk.lateDays) days")).
        """ : .none
    let lapses = (today.tenders.shown + today.tenders.folded).filter(\.isLapse)
    let lapsed: HTML =
        "\(each: lapses, { "<b><a class=\"bad\" href=\"\(c.link(.tenders(.sheet($0.tender.id))))\">\(l("Signing has lapsed: \($0.tender.name)"))</a></b>. " })"
    let plan: HTML = "\(ifLet: today.dashboard, { dashboardAnswer($0, c) })"
    guard today.seesPromises else { return "\(lapsed)\(plan)\(debt)" }
    let late = today.late.count > 0 ? l("\(today.late.count) promises are overdue") : l("No overdue promises")
    let week = l("\(today.week.count) are due within a week")
    return """
        \(lapsed)\(plan)<b>\(late)</b>\(if: today.week.count > 0, ", \(week)")\
        \(if: today.dueToday > 0, ", \(l("\(today.dueToday) of them today"))"). \(tenderWeek(today, c))\(debt)
        """
}

/// How many deadlines of tenders are ours to keep within a week.
private func tenderWeek(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let soon = (today.tenders.shown + today.tenders.folded).filter { due in
        !due.isTheirs && !due.row.isMissed && due.row.day <= today.day + 7
    }
    guard !soon.isEmpty else { return .none }
    let blocked = soon.count { !$0.row.blockers.isEmpty }
    return """
        <b>\(l("\(soon.count) deadlines of tenders within a week"))</b>\
        \(if: blocked > 0, ", \(l("\(blocked) of them with something in the way"))"). 
        """
}

/// The rows that are shown at once, and the others under a line that says how many they are.
private func folded<Row>(_ rows: Folded<Row>, _ others: String, _ row: @escaping (Row) -> HTML) -> HTML {
    """
    \(each: rows.shown, row)\(if: !rows.folded.isEmpty, """
        <details class="more printed-whole"><summary>\(others)</summary>\(each: rows.folded, row)</details>
        """)
    """
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
    guard today.seesPromises else { return .none }
    let l = c.language
    let neighbours = today.neighbours
    func row(_ matter: MatterRow) -> HTML {
        matterRow(matter, withClient: true, neighbour: neighbours[matter.id], c)
    }
    let isEmpty = [today.late, today.week, today.later].allSatisfy { $0.count == 0 }
    let panel = sheet(
        l("Due"), note: l("\(today.late.count) overdue"),
        isEmpty
            ? emptyNote(
                l("No promise is due within two weeks. What you agree with a client shows up here as its day comes."))
            : """
            \(folded(today.late, l("\(today.late.hidden) more are overdue for longer"), row))
            \(folded(today.week, l("\(today.week.hidden) more within a week"), row))
            \(folded(today.later, l("\(today.later.hidden) later, until \(c.day(today.day + TodaySheet.horizon))"), row))
            """)
    return "<div id=\"due\" data-rows>\(panel)</div>"
}

private func atRisk(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !today.risks.isEmpty else { return .none }
    let rules = Risk.Rule.allCases.filter { rule in today.risks.contains { $0.rule == rule } }
    func all(_ rule: Risk.Rule) -> Route {
        .clients(.list(ClientListQuery(risk: rule, order: rule == .debt ? .overdue : .income)))
    }
    return """
        <div id="risk">\(sheet(
            l("At risk"), note: l("the greatest amounts of each rule"),
            """
            \(each: today.risks, { riskRow($0, withClient: true, c) })
            <p class="body all unprinted">\(l("All:")) \(each: rules.indices, { place in
                "\(if: place > 0, " · ")<a href=\"\(c.link(all(rules[place])))\">\(l.word(rules[place]))</a>"
            })</p>
            """))</div>
        """
}

/// The deadlines of tenders, with what stands in the way and who clears it.
private func tenders(_ today: TodaySheet, _ c: Chrome) -> HTML {
    guard today.tenders.count > 0 else { return .none }
    let l = c.language
    return sheet(
        l("Tenders"), note: l("deadlines within two weeks"),
        folded(today.tenders, l("All: \(today.tenders.hidden) more")) { tenderDueRow($0, stops: 1, c) })
}

private func standingStill(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard today.standstills.count > 0 else { return .none }
    return sheet(
        l("Standing still"), note: l("no progress for a long time"),
        folded(today.standstills, l("All: \(today.standstills.hidden) more")) { standstillRow($0, c) })
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
    let since = today.movedSince.map { c.local($0) }
    return sheet(
        l("What moved"),
        note: since.map { l("since you were here, \($0.day == c.today ? l("today") : c.day($0.day)) \(l.time($0))") }
            ?? l("within a week"),
        today.moved.count == 0
            ? emptyNote(since == nil ? l("Nothing moved within a week.") : l("Nothing moved since you were here."))
            : folded(today.moved, l("All: \(today.moved.hidden) more")) { movedRow($0, c) })
}

private func movedRow(_ moved: Moved, _ c: Chrome) -> HTML {
    let l = c.language
    let change = moved.change
    let day = moved.day ?? c.local(change.at).day
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">●</span><span>\(changeTitle(change, c))</span>\
        <span class="num">\(day == c.today ? l("today") : l.weekday(day))</span>\
        <small>\(changeAct(change, c))\(ifLet: change.client, { client in
            "\(if: change.subject != .client, " · \(clientLink(client, c))")"
        })</small></div>
        """
}

private func ahead(_ today: TodaySheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard today.ahead.count > 0 else { return .none }
    return sheet(
        l("Ahead"), note: l("within two weeks"),
        folded(today.ahead, l("All: \(today.ahead.hidden) more")) { occasionRow($0, c) })
}

private func occasionRow(_ occasion: Occasion, _ c: Chrome) -> HTML {
    let link = occasion.subject.page(occasion.record).map { anchor(occasion.name, $0, c) } ?? "\(occasion.name)"
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">●</span>\
        <span>\(link)\(ifLet: occasion.what, { ": \(c.language(named: $0))" })</span>\
        <span class="num">\(c.day(occasion.day))</span>\(ifLet: occasion.beside, { "<small>\($0)</small>" })</div>
        """
}
