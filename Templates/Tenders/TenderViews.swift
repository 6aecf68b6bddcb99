import Domain
import Routes

/// The ways to look at all tenders.
enum TenderView: CaseIterable {
    case board, calendar, table, signals, papers, securities, deliveries, results, competitors

    var route: Route {
        switch self {
        case .board: .tenders(.board(TenderBoardQuery()))
        case .calendar: .tenders(.calendar(nil, TenderBoardQuery()))
        case .table: .tenders(.list(TenderListQuery()))
        case .signals: .signals(.list)
        case .papers: .tenders(.papers)
        case .securities: .tenders(.securities)
        case .deliveries: .tenders(.deliveries)
        case .competitors: .tenders(.competitors(nil))
        case .results: .tenders(.results(TenderListQuery()))
        }
    }

    func name(_ l: Language) -> String {
        switch self {
        case .board: l("Board")
        case .calendar: l("Calendar")
        case .table: l("Table")
        case .signals: l("Signals")
        case .papers: l("Own papers")
        case .securities: l("Securities")
        case .deliveries: l("Deliveries")
        case .competitors: l("Competitors")
        case .results: l("Results")
        }
    }
}

/// A page about all tenders, under tabs for the others.
func tendersPage(_ view: TenderView, title: String, actions: HTML = .none, _ c: Chrome, _ content: HTML) -> HTML {
    let l = c.language
    return layout(
        title, c,
        """
        \(head(title, actions: actions))
        <nav class="tabs" aria-label="\(l("Tenders"))">\(each: TenderView.allCases, {
            "<a href=\"\(c.link($0.route))\"\(if: $0 == view, " aria-current=\"page\"")>\($0.name(l))</a>\n"
        })</nav>
        \(content)
        """)
}

/// What the filter of the board and of the calendar offers.
package struct TenderBoardChoices: Sendable {
    package var kams: [User]
    package var procedures: [Procedure.Choice]

    package init(kams: [User], procedures: [Procedure.Choice]) { (self.kams, self.procedures) = (kams, procedures) }
}

/// The filter of the board and of the calendar; `page` is where it leads, and `others` are the fields that it keeps.
func boardFilter(
    _ query: TenderBoardQuery, _ choices: TenderBoardChoices, to page: Route, keeping others: HTML = .none, _ c: Chrome
) -> HTML {
    let l = c.language
    return """
        <form class="filters unprinted" action="\(c.link(page))" role="search" aria-label="\(l("Filter"))">\(others)
        \(filter("kam", l("KAM"), query.kam.map { String($0.number) }, choices.kams.map { (String($0.id.number), shortName($0.name)) }, l))
        \(filter("procedure", l("Procedure"), query.procedure, choices.procedures.map { ($0.key, l.word($0)) }, l))
        <button class="button">\(l("Show"))</button>\(if: query.isFiltered, " <a href=\"\(c.link(page))\">\(l("All tenders"))</a>")</form>
        """
}

/// The day and time of a deadline as published: "Thu 3 Dec 08:00", with the zone where the desk's clock shows another time then.
func dueTime(_ row: DeadlineRow, _ c: Chrome) -> String {
    guard row.moment != nil else { return c.language("waits for the decision on the complaint") }
    return "\(c.language.weekday(row.day)) \(clock(of: row, c))"
}

/// The time of a deadline as published, with its zone where the desk's clock shows another time then.
func clock(of row: DeadlineRow, _ c: Chrome) -> String {
    let draft = row.deadline.draft
    let isHere = row.moment.map { moment in
        let time = c.local(moment)
        return time.day == row.day && c.language.time(time) == draft.time
    }
    return isHere == true ? draft.time : "\(draft.time) \(c.language.zone(draft.zone, on: row.day))"
}

/// What stands in the way in a few words, without links: the first `most` of them, `withWho` clears each, and how many more there are.
func shortStops(_ blockers: [Blocker], atMost most: Int, withWho: Bool = false, _ c: Chrome) -> HTML {
    let l = c.language
    guard !blockers.isEmpty else {
        return "<ul class=\"stops\"><li class=\"clear\">\(l("nothing in the way"))</li></ul>"
    }
    let shown = blockers.prefix(most)
    return """
        <ul class="stops">\(each: Array(shown.enumerated()), { place, blocker in
            """
            <li class="\(mark(of: blocker))">\(l.sentence(blocker, ends: blocker.ends.map(c.day)))\
            \(if: withWho, "\(ifLet: blocker.who, { " · \(shortName($0))" })")\
            \(if: place == shown.count - 1 && blockers.count > most, " · \(l("\(blockers.count - most) more"))")</li>
            """
        })</ul>
        """
}
