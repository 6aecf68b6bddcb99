import Domain
import Routes

/// How many people sway before the rest is folded.
private let firstSways = 5

/// Who influences the decision, and through whom.
func swaySheet(_ answers: MapAnswers, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !answers.sways.isEmpty else { return .none }
    let rest = answers.sways.dropFirst(firstSways)
    return sheet(
        l("Who sways the decision"),
        """
        \(swayTable(answers.sways.prefix(firstSways), l("Who sways the decision"), c))\
        \(if: !rest.isEmpty, """
            <details class="folded"\(if: query.withTables, " open")><summary class="body">\(l("\(rest.count) more"))</summary>\
            \(swayTable(rest, l("Who else sways the decision"), c))</details>
            """)
        """)
}

private func swayTable(_ sways: ArraySlice<MapAnswers.Sway>, _ name: String, _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        name,
        [
            Column(l("Person"), .name), Column(l("Influence"), .number), Column(l("Stance")),
            Column(l("Through"), .words),
        ], sways
    ) { sway in
        let counts = sway.kinds.map { l.through($0.kind, $0.people) }
        let givers = sway.through.map(\.person.name).joined(separator: ", ")
        return [
            personLink(sway.person, c), "\(sway.percent) %", sideMark(sway.side, l),
            "\(counts.joined(separator: ", "))\(if: !givers.isEmpty, "<small class=\"by\">\(givers)</small>")",
        ]
    }
}

/// Where somebody stands, by a shape, a word and a colour.
func sideMark(_ side: MapSide, _ l: Language) -> HTML {
    "<span class=\"stance \(HTML.side(side))\">\(l.word(side))</span>"
}

/// What else there is to know of the way to a person: its weakest step, the viewer's own way, and the way to somebody who decides a tender.
func introductionSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard query.target != nil else { return .none }
    let weakest = page.answers.introduction.flatMap { chain in
        chain.weakest.map { place -> String in
            let (from, to) = (chain.people[place].name, chain.people[place + 1].name)
            return l(
                "Weakest link: \(from) – \(to), \(l.word(chain.ties[place].certainty)), \(l.strength(chain.ties[place].strength))"
            )
        }
    }
    return sheet(
        l("More on this way"),
        """
        <div class="body">\(ifLet: weakest, { "<p>\($0)</p>" })\
        \(ifLet: page.answers.ownIntroduction, { "<p><span class=\"quiet\">\(l("By yourself:"))</span> \(wayPath($0, c)), \(l("\($0.percent) in 100 likely to get us there"))</p>" })\
        \(asTender(query, c))</div>
        """)
}

/// For a person who decides a tender, family and friends must not be used for an introduction.
private func asTender(_ query: MapQuery, _ c: Chrome) -> HTML {
    let (l, entries) = (c.language, query.entries)
    return """
        <form class="filters" method="get" action="\(c.link(.map(.sheet(MapQuery(query.scope)))))">
        \(hidden(entries.values.keys.filter { $0 != "tender" }.sorted(), of: entries))
        \(FormWriter(FormState(entries), c).tick("tender", l("This person decides a tender: leave out family and friends")))
        <button class="button">\(l("Show"))</button></form>
        """
}

/// The roles in a client's decisions that nobody holds, or with whose holders nobody of us stands well.
func seatsSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !page.emptySeats.isEmpty || !page.distantSeats.isEmpty else { return .none }
    let introduced: HTML = page.introducer.map { "; \(introduction($0, c))" } ?? ""
    return """
        <section class="sheet" id="seats"><header><h2>\(l("Seats"))</h2><span class="quiet">\(l("roles in the decision that are not covered"))</span></header>
        <ul class="said">\(each: page.emptySeats, { "<li><b>\(l.word($0))</b>: \(l("nobody is known"))\(introduced)</li>" })\
        \(each: page.distantSeats, { seat in """
            <li><b>\(l.word(seat.role))</b>: \(personLink(seat.person, c)), \(l("nobody is loyal or close to one of us"))\
            \(if: !c.isPaper, ". \(anchor(l("Who introduces us?"), .map(.sheet(query.asking(for: seat.person.id))), c))")</li>
            """ })</ul>
        </section>
        """
}

/// Groups of people who stick together.
func circlesSheet(_ answers: MapAnswers, _ c: Chrome) -> HTML {
    guard answers.circles.count > 1 else { return .none }
    return sheet(
        c.language("Influence groups"), note: c.language("people who hold together"),
        "<ul class=\"said\">\(each: answers.circles.prefix(12), { "<li>\($0.map { shortName($0.name) }.joined(separator: ", "))</li>" })</ul>"
    )
}

/// People whom we lose if one of us leaves.
func knownByOneSheet(_ answers: MapAnswers, _ query: MapQuery, _ c: Chrome) -> HTML {
    guard !answers.knownByOne.isEmpty else { return .none }
    let l = c.language
    return sheet(
        l("Known by one of us only"),
        "<div class=\"known\">\(each: answers.knownByOne, { known in """
            <details class="folded"\(if: query.withTables, " open")><summary>\(known.user.name): \(l("\(known.people.count) people"))</summary>\
            <p>\(known.people.map(\.name).joined(separator: ", "))</p></details>
            """ })</div>")
}
