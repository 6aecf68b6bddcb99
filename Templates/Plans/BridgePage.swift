import Domain
import Routes

/// The page behind the parts of a bridge: what of last year's income became more or less, row by row.
package func bridgePage(_ sheet: BridgeSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let bridge = sheet.bridge
    let last = max(sheet.days.from, min(sheet.days.to, c.today))
    let now = PeriodSpan(from: sheet.days.from, to: last)!
    let change = c.money(Money(bridge.after - bridge.before))
    return layout(
        l("Why this number"), c,
        """
        \(figureTrail(sheet.scope, sheet.name, c))
        \(head(l("Why this number"), actions: printButton(l)))
        \(answer("<b>\(l.word(PlanMetric.income))</b>, \(sheet.name), \(days(now, c)), \(l("against \(days(sheet.then, c))")): <b>\(change)</b>."))
        \(Templates.sheet(l("From last year to this"), note: l("the parts sum to the difference to the last unit"), equation(bridge, c)))
        \(priceSheet(sheet, c))
        \(volumeSheet(sheet, c))
        \(mixSheet(sheet, c))
        <div class="cols even"><div>\(clientSheet(l("clients lost"), sheet.lost, sign: -1, c))</div>\
        <div>\(clientSheet(l("clients won"), sheet.won, sign: 1, c))</div></div>
        \(if: !sheet.isWhole, "<p class=\"quiet\">\(l("Of what you see."))</p>")
        """)
}

/// Terms beside each other, with what stands between them.
private func equation(_ bridge: Bridge, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <div class="body"><p class="equation">\(term(bridge.before, l("last year"), c))\
        \(each: bridge.parts, { "<span class=\"op\">+</span>\(term($0.value, l.word($0.part), to: "#\($0.part.rawValue)", c))" })\
        <span class="op">=</span>\(term(bridge.after, l("this year"), c))</p></div>
        """
}

private func term(_ value: Int64, _ name: String, to place: String? = nil, _ c: Chrome) -> HTML {
    let text = c.money(Money(value))
    return """
        <span class="term"><b>\(ifLet: c.isPaper ? nil : place, { "<a class=\"quietly\" href=\"\($0)\">\(text)</a>" })\
        \(if: c.isPaper || place == nil, "\(text)")</b><small>\(name)</small></span>
        """
}

private func priceSheet(_ sheet: BridgeSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !sheet.compared.isEmpty else { return .none }
    let symbol = c.currency.symbol
    let columns = [
        Column(l("Product"), .name), Column(l("Quantity then"), .number), Column(l("Quantity now"), .number),
        Column(l("Income then, \(symbol)"), .number), Column(l("At prices of then, \(symbol)"), .number),
        Column(l("Income now, \(symbol)"), .number), Column(l("Price, \(symbol)"), .number),
    ]
    let now = sheet.compared.reduce(0) { $0 + $1.after.amount }
    let foot: [HTML] = [
        "\(l("\(sheet.compared.count) products"))", .none, .none, amount(sheet.sumThen.amount, c),
        amount(sheet.sumAtOldPrices.amount, c), amount(now, c), amount(sheet.bridge.price, c),
    ]
    return section(
        .price, l("what it brought now less what this quantity would have brought at the prices and costs of then"),
        table(l.word(BridgePart.price), columns, sheet.compared, foot: foot) { row in
            [
                "\(row.product.name)", quantity(row.before, c), quantity(row.after, c), amount(row.before.amount, c),
                amount(row.atOldPrices?.amount ?? 0, c), amount(row.after.amount, c), amount(row.price ?? 0, c),
            ]
        }, c)
}

private func volumeSheet(_ sheet: BridgeSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard sheet.sumThen.turnover > 0 else { return .none }
    let growth = sheet.sumAtOldPrices.turnover - sheet.sumThen.turnover
    return section(
        .volume, l("the income of then, grown as the turnover of these products at the prices of then"),
        """
        <div class="body"><p class="equation">\(term(sheet.sumThen.amount, l("income then"), c))<span class="op">×</span>\
        \(term(growth, l("more turnover at the prices of then"), c))<span class="op">÷</span>\
        \(term(sheet.sumThen.turnover, l("turnover then"), c))<span class="op">=</span>\
        \(term(sheet.bridge.volume, l.word(BridgePart.volume), c))</p></div>
        """, c)
}

private func mixSheet(_ sheet: BridgeSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let symbol = c.currency.symbol
    let columns = [
        Column(l("Product"), .name), Column(l("Income then, \(symbol)"), .number),
        Column(l("Income now, \(symbol)"), .number), Column(l("Change, \(symbol)"), .number),
    ]
    let foot: [HTML] = [
        "\(l("\(sheet.changed.count) products"))", .none, .none, amount(sheet.changedSum, c),
    ]
    let shifted = sheet.sumAtOldPrices.amount - sheet.sumThen.amount - sheet.bridge.volume
    return section(
        .mix, l("products that grew otherwise than the rest, and products taken up or given up"),
        """
        <div class="body"><p class="equation">\(term(shifted, l("grew otherwise than the rest"), c))<span class="op">+</span>\
        \(term(sheet.changedSum, l("taken up or given up"), c))<span class="op">=</span>\
        \(term(sheet.bridge.mix, l.word(BridgePart.mix), c))</p></div>
        \(if: !sheet.changed.isEmpty, table(l.word(BridgePart.mix), columns, sheet.changed, foot: foot) { row in
            ["\(row.product.name)", amount(row.before.amount, c), amount(row.after.amount, c), amount(row.change, c)]
        })
        """, c)
}

private func clientSheet(_ name: String, _ rows: [BridgeSheet.ClientRow], sign: Int64, _ c: Chrome) -> HTML {
    let l = c.language
    guard !rows.isEmpty else { return .none }
    let columns = [Column(l("Client"), .name), Column(l("Income, \(c.currency.symbol)"), .number)]
    func sum(_ rows: some Sequence<BridgeSheet.ClientRow>) -> Int64 { rows.reduce(0) { $0 + sign * $1.amount } }
    let others = rows.dropFirst(shownClients)
    let foot: [HTML] = ["\(l("\(rows.count) clients"))", amount(sum(rows), c)]
    return section(
        sign < 0 ? .lost : .won, nil,
        """
        \(table(name, columns, rows.prefix(shownClients), foot: foot) { row in
            [clientLink(row.client, c), amount(sign * row.amount, c)]
        })\
        \(if: !others.isEmpty, "<p class=\"body quiet\">\(l("\(others.count) others: \(c.money(Money(sum(others))))"))</p>")
        """, c)
}

private let shownClients = 200

private func section(_ part: BridgePart, _ note: String?, _ body: HTML, _ c: Chrome) -> HTML {
    let name = c.language.word(part)
    return
        "<div id=\"\(part.rawValue)\">\(sheet("\(name.prefix(1).uppercased())\(name.dropFirst())", note: note, body))</div>"
}

private func amount(_ value: Int64, _ c: Chrome) -> HTML { "\(c.amount(Money(value)))" }

private func quantity(_ sums: BridgeRows.Sums, _ c: Chrome) -> HTML {
    "\(c.language.quantity(Quantity(thousandths: sums.quantity)))"
}
