import Domain
import Routes

/// The form for a new event or for changing one.
package func eventForm(_ event: Named<Event>?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = event == nil ? l("New event") : l("Edit event")
    let back = c.link(.events(event.map { .sheet($0.id) } ?? .list(EventListQuery())))
    return layout(
        title, c,
        """
        \(trail(event?.name ?? l("Events"), back))
        \(head(title))
        \(f.form(
            event.map { .events(.change($0.id)) } ?? .events(.add), back: back,
            """
            <fieldset>
            \(f.text("name", l("Name"), required: true))
            \(f.choice("kind", l("Kind"), none: l("choose"), EventKind.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.day("start", l("First day"), required: true))
            \(f.day("end", l("Last day"), hint: l("Empty where it is one day.")))
            \(f.text("place", l("Place")))
            \(f.text("cost", l("Total cost, \(c.currency.symbol)"), hint: l("For the whole event: the desk divides it by the number of guests."), width: "narrow"))
            \(f.area("note", l("Note"), rows: 3))
            </fieldset>
            """,
            danger: event.map { "<a class=\"danger\" href=\"\(c.link(.events(.delete($0.id))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

/// The form that invites somebody to an event.
package func newGuestForm(_ event: Named<Event>, _ ours: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return atEvent(
        l("Invite"), event, .events(.invite(event.id)), f, c, save: l("Invite"),
        """
        \(f.text("person", l("Whom to invite"), required: true, hint: l("By name."), suggest: "people"))
        \(guestFields(ours, f, l))
        """)
}

/// The form that invites a person to a coming or recent event.
package func invitationForm(
    _ person: Named<Person>, _ events: [Event], _ ours: [User], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.people(.sheet(person.id)))
    let title = l("Invite to an event")
    let choices = events.map { (String($0.id.number), "\($0.draft.name), \(days($0.draft.from, $0.draft.to, c))") }
    let form: HTML =
        events.isEmpty
        ? emptyNote(
            l("No event is known to which anybody could be invited."),
            "<p>\(button(l("New event"), c.link(.events(.new)), main: true))</p>")
        : f.form(
            .events(.inviteTo(person.id)), back: back, save: l("Invite"),
            """
            \(f.choice("event", l("Event"), choices))
            \(guestFields(ours, f, l))
            """)
    return layout(title, c, "\(trail(person.name, back))\(head(title))\(form)")
}

package func guestForm(_ guest: Guest, _ ours: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return atEvent(
        l("Edit invitation"), guest.event, .events(.changeGuest(guest.id)), f, c,
        "<p class=\"quiet\">\(guest.person.name)</p>\(guestFields(ours, f, l))", delete: .deleteGuest(guest.id))
}

private func guestFields(_ ours: [User], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.choice("standing", l("Invitation"), GuestStanding.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.choice("user", l("Accompanied by"), none: l("nobody"), colleagues(ours, f)))
    \(f.area("note", l("Note"), rows: 3))
    """
}

package func newTalkForm(_ event: Named<Event>, _ ours: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return atEvent(l("Add a talk"), event, .events(.addTalk(event.id)), f, c, talkFields(ours, f, l))
}

package func talkForm(_ talk: Talk, _ ours: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return atEvent(
        l("Edit talk"), talk.event, .events(.changeTalk(talk.id)), f, c, talkFields(ours, f, l),
        delete: .deleteTalk(talk.id))
}

private func talkFields(_ ours: [User], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("topic", l("Topic of the talk"), required: true))
    \(f.text("person", l("Who of theirs speaks"), hint: l("By name; empty where one of us speaks."), suggest: "people"))
    \(f.choice("user", l("Or who of us"), none: l("nobody"), colleagues(ours, f)))
    \(f.day("day", l("Day")))
    \(f.choice("slides", l("Slides"), SlidesState.allCases.map { ($0.rawValue, l.word($0)) }))
    """
}

/// Active colleagues, and the one whom the form already names.
private func colleagues(_ ours: [User], _ f: FormWriter) -> [(value: String, word: String)] {
    ours.filter { $0.isActive || String($0.id.number) == f.state.entries["user"] }.map {
        (String($0.id.number), $0.name)
    }
}

/// A form for a part of an event, with a link back to its page.
private func atEvent(
    _ title: String, _ event: Named<Event>, _ action: Action, _ f: FormWriter, _ c: Chrome, save: String? = nil,
    _ fields: HTML, delete: EventRoute? = nil
) -> HTML {
    partForm(
        title, of: event.name, .events(.sheet(event.id)), action, f, c, save: save, fields,
        delete: delete.map { .events($0) })
}
