import Domain
import Routes

/// The form of an interaction: the day, the topic, who took part, what was agreed.
package func interactionForm(
    _ id: Interaction.ID?, _ choices: InteractionChoices, _ state: FormState, guess: LineGuess?, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("Log an interaction") : l("Edit interaction")
    let back: Route = id.map { .interactions(.sheet($0)) } ?? choices.client.map { .clients(.sheet($0.id)) } ?? .today
    return layout(
        title, c,
        """
        \(ifLet: choices.client, { trail($0.name, c.link(.clients(.sheet($0.id)))) })
        \(head(title))
        \(if: id == nil, lineForm(guess?.line ?? "", wrong: guess?.problem, choices.client?.id, c))
        \(f.form(
            id.map { .interactions(.change($0)) } ?? .interactions(.log), back: c.link(back),
            "\(ifLet: guess, { unsure($0, f, l) })\(what(choices, f, l))\(peopleFields(l("Who took part"), choices, f, c))\(agreed(id, choices, f, l))",
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.interactions(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

/// The field for one typed line, which fills in the form.
func lineForm(_ line: String, wrong problem: Problem? = nil, _ client: Client.ID?, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.interactions(.new(nil, nil))))">\
        \(ifLet: client, { "<input type=\"hidden\" name=\"client\" value=\"\($0.number)\">" })
        <input type="text" class="whole" name="line" dir="auto" value="\(typed: line)" required aria-label="\(l("In one line"))" aria-keyshortcuts="L"
         placeholder="\(l("In one line: visit Sokolova: wants an audit, we send data by Fri"))"\
        \(if: problem != nil, " aria-invalid=\"true\" aria-describedby=\"line-error\"")>
        <button class="button">\(l("Fill in"))</button>\
        \(ifLet: problem, { "<span class=\"error\" id=\"line-error\">\(l.word($0))</span>" })</form>
        """
}

/// The questions about the names of the line that are not certain, with the people whom each may mean.
private func unsure(_ guess: LineGuess, _ f: FormWriter, _ l: Language) -> HTML {
    """
    <input type="hidden" name="line" value="\(typed: guess.line)">\
    \(each: Array(guess.unsure.enumerated()), { unsureName($0.element, $0.offset, f, l) })
    """
}

private func unsureName(_ unsure: LineGuess.Unsure, _ place: Int, _ f: FormWriter, _ l: Language) -> HTML {
    let field = "who-\(place)"
    guard !unsure.candidates.isEmpty else {
        return """
            <fieldset class="who"><legend>\(l("Nobody here is called “\(unsure.name)”: the name stands in the note."))</legend>
            <input type="hidden" name="stranger-\(place)" value="\(typed: unsure.name)">
            \(f.tick("stranger-\(place)-add", l("Add “\(unsure.name)” as a new person")))</fieldset>
            """
    }
    let answers = unsure.candidates.map { (value: String($0.id.number), word: withPost($0)) }
    return """
        <fieldset class="who"><legend>\(l("Who is “\(unsure.name)”?"))</legend>
        <input type="hidden" name="\(field)-name" value="\(typed: unsure.name)">
        \(f.pick(field, answers + [(value: LineGuess.nobody, word: l("none of them"))]))</fieldset>
        """
}

/// "Pavel Gromov · Head of chemotherapy, Regional Oncology Centre".
private func withPost(_ hit: PersonHit) -> String {
    let post = [hit.title, hit.client?.name].compactMap { $0 }.joined(separator: ", ")
    return post.isEmpty ? hit.name : "\(hit.name) · \(post)"
}

/// Only contacts in the quiet period of a tender have a lawful subject.
private func asksSubject(_ state: FormState) -> Bool {
    state.problems["lawful"] != nil || !state.entries["lawful"].isEmpty
}

private func what(_ choices: InteractionChoices, _ f: FormWriter, _ l: Language) -> HTML {
    let client: HTML =
        choices.client.map { "<input type=\"hidden\" name=\"client\" value=\"\($0.id.number)\">" }
        ?? f.text("client_name", l("Client"), hint: l("By name."), suggest: "clients")
    return """
        <fieldset><legend>\(l("What happened"))</legend>
        \(client)
        \(f.choice("kind", l("Kind"), InteractionKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.day("day", l("Day")))
        \(f.text("topic", l("Topic"), required: true))
        \(f.area("note", l("Note")))
        \(f.choice("mood", l("Mood"), none: l("not noted"), Mood.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.tick("confidential", l("Confidential")))
        \(if: asksSubject(f.state), f.area("lawful", l("Lawful subject")))\
        \(if: f.state.problems["lawful"] == .quietPeriod, f.tick("quiet", l("Record it without a subject")))
        </fieldset>
        """
}

/// A tick box for everyone who holds a post at the client, and for people already named. Those who are likely to take part come first.
func peopleFields(_ title: String, _ choices: InteractionChoices, _ f: FormWriter, _ c: Chrome) -> HTML {
    let l = c.language
    guard !choices.people.isEmpty || !choices.others.isEmpty else { return .none }
    let (first, rest) = choices.likely(ticked: Set(InteractionDraft.people(f.state.entries)), on: c.today)
    func tick(_ post: PostRow) -> HTML {
        f.tick(
            "person-\(post.person.id.number)", post.title.map { "\(post.person.name), \($0)" } ?? post.person.name)
    }
    return """
        <fieldset><legend>\(title)</legend>
        \(ifLet: f.state.problems["people"], { "<span class=\"error\">\(l.word($0))</span>" })
        \(each: choices.others, { f.tick("person-\($0.id.number)", $0.name) })
        \(each: first, tick)
        \(if: !rest.isEmpty, "<details class=\"wide\"><summary>\(l("\(rest.count) more people"))</summary>\(each: rest, tick)</details>")
        </fieldset>
        """
}

private func agreed(_ id: Interaction.ID?, _ choices: InteractionChoices, _ f: FormWriter, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(id == nil ? l("What was agreed") : l("What else was agreed"))</legend>
    \(each: Array(1...MatterDraft.rowsInForm), { matterFields($0, f, l) })
    </fieldset>
    """
}

/// The fields of one matter that the form can add.
func matterFields(_ row: Int, _ f: FormWriter, _ l: Language) -> HTML {
    """
    <div class="matter" role="group" aria-label="\(l("Promise \(row)"))">
    \(f.choice("matter-\(row)-side", l("Who promised"), Side.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("matter-\(row)-text", l("What"), showsWhenFilled: true))
    \(f.day("matter-\(row)-due", l("Due day")))
    </div>
    """
}

/// The form of one agreed matter.
package func matterForm(
    _ id: Matter.ID?, client: Named<Client>?, people: [Named<Person>], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("Add a promise") : l("Edit promise")
    let back: Route = client.map { .clients(.sheet($0.id)) } ?? .today
    guard let action: Action = id.map({ .matters(.change($0)) }) ?? client.map({ .clients(.addMatter($0.id)) }) else {
        return .none
    }
    return layout(
        title, c,
        """
        \(ifLet: client, { trail($0.name, c.link(back)) })
        \(head(title))
        \(f.form(
            action, back: c.link(back),
            """
            \(f.choice("side", l("Who promised"), Side.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.text("text", l("What"), required: true))
            \(f.day("due", l("Due day")))
            \(f.choice("person", l("Person"), none: l("nobody in particular"), people.map { (String($0.id.number), $0.name) }))
            """,
            danger: id.map { """
                <a class="button" href="\(c.link(.matters(.drop($0))))">\(l("Drop it"))</a>\
                <a class="danger" href="\(c.link(.matters(.delete($0))))">\(l("Delete"))</a>
                """ } ?? .none))
        """)
}

/// Asks why a promise is dropped and whether the other side knows.
package func dropForm(_ id: Matter.ID, _ matter: MatterDraft, back: Route, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("Drop a promise"), c,
        """
        \(trail(matter.text, c.link(.matters(.edit(id)))))
        \(head(l("Drop a promise")))
        \(f.form(
            .matters(.drop(id)), back: c.link(back), save: l("Drop it"),
            """
            \(f.text("reason", l("Why it was dropped"), required: true))
            \(f.tick("told", matter.side == .ours ? l("We have told them") : l("They have told us")))
            """))
        """)
}
