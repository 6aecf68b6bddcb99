import Domain
import Routes

/// The parts of a brief below its guests. A part of which nothing is known is nil.
struct BriefParts {
    let brief: BriefSheet
    let c: Chrome

    private var l: Language { c.language }

    /// The parts that are there, two beside each other. Both sides' promises stay together; what remains fills the rows.
    var pairs: [[HTML]] {
        let promises = [promises(.ours), promises(.theirs)].compactMap { $0 }
        var rest = [orders, tenders, debt, talks, notes, dates, missing].compactMap { $0 }
        var first = [aim, objections].compactMap { $0 }
        if first.count == 1, !rest.isEmpty { first.append(rest.removeLast()) }
        let rows = stride(from: 0, to: rest.count, by: 2).map { Array(rest[$0..<min($0 + 2, rest.count)]) }
        return [first, promises].filter { !$0.isEmpty } + rows
    }

    /// What we want; if nobody has written it, what could be asked for.
    var aim: HTML? {
        let asks = brief.asks(on: c.today)
        if let aim = brief.brief.draft.aim {
            return part(
                l("What we want"),
                """
                <p class="note">\(aim)</p>\
                \(if: !asks.isEmpty, "<p class=\"quiet\">\(l("Open besides:")) \(asks.map(ask).joined(separator: "; ")).</p>")
                """)
        }
        if !brief.wants.isEmpty {
            return part(
                l("What we want"),
                "<ul class=\"lines\">\(each: brief.wants, { row in "<li><span class=\"lines-2\">\(row.draft.side == .ours ? l("we want") : l("they want")): \(row.draft.text)</span>\(ifLet: row.draft.due, { "<span class=\"num\">\(dueDay($0, c))</span>" })</li>" })</ul>"
            )
        }
        return part(
            l("What we want"),
            """
            <p class="quiet">\(l("Not written yet."))\(if: !asks.isEmpty, " \(l("What is open suggests:"))")</p>\
            \(if: !asks.isEmpty, "<ol>\(each: asks, { "<li>\(ask($0))</li>" })</ol>")
            """)
    }

    private func ask(_ ask: BriefAsk) -> String {
        switch ask {
        case .promise(let matter): l("their promise: \(matter.text) (\(dueText(matter, c)))")
        case .payment(let amount): l("payment of \(c.short(amount))")
        case .seat(let role): l("find out who \(l.word(role).lowercased())")
        case .stance(let name): l("find out where \(name) stands")
        }
    }

    /// Tenders that are not over, each with its next deadline.
    var tenders: HTML? {
        guard !brief.tenders.isEmpty else { return nil }
        return part(
            l("Tenders"),
            "<ul class=\"lines\">\(each: brief.tenders, { row in "<li><span class=\"lines-2\">\(tenderLink(Named(id: row.id, name: row.title), c)) <small>\(l.word(row.stage))</small></span>\(ifLet: row.nextOn, { "<span>\(ifLet: row.nextKind, { "\(l.word($0)) " })\(dueDay($0, c))</span>" })</li>" })</ul>"
        )
    }

    /// What they will object, and our answer. A missing answer is said.
    var objections: HTML? {
        let said = brief.objections
        guard !said.isEmpty else { return nil }
        return part(
            l("Likely objections"),
            "<dl class=\"objections\">\(each: said, { "<div><dt>\($0.text ?? "")</dt>\(answer($0))</div>" })</dl>")
    }

    private func answer(_ objection: Objection) -> HTML {
        objection.answer.map { "<dd>\($0)</dd>" } ?? "<dd class=\"bad\">\(l("we have no answer yet"))</dd>"
    }

    /// The open promises of one side, each with whom it concerns and when it was agreed.
    func promises(_ side: Side) -> HTML? {
        let (rows, count) = side == .ours ? (brief.ours, brief.oursCount) : (brief.theirs, brief.theirsCount)
        guard !rows.isEmpty else { return nil }
        return part(
            side == .ours ? l("We promised") : l("They promised"),
            note: count > rows.count ? l("\(rows.count) of \(count)") : nil,
            "<ul class=\"lines\">\(each: rows, promise)</ul>")
    }

    private func promise(_ matter: MatterRow) -> HTML {
        let isLate = (matter.daysOverdue(on: c.today) ?? 0) > 0
        let agreed = [
            matter.person.map { matter.side == .ours ? l("to \(shortName($0.name))") : shortName($0.name) },
            brief.title(of: matter), matter.agreedOn.map { l("agreed \(c.day($0))") },
        ].compactMap { $0 }.joined(separator: ", ")
        return """
            <li><span class="lines-2">\(anchor(matter.text, .matters(.edit(matter.id)), quietly: true, c))\
            \(if: !agreed.isEmpty, " <small>\(agreed)</small>")</span>\
            <span class="num\(if: isLate, " bad")">\(dueText(matter, c))</span></li>
            """
    }

    /// The orders that are accepted and not shipped.
    var orders: HTML? {
        guard !brief.orders.isEmpty else { return nil }
        return part(
            l("Open orders"),
            "<ul class=\"lines\">\(each: brief.orders, { row in """
                <li><span class="lines-1">\(orderLink(Named(id: row.id, name: row.number), c)), \(l.word(row.status).lowercased()) \
                <small>\(l("ordered \(c.day(row.day))"))</small></span><span class="num">\(c.money(row.figures.turnover))</span></li>
                """ })</ul>")
    }

    /// The invoices that are due first.
    var debt: HTML? {
        guard !brief.invoices.isEmpty else { return nil }
        return part(
            l("They owe"), note: l("\(c.short(brief.ageing.open)) in all"),
            "<ul class=\"lines\">\(each: brief.invoices, invoice)</ul>")
    }

    private func invoice(_ row: InvoiceRow) -> HTML {
        let late = c.today - row.due
        let note = late > 0 ? l("\(late) days overdue") : l("due \(c.day(row.due))")
        return """
            <li><span class="lines-1">\(anchor(row.number, .receivables(.invoice(row.id)), quietly: true, c)) \
            <small>\(if: late > 0, "<span class=\"bad\">\(note)</span>")\(if: late <= 0, "\(note)")\(if: row.isDisputed, ", \(l("disputed"))")</small></span>\
            <span class="num\(if: late > 0, " bad")">\(c.money(row.open))</span></li>
            """
    }

    var talks: HTML? {
        guard !brief.interactions.isEmpty else { return nil }
        return part(
            l("Said last"),
            "<ul class=\"lines\">\(each: brief.interactions, { row in """
                <li><span class="lines-2">\(anchor(row.topic, to: InteractionRoute.sheet(row.id), quietly: true, c))\
                \(ifLet: row.note, { ": \($0)" }) \
                <small>\(l.word(row.kind).lowercased())\(if: !row.people.isEmpty, ", \(row.people.map(shortName).joined(separator: ", "))")</small></span>\
                <span class="num">\(c.day(row.day))</span></li>
                """ })</ul>")
    }

    /// The client's note and what was said with the handover.
    var notes: HTML? {
        let note = brief.client.draft.note
        guard note != nil || brief.kam?.note != nil else { return nil }
        return """
            <div>\(ifLet: brief.kam?.note, { note in
                part(l("Handover note"), note: brief.kam.map { l("to \(shortName($0.name)), \(l.month($0.from))") }, "<p class=\"lines-3\">\(note)</p>")
            })\(ifLet: note, { part(l("Note"), "<p class=\"lines-3\">\($0)</p>") })</div>
            """
    }

    /// The roles in the decision for which nobody is known, and who could introduce us.
    var missing: HTML? {
        guard let power = brief.power, !power.emptySeats.isEmpty else { return nil }
        let seats = power.emptySeats.map { l.word($0).lowercased() }.joined(separator: ", ")
        return part(
            l("Who is missing here"),
            """
            <p class="lines-3">\(l("Nobody is known who:")) \(seats).\
            \(ifLet: power.introducer, { " <b>\(l("Who could introduce us?"))</b> \(introduction($0, c))." })</p>
            """)
    }

    var dates: HTML? {
        let dates = brief.dates(from: c.today)
        guard !dates.isEmpty else { return nil }
        return part(
            l("Next dates"),
            """
            <ul class="lines">\(each: dates, { date in
                "<li><span class=\"lines-2\">\(event(date.event))</span><span class=\"num\">\(c.day(date.day))</span></li>"
            })</ul>
            """)
    }

    private func event(_ event: BriefDate.Event) -> String {
        switch event {
        case .expected(let text, let name): name.map { "\(shortName($0)): \(text)" } ?? text
        case .goal(let goal, let name): "\(shortName(name)): \(goal)"
        case .invoice(let number, let amount): l("invoice \(number), \(c.short(amount))")
        }
    }

    /// What the desk does not know of the client, in one line; nil if it knows something of everything.
    var unknown: String? {
        let empty: [(isKnown: Bool, name: String)] = [
            (objections != nil, l("objections")), (!brief.ours.isEmpty, l("our promises")),
            (!brief.theirs.isEmpty, l("their promises")), (!brief.orders.isEmpty, l("open orders")),
            (!brief.invoices.isEmpty, l("debt")), (!brief.interactions.isEmpty, l("conversations")),
        ]
        let names = empty.filter { !$0.isKnown }.map(\.name)
        return names.isEmpty ? nil : l("Nothing is noted of: \(names.joined(separator: ", ")).")
    }

    private func part(_ title: String, note: String? = nil, _ body: HTML) -> HTML {
        "<section class=\"part\"><h2>\(title)\(ifLet: note, { " <small>\($0)</small>" })</h2>\(body)</section>"
    }
}
