import Domain
import Routes

/// How many rows of a list are shown before the rest is folded.
private let unfolded = 12

/// What changed between two days, the newest first: who or what, from what to what, when, and who said so.
func movesSheet(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard let moves = page.changes, let since = query.since else { return .none }
    let rest = moves.dropFirst(unfolded)
    return """
        <section class="sheet moves" id="moved"><header><h2>\(l("What moved"))</h2><span class="quiet">\(l("since \(c.day(since))"))</span></header>
        \(if: moves.isEmpty, emptyNote(l("Nothing has moved since \(c.day(since)).")))\
        \(each: moves.prefix(unfolded), { moveRow($0, page, c) })\
        \(if: !rest.isEmpty, """
            <details class="folded"\(if: query.withTables, " open")><summary class="body">\(l("\(rest.count) more"))</summary>\
            \(each: rest, { moveRow($0, page, c) })</details>
            """)
        </section>
        """
}

private func moveRow(_ move: MapMove, _ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let from = [move.source, move.by.map { l("by \($0)") }].compactMap { $0 }.joined(separator: " · ")
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">\(newsSign(move.change.kind))</span>\
        <span>\(what(move.change, page, c))</span><span class="num">\(ifLet: move.day, { "\(c.day($0))" })</span>\
        \(if: !from.isEmpty, "<small>\(from)</small>")</div>

        """
}

/// The sign of what happened, on the picture, in its legend and in the list.
func newsSign(_ kind: MapNews.Kind) -> HTML {
    switch kind {
    case .new: "+"
    case .changed: "Δ"
    case .gone: "×"
    }
}

private func what(_ change: MapChange, _ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    func who(_ person: MapPerson) -> HTML { personLink(Named(id: person.id, name: person.name), c) }
    switch change {
    case .came(let person):
        let post = post(person)
        return "\(who(person)): \(l("came"))\(if: !post.isEmpty, ", \(post)")"
    case .left(let person): return "\(who(person)): \(l("left"))"
    case .moved(let person, let old): return "\(who(person)): \(post(old)) → \(post(person))"
    case .power(let person, let old):
        return "\(who(person)): \(l("power")) \(old.map(String.init) ?? "?") → \(person.power.map(String.init) ?? "?")"
    case .stance(let person, let old):
        return "\(who(person)): \(stanceMark(old, l)) → \(stanceMark(person.stance, l))"
    case .began(let tie): return "\(l("New tie")): \(ends(tie, page, l)), \(judged(tie, l))"
    case .ended(let tie): return "\(l("Ended tie")): \(ends(tie, page, l)), \(judged(tie, l))"
    case .changed(let tie, let old): return "\(ends(tie, page, l)): \(judged(old, l)) → \(judged(tie, l))"
    }
}

private func ends(_ tie: MapTie, _ page: MapSheet, _ l: Language) -> String {
    "\(page.name(of: tie.from)) \(l.word(tie.kind)) \(page.name(of: tie.to))"
}

private func judged(_ tie: MapTie, _ l: Language) -> String {
    [tie.isPositive ? nil : l.word(Sign.negative), l.strength(tie.strength), l.word(tie.certainty)]
        .compactMap { $0 }.joined(separator: ", ")
}

private func post(_ person: MapPerson) -> String {
    [person.title, person.client?.name].compactMap { $0 }.joined(separator: ", ")
}
