import Domain
import Routes

/// The deadlines of a month, and this week with who clears the way: which days are heavy, and which deadlines are blocked.
package func tenderCalendarPage(
    _ calendar: TenderCalendar, _ query: TenderBoardQuery, _ choices: TenderBoardChoices, _ c: Chrome
) -> HTML {
    let l = c.language
    let isPresent = (calendar.first..<calendar.first + 7 * calendar.weeks).contains(c.today)
    let byDay = Dictionary(grouping: calendar.dues) { $0.row.day }
    let week = isPresent ? c.today - c.today.weekday.rawValue : calendar.first
    func at(_ month: Day) -> Route { .tenders(.calendar(month, query)) }
    return tendersPage(
        .calendar, title: l("Tenders"),
        actions: "\(button(l("Into a calendar"), c.link(.tenders(.deadlines(nil, names: false))))) \(printButton(l))",
        c,
        """
        \(answer(calendarAnswer(calendar, byDay, week, c)))
        <p class="paging unprinted"><a class="button" href="\(c.link(at(calendar.previous)))" aria-label="\(l("Earlier"))">←</a> \
        <b>\(l.month(calendar.month))</b> <a class="button" href="\(c.link(at(calendar.next)))" aria-label="\(l("Later"))">→</a></p>
        \(boardFilter(query, choices, to: .tenders(.calendar(nil, TenderBoardQuery())), keeping: monthField(calendar, isPresent), c))
        \(sheet(l.month(calendar.month), note: l("times as published"), month(calendar, byDay, c)))
        \(sheet(l("Week \(week.isoWeek)"), note: l("with who clears the way"), weekList(week, byDay, c)))
        """)
}

private func monthField(_ calendar: TenderCalendar, _ isPresent: Bool) -> HTML {
    isPresent ? .none : "<input type=\"hidden\" name=\"month\" value=\"\(String(calendar.month.iso.prefix(7)))\">"
}

private func calendarAnswer(
    _ calendar: TenderCalendar, _ byDay: [Day: [TenderDue]], _ week: Day, _ c: Chrome
) -> HTML {
    let l = c.language
    let days = (0..<7).map { week + $0 }
    let dues = days.flatMap { byDay[$0] ?? [] }
    guard !dues.isEmpty else { return "\(l("No deadline lies in week \(week.isoWeek)."))" }
    let blocked = dues.count(where: isBlocked)
    let heavy = days.max { (byDay[$0]?.count ?? 0) < (byDay[$1]?.count ?? 0) } ?? week
    return """
        \(l("Week \(week.isoWeek)")): <b>\(l("\(dues.count) deadlines"))</b>\
        \(if: blocked > 0, ", <b class=\"bad\">\(l("\(blocked) of them with something in the way"))</b>"). \
        \(if: (byDay[heavy]?.count ?? 0) > 1, "\(l("The heavy day is")) <b>\(l.weekday(heavy))</b>.")
        """
}

private func isBlocked(_ due: TenderDue) -> Bool { due.row.isMissed || !due.row.blockers.isEmpty }

private func month(_ calendar: TenderCalendar, _ byDay: [Day: [TenderDue]], _ c: Chrome) -> HTML {
    let l = c.language
    let days = (0..<7).map { calendar.first + $0 }
    return """
        <div class="wide calendar" tabindex="0" role="region" aria-label="\(l.month(calendar.month))"><table>
        <thead><tr><th scope="col"><span class="unseen">\(l("Week"))</span></th>\(each: days, { "<th scope=\"col\">\(l.weekdayAlone($0))</th>" })</tr></thead>
        <tbody>\(each: (0..<calendar.weeks).map { calendar.first + 7 * $0 }, { week($0, calendar, byDay, c) })</tbody></table></div>
        <ul class="body stops marks"><li class="stop">\(l("something is in the way"))</li><li class="ask">\(l("something is not known yet"))</li><li class="clear">\(l("nothing in the way"))</li></ul>
        """
}

private func week(_ monday: Day, _ calendar: TenderCalendar, _ byDay: [Day: [TenderDue]], _ c: Chrome) -> HTML {
    """
    <tr><th scope="row">\(String(monday.isoWeek))</th>\
    \(each: (0..<7).map { monday + $0 }, { dayCell($0, calendar, byDay[$0] ?? [], c) })</tr>
    """
}

private func dayCell(_ day: Day, _ calendar: TenderCalendar, _ dues: [TenderDue], _ c: Chrome) -> HTML {
    let l = c.language
    let style = [
        day == c.today ? "now" : nil, day.month == calendar.month.month ? nil : "other",
        day.weekday.rawValue > 4 ? "off" : nil,
    ].compactMap { $0 }.joined(separator: " ")
    return """
        <td\(if: !style.isEmpty, " class=\"\(style)\"")><span class="date">\(String(day.dayOfMonth))</span><span class="date full">\(l.weekday(day))</span><span>\(if: day == c.today, " <b>\(l("today"))</b>")</span>\
        \(if: !dues.isEmpty, "<ul class=\"stops\">\(each: dues, { entry($0, c) })</ul>")</td>
        """
}

private func entry(_ due: TenderDue, _ c: Chrome) -> HTML {
    let l = c.language
    let row = due.row
    let time: HTML = row.waits ? "\(l("suspended")): " : "<b>\(clock(of: row, c))</b> "
    return """
        <li class="\(isBlocked(due) ? "stop" : row.waits ? "ask" : "clear")">\(time)\(l.word(row.deadline.draft.kind))\
        \(if: row.isMissed, " · \(l("missed"))")<small>\(tenderLink(due.tender, c))</small></li>
        """
}

private func weekList(_ monday: Day, _ byDay: [Day: [TenderDue]], _ c: Chrome) -> HTML {
    let l = c.language
    let days = (0..<7).map { monday + $0 }.filter { byDay[$0] != nil }
    guard !days.isEmpty else { return emptyNote(l("No deadline lies in this week.")) }
    return "\(each: days, { day in "\(each: byDay[day] ?? [], { tenderDueRow($0, c) })" })"
}

/// A deadline with what stands in its way and who clears it.
func tenderDueRow(_ due: TenderDue, stops most: Int = 5, _ c: Chrome) -> HTML {
    let l = c.language
    let row = due.row
    return """
        <div class="why"><span class="mark \(isBlocked(due) ? "bad" : "faint")" aria-hidden="true">●</span>\
        <span><b>\(l.word(row.deadline.draft.kind))</b> · \(tenderLink(due.tender, c))</span>\
        <span class="num">\(alarming("\(dueTime(row, c))", if: row.isMissed))</span>\
        <small>\(due.client.name)\(ifLet: row.who, { " · \(shortName($0))" })\
        \(if: row.isMissed, " · \(row.missed == .nothing ? l("missed") : l.word(row.missed))")</small>\
        \(if: !row.blockers.isEmpty, "<div>\(shortStops(row.blockers, atMost: most, withWho: true, c))</div>")</div>
        """
}
