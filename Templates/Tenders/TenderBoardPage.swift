import Domain
import Routes

/// A step that the desk did not take: which tender was to move, and why it stays.
package struct TenderRefusal: Sendable {
    package var tender: Tender.ID?
    package var problem: Problem

    package init(tender: Tender.ID?, problem: Problem) { (self.tender, self.problem) = (tender, problem) }
}

/// How many things in the way a card names.
private let stopsShown = 3

/// The tenders that are not over, by stage: which of them needs me this week, and what blocks it.
package func tenderBoardPage(
    _ board: TenderBoard, _ query: TenderBoardQuery, _ choices: TenderBoardChoices, refused: TenderRefusal?,
    _ c: Chrome
) -> HTML {
    let l = c.language
    let actions: HTML = """
        \(if: c.mayEdit, button(l("New tender"), c.link(.tenders(.new(nil))), main: true)) \
        \(if: c.may(.importer), button(l("Import"), c.link(.imports(.list)))) \(printButton(l))
        """
    guard board.count > 0 || board.hasClosed || query.isFiltered else {
        return tendersPage(.board, title: l("Tenders"), actions: actions, c, noTenders(TenderListQuery(), c))
    }
    let back = c.here
    return tendersPage(
        .board, title: l("Tenders"), actions: actions, c,
        """
        \(ifLet: refused, { refusal($0, board, c) })
        \(answer(boardAnswer(board, c)))
        \(boardFilter(query, choices, to: .tenders(.board(TenderBoardQuery())), c))
        <nav class="jump unprinted" aria-label="\(l("Stages"))">\(each: board.lanes.filter { $0.count > 0 }, {
            "<a href=\"#\($0.stage.rawValue)\">\(l.word($0.stage)) <b>\(l.number($0.count))</b></a>"
        })</nav>
        <div class="board" data-board>\(each: board.lanes.filter { $0.stage.isBeforeDecision }, { lane($0, query, back, c) })\
        <div class="lanes">\(each: board.lanes.filter { !$0.stage.isBeforeDecision }, { lane($0, query, back, c) })\(closedLane(board, query, c))</div></div>
        \(if: c.mayEdit, "<p class=\"quiet hint unprinted\">\(l("A card moves by its buttons, by dragging, and by [ and ] while it has the focus: only to a stage that its procedure has."))</p>")
        """)
}

/// The board in a sentence.
private func boardAnswer(_ board: TenderBoard, _ c: Chrome) -> HTML {
    let l = c.language
    let soon = board.cards.filter { card in
        card.next?.isMissed == false && card.next?.moment.map { c.local($0).day < c.today + 7 } == true
    }
    let blocked = soon.count { !$0.blockers.isEmpty }
    let lapses = board.cards.filter { $0.next?.isMissed == true && $0.next?.missed == .evasion }
    return """
        \(each: lapses, { "<b><a class=\"bad\" href=\"\(c.link(.tenders(.sheet($0.id))))\">\(l("Signing has lapsed: \($0.title)"))</a></b>. " })\
        <b>\(l("\(soon.count) tenders have a deadline within a week"))</b>\
        \(if: blocked > 0, ", <b class=\"bad\">\(l("\(blocked) of them with something in the way"))</b>"). \
        \(l("In play: \(board.count) tenders, starting prices")) <b>\(c.short(board.start))</b>.
        """
}

/// Why a card went back, and what would let it move.
private func refusal(_ refused: TenderRefusal, _ board: TenderBoard, _ c: Chrome) -> HTML {
    let l = c.language
    let card = board.cards.first { $0.id == refused.tender }
    let owing = refused.problem == .reasonOwed ? card?.owing ?? [] : []
    return """
        <p class="notice" role="alert">\(ifLet: card, { "<b>\($0.title)</b>: " })\(l.word(refused.problem))\
        \(each: owing, { " <a href=\"\(c.link(.tenders(.editPart(.lots, $0.id.number))))\">\(l("Say why \($0.name) was lost"))</a>" })</p>
        """
}

private func lane(_ lane: TenderLane, _ query: TenderBoardQuery, _ back: String, _ c: Chrome) -> HTML {
    let l = c.language
    let more = min(lane.count - lane.cards.count, TenderLane.length)
    return """
        <section class="lane\(if: lane.count == 0, " empty")" id="\(lane.stage.rawValue)" data-stage="\(lane.stage.rawValue)">\
        <header><h2>\(l.word(lane.stage))</h2><span>\(l.number(lane.count))\(if: lane.start > .zero, " · \(c.short(lane.start))")</span></header>
        \(if: lane.count == 0, "<p class=\"none\">\(l("none"))</p>")\
        \(each: lane.cards, { card($0, back, c) })\
        \(if: more > 0 && lane.cards.count < TenderLane.most, "<p class=\"unprinted\"><a href=\"\(c.link(.tenders(.board(query.showingMore(lane.stage)))))#\(lane.stage.rawValue)\">\(l("Show \(more) more"))</a></p>")\
        </section>
        """
}

/// What is over is a number and a link; a card may be dropped there.
private func closedLane(_ board: TenderBoard, _ query: TenderBoardQuery, _ c: Chrome) -> HTML {
    let l = c.language
    let all = Route.tenders(.list(TenderListQuery(state: .closed, kam: query.kam)))
    return """
        <section class="lane unprinted" id="closed" data-stage="closed"><header><h2>\(l.word(TenderStage.closed))</h2></header>\
        <p><a href="\(c.link(all))">\(l("Closed tenders"))</a></p></section>
        """
}

/// A card answers in a fixed order: whose, how much, the next date, what is in the way, go or not, the procedure.
private func card(_ card: TenderCard, _ back: String, _ c: Chrome) -> HTML {
    let l = c.language
    let isSoon = card.next?.moment.map { c.local($0).day < c.today + 7 } ?? false
    return """
        <article class="card\(if: isSoon, " soon")" id="tender-\(card.id.number)"\(if: c.mayEdit, " tabindex=\"0\" draggable=\"true\" aria-keyshortcuts=\"[ ]\"")>
        <h3>\(tenderLink(Named(id: card.id, name: card.title), c))</h3>
        <p class="whose">\(card.client.name)</p>
        <p><span class="much">\(card.lots == 0 ? l("no lot yet") : l.short(card.start, Currency(card.currency)))</span> \
        <span class="quiet">\(if: card.lots > 0, "\(l("\(card.lots) lots"))")\(ifLet: card.partner, { " · \(l("through \($0)"))" })</span></p>
        \(ifLet: card.next, { next($0, c) })\
        \(each: card.owing, { "<ul class=\"stops\"><li class=\"stop\">\(l("\($0.name) lost: why?"))</li></ul>" })\
        \(if: card.isOver && card.owing.isEmpty, "<ul class=\"stops\"><li class=\"ask\">\(l("every lot is decided: close it"))</li></ul>")\
        \(if: !card.isOver && (!card.blockers.isEmpty || card.stage.isBeforeContract && card.go != .noGo && card.next?.isMissed != true), shortStops(card.blockers, atMost: stopsShown, c))
        <p class="odds">\(card.isOver ? .none : goWord(card.go, l))<small>\(card.kam.map(shortName) ?? "")</small></p>
        \(ifLet: card.procedure, { "<p class=\"procedure\">\(l.word($0))</p>" })\
        \(if: c.mayEdit, moves(card, back, c))</article>
        """
}

private func next(_ row: DeadlineRow, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <p class="next"><b>\(alarming("\(dueTime(row, c))", if: row.isMissed))</b>\(l.word(row.deadline.draft.kind))\
        \(if: row.isMissed, " · <span class=\"bad\">\(l("missed"))</span>")</p>
        """
}

private func goWord(_ go: GoDecision, _ l: Language) -> HTML {
    switch go {
    case .go: "<span class=\"yes\">\(l.word(go))</span>"
    case .noGo: "<span class=\"quiet\">\(l.word(go))</span>"
    case .undecided: "<span class=\"open\">\(l("go or not?"))</span>"
    }
}

/// The buttons that move a card; `board.js` presses them for a key and for a drop. `back`: the address of the board.
private func moves(_ card: TenderCard, _ back: String, _ c: Chrome) -> HTML {
    let l = c.language
    func step(_ stage: TenderStage, _ sign: String, _ step: StaticString) -> HTML {
        """
        <button class="plain" name="stage" value="\(stage.rawValue)" data-step="\(step)" \
        aria-label="\(l("Move \(card.title) to \(l.word(stage))"))">\(sign) \(l.word(stage))</button>
        """
    }
    return """
        <form class="moves unprinted" method="post" action="\(c.action(.tenders(.move(card.id))))">\(hidden(c))\
        <input type="hidden" name="tender" value="\(card.id.number)"><input type="hidden" name="back" value="\(back)">\
        \(ifLet: card.earlier, { step($0, "←", "earlier") })\(ifLet: card.later, { step($0, "→", "later") })</form>
        """
}
