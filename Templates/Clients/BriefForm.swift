import Domain
import Routes

/// The form that prepares a meeting.
package func briefForm(of client: Named<Client>, _ choices: InteractionChoices, _ state: FormState, _ c: Chrome) -> HTML
{
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("Prepare a meeting"), c,
        """
        \(trail(client.name, c.link(.clients(.brief(client.id)))))
        \(head(l("Prepare a meeting")))
        \(f.form(
            .clients(.prepareBrief(client.id)), back: c.link(.clients(.brief(client.id))),
            """
            <fieldset><legend>\(l("The meeting"))</legend>
            \(f.day("day", l("Day")))
            \(f.area("aim", l("What we want"), rows: 3))
            \(f.text("start_time", l("Time"), type: "time", width: "narrow"))
            \(f.text("place", l("Place"), hint: l("Empty: the client's address.")))
            </fieldset>
            \(peopleFields(l("Who will sit there"), choices, f, c))
            <fieldset><legend>\(l("What they are likely to object to"))</legend>
            \(each: Array(1...BriefDraft.objections), { objectionFields($0, f, l) })
            </fieldset>
            """))
        """)
}

private func objectionFields(_ place: Int, _ f: FormWriter, _ l: Language) -> HTML {
    "\(f.text("objection-\(place)", l("Objection \(place)")))\(f.area("answer-\(place)", l("Our answer"), rows: 2))"
}
