import Domain
import Routes

/// A tender's page: how long to the next deadlines, and what must happen before each. `refused` is why a step to another stage was refused.
package func tenderPage(_ tender: TenderSheet, refused: Problem?, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        tender.draft.title, c,
        """
        \(trail(tender.client.name, c.link(.tenders(.list(TenderListQuery(client: tender.client.id))))))
        \(head(tender.draft.title, badges: badges(tender, l), actions: tenderActions(tender, c)))
        <p class="quiet under">\(tenderLine(tender, c))</p>
        \(ifLet: refused, { "<p class=\"notice\" role=\"alert\">\(l.word($0))</p>" })
        \(answer(tenderAnswer(tender, c)))
        \(if: tender.isQuiet, "<p class=\"notice\">\(l("Quiet period: every contact with those who decide needs its lawful subject.")) <a class=\"unprinted\" href=\"\(c.link(.tenders(.contacts(tender.id))))\">\(l("Record of contacts"))</a></p>")
        \(stageLine(tender, c))
        \(if: c.mayEdit, stageSteps(tender, c))
        \(deadlineSheet(tender, c))
        \(lotSheet(tender, c))
        <div class="balanced">
        \(deliverySheet(tender, c))
        \(requirementSheet(tender, c))
        \(applicationSheet(tender, c))
        \(securitySheet(tender, c))
        \(questionSheet(tender, c))
        \(likeSheet(tender, c))
        \(goSheet(tender, c))
        \(seatSheet(tender, c))
        \(memberSheet(tender, c))
        \(noticeSheet(tender, c))
        \(complaintSheet(tender, c))
        \(signalSheet(tender, c))
        \(ruleSheet(tender, c))
        \(ifLet: tender.draft.note, { sheet(l("Note"), "<p class=\"body note\">\($0)</p>") })
        <div class="unprinted">\(historySheet(tender.history, all: .clients(.history(tender.client.id, HistoryQuery())), c))</div>
        </div>
        """)
}

private func badges(_ tender: TenderSheet, _ l: Language) -> HTML {
    """
    \(stageBadge(tender.draft.stage, l)) <span class="badge\(if: tender.draft.go == .undecided, " note")">\(l.word(tender.draft.go))</span>\
    \(if: !tender.blockers.isEmpty, " <span class=\"badge alarm\">\(l("\(tender.blockers.count) in the way"))</span>")\
    \(if: !tender.missed.isEmpty, " <span class=\"badge alarm\">\(l("\(tender.missed.count) missed"))</span>")
    """
}

private func tenderActions(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(if: c.mayEdit, "\(button(l("Add a deadline"), c.link(.tenders(.newPart(.deadlines, tender.id.number))), main: true)) \(button(l("Edit"), c.link(.tenders(.edit(tender.id))), key: "E")) ")\
        \(button(l("Into a calendar"), c.link(.tenders(.deadlines(tender.id, names: false))))) \(printButton(l))
        """
}

private func tenderLine(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let (l, draft) = (c.language, tender.draft)
    var parts: [HTML] = [clientLink(tender.client, c)]
    if let number = draft.number { parts.append("\(l("No. \(number)"))") }
    if let procedure = tender.procedure { parts.append("\(l.word(procedure))") }
    if let law = draft.law, law != tender.procedure?.law { parts.append("\(l.law(law))") }
    parts.append("\(l("bidding: \(l.word(draft.side))"))\(ifLet: tender.partner, { " \(clientLink($0, c))" })")
    if let day = draft.announcedOn { parts.append("\(l("announced \(c.day(day))"))") }
    if let kam = tender.kam { parts.append("\(l("KAM")) \(shortName(kam))") }
    if let url = draft.url, !c.isPaper {
        parts.append("<a href=\"\(userURL: url)\" rel=\"noreferrer\">\(l("on the portal"))</a>")
    }
    return parts.dropFirst().reduce(parts[0]) { "\($0) · \($1)" }
}

/// What the page says in one or two sentences.
private func tenderAnswer(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let worth: HTML =
        tender.lots.isEmpty
        ? "\(l("No lot is written down yet."))"
        : "<b>\(l("\(tender.lots.count) lots"))</b>, \(l("starting prices")) <b>\(l.money(tender.start, Currency(tender.currency)))</b>."
    if tender.draft.stage == .closed { return "\(worth) \(outcomes(tender, l))" }
    let lapses = tender.missed.filter { $0.missed != .nothing && $0.missed != .theirDuty }
    if let lapse = lapses.first {
        return """
            <b class="bad">\(l.word(lapse.deadline.draft.kind)) \(deadlineTime(lapse, c)): \(l("missed"))</b>. \
            \(lapse.deadline.draft.consequence ?? l.word(lapse.missed)) \(worth)
            """
    }
    guard let next = tender.next else { return "\(worth) \(l("No deadline is ahead."))" }
    let stops: HTML =
        next.blockers.isEmpty
        ? "\(l("nothing is in the way."))" : "<b class=\"bad\">\(l("\(next.blockers.count) in the way"))</b>."
    return "\(worth) \(l.word(next.deadline.draft.kind)) <b>\(deadlineTime(next, c))</b>: \(stops)"
}

/// What became of the lots: "won 1, lost 2".
private func outcomes(_ tender: TenderSheet, _ l: Language) -> String {
    let all = LotOutcome.allCases.map { outcome in (outcome, tender.lots.count { $0.lot.draft.outcome == outcome }) }
    return all.filter { $0.1 > 0 }.map { "\(l.word($0.0)): \(l.number($0.1))" }.joined(separator: ", ")
}

/// "3 Dec 08:00 MSK", moved by suspensions; or that it waits for the decision of a complaint.
private func deadlineTime(_ row: DeadlineRow, _ c: Chrome) -> String {
    let draft = row.deadline.draft
    if row.waits { return c.language("waits for the decision on the complaint") }
    return "\(c.day(row.day)) \(draft.time) \(c.language.zone(draft.zone, on: row.day))"
}

/// The stages of the procedure; those that were reached say when and through whom.
private func stageLine(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let place = tender.stages.firstIndex(of: tender.draft.stage) ?? 0
    return """
        <ol class="stages" aria-label="\(l("Stage"))">\(each: Array(tender.stages.enumerated()), { index, stage -> HTML in
        let move = index <= place ? tender.moves.first { $0.stage == stage } : nil
        return "<li\(if: index < place, " class=\"done\"")\(if: index == place, " class=\"now\" aria-current=\"step\"")>\(l.word(stage))\(ifLet: move, { moment($0, c) })</li>"
        })</ol>
        """
}

private func moment(_ move: StageMove, _ c: Chrome) -> HTML {
    let time = c.local(move.at)
    return "<small>\(c.day(time.day)) \(c.language.time(time)) · \(shortName(move.by))</small>"
}

/// One-press buttons for the stages to which the procedure leads from here.
private func stageSteps(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters unprinted" method="post" action="\(c.action(.tenders(.move(tender.id))))">\(hidden(c))\
        <span class="quiet">\(l("Move to:"))</span> \(each: tender.steps, { stage in
            "<button class=\"button\" name=\"stage\" value=\"\(stage.rawValue)\">\(l.word(stage))</button> "
        })</form>
        """
}

private func deadlineSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let add = addLink(.deadlines, tender.id.number, l("Add a deadline"), c)
    // What stands before a deadline that nobody has written down still stands in the way.
    let known = Set(tender.deadlines.filter { !$0.isDone }.map(\.deadline.draft.kind))
    let rest = tender.blockers.filter { !known.contains($0.before) }
    guard !tender.deadlines.isEmpty else {
        return sheet(
            l("Deadlines"),
            "\(emptyNote(l("No deadline yet: take them from the notice, with its time zone.")))<div class=\"body\">\(blockerList(rest, of: tender.id, c))</div>\(add)"
        )
    }
    return sheet(
        l("Deadlines"),
        "\(each: tender.deadlines, { deadlineRow($0, of: tender.id, c) })\(if: !rest.isEmpty, "<div class=\"body\">\(blockerList(rest, of: tender.id, c))</div>")\(add)"
    )
}

private func deadlineRow(_ row: DeadlineRow, of tender: Tender.ID, _ c: Chrome) -> HTML {
    let (l, draft) = (c.language, row.deadline.draft)
    let mark: HTML =
        row.isDone
        ? "<span class=\"mark good\" aria-hidden=\"true\">✓</span>"
        : row.isMissed || !row.blockers.isEmpty
            ? "<span class=\"mark bad\" aria-hidden=\"true\">●</span>"
            : "<span class=\"mark faint\" aria-hidden=\"true\">●</span>"
    let meaning = draft.consequence ?? l.word(row.missed)
    return """
        <div class="why">\(mark)<span>\(l.word(draft.kind))\(ifLet: row.who, { " · \(shortName($0))" })</span>\
        <span class="num">\(alarming("\(deadlineTime(row, c))", if: row.isMissed))</span>\
        <small>\(ifLet: draft.doneOn, { "\(l("done \(c.day($0))")) · " })\(l("set by \(l.word(draft.source))"))\
        \(if: row.moved > 0, " · \(l("moved by \(row.moved) days through a complaint"))")\
        \(if: row.isVoid, " · \(l("no longer needed, every lot is decided"))")\(if: !row.isDone && !row.isVoid && !meaning.isEmpty, " · \(meaning)")\(ifLet: draft.note, { " · \($0)" })\
        \(if: c.mayEdit, " \(actLink(l("Edit"), label: l("Edit: \(l.word(draft.kind))"), .tenders(.editPart(.deadlines, row.deadline.id.number)), c))")</small>\
        \(if: !row.blockers.isEmpty, "<div>\(blockerList(row.blockers, of: tender, c))</div>")</div>
        """
}

/// A link to the form of a new part.
func addLink(_ kind: TenderPartKind, _ owner: Int64, _ text: String, _ c: Chrome) -> HTML {
    c.may(kind.access)
        ? "<p class=\"body buttons unprinted\">\(button(text, c.link(.tenders(.newPart(kind, owner)))))</p>" : .none
}
