import Domain
import Routes

/// What we put into a client, what it is worth by its arithmetic, the three cases of extra income, and what came of it.
func investmentPanel(_ programme: InvestmentProgramme, of client: Client.ID, _ c: Chrome) -> HTML {
    let l = c.language
    let link: (String, String)? = c.mayEdit ? (l("Add a year"), c.link(.investment(.new(client)))) : nil
    let title = l("What we put in, and what it is worth")
    guard !programme.years.isEmpty else {
        return !c.mayEdit
            ? .none
            : sheet(
                title, link: link,
                emptyNote(
                    l(
                        "Nothing is planned. What would discounts, bonuses, training or events bring beside what they buy anyway?"
                    )))
    }
    return """
        \(sheet(title, note: l("the expected case, \(c.currency.symbol)"), link: link, "\(flowTable(programme, title, c))\(arithmetic(programme, c))"))
        \(sheet(l("Three cases of extra income, and how the income grew"), note: l("the same outlay in each"), caseTable(programme, c)))
        """
}

/// A row of a table with a column for each year: its name, its values, and its sum.
private struct YearLine {
    var name: HTML
    var cells: [HTML]
    var end: HTML
}

private func yearTable(
    _ name: String, _ programme: InvestmentProgramme, _ lines: [YearLine], _ c: Chrome
) -> HTML {
    let l = c.language
    let columns =
        [Column(l("Year"), .name)] + programme.years.map { Column(String($0.draft.year), .number) }
        + [Column(l("Together"), .number)]
    return table(name, columns, lines) { line in [line.name] + line.cells + [line.end] }
}

private func flowTable(_ programme: InvestmentProgramme, _ title: String, _ c: Chrome) -> HTML {
    let l = c.language
    func line(_ name: String, _ sign: Int64, _ value: (InvestmentDraft) -> Money) -> YearLine {
        let values = programme.years.map { sign * value($0.draft).minor }
        return YearLine(
            name: "\(name)", cells: values.map { "\(c.column($0, .income))" },
            end: "\(c.column(values.reduce(0, +), .income))")
    }
    let flows = programme.years.map { programme.flow($0, .expected) }
    var lines = [
        line(l("Extra income, expected case"), 1, \.expected), line(l("Discounts"), -1, \.discounts),
        line(l("Bonuses"), -1, \.bonuses), line(l("VIP budget and training"), -1, \.vip),
        line(l("Events"), -1, \.events),
        YearLine(
            name: "<b>\(l("Cash flow"))</b>", cells: flows.map { "<b>\(c.column($0, .income))</b>" },
            end: "<b>\(c.column(flows.reduce(0, +), .income))</b>"),
    ]
    if let value = programme.value(.expected) {
        lines.append(
            YearLine(
                name: "\(l("divided by (1 + r) to the power of the year"))",
                cells: programme.years.map { "\(divisor(programme, $0, l))" }, end: .none))
        lines.append(
            YearLine(
                name: "<b>\(l("Present value"))</b>",
                cells: programme.years.map { "\(c.column(programme.present($0, .expected) ?? 0, .income))" },
                end: "<b>\(c.column(value, .income))</b>"))
    }
    let acts: [YearLine] =
        c.mayEdit
        ? [
            YearLine(
                name: "<span class=\"quiet unprinted\">\(l("said by"))</span>",
                cells: programme.years.map { year in
                    let label = l("Edit: \(String(year.draft.year))")
                    return
                        "<small>\(shortName(year.by)), \(c.day(year.draft.day)), \(l.word(year.draft.grade))</small> \(actLink(l("Edit"), label: label, .investment(.edit(year.investment.id)), c))"
                }, end: .none)
        ] : []
    return yearTable(title, programme, lines + acts, c)
}

/// "1.2544".
private func divisor(_ programme: InvestmentProgramme, _ year: InvestmentProgramme.Year, _ l: Language) -> String {
    let tenThousandths = (programme.divisor(programme.t(year)) * 10_000).rounded()
    return l.digits(UInt64(min(tenThousandths, 1e18)), decimals: 4, isNegative: false)
}

/// The sum written out, and how far the expectation may fall.
private func arithmetic(_ programme: InvestmentProgramme, _ c: Chrome) -> HTML {
    let l = c.language
    guard let value = programme.value(.expected), let rate = programme.rate else {
        return
            "<p class=\"body warn\">\(l("The desk has no rate of a year, so that nothing is discounted: an administrator sets it in the settings."))</p>"
    }
    let terms = programme.years.map { year -> String in
        let flow = c.column(programme.flow(year, .expected), .income)
        let t = programme.t(year)
        return t == 0 ? flow : "\(flow) / \(divisor(programme, year, l))"
    }
    let room = programme.room.map { l("It is worth nothing when the extra income is \(l.percent($0)) less.") }
    return """
        <div class="body"><p>NPV = Σ CF / (1 + r)<sup>t</sup> = \(terms.joined(separator: " + ")) = <b>\(c.column(value, .income))</b></p>
        <p class="quiet">\(l("r = \(l.percent(rate.rate)), the desk's rate since \(c.day(rate.since)); the first year is not discounted."))\
        \(ifLet: room, { " \($0)" })</p></div>
        """
}

private func caseTable(_ programme: InvestmentProgramme, _ c: Chrome) -> HTML {
    let l = c.language
    let title = l("Three cases of extra income, and how the income grew")
    let cases = InvestmentCase.allCases.map { of in
        let values = programme.years.map { $0.draft.extra(of) }
        let worth: HTML =
            "\(ifLet: programme.value(of), { "<small class=\"below\">NPV\u{A0}\(c.column($0, .income))</small>" })"
        return YearLine(
            name: "\(l.word(of))\(worth)", cells: values.map { "\(c.column($0, .income))" },
            end: "\(c.column(values.reduce(0, +), .income))")
    }
    let known = programme.years.compactMap(\.actual)
    let actual = YearLine(
        name: "<b>\(l("growth of income"))</b>",
        cells: programme.years.map { "\(ifLet: $0.actual, { "<b>\(c.column($0, .income))</b>" })" },
        end: known.isEmpty ? .none : "<b>\(c.column(known.reduce(0, +), .income))</b>")
    // Years with the same source are named together.
    let sources = Set(programme.years.map(\.draft.source)).sorted().map { source in
        let years = programme.years.filter { $0.draft.source == source }.map { String($0.draft.year) }
        return "\(years.joined(separator: ", ")): \(source)"
    }.joined(separator: "; ")
    return """
        \(yearTable(title, programme, cases + [actual], c))
        <p class="body quiet">\(l("Growth: the income of the year above that of the year before the first one, whatever brought it; of this year over its full months."))\
         \(sources)</p>
        """
}

/// The form for a year of investment. `id` is nil for a new one.
package func investmentForm(
    _ id: InvestmentYear.ID?, _ client: Named<Client>, _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("Add a year of investment") : l("Edit a year of investment")
    let back = c.link(.strategy(.sheet(client.id)))
    let amounts = [
        ("discounts", l("Discounts")), ("bonuses", l("Bonuses")), ("vip", l("VIP budget and training")),
        ("events", l("Events")),
    ]
    let cases = [
        ("low", l("Extra income, low case")), ("expected", l("Extra income, expected case")),
        ("high", l("Extra income, high case")),
    ]
    return layout(
        title, c,
        """
        \(trail(client.name, back))
        \(head(title))
        \(f.form(
            id.map { .investment(.change($0)) } ?? .investment(.add(client.id)), back: back,
            """
            \(f.text("year", l("Year"), required: true, width: "narrow"))
            \(each: amounts, { f.text($0.0, $0.1, width: "narrow") })
            \(each: cases, { f.text($0.0, $0.1, hint: l("Only what they would not buy anyway."), width: "narrow") })
            \(f.text("source", l("Source"), required: true, hint: l("Who said it, or where it is written.")))
            \(f.day("day", l("Day"), required: true))
            \(f.choice("grade", l("Certainty"), Certainty.allCases.map { ($0.rawValue, l.word($0)) }))
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.investment(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
