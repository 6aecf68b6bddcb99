import Domain
import Routes

/// The filters of the map, and the day it shows. What is seldom chosen is folded until something of it is.
func mapFilters(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(FormState(query.entries), c)
    let steps: [(value: String, word: String)] = (0...3).map { (String($0), l("\($0) steps")) }
    let isUnfolded = query.flag != nil || query.side != nil || query.competitor != nil || query.territory != nil
    return """
        <form class="filters narrowing" method="get" action="\(c.link(.map(.sheet(MapQuery(query.scope)))))">
        \(f.day("on", l("As of")))
        \(f.day("since", l("What moved since")))
        \(if: query.scope != .desk, f.choice("steps", l("Around"), steps))
        \(f.choice("kind", l("Ties"), none: l("all"), TieKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(if: query.scope == .desk, "\(client(page, f, l))\(loose(page, f, l))")
        \(passedOn(query))<button class="button">\(l("Show"))</button>
        <details\(if: isUnfolded, " open")><summary>\(l("More filters"))</summary><div class="filters">
        \(f.choice("flag", l("Who"), none: l("all"), [("vip", l("VIP")), ("kol", l("KOL"))]))
        \(f.choice("side", l("Stance"), none: l("all"), MapSide.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("competitor", l("To a competitor"), list: page.choices.competitors, width: "narrow"))
        \(if: query.scope == .desk, f.text("territory", l("Territory"), list: page.choices.territories, width: "narrow"))
        </div></details>
        </form>
        """
}

private func client(_ page: MapSheet, _ f: FormWriter, _ l: Language) -> HTML {
    f.choice("at", l("Client"), none: l("all"), page.organisations.map { (String($0.id.number), $0.name) })
}

private func loose(_ page: MapSheet, _ f: FormWriter, _ l: Language) -> HTML {
    f.choice("lone", l("Without ties"), none: l("left out (\(page.loose))"), [("shown", l("shown"))])
}

/// Keeps the person asked about, and the tables, when the filters change.
private func passedOn(_ query: MapQuery) -> HTML {
    let entries = query.entries
    return hidden(["to", "tender", "tables"].filter { entries.has($0) }, of: entries)
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
                "tender": decidesTender ? "yes" : nil, "lone": scope == .desk && showsLoose ? "shown" : nil,
                "tables": withTables ? "yes" : nil,
            ].compactMapValues { $0 })
    }
}
