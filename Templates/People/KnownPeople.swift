import Domain
import Routes

/// A row of "Who decides": a person, or a role in the decision for which nobody is known.
enum DecisionSeat {
    case taken(KnownPerson)
    case empty(DecisionRole)
}

/// The people of a client, what is known of each, and the seats that are empty. `acts` are links beside a person.
func deciderTable(
    _ name: String, _ people: [KnownPerson], _ power: ClientPower? = nil, at client: Client.ID,
    acts: ((KnownPerson) -> HTML)? = nil, _ c: Chrome
) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Person"), .name), Column(l("Power")), Column(l("Stance to us")), Column(l("Step with us")),
        Column(l("Project")), Column(l("Last contacted")),
    ]
    let seats = people.map { DecisionSeat.taken($0) } + (power?.emptySeats ?? []).map { DecisionSeat.empty($0) }
    return """
        <div class="who">\(table(name, columns + (acts == nil ? [] : [.acts(l("Change"))]), seats) { seat in
            switch seat {
            case .taken(let person): personCells(person, at: client, c) + (acts.map { [$0(person)] } ?? [])
            case .empty(let role): seatCells(role, power?.introducer, at: client, c) + (acts == nil ? [] : [.none])
            }
        })</div>
        """
}

private func personCells(_ person: KnownPerson, at client: Client.ID, _ c: Chrome) -> [HTML] {
    let l = c.language
    return [
        "\(nameCell(person, c))", powerMark(person.judged?.power, l),
        "\(stanceMark(person.judged?.stance, l))\(ifLet: person.judged, { "<small class=\"by\">\(judgedBy($0, c))</small>" })",
        stepCell(person, at: client, c), projectCell(person.project, c), contactCell(person.lastContact, c),
    ]
}

/// The name, short on the screen, with the post and the role in the decision below it.
func nameCell(_ person: KnownPerson, _ c: Chrome) -> HTML {
    let l = c.language
    let name = Named<Person>(id: person.person.id, name: c.isPaper ? person.person.name : shortName(person.person.name))
    return """
        \(personLink(name, c))\(flagBadges(vip: person.isVip, kol: person.isKol))\
        \(postWords(person, l))
        """
}

/// The post, which a style sheet cuts where it is too long, and below it the role in the decision.
func postWords(_ person: KnownPerson, _ l: Language) -> HTML {
    let title = person.post == nil ? l("holds no post here") : person.title ?? l("post not known")
    return """
        <small class="by lines-3">\(title)</small>\(ifLet: person.role, { "<small class=\"by\">\(l.word($0).lowercased())</small>" })
        """
}

/// "Anna Orlova, 14 Oct", and how sure, if it is only assumed.
func judgedBy(_ judged: Judged, _ c: Chrome) -> HTML {
    """
    \(shortName(judged.by)), \(c.day(judged.day))\(if: judged.certainty == .assumed, " · \(gradeMark(judged.certainty, c.language))")
    """
}

private func stepCell(_ person: KnownPerson, at client: Client.ID, _ c: Chrome) -> HTML {
    let l = c.language
    guard let step = person.step else {
        let asked = MapQuery(.client(client)).asking(for: person.person.id)
        return """
            \(stepMark(.none, l))\(if: !c.isPaper, "<small class=\"by unprinted\">\(anchor(l("Who introduces us?"), .map(.sheet(asked)), c))</small>")
            """
    }
    return """
        \(stepMark(step.step, l))<small class="by">\(l("with \(shortName(step.user.name))"))\(confirmedMark(step.confirmedOn, c))\
        \(ifLet: person.closer, { "; \(l("\(shortName($0.user.name)): \(l.word($0.step))"))" })</small>
        """
}

/// The level and the goal of a project.
func projectCell(_ project: ProjectRow?, _ c: Chrome) -> HTML {
    let l = c.language
    guard let project else { return "<span class=\"quiet\">\(l("none"))</span>" }
    return """
        <span class="lines-3">\(levelMark(project.level, l)) \(anchor(project.goal, .projects(.sheet(project.id)), quietly: true, c))</span>\
        \(ifLet: project.due, { "<small class=\"by\">\(l("due \(c.day($0))"))</small>" })
        """
}

/// "D2", with what it means for those who hear the page.
func levelMark(_ level: DevelopmentLevel, _ l: Language) -> HTML {
    "<span class=\"dlevel\" title=\"\(l.word(level))\">D\(level.rawValue)</span>"
}

private func contactCell(_ contact: LastContact?, _ c: Chrome) -> HTML {
    let l = c.language
    guard let contact else { return "<span class=\"quiet\">\(l("none yet"))</span>" }
    return """
        \(anchor(c.day(contact.day), .interactions(.sheet(contact.interaction)), quietly: true, c))\
        <small class="by">\(l.word(contact.kind).lowercased())\(ifLet: contact.elsewhere, { ", \(l("at \($0.name)"))" })</small>
        """
}

private func seatCells(_ role: DecisionRole, _ introducer: Introducer?, at client: Client.ID, _ c: Chrome) -> [HTML] {
    let l = c.language
    let help: HTML = """
        \(c.isPaper ? .none : anchor(l("Who could introduce us?"), .map(.sheet(MapQuery(.client(client)))), c))\
        \(ifLet: introducer, { "<small class=\"by\">\(introduction($0, c))</small>" })
        """
    return [
        "<b>\(l("Empty seat"))</b><small class=\"by\">\(l.word(role).lowercased())</small>",
        "<span class=\"quiet\">?</span>", stanceMark(nil, l), .none, help, .none,
    ]
}

/// "ask Irina Sokolova, close to Anna Orlova".
func introduction(_ introducer: Introducer, _ c: Chrome) -> HTML {
    let l = c.language
    let name = c.isPaper ? introducer.person.name : shortName(introducer.person.name)
    return "\(l("ask \(name): \(l.word(introducer.step)), with \(shortName(introducer.user.name))"))"
}
