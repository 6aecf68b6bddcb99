import Domain
import Routes

/// What the map answers, before it is drawn: who can introduce us if that was asked, otherwise who sways most, who is against us, which
/// seats are empty, and what moved.
func mapAnswer(_ page: MapSheet, _ query: MapQuery, _ c: Chrome) -> HTML {
    guard !page.people.isEmpty else { return .none }
    guard query.target == nil else { return introductionAnswer(page, c) }
    let l = c.language
    let (told, isToUs) = (page.headline, query.competitor == nil)
    return answer(
        """
        \(ifLet: told.first, { "\(swaysMost($0, isToUs: isToUs, c)) " })\
        \(if: isToUs, "\(against(told, l)) ")\
        \(ifLet: told.emptySeats.flatMap { $0 > 0 ? $0 : nil }, { "<a href=\"#seats\">\(l("\($0) seats are empty"))</a>." })\
        \(ifLet: query.since, { "<br>\(moved(told, since: $0, c))" })
        """)
}

private func swaysMost(_ sway: MapAnswers.Sway, isToUs: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let (name, percent) = (personLink(Named(id: sway.person.id, name: shortName(sway.person.name)), c), sway.percent)
    guard isToUs else { return "\(name) \(l("has the most sway (\(percent) %)."))" }
    let said =
        switch sway.side {
        case .for: l("has the most sway (\(percent) %) and is for us.")
        case .against: l("has the most sway (\(percent) %) and is against us.")
        case .neutral: l("has the most sway (\(percent) %) and is neutral.")
        case .unknown: l("has the most sway (\(percent) %), and nobody knows where they stand.")
        }
    return "\(name) \(said)"
}

private func against(_ told: MapHeadline, _ l: Language) -> HTML {
    guard told.judged > 0 else { return "\(l("Nobody's stance is known yet."))" }
    guard !told.against.isEmpty else { return "\(l("Nobody is known to be against us."))" }
    let names = told.against.map { shortName($0.name) }.joined(separator: ", ")
    let said =
        told.othersAgainst > 0 ? l("Against us: \(names) and \(told.othersAgainst) more") : l("Against us: \(names)")
    return "<b>\(said)</b>"
}

private func moved(_ told: MapHeadline, since day: Day, _ c: Chrome) -> HTML {
    let l = c.language
    guard !told.moves.isEmpty || told.otherMoves > 0 else { return "\(l("Nothing has moved since \(c.day(day))."))" }
    let moves = told.moves.map { move -> HTML in
        guard case .stance(let person, let old) = move.change else { return .none }
        return "\(shortName(person.name)) <b>\(l.grade(old)) → \(l.grade(person.stance))</b>"
    }
    let others: HTML =
        told.otherMoves == 0
        ? .none
        : "\(if: !moves.isEmpty, ", ")<a href=\"#moved\">\(moves.isEmpty ? l("\(told.otherMoves) changes") : l("\(told.otherMoves) other changes"))</a>"
    return "\(l("Since \(c.day(day)):")) \(each: moves.enumerated(), { "\(if: $0 > 0, ", ")\($1)" })\(others)."
}

/// The way to a person, from one of us on; it is lit on the picture.
private func introductionAnswer(_ page: MapSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let chain = page.answers.introduction else {
        return answer(
            "<b>\(l("No chain of known ties leads there from anybody close or loyal to one of us."))</b>")
    }
    return answer(
        """
        <b>\(l("Best way:"))</b> \(wayPath(chain, c)).<br><small>\(l("\(chain.percent) in 100 likely to get us there."))\
        \(if: chain.isPersonal.contains(true), " <b class=\"bad\">\(l("A family or friend tie: a conflict of interest."))</b>")</small>
        """)
}

/// "you → Irina Sokolova → (ally of) Pavel Gromov".
func wayPath(_ chain: MapAnswers.Chain, _ c: Chrome) -> HTML {
    let l = c.language
    let isMine = chain.user.id == c.frame.viewer.id
    let steps = chain.people.dropFirst().enumerated().map { place, person -> HTML in
        " → <span class=\"quiet\">(\(l.word(chain.ties[place].kind)))</span> \(personLink(person, c))"
    }
    return
        "\(isMine ? l("you") : l("ask \(chain.user.name)")) → \(personLink(chain.people[0], c))\(each: steps, { $0 })"
}

extension Language {
    /// A stance from -2 to 2 as a number with its sign; "?" if nobody knows it.
    fileprivate func grade(_ stance: Int?) -> String { stance.map { signed($0) } ?? "?" }
}
