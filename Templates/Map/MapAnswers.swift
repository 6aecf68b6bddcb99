import Domain
import Routes

/// What changed between two days.
func changesSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard let changes = page.changes, let since = query.since else { return .none }
    guard !changes.isEmpty else {
        return sheet(l("What moved"), emptyNote(l("Nothing has moved since \(c.day(since)).")))
    }
    return sheet(
        l("What moved"), note: l("since \(c.day(since))"),
        "<ul class=\"said\">\(each: changes, { "<li>\(change($0, page, c))</li>" })</ul>")
}

private func change(_ change: MapChange, _ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    func who(_ person: MapPerson) -> HTML { personLink(Named(id: person.id, name: person.name), c) }
    func tie(_ tie: MapTie) -> HTML {
        let judged = [tie.isPositive ? nil : l.word(Sign.negative), l.strength(tie.strength), l.word(tie.certainty)]
            .compactMap { $0 }.joined(separator: ", ")
        return "\(page.name(of: tie.from)) \(l.word(tie.kind)) \(page.name(of: tie.to)), \(judged)"
    }
    switch change {
    case .came(let person): return "\(who(person)): \(l("came"))"
    case .left(let person): return "\(who(person)): \(l("left"))"
    case .moved(let person, let old):
        return "\(who(person)): \(post(old)) → \(post(person))"
    case .power(let person, let old):
        return "\(who(person)): \(l("power")) \(old.map(String.init) ?? "?") → \(person.power.map(String.init) ?? "?")"
    case .stance(let person, let old):
        return "\(who(person)): \(old.map { l.stance($0) } ?? "?") → \(person.stance.map { l.stance($0) } ?? "?")"
    case .began(let new): return "\(l("New tie")): \(tie(new))"
    case .ended(let old): return "\(l("Ended tie")): \(tie(old))"
    case .changed(let new, let old): return "\(tie(old)) → \(tie(new))"
    }
}

private func post(_ person: MapPerson) -> String {
    [person.title, person.client?.name].compactMap { $0 }.joined(separator: ", ")
}

/// Who influences the decision, and through whom.
func swaySheet(_ answers: MapAnswers, _ c: Chrome) -> HTML {
    let l = c.language
    guard !answers.sways.isEmpty else { return .none }
    return sheet(
        l("Who sways the decision"),
        """
        <table><thead><tr><th>\(l("Person"))</th><th class="num">\(l("Influence"))</th><th>\(l("Stance"))</th><th>\(l("Through"))</th></tr></thead>\
        <tbody>\(each: answers.sways, { swayRow($0, c) })</tbody></table>
        """)
}

private func swayRow(_ sway: MapAnswers.Sway, _ c: Chrome) -> HTML {
    let l = c.language
    let counts = sway.kinds.map { l.through($0.kind, $0.people) }
    let givers = sway.through.map(\.person.name).joined(separator: ", ")
    return """
        <tr><td>\(personLink(sway.person, c))</td><td class="num">\(sway.percent) %</td><td class="\(HTML.side(sway.side))">\(l.word(sway.side))</td>\
        <td>\(counts.joined(separator: ", "))\(if: !givers.isEmpty, "<br><small class=\"quiet\">\(givers)</small>")</td></tr>
        """
}

/// Who can introduce the viewer to a person.
func introductionSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard let target = query.target else { return .none }
    let name = page.name(of: target)
    guard let chain = page.answers.introduction else {
        return sheet(
            l("Who can introduce us to \(name)?"),
            emptyNote(
                l("Nobody close or loyal to one of us leads there over the ties that are known."), asTender(query, c)))
    }
    return sheet(
        l("Who can introduce us to \(name)?"),
        """
        <div class="body">\(way(chain, c))\
        \(ifLet: page.answers.ownIntroduction, { "<p class=\"quiet\">\(l("By yourself:"))</p>\(way($0, c))" })\(asTender(query, c))</div>
        """)
}

/// For a person who decides a tender, family and friends must not be used for an introduction.
private func asTender(_ query: MapQuery, _ c: Chrome) -> HTML {
    let (l, entries) = (c.language, query.entries)
    return """
        <form class="filters" method="get" action="\(c.link(.map(.sheet(MapQuery(query.scope)))))">
        \(hidden(entries.values.keys.filter { $0 != "tender" }.sorted(), of: entries))
        \(FormWriter(FormState(entries), c).tick("tender", l("To a tender's decider: without family and friends")))
        <button class="button">\(l("Show"))</button></form>
        """
}

private func way(_ chain: MapAnswers.Chain, _ c: Chrome) -> HTML {
    let l = c.language
    let isMine = chain.user.id == c.frame.viewer.id
    let steps = chain.people.dropFirst().enumerated().map { place, person -> HTML in
        " → <span class=\"quiet\">(\(l.word(chain.ties[place].kind)))</span> \(personLink(person, c))"
    }
    let weakest = chain.weakest.map { place -> String in
        let (from, to) = (chain.people[place].name, chain.people[place + 1].name)
        return l(
            "Weakest step: \(from) – \(to), \(l.word(chain.ties[place].certainty)), \(l.strength(chain.ties[place].strength))"
        )
    }
    return """
        <p>\(isMine ? l("you") : l("ask \(chain.user.name)")) → \(personLink(chain.people[0], c))\(each: steps, { $0 })</p>
        <p class="quiet">\(l("\(chain.percent) of 100 that it leads there"))\(ifLet: weakest, { "<br>\($0)" })\
        \(if: chain.isPersonal.contains(true), "<br><b>\(l("A family or friend tie: a conflict of interest."))</b>")</p>
        """
}

/// Groups of people who stick together.
func circlesSheet(_ answers: MapAnswers, _ c: Chrome) -> HTML {
    guard answers.circles.count > 1 else { return .none }
    return sheet(
        c.language("Circles"), note: c.language("people who hold together"),
        "<ul class=\"said\">\(each: answers.circles.prefix(12), { "<li>\($0.map(\.name).joined(separator: ", "))</li>" })</ul>"
    )
}

/// People whom we lose if one of us leaves.
func knownByOneSheet(_ answers: MapAnswers, _ c: Chrome) -> HTML {
    guard !answers.knownByOne.isEmpty else { return .none }
    return sheet(
        c.language("Known by one of us only"),
        """
        <ul class="said">\(each: answers.knownByOne, {
            "<li><b>\($0.user.name)</b>: \($0.people.map(\.name).joined(separator: ", "))</li>"
        })</ul>
        """)
}
