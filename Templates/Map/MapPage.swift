import Domain
import Routes

package func mapPage(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let title = page.title.map { l("Map: \($0)") } ?? l("Map")
    let file = c.base + Route.map(.sheet(query)).address.picture.text
    return layout(
        title, c,
        """
        \(place(query, page, c))
        \(head(l("Map"), badges: "<span class=\"quiet\">\(counts(page, l))</span>",
            actions: "<a class=\"button\" href=\"\(file)\" download>SVG</a> \(printButton(l))"))
        \(filters(page, query, c))
        \(page.people.isEmpty ? sheet(l("Map"), nobody(query, c)) : picture(page, query, c))
        <div class="cols"><div>
        \(swaySheet(page.answers, c))
        \(introductionSheet(page, query, c))
        \(knownByOneSheet(page.answers, c))
        </div><div>
        \(balanceSheet(page, query, c))
        \(changesSheet(page, query, c))
        \(seats(page, l))
        \(circlesSheet(page.answers, c))
        </div></div>
        \(peopleTable(page, query, c))
        \(tieTable(page, c))
        """)
}

/// A link back to the record whose map it is.
private func place(_ query: MapQuery, _ page: MapSheet, _ c: Chrome) -> HTML {
    switch query.scope {
    case .desk: .none
    case .client(let id): "\(trail(page.title ?? "", c.link(.clients(.sheet(id)))))\(clientTabs(id, .map, c))"
    case .person(let id): trail(page.title ?? "", c.link(.people(.sheet(id))))
    }
}

private func counts(_ page: MapSheet, _ l: Language) -> String {
    let counted = "\(l("\(page.people.count) people")), \(l("\(page.ties.count) ties"))"
    return page.isCut ? "\(counted) · \(l("there are more: choose a client or a territory"))" : counted
}

private func nobody(_ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    if query.isFiltered {
        return emptyNote(
            l("Nobody fits the filter."),
            "<p><a class=\"button\" href=\"\(c.link(.map(.sheet(query.picture))))\">\(l("Show all"))</a></p>")
    }
    switch query.scope {
    case .client(let id):
        return emptyNote(
            l("Nobody is known here yet. Who decides, who holds the budget, whom do they ask?"),
            c.mayEdit
                ? "<p><a class=\"button main\" href=\"\(c.link(.clients(.newPerson(id))))\">\(l("Add a person"))</a></p>"
                : .none)
    default:
        return emptyNote(
            l(
                "The map draws VIPs, opinion leaders and whoever is tied to somebody. Mark people and note what ties them."
            ),
            "<p><a class=\"button main\" href=\"\(c.link(.people(.list(PersonListQuery()))))\">\(l("People"))</a></p>")
    }
}

private func picture(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <section class="sheet map"><div class="body">
        \(mapPicture(page, query, c))
        <p class="legend quiet"><span class="side for">\(l("for"))</span> <span class="side neutral">\(l("neutral"))</span> \
        <span class="side against">\(l("against"))</span> <span class="side unknown">\(l("not known"))</span> \
        <span>\(l("area = power"))</span> <span>\(l("ring = ladder, four quarters"))</span> <span>\(l("dashed = rival or negative"))</span> \
        <span>\(l("dotted = assumed"))</span></p>
        </div></section>
        """
}

/// The filters of the map, and the day it shows.
private func filters(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(FormState(query.entries), c)
    let steps: [(value: String, word: String)] = (0...3).map { (String($0), l("\($0) steps")) }
    return """
        <form class="filters" method="get" action="\(c.link(.map(.sheet(MapQuery(query.scope)))))">
        \(f.day("on", l("As of")))
        \(f.day("since", l("What moved since")))
        \(if: query.scope != .desk, f.choice("steps", l("Around"), steps))
        \(f.choice("kind", l("Ties"), none: l("all"), TieKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.choice("flag", l("Who"), none: l("all"), [("vip", l("VIP")), ("kol", l("KOL"))]))
        \(f.choice("side", l("Stance"), none: l("all"), MapSide.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("competitor", l("To a competitor"), list: page.choices.competitors, width: "narrow"))
        \(if: query.scope == .desk, "\(f.text("territory", l("Territory"), list: page.choices.territories, width: "narrow"))\(f.choice("at", l("Client"), none: l("all"), page.organisations.map { (String($0.id.number), $0.name) }))")
        \(asked(query))<button class="button">\(l("Show"))</button>
        </form>
        """
}

/// Keeps the person asked about when the filters change.
private func asked(_ query: MapQuery) -> HTML {
    let entries = query.entries
    return hidden(["to", "tender"].filter { entries.has($0) }, of: entries)
}

/// Hidden fields that a form passes on.
func hidden(_ names: [String], of entries: Entries) -> HTML {
    "\(each: names, { "<input type=\"hidden\" name=\"\($0)\" value=\"\(typed: entries.raw($0))\">" })"
}

extension MapQuery {
    /// The query as fields of its form.
    var entries: Entries {
        Entries(
            [
                "on": day?.iso, "since": since?.iso, "steps": String(steps), "kind": kinds.first?.rawValue,
                "flag": flag?.rawValue,
                "side": side?.rawValue, "competitor": competitor, "territory": territory,
                "at": organisation.map { String($0.number) }, "to": target.map { String($0.number) },
                "tender": decidesTender ? "yes" : nil,
            ].compactMapValues { $0 })
    }
}

private func seats(_ page: MapSheet, _ l: Language) -> HTML {
    guard !page.emptySeats.isEmpty || !page.distantSeats.isEmpty else { return .none }
    return sheet(
        l("Seats"), note: l("roles in the decision that are not covered"),
        """
        <ul class="said">\(each: page.emptySeats, { "<li><b>\(l.word($0))</b>: \(l("nobody is known"))</li>" })\
        \(each: page.distantSeats, { "<li><b>\(l.word($0))</b>: \(l("nobody is loyal or close to one of us"))</li>" })</ul>
        """)
}
