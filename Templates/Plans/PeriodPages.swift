import Domain
import Routes

/// The periods for which something is planned, with how much of each is gone.
package func periodListPage(_ list: PeriodList, _ c: Chrome) -> HTML {
    let l = c.language
    let new: HTML = c.may(.lead) ? button(l("New period"), c.link(.periods(.new)), main: true) : .none
    return layout(
        l("Periods"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Periods"), actions: "\(printButton(l)) \(new)"))
        \(if: !list.periods.isEmpty, answer(periodAnswer(list, c)))
        \(if: c.may(.lead), yearForm(list, c))
        \(list.periods.isEmpty ? noPeriods(l) : sheet(l("Periods"), export: .periods(.list), periodTable(list, c), c))
        <p class="quiet hint"><a href="\(c.link(.periods(.calendar)))">\(l("Working days"))</a></p>
        """)
}

private func noPeriods(_ l: Language) -> HTML {
    sheet(
        l("No periods yet"),
        emptyNote(l("Add a year with its quarters and months by one press, or a period with days of your own.")))
}

/// Where we are: the shortest period of today's.
private func periodAnswer(_ list: PeriodList, _ c: Chrome) -> HTML {
    let l = c.language
    let current = list.periods.map(\.draft).filter { $0.span.contains(c.today) }
    guard
        let quarter = current.first(where: { $0.kind == .quarter }) ?? current.min(by: { $0.span.days < $1.span.days })
    else { return "\(l("Today lies in no period."))" }
    let gone = list.calendar.workingDays(from: quarter.from, to: c.today)
    let all = list.calendar.workingDays(from: quarter.from, to: quarter.to)
    return "<b>\(quarter.name)</b>: \(l("\(gone) of \(all) working days are gone"))."
}

private func yearForm(_ list: PeriodList, _ c: Chrome) -> HTML {
    let l = c.language
    let known = Set(list.periods.map(\.draft).filter { $0.kind == .year }.map(\.from.year))
    let years = (c.today.year - 1...c.today.year + 1).filter { !known.contains($0) }
    guard !years.isEmpty else { return .none }
    return """
        <form class="filters unprinted" method="post" action="\(c.action(.periods(.addWholeYear)))">\(hidden(c))\
        <span class="quiet">\(l("A year with its quarters and months:"))</span> \(each: years, {
            "<button class=\"button\" name=\"year\" value=\"\($0)\">\(l("Add \(String($0))"))</button> "
        })</form>
        """
}

private func periodTable(_ list: PeriodList, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Name"), .name), Column(l("Kind")), Column(l("From"), .number), Column(l("To"), .number),
        Column(l("Working days"), .number), Column(l("Gone"), .number),
    ]
    return table(l("Periods"), c.may(.lead) ? columns + [.acts(l("Edit"))] : columns, list.periods) { period in
        let draft = period.draft
        let all = list.calendar.workingDays(from: draft.from, to: draft.to)
        let gone = list.calendar.workingDays(from: draft.from, to: min(c.today, draft.to))
        return [
            "\(draft.name)", "\(l.word(draft.kind))", "\(c.day(draft.from))", "\(c.day(draft.to))",
            "\(l.number(all))", "\(l.number(gone))",
            actLink(l("Edit"), label: l("Edit: \(draft.name)"), .periods(.edit(period.id)), c),
        ]
    }
}

package func periodExport(_ list: PeriodList, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Name"), l("From"), l("To"), l("Kind"), l("Working days")],
        list.periods.map { period in
            let draft = period.draft
            return [
                .text(draft.name), .text(draft.from.iso), .text(draft.to.iso), .text(l.word(draft.kind)),
                .number(String(list.calendar.workingDays(from: draft.from, to: draft.to))),
            ]
        })
}

package func periodForm(_ id: PlanPeriod.ID?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return partForm(
        id == nil ? l("New period") : l("Edit period"), of: l("Periods"), .periods(.list),
        .periods(id.map { .change($0) } ?? .add), f, c,
        """
        \(f.text("name", l("Name"), required: true, width: "narrow"))
        \(f.choice("kind", l("Kind"), PeriodKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.day("from", l("From"), required: true))
        \(f.day("to", l("To"), required: true))
        """, delete: id.map { .periods(.delete($0)) })
}

/// The years in which work differs from Monday to Friday.
package func workCalendarPage(_ years: [WorkYear], _ c: Chrome) -> HTML {
    let l = c.language
    let new: HTML = c.may(.lead) ? button(l("New year"), c.link(.periods(.newYear)), main: true) : .none
    let calendar = WorkCalendar("desk", years: years.map(\.draft.calendarYear))
    let columns = [
        Column(l("Year"), .name), Column(l("Working days"), .number), Column(l("Free days"), .words),
        Column(l("Worked weekends")), Column(l("Source"), .words), Column(l("Checked on"), .number),
    ]
    let rows = table(l("Working days"), c.may(.lead) ? columns + [.acts(l("Edit"))] : columns, years) { year in
        let draft = year.draft
        let days = PeriodSpan.calendar(.year, of: draft.year).first.map {
            calendar.workingDays(from: $0.from, to: $0.to)
        }
        return [
            "\(String(draft.year))", "\(l.number(days ?? 0))", dayList(draft.calendarYear.free, c),
            dayList(draft.calendarYear.worked, c), "\(draft.source)",
            draft.checkedOn.map { "\(c.day($0))" } ?? "<span class=\"warn\">\(l("to be checked"))</span>",
            actLink(l("Edit"), label: l("Edit: \(String(draft.year))"), .periods(.editYear(year.id)), c),
        ]
    }
    return layout(
        l("Working days"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Working days"), actions: "\(printButton(l)) \(new)"))
        <p class="quiet">\(l("A year that is not listed counts from Monday to Friday."))</p>
        \(if: c.may(.lead), shippedCalendars(years, c))
        \(years.isEmpty ? sheet(l("Monday to Friday"), emptyNote(l("Take over the calendar of a country, or write down a year."))) : sheet(l("Years"), rows))
        """)
}

/// One-press buttons for the calendars with which the program comes, as far as the desk lacks a year of theirs.
private func shippedCalendars(_ years: [WorkYear], _ c: Chrome) -> HTML {
    let l = c.language
    let known = Set(years.map(\.draft.year))
    let lacking = WorkCalendar.shipped.filter { calendar in calendar.years.contains { !known.contains($0.year) } }
    guard !lacking.isEmpty else { return .none }
    return """
        <form class="filters unprinted" method="post" action="\(c.action(.periods(.take)))">\(hidden(c))\
        \(each: lacking, { calendar in
            let span = "\(calendar.years.first?.year ?? 0)–\(calendar.years.last?.year ?? 0)"
            return "<button class=\"button\" name=\"calendar\" value=\"\(calendar.key)\">\(l("Take over: \(l.word(calendar)), \(span)"))</button> "
        })</form>
        """
}

/// "1–2, 5–9 Jan": the days in the words of the language, one after the other.
private func dayList(_ days: Set<Day>, _ c: Chrome) -> HTML {
    "\(days.sorted().map { c.language.day($0, $0) }.joined(separator: ", "))"
}

package func workYearForm(_ id: WorkYear.ID?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return partForm(
        id == nil ? l("New year") : l("Edit year"), of: l("Working days"), .periods(.calendar),
        .periods(id.map { .changeYear($0) } ?? .addYear), f, c,
        """
        \(f.text("year", l("Year"), required: true, width: "narrow"))
        \(f.area("free", l("Free days"), rows: 3, hint: l("Days from Monday to Friday on which nobody works: month and day, such as 01-01 01-02.")))
        \(f.area("worked", l("Worked weekends"), rows: 2, hint: l("Saturdays and Sundays on which people work.")))
        \(f.text("source", l("Source"), required: true))
        \(f.day("checked", l("Checked on")))
        """, delete: id.map { .periods(.deleteYear($0)) })
}
