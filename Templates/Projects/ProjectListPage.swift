import Domain
import Routes

package func projectListPage(_ list: ProjectList, _ query: ProjectListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("VIP projects"), c,
        """
        \(head(l("VIP projects"), badges: "<span class=\"quiet\">\(counted(list, l))</span>", actions: "\(exportLink(.projects(.list(query)), c)) \(printButton(l))"))
        <form class="filters" action="\(c.link(.projects(.list(ProjectListQuery()))))" role="search" aria-label="\(l("Filter"))">
        \(filter("level", l("Level"), query.level.map { String($0.rawValue) }, DevelopmentLevel.allCases.map { (String($0.rawValue), l.word($0)) }, l))
        \(filter("kam", l("KAM"), query.kam.map { String($0.number) }, list.kams.map { (String($0.id.number), $0.name) }, l))
        <select name="closed" aria-label="\(l("State"))"><option value="">\(l("ongoing"))</option>\
        <option value="yes"\(if: query.isClosed, " selected")>\(l("closed"))</option></select>
        <button class="button">\(l("Show"))</button></form>
        \(list.rows.isEmpty ? nothing(query, c) : "<div class=\"by-level\">\(query.isClosed ? closed(list, c) : "\(each: DevelopmentLevel.allCases, { level(of: $0, list, c) })")</div>")
        """)
}

private func counted(_ list: ProjectList, _ l: Language) -> String {
    list.isCut ? l("the first \(list.rows.count)") : l("\(list.rows.count) projects")
}

private func nothing(_ query: ProjectListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !query.isFiltered else { return sheet(l("Nothing fits"), emptyNote(l("No project is like this."))) }
    guard c.mayEdit else {
        return sheet(
            l("VIP projects"), emptyNote(l("VIP projects are for the KAM in charge, the head and the director.")))
    }
    return sheet(
        l("No VIP project yet"),
        emptyNote(
            l(
                "Each new VIP or opinion leader is a separate project: a goal, a plan, a budget, and how far the KAM is on it. Begin one on the person's page."
            ),
            "<p>\(button(l("People"), c.link(.people(.list(PersonListQuery(flag: .vip)))), main: true))</p>"))
}

/// The projects at one level, and how a manager leads there.
private func level(of level: DevelopmentLevel, _ list: ProjectList, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = list.rows.filter { $0.level == level }
    guard !rows.isEmpty else { return .none }
    return sheet(
        l.word(level),
        note: "\(l.word(level.style)) · \(l("the manager checks in every \(level.lookIn) days"))",
        projectTable(l.word(level), rows, c))
}

private func closed(_ list: ProjectList, _ c: Chrome) -> HTML {
    sheet(c.language("Closed projects"), projectTable(c.language("Closed projects"), list.rows, c))
}

private func projectTable(_ name: String, _ rows: [ProjectRow], _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    return table(
        name,
        [
            Column(l("Goal"), .name), Column(l("Person"), .record), Column(l("Client"), .record), Column(l("KAM")),
            Column(l("Next check-in")), Column(l("Next step")), Column(l("Estimated, \(symbol)"), .number),
            Column(l("Actual, \(symbol)"), .number),
        ], rows, { cells($0, c) })
}

private func cells(_ row: ProjectRow, _ c: Chrome) -> [HTML] {
    let l = c.language
    let isOpen = row.closedOn == nil
    let step: String = row.openSteps == 0 ? l("no open step") : row.nextStep.map(c.day) ?? l("no date")
    let isStuck = row.openSteps == 0 || row.nextStep.map { $0 < c.today } == true
    return [
        anchor(row.goal, .projects(.sheet(row.id)), c), personLink(row.person, c), clientLink(row.client, c),
        "\(row.kam.map { shortName($0.name) } ?? l("nobody"))",
        row.closedOn.map { "\(l("closed \(c.day($0))"))" } ?? dueDay(row.lookIn, c),
        isOpen ? alarming("\(step)", if: isStuck) : .none, "\(c.amount(row.budget.estimated))",
        "\(c.amount(row.budget.actual))",
    ]
}

package func projectExport(_ list: ProjectList, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Level"), l("Goal"), l("Person"), l("Client"), l("KAM"), l("Next check-in"), l("Open steps"),
            l("Next step"),
            l("Closed on"), l("Estimated"), l("Committed"), l("Actual"),
        ],
        list.rows.map {
            [
                .text("D\($0.level.rawValue)"), .text($0.goal), .text($0.person.name), .text($0.client.name),
                .text($0.kam?.name ?? ""), .text($0.lookIn.iso), .number(String($0.openSteps)),
                .text($0.nextStep?.iso ?? ""),
                .text($0.closedOn?.iso ?? ""), c.cell($0.budget.estimated), c.cell($0.budget.committed),
                c.cell($0.budget.actual),
            ]
        })
}

/// The projects with a person, for the person's page.
func projectSheet(_ rows: [ProjectRow], of person: Person.ID, _ c: Chrome) -> HTML {
    let l = c.language
    guard c.mayEdit || !rows.isEmpty else { return .none }
    let add: HTML =
        c.mayEdit
        ? "<p class=\"body buttons\">\(button(l("Begin a project"), c.link(.projects(.new(person)))))</p>" : .none
    return sheet(
        l("VIP projects"),
        rows.isEmpty
            ? "\(emptyNote(l("No project yet: what do we want to reach with this person, and by when?")))\(add)"
            : "\(each: rows, { projectLine($0, c) })\(add)")
}

/// The projects with people of a client, for the client's page.
func projectSheet(_ rows: [ProjectRow], at client: Client.ID, _ c: Chrome) -> HTML {
    rows.isEmpty
        ? .none : sheet(c.language("VIP projects"), "\(each: rows, { projectLine($0, isOfClient: true, c) })")
}

private func projectLine(_ row: ProjectRow, isOfClient: Bool = false, _ c: Chrome) -> HTML {
    let l = c.language
    let other = isOfClient ? personLink(row.person, c) : clientLink(row.client, c)
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">●</span>\
        <span>\(anchor(row.goal, .projects(.sheet(row.id)), quietly: true, c)) · \(other)</span>\
        <span class="num">\(row.closedOn.map { l("closed \(c.day($0))") } ?? "D\(row.level.rawValue)")</span>\
        <small>\(row.kam.map { $0.name } ?? l("nobody"))\(if: row.closedOn == nil, " · \(l("next check-in \(c.day(row.lookIn))"))")</small></div>
        """
}
