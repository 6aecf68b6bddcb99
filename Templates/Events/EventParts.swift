import Domain
import Routes

func eventLink(_ event: Named<Event>, _ c: Chrome) -> HTML { anchor(event.name, .events(.sheet(event.id)), c) }

/// The days of an event: one day, or the first and the last.
func days(_ from: Day, _ to: Day, _ c: Chrome) -> String {
    from == to ? c.day(from) : "\(c.day(from))\u{A0}– \(c.day(to))"
}

/// What a guest answered, in words.
func guestAnswer(_ standing: GuestStanding, _ l: Language) -> HTML {
    let mark: StaticString =
        switch standing {
        case .accepted, .came: "✓ "
        case .declined, .missed: "✕ "
        case .invited: ""
        }
    return """
        <span\(if: standing == .invited, " class=\"quiet\"")><span aria-hidden="true">\(HTML(stringLiteral: mark))</span>\(l.word(standing))</span>
        """
}

/// The events of a person, for the person's page.
func personEvents(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let add: HTML =
        c.mayEdit
        ? "<p class=\"body buttons\">\(button(l("Invite to an event"), c.link(.events(.invitation(page.person.id)))))</p>"
        : .none
    guard !page.events.isEmpty else {
        return sheet(l("Events"), "\(emptyNote(l("Invited to nothing yet, and speaks nowhere.")))\(add)")
    }
    return sheet(l("Events"), "<ul class=\"said\">\(each: page.events, { personEvent($0, c) })</ul>\(add)")
}

private func personEvent(_ row: PersonEventRow, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <li>\(eventLink(row.event, c)) \(ifLet: row.standing, { guestAnswer($0, l) })\
        \(ifLet: row.accompaniedBy, { " \(l("accompanied by \($0)"))" })<small class="quiet"> \(days(row.from, row.to, c))</small>\
        \(each: row.talks, { "<br>\(l("Talk")): \($0.topic)<small class=\"quiet\"> \(l.word($0.slides))</small>" })</li>
        """
}
