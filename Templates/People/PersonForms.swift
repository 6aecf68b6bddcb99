import Domain
import Routes

/// The form for a new person or for changing one.
package func personForm(_ id: Person.ID?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New person") : l("Edit person")
    let back = id.map { c.link(.people(.sheet($0))) } ?? c.link(.people(.list(PersonListQuery())))
    return layout(
        title, c,
        """
        \(if: id != nil, trail(state.entries["name"], back))
        \(head(title))
        \(f.form(
            id.map { .people(.change($0)) } ?? .people(.add), back: back,
            """
            \(personFields(f, l))
            \(if: id == nil, postHere(f, l))
            """,
            danger: id.map {
                """
                <a href="\(c.link(.profile(.merge($0))))">\(l("Merge two records"))</a>
                <a class="danger" href="\(c.link(.people(.delete($0))))">\(l("Delete"))</a>
                """
            } ?? .none))
        """)
}

/// Where a new person works. It is not on the form of a client's page.
private func postHere(_ f: FormWriter, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(l("Where they work"))</legend>
    \(f.text("client_name", l("Client"), hint: l("By name; may stay empty."), suggest: "clients"))
    \(postFields(f, l))
    </fieldset>
    """
}

private func personFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(l("Who they are"))</legend>
    \(f.text("name", l("Full name"), required: true))
    \(f.tick("vip", l("VIP: decides or controls money")))
    \(f.tick("kol", l("KOL: shapes colleagues' opinion")))
    \(f.text("phone", l("Phone"), hint: l("Several with semicolons; a label in front, as work: +7 495 111-22-33.")))
    \(f.text("email", l("E-mail")))
    \(f.text("birthday", l("Birthday"), hint: l("1980-07-30, or 30.07 without the year."), width: "narrow"))
    \(f.text("key", l("Key"), hint: l("The person's number in another system, by which an import finds them."), width: "narrow"))
    \(f.area("note", l("Note")))
    </fieldset>
    """
}

private func postFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("title", l("Post"), hint: l("As on their card: Chief physician.")))
    \(f.choice("role", l("Role in decisions"), none: l("not known"), DecisionRole.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.day("from", l("From")))
    \(f.day("to", l("To")))
    """
}

/// The form that gives a person, known or new, a post at a client.
package func clientPersonForm(_ client: Named<Client>, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.clients(.sheet(client.id)))
    return layout(
        l("Add a person"), c,
        """
        \(trail(client.name, back))
        \(head(l("Add a person")))
        \(f.form(
            .clients(.addPerson(client.id)), back: back,
            """
            <fieldset><legend>\(l("Who they are"))</legend>
            \(f.text("name", l("Full name"), required: true, hint: l("Somebody known here, or a new person."), suggest: "people"))
            \(f.tick("vip", l("VIP: decides or controls money")))
            \(f.tick("kol", l("KOL: shapes colleagues' opinion")))
            \(f.text("phone", l("Phone"), hint: l("Several with semicolons; a label in front, as work: +7 495 111-22-33.")))
            \(f.text("email", l("E-mail")))
            </fieldset>
            <fieldset><legend>\(l("Their post here"))</legend>
            \(postFields(f, l))
            </fieldset>
            """))
        """)
}

/// The form for another post of a person; the client is typed by name.
package func newPostForm(_ person: Named<Person>, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.people(.sheet(person.id)))
    return layout(
        l("Add a post"), c,
        """
        \(trail(person.name, back))
        \(head(l("Add a post")))
        \(f.form(
            .people(.addPost(person.id)), back: back,
            """
            \(f.text("client_name", l("Client"), required: true, hint: l("By name."), suggest: "clients"))
            \(postFields(f, l))
            """))
        """)
}

package func postForm(_ post: Post, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.people(.sheet(post.person.id)))
    return layout(
        l("Edit post"), c,
        """
        \(trail(post.person.name, back))
        \(head(l("Edit post"), badges: "<span class=\"quiet\">\(post.client.name)</span>"))
        \(f.form(
            .posts(.change(post.id)), back: back, postFields(f, l),
            danger: "<a class=\"danger\" href=\"\(c.link(.posts(.delete(post.id))))\">\(l("Delete"))</a>"))
        """)
}

/// The form that ends a post on a day.
package func endPostForm(_ post: Post, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.people(.sheet(post.person.id)))
    return layout(
        l("End the post"), c,
        """
        \(trail(post.person.name, back))
        \(head(l("End the post"), badges: "<span class=\"quiet\">\(post.draft.title ?? "") · \(post.client.name)</span>"))
        \(f.form(
            .posts(.end(post.id)), back: back, save: l("End the post"),
            f.day("to", l("Last day"), required: true, hint: l("The post stays in the history; the person stays."))))
        """)
}
