import Domain
import Routes

// The panels of a tender's page.

func lotSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let add = addLink(.lots, tender.id.number, l("Add a lot"), c)
    guard !tender.lots.isEmpty else {
        return sheet(
            l("Lots"), "\(emptyNote(l("No lot yet. The outcome belongs to the lot, and so do the bids.")))\(add)")
    }
    return sheet(
        l("Lots"), note: l("the outcome belongs to the lot"), "\(each: tender.lots, { lotBlock($0, tender, c) })\(add)")
}

private func lotBlock(_ row: LotRow, _ tender: TenderSheet, _ c: Chrome) -> HTML {
    let (l, lot, currency) = (c.language, row.lot.draft, Currency(tender.currency))
    return """
        <div class="body"><h3>\(ifLet: lot.number, { "\($0). " })\(lot.subject)\
        \(if: c.mayEdit, " \(actLink(l("Edit"), label: l("Edit: \(lot.subject)"), .tenders(.editPart(.lots, row.lot.id.number)), c))")</h3>
        <p>\(l("Starting price")): <b>\(lot.start.map { l.money($0, currency) } ?? l("unknown"))</b>, \(l.word(lot.vat)) · <b>\(l.word(lot.outcome))</b>\
        \(lotReason(row, currency, c))\(ifLet: row.fall, { " · \(l("fall \(hundredths($0, l))"))" })\
        \(if: row.asksForBasis, " · <span class=\"warn\">\(l("check the VAT basis of the prices"))</span>")</p>\
        \(ifLet: lot.lesson, { "<p class=\"note\">\($0)</p>" })
        \(if: !row.items.isEmpty, itemTable(row, currency, c))
        \(if: !row.bids.isEmpty, bidTable(row, currency, c))
        \(if: c.mayEdit, "<p class=\"buttons unprinted\">\(button(l("Add a bid"), c.link(.tenders(.newPart(.bids, row.lot.id.number))))) \(button(l("Add an item"), c.link(.tenders(.newPart(.items, row.lot.id.number)))))</p>")</div>
        """
}

private func lotReason(_ row: LotRow, _ currency: Currency, _ c: Chrome) -> HTML {
    let (l, lot) = (c.language, row.lot.draft)
    guard lot.outcome.isLoss else { return .none }
    guard let reason = lot.reason else { return ": <span class=\"bad\">\(l("reason not said"))</span>" }
    return ": \(l.word(reason))\(ifLet: row.gap, { ", \(l("the winner was lower by \(l.money($0, currency))"))" })"
}

private func bidTable(_ row: LotRow, _ currency: Currency, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Bidder"), .name), Column(l("Price"), .number), Column(l("Time of the bid"), .number),
        Column(l("Admitted")), Column(l("Outcome")),
    ]
    return table(l("Bids"), c.mayEdit ? columns + [.acts(l("Edit"))] : columns, row.bids) { bid in
        let draft = bid.draft
        return [
            "\(bidderName(draft, l))\(if: draft.isOurs, " <span class=\"badge key\">\(l("ours"))</span>")",
            "\(tenderAmount(draft.price, currency, c))", "\(draft.at.map { stamp($0, c) } ?? "")",
            "\(l.word(draft.admitted))\(ifLet: draft.ground, { " <small>\($0)</small>" })",
            draft.isWinner ? "<b>\(l("winner"))</b>" : .none,
            actLink(
                l("Edit"), label: l("Edit: \(bidderName(draft, l))"), .tenders(.editPart(.bids, bid.id.number)), c),
        ]
    }
}

private func bidderName(_ draft: BidDraft, _ l: Language) -> String {
    if let bidder = draft.bidder { return bidder }
    switch draft.identity {
    case .known(let number): return l("INN \(number)")
    case .doubtful(let number): return l("INN \(number), which fails its check")
    case .anonymous(let mark): return mark.isEmpty ? l("anonymous bidder") : l("anonymous bidder \(mark)")
    }
}

/// What came of the last tenders like this one.
func likeSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    guard !tender.like.isEmpty else { return .none }
    let l = c.language
    return sheet(
        l("The last ones like it"), note: l("for the same products, or of the same client"),
        "\(each: tender.like, { likeRow($0, c) })")
}

private func likeRow(_ lot: LikeLot, _ c: Chrome) -> HTML {
    let l = c.language
    let words = [
        lot.reason.map(l.word), lot.gap.map { l("the winner was lower by \(l.money($0, Currency(lot.currency)))") },
        lot.lesson,
    ].compactMap { $0 }
    return """
        <div class="why"><span class="mark \(lot.outcome == .won ? "good" : lot.outcome.isLoss ? "bad" : "faint")" aria-hidden="true">●</span>\
        <span>\(tenderLink(lot.tender, c)) · \(lot.subject)</span><span class="num">\(l.word(lot.outcome))</span>\
        <small>\(words.joined(separator: " · "))\(if: lot.outcome.isLoss && lot.reason == nil, "<span class=\"bad\">\(l("reason not said"))</span>")</small></div>
        """
}

func goSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let (l, draft) = (c.language, tender.draft)
    let decided: HTML = """
        <p class="body"><b>\(l.word(draft.go))</b>\(ifLet: tender.goUser, { " · \(shortName($0))" })\
        \(ifLet: draft.goOn, { " · \(c.day($0))" })\(ifLet: draft.goReason, { " · \($0)" })</p>
        """
    return sheet(
        l("Go or no-go"),
        """
        \(each: tender.answers, { answerRow($0, c) })\(decided)\
        \(ifLet: draft.lesson, { "<p class=\"body note\">\(l("Lesson")): \($0)</p>" })\
        \(addLink(.answers, tender.id.number, l("Add a question"), c))
        """)
}

private func answerRow(_ row: GoQuestion, _ c: Chrome) -> HTML {
    let (l, draft) = (c.language, row.draft)
    return partRow(
        "\(draft.question)", "\(alarming("\(l.word(draft.answer))", if: draft.answer == .no))",
        "\(draft.remark ?? "")", edit: .answers, row.id.number, draft.question, isDone: draft.answer == .yes, c)
}

func securitySheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let bound = tender.bound(on: c.today)
    return sheet(
        l("Securities"),
        note: bound > .zero ? l("bound: \(l.money(bound, Currency(tender.currency)))") : nil,
        """
        \(if: tender.securities.isEmpty, emptyNote(l("No security is written down.")))\
        \(each: tender.securities, { securityRow($0, tender, c) })\
        \(addLink(.securities, tender.id.number, l("Add a security"), c))
        """)
}

private func securityRow(_ row: TenderSecurity, _ tender: TenderSheet, _ c: Chrome) -> HTML {
    let (l, draft) = (c.language, row.draft)
    let state: HTML =
        draft.returnedOn.map { "\(l("returned \(c.day($0))"))" } ?? draft.paidOn.map { "\(l("provided \(c.day($0))"))" }
        ?? "<span class=\"bad\">\(l("unpaid"))</span>"
    let more = [
        l.word(draft.form), draft.bank, draft.register, draft.untilOn.map { l("until \(c.day($0))") },
        draft.neededOn.map { l("needed until \(c.day($0))") },
        draft.askedBackOn.map { l("return asked \(c.day($0))") }, draft.note,
    ].compactMap { $0 }.joined(separator: " · ")
    return partRow(
        "\(l.word(draft.kind)): \((draft.amount ?? draft.asked).map { l.money($0, Currency(tender.currency)) } ?? l("unknown"))",
        state,
        "\(more)", edit: .securities, row.id.number, l.word(draft.kind), isDone: draft.paidOn != nil, c)
}

func questionSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Questions and answers"),
        """
        \(if: tender.questions.isEmpty, emptyNote(l("Nothing has been asked.")))\
        \(each: tender.questions, { row in
            partRow(
                "\(row.draft.text)",
                "\(row.draft.answeredOn.map { l("answered \(c.day($0))") } ?? row.draft.askedOn.map { l("asked \(c.day($0))") } ?? l("drafted, not asked"))",
                "\(ifLet: tender.colleague(row.draft.user), { "\(shortName($0)) · " })\(row.draft.answer ?? "")", edit: .questions, row.id.number,
                row.draft.text, isDone: row.draft.answeredOn != nil, c)
        })\(addLink(.questions, tender.id.number, l("Add a request for clarification"), c))
        """)
}

func requirementSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Requirements and our product"),
        """
        \(if: tender.requirements.isEmpty, emptyNote(l("No requirement is written down.")))\
        \(each: tender.requirements, { row in
            partRow(
                "\(row.draft.requirement)", "\(alarming("\(l.word(row.draft.verdict))", if: row.draft.verdict == .fails))",
                "\(fitText(row, tender, c))", edit: .requirements, row.id.number, row.draft.requirement,
                isDone: row.draft.verdict == .meets, c)
        })\(if: c.mayEdit && tender.requirements.isEmpty && !tender.like.isEmpty, """
            <div class="body unprinted">\(actButton(.tenders(.beginFit(tender.id)), l("Begin with those of the last one like it"), label: l("Begin with the requirements of the last tender like it"), c))</div>
            """)\(addLink(.requirements, tender.id.number, l("Add a requirement"), c))
        """)
}

private func fitText(_ row: FitLine, _ tender: TenderSheet, _ c: Chrome) -> String {
    let (l, draft) = (c.language, row.draft)
    return [
        draft.ours.map { l("ours: \($0)") }, draft.theirs.map { l("theirs: \($0)") }, draft.evidence,
        tender.colleague(draft.user).map(shortName), draft.confirmedOn.map { l("confirmed \(c.day($0))") },
    ].compactMap { $0 }.joined(separator: " · ")
}

func applicationSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let needs = Dictionary(tender.needs.map { ($0.line, $0) }) { first, _ in first }
    return sheet(
        l("Application"),
        """
        \(ifLet: tender.draft.submitted, { "<p class=\"body\"><b>\(l("Handed in at \(stamp($0, c))"))</b>\(ifLet: tender.draft.receipt, { " · \($0)" })</p>" })\
        \(if: tender.lines.isEmpty, emptyNote(l("Nothing is on the checklist yet.")))\
        \(each: tender.lines, { row in
            partRow(
                "\(row.draft.text)", "\(lineState(row, needs[row.id], c))", "\(lineText(row, tender, c))", edit: .lines,
                row.id.number, row.draft.text,
                isDone: row.draft.paper == nil ? row.draft.doneOn != nil : needs[row.id]?.standing == .have, c)
        })\(addLink(.lines, tender.id.number, l("Add a line"), c))
        """)
}

private func lineState(_ row: ApplicationLine, _ need: PaperNeed?, _ c: Chrome) -> HTML {
    let l = c.language
    guard let need else {
        return
            "\(row.draft.doneOn.map { l("done \(c.day($0))") } ?? row.draft.due.map { l("due \(c.day($0))") } ?? l("not ready"))"
    }
    switch need.standing {
    case .have: return "\(l("we have it"))"
    case .lacking: return alarming("\(l("lacking"))", if: true)
    case .ends: return alarming("\(l("ends before the signing, \(need.endsOn.map(c.day) ?? "")"))", if: true)
    case .scope: return alarming("\(l("not for this act"))", if: true)
    case .limit: return alarming("\(l("not up to this price"))", if: true)
    }
}

private func lineText(_ row: ApplicationLine, _ tender: TenderSheet, _ c: Chrome) -> String {
    let (l, draft) = (c.language, row.draft)
    return [
        draft.paper.map { l.word($0) }, tender.colleague(draft.user).map(shortName),
        draft.confirmedOn.map { l("confirmed \(c.day($0))") }, draft.receipt,
    ].compactMap { $0 }.joined(separator: " · ")
}

func noticeSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Versions of the notice"),
        """
        \(if: tender.notices.isEmpty, emptyNote(l("No version is written down.")))\
        \(each: tender.notices, { row in
            partRow(
                "\(row.draft.changes)", "\(c.day(row.draft.day))", "\(l("version \(row.draft.number)"))", edit: .notices,
                row.id.number, row.draft.changes, isDone: true, c)
        })\(addLink(.notices, tender.id.number, l("Add a version"), c))
        """)
}

func complaintSheet(_ tender: TenderSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Complaints"),
        """
        \(if: tender.complaints.isEmpty, emptyNote(l("No complaint is known.")))\
        \(each: tender.complaints, { row in
            partRow(
                "\(row.draft.about)", "\(row.draft.decision == nil ? l("complaint undecided") : l("complaint decided"))",
                "\(complaintText(row, c))", edit: .complaints, row.id.number, row.draft.about,
                isDone: row.draft.decision != nil, c)
        })\(addLink(.complaints, tender.id.number, l("Record a complaint"), c))
        """)
}

private func complaintText(_ row: TenderComplaint, _ c: Chrome) -> String {
    let (l, draft) = (c.language, row.draft)
    return [
        draft.whose, draft.lodgedOn.map { l("lodged \(c.day($0))") },
        draft.from.map { l("suspended from \(c.day($0))") }, draft.untilOn.map { l("until \(c.day($0))") },
        draft.decision,
    ].compactMap { $0 }.joined(separator: " · ")
}

/// A part as a row of its panel.
func partRow(
    _ name: HTML, _ state: HTML, _ more: HTML, edit kind: TenderPartKind, _ id: Int64, _ label: String, isDone: Bool,
    _ c: Chrome
) -> HTML {
    let l = c.language
    let mark: HTML =
        isDone
        ? "<span class=\"mark good\" aria-hidden=\"true\">✓</span>"
        : "<span class=\"mark faint\" aria-hidden=\"true\">●</span>"
    return """
        <div class="why">\(mark)<span>\(name)</span><span class="num">\(state)</span><small>\(more)\
        \(if: c.may(kind.access), " \(actLink(l("Edit"), label: l("Edit: \(label)"), .tenders(.editPart(kind, id)), c))")</small></div>
        """
}
