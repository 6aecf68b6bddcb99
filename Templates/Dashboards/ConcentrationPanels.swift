import Domain
import Routes

/// On how few clients the income rests, in a sentence.
func concentrationSentence(_ found: Concentration, _ c: Chrome) -> HTML {
    let l = c.language
    let many: HTML =
        "\(ifLet: found.fewest(bringing: 70), { "<b>\(l("\($0) of \(found.count) clients bring \(l.percent(70)) of the income"))</b>. " })"
    guard let first = found.dependencies.first(where: { $0.scope == .company }), first.share > Concentration.key else {
        return many
    }
    let share = l.percent(Discount(hundredths: first.share))
    let words =
        first.isMono
        ? l("\(first.member.client.name) alone brings \(share): the company lives on one client")
        : first.isCritical
            ? l("\(first.member.client.name) alone brings \(share), which is a critical dependency")
            : l("\(first.member.client.name) brings most, \(share)")
    return "\(many)<b\(if: first.isCritical, " class=\"bad\"")>\(words)</b>. "
}

/// The curve of income by client, and the two points that matter.
func concentrationPanel(_ found: Concentration, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Client"), .name), Column(l("Income, \(c.currency.symbol)"), .number), Column(l("Share"), .number),
        Column(l("Summed"), .number),
    ]
    let curve = found.curve
    return sheet(
        l("Concentration"), note: l("income of twelve full months, groups count once"),
        """
        <div class="body">\(pareto(found, c))</div>
        <details class="more printed-whole"><summary>\(l("The same as a table"))</summary>\
        \(table(l("The largest clients"), columns, Array(found.members.prefix(10).indices)) { place in
            let member = found.members[place]
            let figure = member.figure(in: found.span)
            return [
                "\(clientLink(member.client, c))\(if: member.isGroup, "<small class=\"below\">\(l("with its group"))</small>")",
                figureLink(member.income, figure, c), shareLink(found.share(member), figure, .company, c),
                "\(l.percent(Discount(hundredths: curve[place])))",
            ]
        })</details>\
        \(if: found.negativeCount > 0, "<p class=\"body quiet\">\(l("\(found.negativeCount) clients brought less than nothing, \(c.money(Money(found.negative))): they stand apart."))</p>")
        """)
}

/// What the company and its departments depend on.
func dependencyPanel(_ found: Concentration, _ c: Chrome) -> HTML {
    let l = c.language
    guard !found.dependencies.isEmpty else { return .none }
    let columns = [Column(l("Client"), .name), Column(l("Share"), .number)]
    return sheet(
        l("Dependency"), note: l("key above \(l.percent(10)), critical above \(l.percent(20))"),
        table(l("Dependency"), columns, found.dependencies) { row in
            let whose = row.scope == .company ? l("of the company") : l("of the department \(row.name)")
            let critical: HTML =
                row.isCritical ? "<span class=\"bad\">\(row.isMono ? l("mono-client") : l("critical"))</span>" : .none
            let before = row.shareBefore.map { l("was \(l.percent(Discount(hundredths: $0)))") }
            return [
                "\(clientLink(row.member.client, c))\(dependencyBar(row.share, isCritical: row.isCritical, l))<small class=\"below\">\(whose)</small>",
                """
                \(shareLink(row.share, row.member.figure(in: found.span), row.scope, c))\
                <small class="below">\(critical)</small><small class="below">\(ifLet: before, { "\($0)" })</small>
                """,
            ]
        })
}

/// A share, with its two parts behind it.
private func shareLink(_ share: Int64?, _ figure: Figure, _ scope: PlanScope, _ c: Chrome) -> HTML {
    share.map {
        anchor(
            c.language.percent(Discount(hundredths: $0)), .plans(.share(figure, of: .scope(scope))), quietly: true, c)
    } ?? "–"
}
