import Domain
import Routes

/// The name by which an address leads to a matter's row on a page.
func rowName(of matter: Matter.ID) -> String { "matter-\(matter.number)" }

/// An agreed matter: what, for whom, and how many days it is overdue. `withClient` names the client, on pages that are not its own. Once it
/// is done, the page stays at the row `neighbour`.
func matterRow(_ matter: MatterRow, withClient: Bool, neighbour: Matter.ID? = nil, _ c: Chrome) -> HTML {
    let l = c.language
    let days = matter.daysOverdue(on: c.today)
    let mark: HTML =
        switch days {
        case _ where matter.drop != nil: "<span class=\"mark faint\" aria-hidden=\"true\">✕</span>"
        case _ where matter.doneOn != nil: "<span class=\"mark good\" aria-hidden=\"true\">✓</span>"
        case .some(1...): "<span class=\"mark bad\" aria-hidden=\"true\">●</span>"
        case .some(-7...0): "<span class=\"mark warn\" aria-hidden=\"true\">●</span>"
        default: "<span class=\"mark faint\" aria-hidden=\"true\">●</span>"
        }
    return """
        <div class="why" id="\(rowName(of: matter.id))">\(mark)<span>\(if: matter.side == .theirs, "\(l("They:")) ")\
        \(anchor(matter.text, to: MatterRoute.edit(matter.id), quietly: true, c))\
        \(if: withClient, "\(ifLet: matter.client, { " · \(clientLink($0, c))" })")</span>\
        <span class="num\(if: (days ?? 0) > 0, " bad")">\(dueText(matter, c))</span>\
        <small>\(agreedText(matter, c))\(dropText(matter, c))</small>\(if: c.mayEdit, settleButton(matter, neighbour, c))</div>
        """
}

func dueText(_ matter: MatterRow, _ c: Chrome) -> String {
    let l = c.language
    if let done = matter.doneOn {
        return matter.drop == nil ? l("done \(c.day(done))") : l("dropped \(c.day(done))")
    }
    guard let due = matter.due, let days = matter.daysOverdue(on: c.today) else { return l("no date") }
    switch days {
    case 1...: return l("\(days) days overdue")
    case 0: return l("today")
    case -1: return l("tomorrow")
    default: return c.day(due)
    }
}

/// The day by which something is due; in red once it has passed.
func dueDay(_ day: Day, _ c: Chrome) -> HTML {
    day < c.today ? "<span class=\"bad\">\(c.day(day))</span>" : "\(c.day(day))"
}

private func agreedText(_ matter: MatterRow, _ c: Chrome) -> HTML {
    let l = c.language
    let person: HTML = "\(ifLet: matter.person, { personLink($0, c) })"
    guard let day = matter.agreedOn, let interaction = matter.interaction else { return person }
    let agreed: HTML = anchor(l("agreed \(c.day(day))"), to: InteractionRoute.sheet(interaction), c)
    return matter.person == nil ? agreed : "\(person) · \(agreed)"
}

/// Why it was dropped, and whether the other side knows.
private func dropText(_ matter: MatterRow, _ c: Chrome) -> HTML {
    let l = c.language
    guard let drop = matter.drop else { return .none }
    let told: HTML =
        drop.isTold ? "\(l("they know"))" : "<span class=\"warn\">\(l("they do not know"))</span>"
    let isFirst = matter.person == nil && matter.agreedOn == nil
    return "\(if: !isFirst, " · ")\(drop.reason) (\(told))"
}

private func settleButton(_ matter: MatterRow, _ neighbour: Matter.ID?, _ c: Chrome) -> HTML {
    let l = c.language
    let open = matter.doneOn == nil
    let action: Action = .matters(open ? .settle(matter.id) : .reopen(matter.id))
    let label = open ? l("Done: \(matter.text)") : l("Open again: \(matter.text)")
    return actButton(
        action, open ? l("Done") : l("Open again"), label: label, returns: true,
        at: neighbour.map(rowName), c)
}

/// An interaction: its topic, kind, people and result; on paper also the note.
func interactionRow(_ row: InteractionRow, withClient: Bool, note: String? = nil, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">\(glyph(row.kind))</span>\
        <span>\(anchor(row.topic, to: InteractionRoute.sheet(row.id), quietly: true, c))\
        \(if: withClient, "\(ifLet: row.client, { " · \(clientLink($0, c))" })")</span>\
        <span class="num">\(c.day(row.day))</span>\
        <small>\(l.word(row.kind))\(if: !row.people.isEmpty, " · \(row.people.joined(separator: ", "))")\
        \(if: row.agreed > 0, " · \(l("agreed \(row.agreed) things"))")\
        \(if: row.isConfidential, " · \(l("confidential"))")</small>\(ifLet: note, { "<p class=\"note\">\($0)</p>" })</div>
        """
}

func glyph(_ kind: InteractionKind) -> String {
    switch kind {
    case .call: "☎"
    case .visit, .meeting, .informal: "◆"
    case .event, .presentation, .training: "▲"
    case .message: "✉"
    case .negotiation: "⇄"
    case .merchandising: "▤"
    }
}

/// Why a client is at risk: the rule and the amount. `withClient` adds the client's name, on pages of other records.
func riskRow(_ risk: Risk, withClient: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <div class="why"><span class="mark bad" aria-hidden="true">●</span>\
        <span>\(withClient ? clientLink(risk.client, c) : "\(l.word(risk.rule))")</span>\
        <span class="num">\(risk.rule == .quiet ? l("\(c.short(risk.amount)) a year") : c.short(risk.amount))</span>\
        <small>\(if: withClient, "\(l.word(risk.rule)): ")\(riskReason(risk, c))</small></div>
        """
}

private func riskReason(_ risk: Risk, _ c: Chrome) -> String {
    let l = c.language
    switch risk.rule {
    case .debt: return risk.since.map { l("undisputed, the oldest since \(c.day($0))") } ?? ""
    case .falling:
        return l(
            "\(c.short(risk.quarter ?? .zero)) in three months, \(c.short(risk.quarterBefore ?? .zero)) a year ago")
    case .quiet:
        return risk.since.map {
            l("last ordered \(c.day($0)): twice the usual interval has passed")
        } ?? ""
    }
}

/// The people of a client with their posts, for those who see no more of them.
func peopleTable(_ name: String, _ people: [KnownPerson], _ c: Chrome) -> HTML {
    let l = c.language
    return table(name, [Column(l("Person"), .name), Column(l("Post"))], people) { person in
        [personCell(person.person, vip: person.isVip, kol: person.isKol, c), "\(person.title ?? "")"]
    }
}

/// The people of a client with their posts and roles.
func peopleTable(_ name: String, _ posts: [PostRow], _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Person"), .name), Column(l("Post")), Column(l("Role in decisions")),
        Column(l("Last interaction"), .number),
    ]
    return table(name, columns, posts) { post in
        [
            personCell(post.person, vip: post.isVip, kol: post.isKol, c), "\(post.title ?? "")",
            "\(post.role.map { l.word($0) } ?? "")", "\(post.lastContact.map(c.day) ?? "")",
        ]
    }
}

/// A linked name with VIP and KOL marks.
func personCell(_ person: Named<Person>, vip: Bool, kol: Bool, _ c: Chrome) -> HTML {
    "\(personLink(person, c))\(flagBadges(vip: vip, kol: kol))"
}
