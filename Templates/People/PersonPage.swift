import Domain
import Routes

package func personPage(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let (person, id) = (page.person.draft, page.person.id)
    let profile = ProfileParts(page: page, c: c)
    let current = page.posts.filter { $0.holds(on: c.today) }
    return layout(
        person.name, c,
        """
        \(head(person.name, badges: flagBadges(vip: person.isVip, kol: person.isKol),
            actions: c.mayEdit ? actions(id, current, c) : .none))
        <p class="quiet under">\(line(page, current, c))</p>
        <div class="cols"><div>
        \(posts(page, c))
        \(profile.standing)
        \(profile.ties)
        \(personEvents(page, c))
        \(sheet(
            l("Interactions"),
            link: page.interactionsCount > 0 ? (l("All \(page.interactionsCount)"), c.link(.people(.interactions(id, nil)))) : nil,
            page.interactions.isEmpty
                ? emptyNote(l("No call, visit or meeting is logged yet."))
                : "\(each: page.interactions, { interactionRow($0, withClient: true, c) })"))
        </div><div>
        \(facts(page, c))
        \(projectSheet(page.projects, of: id, c))
        \(profile.facts)
        \(sheet(
            l("Open matters"),
            page.matters.isEmpty
                ? emptyNote(l("Nothing is open: no promise of ours, none of theirs."))
                : "\(each: page.matters, { matterRow($0, withClient: true, c) })"))
        \(historySheet(page.history, all: .people(.history(id, HistoryQuery())), c))
        </div></div>
        """)
}

private func actions(_ id: Person.ID, _ posts: [PostRow], _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(button(l("Log"), c.link(.interactions(.new(posts.first?.client.id, id))), main: true, key: "L")) \
        \(button(l("Map"), c.link(.map(.sheet(MapQuery(.person(id))))))) \
        \(button(l("Edit"), c.link(.people(.edit(id))), key: "E"))
        """
}

private func line(_ page: PersonSheet, _ current: [PostRow], _ c: Chrome) -> HTML {
    guard !current.isEmpty else { return "\(c.language("no post now"))" }
    let parts = current.map { post -> HTML in "\(ifLet: post.title, { "\($0), " })\(clientLink(post.client, c))" }
    return parts.dropFirst().reduce(parts[0]) { "\($0) · \($1)" }
}

private func posts(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let add: HTML = c.mayEdit ? button(l("Add a post"), c.link(.people(.newPost(page.person.id)))) : .none
    guard !page.posts.isEmpty else {
        return sheet(l("Posts"), emptyNote(l("No post is known. Where does this person work?"), "<p>\(add)</p>"))
    }
    return "\(postTable(l("Posts"), page.posts, showsClient: true, c))\(if: c.mayEdit, "<p class=\"below\">\(add)</p>")"
}

private func facts(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let person = page.person.draft
    let facts: [(String, HTML?)] = [
        (l("Phone"), person.phone.map { "<a href=\"\(userURL: "tel:" + $0)\">\($0)</a>" }),
        (l("E-mail"), person.email.map { "<a href=\"\(userURL: "mailto:" + $0)\">\($0)</a>" }),
        (l("Birthday"), person.birthday.map { "\(c.day($0))" }), (l("Key"), person.key.map { "\($0)" }),
        (l("Note"), person.note.map { "<span class=\"note\">\($0)</span>" }),
    ]
    let known = facts.filter { $0.1 != nil }
    return sheet(
        l("About"),
        known.isEmpty
            ? emptyNote(l("No phone, no address, no note yet."))
            : "<dl class=\"body facts\">\(each: known, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>")
}
