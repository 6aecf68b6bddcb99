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
        \(ifLet: guess, { unsure($0, c) })
        \(f.form(
            id.map { .interactions(.change($0)) } ?? .interactions(.log), back: c.link(back),
            "\(what(choices, f, l))\(peopleFields(l("Who took part"), choices, f, c))\(agreed(id, choices, f, l))",
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.interactions(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

/// The field for one typed line, which fills in the form.
func lineForm(_ line: String, wrong problem: Problem? = nil, _ client: Client.ID?, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters" action="\(c.link(.interactions(.new(nil, nil))))">\
        \(ifLet: client, { "<input type=\"hidden\" name=\"client\" value=\"\($0.number)\">" })
        <input type="text" class="whole" name="line" dir="auto" value="\(typed: line)" required aria-label="\(l("In one line"))"
         placeholder="\(l("In one line: visit Sokolova: wants an audit, we send data by Fri"))"\
        \(if: problem != nil, " aria-invalid=\"true\" aria-describedby=\"line-error\"")>
        <button class="button">\(l("Fill in"))</button>\
        \(ifLet: problem, { "<span class=\"error\" id=\"line-error\">\(l.word($0))</span>" })</form>
        """
}

/// The records that the line may mean, if it is ambiguous.
private func unsure(_ guess: LineGuess, _ c: Chrome) -> HTML { "\(each: guess.unsure, { unsureName($0, guess, c) })" }

private func unsureName(_ unsure: LineGuess.Unsure, _ guess: LineGuess, _ c: Chrome) -> HTML {
    let l = c.language
    guard !unsure.candidates.isEmpty else {
        return "<p class=\"notice\">\(l("Nobody on the desk is called “\(unsure.name)”."))</p>"
    }
    return """
        <div class="notice">\(l("Who is “\(unsure.name)”?"))
        <ul>\(each: unsure.candidates, { candidate($0, guess, c) })</ul></div>
        """
}

private func candidate(_ hit: PersonHit, _ guess: LineGuess, _ c: Chrome) -> HTML {
    let route: Route = .interactions(.line(guess.line, guess.client?.id, hit.id))
    let post = [hit.title, hit.client?.name].compactMap { $0 }.joined(separator: ", ")
    return "<li><a href=\"\(c.link(route))\">\(hit.name)</a>\(if: !post.isEmpty, ", \(post)")</li>"
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
        </fieldset>
        """
}

/// A tick box for everyone who holds a post at the client, and for people already named.
func peopleFields(_ title: String, _ choices: InteractionChoices, _ f: FormWriter, _ c: Chrome) -> HTML {
    let l = c.language
    guard !choices.people.isEmpty || !choices.others.isEmpty else { return .none }
    let present = choices.people.filter { $0.holds(on: c.today) }
    var seen: Set<Person.ID> = Set(choices.others.map(\.id))
    let once = present.filter { seen.insert($0.person.id).inserted }
    return """
        <fieldset><legend>\(title)</legend>
        \(ifLet: f.state.problems["people"], { "<span class=\"error\">\(l.word($0))</span>" })
        \(each: choices.others, { f.tick("person-\($0.id.number)", $0.name) })
        \(each: once, { post in f.tick("person-\(post.person.id.number)", post.title.map { "\(post.person.name), \($0)" } ?? post.person.name) })
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
    <div class="matter" role="group" aria-label="\(l("Matter \(row)"))">
    \(f.choice("matter-\(row)-side", l("Who promised"), Side.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("matter-\(row)-text", l("What")))
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
    let title = id == nil ? l("Add a matter") : l("Edit matter")
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
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.matters(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
