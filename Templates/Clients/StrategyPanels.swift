import Domain
import Routes

/// Why a client is key, in six lines, for the dossier.
func whyKeyPanel(_ keys: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let met = KeyDefinition.allCases.count { keys.answer(of: $0) == .met } + (keys.isKeyByIncome ? 1 : 0)
    let level = keys.levels.first?.draft.level.map { l.word($0) }
    let note = [l("\(l.number(met)) of \(l.number(6)) met"), level].compactMap { $0 }.joined(separator: ", ")
    return sheet(
        l("Why key"), note: note, link: (l("All evidence"), c.link(.evidence(.sheet(keys.client.id)))),
        """
        <dl class="body facts"><div><dt>\(l("income"))</dt><dd>\(incomeLine(keys, c))</dd></div>
        \(each: KeyDefinition.allCases, { "<div><dt>\(l.word($0))</dt><dd>\(evidenceLine($0, keys, c))</dd></div>" })</dl>
        """)
}

private func incomeLine(_ keys: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard let share = keys.shares.first(where: { $0.share.verdict.isMet }) ?? keys.shares.first else {
        return "<span class=\"quiet\">\(l("unknown"))</span>"
    }
    let isCritical = share.share.verdict.isCritical
    let verdict: HTML =
        share.share.verdict.isMet
        ? "<b\(if: isCritical, " class=\"bad\"")>\(l.word(share.share.verdict))</b>" : "\(l.word(share.share.verdict))"
    return
        "\(verdict), \(percent(share.share.incomeShare, l)) \(baseName(share.share, share.name, c))\(if: keys.isGroup, ", \(l("with its group"))")"
}

/// What the evidence says of a definition, with the newest claim and who said it.
private func evidenceLine(_ definition: KeyDefinition, _ keys: EvidenceSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let answer = keys.answer(of: definition)
    let newest = keys.rows.first { $0.evidence.draft.definition == definition }
    let word: HTML =
        switch answer {
        case .met: "<b>\(l.word(answer))</b>"
        case .stale: "<b class=\"warn\">\(l.word(answer))</b>"
        case .notMet, .unknown: "<span class=\"quiet\">\(l.word(answer))</span>"
        }
    guard let newest else { return "\(word): <span class=\"quiet\">\(l("nobody has asked"))</span>" }
    let draft = newest.evidence.draft
    return """
        \(word): <span class="lines-2">\(draft.claim)</span>\
        <small class="below">\(shortName(newest.by)), \(c.day(draft.day)), \(l.word(draft.grade))</small>
        """
}

/// How their business runs, what both sides want, and what is open between us, for the dossier.
func strategyPanel(_ strategy: StrategySheet, _ c: Chrome) -> HTML {
    let l = c.language
    let running = StrategyTopic.Group.running.topics.compactMap { topic in
        strategy.latest(topic).map { (l.word(topic), $0) }
    }
    func open(_ group: StrategyTopic.Group) -> [StrategySheet.Row] {
        strategy.rows(of: group).filter { $0.draft.isOpen(on: strategy.today) }
    }
    let wants = strategy.wants.map { ($0.draft.side == .ours ? l("we want") : l("they want"), $0) }
    let lines =
        running + wants + open(.risk).prefix(3).map { (l.word(StrategyTopic.risk), $0) }
        + open(.complaint).prefix(3).map { (l.word(StrategyTopic.complaint), $0) }
        + strategy.unanswered.prefix(3).map { (l("no answer to"), $0) }
        + open(.defence).prefix(3).map { (l.word(StrategyTopic.Group.defence), $0) }
        + (strategy.latest(.acquisition).map { [(l.word(StrategyTopic.Group.acquisition), $0)] } ?? [])
    let add: HTML =
        c.mayEdit
        ? "<p>\(button(l("Add to the strategy"), c.link(.strategy(.new(strategy.client.id, .situation)))))</p>" : .none
    return sheet(
        l("How they run, what we want"), link: (l("Strategy"), c.link(.strategy(.sheet(strategy.client.id)))),
        lines.isEmpty
            ? emptyNote(
                l("Nothing is written yet. What do they need, who gets the budget when, how do they decide?"), add)
            : "<dl class=\"body facts\">\(each: lines, { "<div><dt>\($0.0)</dt><dd>\(strategyLine($0.1, strategy.today, c))</dd></div>" })</dl>"
    )
}

private func strategyLine(_ row: StrategySheet.Row, _ today: Day, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = row.draft
    let isLate = (draft.daysLate(on: today) ?? 0) > 0
    let due: HTML = "\(ifLet: draft.due, { ", \(alarming("\(c.language("due \(c.day($0))"))", if: isLate))" })"
    let passed: HTML = "\(ifLet: draft.passedTo, { ", \(l("put before \($0)"))" })"
    let old: HTML = draft.isStale(on: today) ? ", <span class=\"warn\">\(l("ask again"))</span>" : .none
    return """
        <span class="lines-2">\(draft.text)</span>\
        <small class="below">\(shortName(row.by)), \(c.day(draft.day)), \(l.word(draft.grade))\(due)\(passed)\(old)</small>
        """
}
