import Domain
import Routes

func tenderLink(_ tender: Named<Tender>, _ c: Chrome) -> HTML {
    anchor(tender.name, to: TenderRoute.sheet(tender.id), c)
}

func stageBadge(_ stage: TenderStage, _ l: Language) -> HTML {
    let style: StaticString = stage == .closed ? "" : " key"
    return "<span class=\"badge\(style)\">\(l.word(stage))</span>"
}

/// An amount of a tender, with its currency where that is not the desk's.
func tenderAmount(_ amount: Money?, _ currency: Currency, _ c: Chrome) -> String {
    guard let amount else { return c.language("unknown") }
    return currency == c.currency ? c.amount(amount) : c.language.money(amount, currency)
}

/// A moment by the clock of a notice or of the desk, "2026-12-03 09:15" or with seconds, with the day as the language writes it.
func stamp(_ text: String, _ c: Chrome) -> String {
    guard let day = Day(text.prefix(10)) else { return text }
    return c.day(day) + text.dropFirst(10)
}

/// A share in hundredths of a per cent: "8.1 %".
func hundredths(_ share: Int, _ l: Language) -> String {
    share < 0
        ? "−\(l.percent(Discount(hundredths: Int64(-share))))" : l.percent(Discount(hundredths: Int64(share)))
}

/// Tenders as a table. `withClient` adds the client's name, on pages of other records.
func tenderTable(_ rows: [TenderRow], withClient: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    var columns = [Column(l("Tender"), .title)]
    if withClient { columns.append(Column(l("Client"), .record)) }
    columns += [
        Column(l("Stage")), Column(l("Next deadline")),
        Column(l("Starting price, \(c.currency.symbol)"), .number), Column(l("Outcome")), Column(l("KAM")),
    ]
    return table(l("Tenders"), columns, rows) { row in
        let name: HTML = """
            \(tenderLink(Named(id: row.id, name: row.title), c))\
            \(ifLet: row.number.flatMap { $0 == row.title ? nil : $0 }, { " <small>\($0)</small>" })
            """
        let rest: [HTML] = [
            "\(l.word(row.stage))\(if: row.go == .noGo, " · \(l.word(row.go))")", nextCell(row, c),
            startCell(row, c),
            outcomeCell(row, l), "\(row.kam.map(shortName) ?? "")",
        ]
        return (withClient ? [name, clientLink(row.client, c)] : [name]) + rest
    }
}

private func nextCell(_ row: TenderRow, _ c: Chrome) -> HTML {
    guard let day = row.nextOn, let kind = row.nextKind else { return .none }
    return "\(dueDay(day, c))<small class=\"by kept\">\(c.language.word(kind))</small>"
}

/// The starting prices, with the number of lots where there are several.
private func startCell(_ row: TenderRow, _ c: Chrome) -> HTML {
    """
    \(tenderAmount(row.lots > 0 ? row.start : nil, Currency(row.currency), c))\
    \(if: row.lots != 1, "<small class=\"by\">\(c.language("\(row.lots) lots"))</small>")
    """
}

private func outcomeCell(_ row: TenderRow, _ l: Language) -> HTML {
    let told = [row.won > 0 ? l("won \(row.won)") : nil, row.lost > 0 ? l("lost \(row.lost)") : nil].compactMap { $0 }
    return """
        \(told.joined(separator: ", "))\(if: !told.isEmpty && row.owing > 0, ", ")\
        \(if: row.owing > 0, "<span class=\"warn\">\(l("reason not said"))</span>")
        """
}

package func tenderExport(_ rows: [TenderRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [
            l("Number"), l("Title"), l("Client"), l("Law"), l("Stage"), l("Go or no-go"), l("Announced on"), l("KAM"),
            l("Lots"), l("Won"), l("Lost"), l("Starting price"), l("Currency"), l("Next deadline"),
        ],
        rows.map { row in
            [
                .text(row.number ?? ""), .text(row.title), .text(row.client.name), .text(row.law.map(l.law) ?? ""),
                .text(l.word(row.stage)), .text(l.word(row.go)), .text(row.announcedOn?.iso ?? ""),
                .text(row.kam ?? ""), .number(String(row.lots)), .number(String(row.won)), .number(String(row.lost)),
                .number(row.lots > 0 ? Currency(row.currency).text(row.start) : ""), .text(row.currency),
                .text(row.nextOn?.iso ?? ""),
            ]
        })
}

/// What stands in the way, each with who clears it and where.
func blockerList(_ blockers: [Blocker], of tender: Tender.ID, _ c: Chrome) -> HTML {
    guard !blockers.isEmpty else { return .none }
    let l = c.language
    return """
        <ul class="stops">\(each: blockers, { blocker in
        "<li class=\"\(mark(of: blocker))\">\(l.sentence(blocker, ends: blocker.ends.map(c.day)))\(ifLet: blocker.who, { " · \(shortName($0))" })\(if: c.mayEdit, " \(actLink(l("Clear it"), label: l("Clear it: \(l.sentence(blocker, ends: blocker.ends.map(c.day)))"), place(of: blocker, tender), c))")</li>"
        })</ul>
        """
}

/// What is only open is asked; what is wrong stops.
func mark(of blocker: Blocker) -> String {
    [.goUndecided, .requirementUnknown, .confirmAgain, .questionUnanswered, .questionUnasked].contains(blocker.kind)
        ? "ask" : "stop"
}

/// The form that clears a blocker; papers are cleared on their own page.
private func place(of blocker: Blocker, _ tender: Tender.ID) -> Route {
    switch blocker.kind {
    case .paperLacking, .paperEnds, .noAttorney, .attorneyScope, .attorneyLimit: return .tenders(.papers)
    default:
        guard let part = blocker.part, let record = blocker.record else { return .tenders(.edit(tender)) }
        return .tenders(.editPart(part, record))
    }
}
