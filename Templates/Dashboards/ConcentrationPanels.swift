import Domain
import Routes

/// On how few clients the income rests, in a sentence.
func concentrationSentence(_ found: Concentration, _ c: Chrome) -> HTML {
    let l = c.language
    let many: HTML =
        "\(ifLet: found.fewest(bringing: 70), { "<b>\(l("\($0) of \(found.count) clients bring \(l.percent(70)) of the income"))</b>. " })"
    guard let first = found.dependencies.first(where: { $0.share.level == .company }), first.share.verdict.isMet else {
        return many
    }
    let share = l.percent(Discount(hundredths: first.share.incomeShare ?? 0))
    let words =
        first.share.verdict == .mono
        ? l("\(first.member.client.name) alone brings \(share): the company lives on one client")
        : first.share.verdict.isCritical
            ? l("\(first.member.client.name) alone brings \(share), which is a critical dependency")
            : l("\(first.member.client.name) brings most, \(share)")
    return "\(many)<b\(if: first.share.verdict.isCritical, " class=\"bad\"")>\(words)</b>. "
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
    let (key, critical) = (Discount(hundredths: found.rules.key), Discount(hundredths: found.rules.critical))
    return sheet(
        l("Dependency"), note: l("key above \(l.percent(key)), critical above \(l.percent(critical))"),
        table(l("Dependency"), columns, found.dependencies) { row in
            let (share, verdict) = (row.share, row.share.verdict)
            let whose = baseName(share, row.name, c)
            let small: HTML =
                share.base.isSmall(of: found.total) ? "<small class=\"below warn\">\(l("a small base"))</small>" : .none
            let alarm: HTML =
                verdict.isCritical
                ? "<span class=\"bad\">\(verdict == .mono ? l.word(verdict) : l("critical"))</span>" : .none
            let before = share.shareBefore.map { l("was \(percent($0, l))") }
            return [
                """
                \(clientLink(row.member.client, c))\(dependencyBar(share.incomeShare ?? 0, isCritical: verdict.isCritical, found.rules, l))\
                <small class="below">\(whose)</small>\(small)
                """,
                """
                \(stakeLink(share, row.member, in: found.span, c))\
                <small class="below">\(alarm)</small><small class="below">\(ifLet: before, { "\($0)" })</small>
                """,
            ]
        })
}

/// Whose income it is a share of, and how large a department's is: a large share of little is no great dependency.
func baseName(_ share: KeyShare, _ name: String, _ c: Chrome) -> String {
    let l = c.language
    let size = l("\(share.base.clients) clients, \(c.short(Money(share.base.income)))")
    return switch share.scope {
    case .company, .client: l("of the company")
    case .department: "\(l("of the department \(name)")) (\(size))"
    case .kam: l("of the clients of \(shortName(name))")
    }
}

/// A share of the clients whom somebody holds today, with its two parts behind it.
func stakeLink(_ share: KeyShare, _ member: Concentration.Member, in span: PeriodSpan, _ c: Chrome) -> HTML {
    let words = percent(share.incomeShare, c.language)
    // The page behind it is of the whole group.
    guard share.incomeShare != nil, share.part.income == member.income else { return "\(words)" }
    let base: ShareBase = share.scope == .company ? .scope(.company) : .held(share.scope)
    return anchor(words, .plans(.share(member.figure(in: span), of: base)), quietly: true, c)
}

/// A share, with its two parts behind it.
private func shareLink(_ share: Int64?, _ figure: Figure, _ scope: PlanScope, _ c: Chrome) -> HTML {
    share.map {
        anchor(
            c.language.percent(Discount(hundredths: $0)), .plans(.share(figure, of: .scope(scope))), quietly: true, c)
    } ?? "–"
}
