import Domain
import Routes

/// The page behind a figure: the rows that sum to it.
package func figurePage(_ sheet: FigureSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let (figure, metric) = (sheet.figure, sheet.figure.measure.metric)
    let others = sheet.others
    let foot = foot(l("\(sheet.count) rows"), sheet.sum, sheet, c)
    let earlier = max(0, sheet.skipped - 200)
    let rows: HTML = """
        \(figureTable(sheet, foot, c))
        \(if: sheet.unseen != 0, "<p class=\"body quiet\">\(l("Of it from clients whom you do not see: \(exact(sheet.unseen, metric, c))"))</p>")\
        \(if: others.count > 0, "<p class=\"body quiet\">\(l("\(others.count) rows on other pages: \(exact(others.sum, metric, c))"))</p>")
        """
    let isEmpty = sheet.rows.isEmpty && sheet.unseen == 0
    return layout(
        l("Why this number"), c,
        """
        \(figureTrail(figure.scope, sheet.name, c))
        \(head(l("Why this number"), actions: printButton(l)))
        \(answer("\(name(sheet.name, figure, c)), \(days(figure.span, c)): <b>\(exact(sheet.sum, metric, c))</b>."))
        \(isEmpty ? Templates.sheet(l("Rows"), emptyNote(l("Nothing counts here."))) : Templates.sheet(l("Rows"), note: rule(figure, l), export: .plans(.figure(figure)), rows, c))
        \(if: sheet.unknown != 0, "<p class=\"quiet\">\(l("Costs of \(c.money(Money(sheet.unknown))) of turnover are unknown: no income is counted on it."))</p>")
        \(if: !sheet.isWhole, "<p class=\"quiet\">\(l("Of what you see."))</p>")
        \(pager(
            earlier: sheet.skipped > 0 ? c.link(.plans(.figure(figure, after: earlier))) : nil,
            later: sheet.next.map { c.link(.plans(.figure(figure, after: $0))) }, shown: sheet.rows.count,
            of: sheet.count, l))
        """)
}

/// A ratio: its two parts, each with the rows behind it.
package func sharePage(_ sheet: ShareSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let (figure, metric) = (sheet.figure, sheet.figure.measure.metric)
    func part(_ value: Int64, _ figure: Figure, _ name: HTML) -> HTML {
        "<span class=\"term\"><b>\(anchor(exact(value, metric, c), .plans(.figure(figure)), quietly: true, c))</b><small>\(name)</small></span>"
    }
    let base: HTML =
        sheet.base.map { part(sheet.baseValue, $0, name(sheet.baseName, $0, c)) }
            ?? """
            <span class="term"><b>\(anchor(exact(sheet.baseValue, metric, c), .plans(.sheet(figure.scope, nil)), quietly: true, c))</b>\
            <small>\(l("plan")), \(sheet.baseName)</small></span>
            """
    let share = percent(sheet.share, l)
    return layout(
        l("Why this number"), c,
        """
        \(figureTrail(figure.scope, sheet.name, c))
        \(head(l("Why this number"), actions: printButton(l)))
        \(answer("\(name(sheet.name, figure, c)), \(days(figure.span, c)): <b>\(share)</b>."))
        \(Templates.sheet(l("A ratio"), note: l("two parts beside each other, never summed"), """
            <div class="body"><p class="equation">\(part(sheet.value, figure, name(sheet.name, figure, c)))<span class="op">÷</span>\(base)\
            <span class="op">=</span><span class="term"><b>\(share)</b></span></p></div>
            """))
        \(if: !sheet.isWhole, "<p class=\"quiet\">\(l("Of what you see."))</p>")
        """)
}

/// Back to whose figure it is.
func figureTrail(_ scope: PlanScope, _ name: String, _ c: Chrome) -> HTML {
    if case .client(let id) = scope { return trail(name, c.link(.clients(.sheet(id)))) }
    return trail(c.language("Plan"), c.link(.plans(.sheet(scope, nil))))
}

func days(_ span: PeriodSpan, _ c: Chrome) -> String {
    let l = c.language
    return "\(l.day(span.from, c.today)) – \(l.day(span.to, c.today))"
}

private func name(_ name: String, _ figure: Figure, _ c: Chrome) -> HTML {
    let l = c.language
    let channel = figure.measure.channel
    return
        "<b>\(l.word(figure.measure.metric))</b>\(if: channel != .both, " (\(l.word(channel)))"), \(figure.isHeld ? l("the clients held today: \(name)") : name)"
}

/// To the minor unit.
private func exact(_ value: Int64, _ metric: PlanMetric, _ c: Chrome) -> String {
    metric.isMoney ? c.money(Money(value)) : c.language.number(Int(value))
}

/// What counts, in a sentence.
private func rule(_ figure: Figure, _ l: Language) -> String {
    switch figure.measure.metric {
    case .turnover: l("what was shipped less what came back, on its day")
    case .income: l("turnover less cost, on the day of the shipment or return")
    case .collected: l("payments on their day, VAT included")
    case .buying: l("clients with a shipment, each once")
    case .new: l("clients with their first shipment, as far as the history tells")
    }
}

private func foot(_ name: String, _ sum: Int64, _ sheet: FigureSheet, _ c: Chrome) -> [HTML] {
    let metric = sheet.figure.measure.metric
    let value = metric.isMoney ? c.amount(Money(sum)) : c.language.number(Int(sum))
    return switch metric {
    case .income: ["\(name)", "", "", "", "", "\(value)"]
    case .turnover: ["\(name)", "", "", "", "\(value)"]
    case .collected: ["\(name)", "", "", "\(value)"]
    case .buying, .new: ["\(name)", "", "\(value)"]
    }
}

private func figureTable(_ sheet: FigureSheet, _ foot: [HTML], _ c: Chrome) -> HTML {
    let l = c.language
    let metric = sheet.figure.measure.metric
    let symbol = c.currency.symbol
    let columns =
        [Column(l("Client"), .name), Column(l("Day"), .number)]
        + (metric.isOfProducts
            ? [Column(l("Order")), Column(l("Product"))] : metric == .collected ? [Column(l("Payment"))] : [])
        + (metric == .income ? [Column(l("Turnover, \(symbol)"), .number)] : [])
        + [Column(metric.isMoney ? "\(l.word(metric)), \(symbol)" : l("Clients"), .number)]
    return table(l("Rows"), columns, sheet.rows, foot: foot) { row in
        let day: HTML = "\(c.day(row.day))"
        let value: HTML =
            row.isUnknown
            ? "<span class=\"quiet\">\(l("unknown"))</span>"
            : "\(metric.isMoney ? c.amount(Money(row.value)) : l.number(Int(row.value)))"
        let source: [HTML] =
            switch row.record {
            case .order(let order):
                [
                    "\(if: row.isReturn, "\(l("return of")) ")\(anchor(order.name, .orders(.sheet(order.id)), c))",
                    "\(row.product ?? "")",
                ]
            case .payment(let payment): [anchor(payment.name, .receivables(.payment(payment.id)), c)]
            case nil: []
            }
        return [clientLink(row.client, c), day] + source
            + (metric == .income ? ["\(c.amount(row.turnover))"] : []) + [value]
    }
}

package func figureExport(_ sheet: FigureSheet, _ c: Chrome) -> CSVTable {
    let l = c.language
    let metric = sheet.figure.measure.metric
    return CSVTable(
        [l("Client"), l("Day"), l("Order or payment"), l("Product"), l("Turnover"), l.word(metric)],
        sheet.rows.map { row in
            let record =
                switch row.record {
                case .order(let order): order.name
                case .payment(let payment): payment.name
                case nil: ""
                }
            return [
                .text(row.client.name), .text(row.day.iso), .text(record), .text(row.product ?? ""),
                .number(metric.isOfProducts ? c.currency.text(row.turnover) : nil),
                .number(row.isUnknown ? nil : metric.isMoney ? c.currency.text(Money(row.value)) : String(row.value)),
            ]
        })
}
