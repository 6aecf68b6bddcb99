import Domain
import Routes

/// The form for a new tie from a person to another.
package func newTieForm(_ person: Named<Person>, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return profileForm(
        l("Add a tie"), person, .profile(.add(person.id, .ties)), f, c,
        """
        \(f.text("other", l("With whom"), required: true, hint: l("By name."), suggest: "people"))
        \(f.choice("kind", l("What ties them"), none: l("choose"), TieKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.choice("way", l("Direction"), [("ours", person.name), ("theirs", l("the other"))]))
        \(tieFields(f, l))
        """)
}

package func tieForm(_ tie: Tie, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return profileForm(
        l("Edit tie"), tie.from, .profile(.change(.tie(tie.id))), f, c,
        """
        \(f.choice("kind", l("What ties them"), TieKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.choice("way", l("Direction"), [(String(tie.from.id.number), "\(tie.from.name) → \(tie.to.name)"), (String(tie.to.id.number), "\(tie.to.name) → \(tie.from.name)")]))
        \(tieFields(f, l))
        """, delete: .tie(tie.id))
}

private func tieFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.choice("strength", l("Strength"), (1...3).map { (String($0), l.strength($0)) }))
    \(f.choice("sign", l("Sign"), Sign.allCases.map { ($0.rawValue, l.word($0)) }))
    \(gradeAndSource(f, l))
    \(f.day("start", l("From")))
    \(f.day("end", l("To"), hint: l("The last day, where it has ended.")))
    """
}

private func gradeAndSource(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.choice("grade", l("How sure"), Certainty.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("source", l("Source"), hint: l("From where it is known.")))
    """
}

/// The form that judges a person at a client where they hold a post. If they hold none, a link to add a post.
package func newAssessmentForm(_ person: Named<Person>, _ clients: [Named<Client>], _ state: FormState, _ c: Chrome)
    -> HTML
{
    let l = c.language
    let f = FormWriter(state, c)
    guard !clients.isEmpty else {
        let add = button(l("Add a post"), c.link(.people(.newPost(person.id))))
        return layout(
            l("Reassess"), c,
            """
            \(trail(person.name, c.link(.people(.sheet(person.id)))))
            \(head(l("Reassess")))
            \(emptyNote(l("A person is assessed at a client where they hold a post."), "<p>\(add)</p>"))
            """)
    }
    return profileForm(
        l("Reassess"), person, .profile(.add(person.id, .assessments)), f, c,
        """
        \(f.choice("client", l("At the client"), clients.map { (String($0.id.number), $0.name) }))
        \(assessmentFields(f, l))
        """)
}

package func assessmentForm(_ assessment: Assessment, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return profileForm(
        l("Edit assessment"), assessment.person, .profile(.change(.assessment(assessment.id))), f, c,
        """
        <p class="quiet">\(assessment.client.name)</p>
        \(assessmentFields(f, l))
        """, delete: .assessment(assessment.id))
}

private func assessmentFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.day("day", l("Day"), required: true))
    \(f.choice("power", l("Power"), none: l("not known"), (0...5).map { (String($0), String($0)) }))
    \(f.choice("stance", l("Stance"), none: l("not known"), (-2...2).reversed().map { (String($0), l.stance($0)) }))
    \(f.choice("openness", l("Openness"), none: l("not known"), (0...3).map { (String($0), l.openness($0)) }))
    \(f.text("competitor", l("Stance to a competitor"), hint: l("The competitor's name; leave empty for the stance to us. For a competitor, only the stance is assessed.")))
    \(gradeAndSource(f, l))
    """
}

/// The form for a step up or down the ladder with the viewer.
package func ladderForm(_ person: Named<Person>, _ id: LadderMove.ID?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return profileForm(
        id == nil ? l("Record a step") : l("Edit step"), person,
        id.map { .profile(.change(.ladder($0))) } ?? .profile(.add(person.id, .ladder)), f, c,
        """
        \(f.choice("step", l("Step"), none: l("choose"), LadderStep.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.day("day", l("Day"), required: true))
        \(f.area("theirs", l("Evidence of how well they know us"), rows: 3, hint: l("Each step up needs evidence.")))
        \(f.area("ours", l("Evidence of how well we know them"), rows: 3, hint: l("The step “acquainted” needs both.")))
        """, delete: id.map { .ladder($0) })
}

package func factForm(_ person: Named<Person>, _ id: Fact.ID?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return profileForm(
        id == nil ? l("Add a fact") : l("Edit fact"), person,
        id.map { .profile(.change(.fact($0))) } ?? .profile(.add(person.id, .facts)), f, c,
        """
        <p class="quiet">\(l("Health, religion, politics and intimate life are not kept, nor facts about relatives."))</p>
        \(f.choice("kind", l("About"), FactKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.area("text", l("What"), rows: 3))
        \(f.text("source", l("Source"), required: true, hint: l("From where it is known.")))
        \(f.day("day", l("Day"), hint: l("When it was, or was learnt.")))
        \(f.choice("grade", l("Visible to"), Privacy.allCases.map { ($0.rawValue, l.word($0)) }))
        """, delete: id.map { .fact($0) })
}

/// The form that merges another record of the same person into this one. `known` tells this record from namesakes: post, client, birthday.
package func mergeForm(_ person: Named<Person>, known: String, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return profileForm(
        l("Merge two records"), person, .profile(.merge(person.id)), f, c, save: l("Merge"),
        """
        <p>\(l("The posts, ties, assessments, steps, facts, VIP projects, invitations, talks, interactions and promises of both records are joined in one. The history can undo it as a whole."))</p>
        \(f.text("other", l("The other record"), required: true, hint: l("By name."), suggest: "people"))
        \(f.choice("keeps", l("Which one stays"), [("this", l("this one: \(known)")), ("other", l("the other"))]))
        """)
}

/// A form about a person, with a link back to their page.
private func profileForm(
    _ title: String, _ person: Named<Person>, _ action: Action, _ f: FormWriter, _ c: Chrome, save: String? = nil,
    _ fields: HTML, delete: ProfileRecord? = nil
) -> HTML {
    partForm(
        title, of: person.name, .people(.sheet(person.id)), action, f, c, save: save, fields,
        delete: delete.map { .profile(.delete($0)) })
}
