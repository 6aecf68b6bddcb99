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
        \(personSummary(page, c))
        <div class="cols"><div>
        \(profile.judgement)
        \(profile.steps)
        \(profile.ties)
        \(interactions(page, c))
        \(personEvents(page, c))
        </div><div>
        \(profile.dealings)
        \(sheet(
            l("Open promises"),
            page.matters.isEmpty
                ? emptyNote(l("Nothing is open: no promise of ours, none of theirs."))
                : "\(each: page.matters, { matterRow($0, withClient: true, c) })"))
        \(projectSheet(page.projects, of: id, c))
        \(posts(page, c))
        \(profile.facts)
        \(about(page, c))
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

/// Where the person works, and how to reach them.
private func line(_ page: PersonSheet, _ current: [PostRow], _ c: Chrome) -> HTML {
    let person = page.person.draft
    var parts: [HTML] = current.map { post in "\(ifLet: post.title, { "\($0), " })\(clientLink(post.client, c))" }
    if parts.isEmpty { parts = ["\(c.language("no post now"))"] }
    if let phone = person.phone { parts.append(phoneLinks(phone)) }
    if let email = person.email { parts.append(emailLinks(email)) }
    return parts.dropFirst().reduce(parts[0]) { "\($0) · \($1)" }
}

private func interactions(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Interactions"),
        link: page.interactionsCount > 0
            ? (l("All \(page.interactionsCount)"), c.link(.people(.interactions(page.person.id, nil)))) : nil,
        page.interactions.isEmpty
            ? emptyNote(l("No call, visit or meeting is logged yet."))
            : "\(each: page.interactions, { interactionRow($0, withClient: true, c) })")
}

private func posts(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let add: HTML = c.mayEdit ? button(l("Add a post"), c.link(.people(.newPost(page.person.id)))) : .none
    guard !page.posts.isEmpty else {
        return sheet(l("Posts"), emptyNote(l("No post is known. Where does this person work?"), "<p>\(add)</p>"))
    }
    return "\(postTable(l("Posts"), page.posts, showsClient: true, c))\(if: c.mayEdit, "<p class=\"below\">\(add)</p>")"
}

/// What the head of the page does not say.
private func about(_ page: PersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let person = page.person.draft
    let facts: [(String, HTML?)] = [
        (l("Birthday"), person.birthday.map { "\(l.birthday($0))" }), (l("Key"), person.key.map { "\($0)" }),
        (l("Note"), person.note.map { "<span class=\"note\">\($0)</span>" }),
    ]
    let known = facts.filter { $0.1 != nil }
    guard !known.isEmpty else { return .none }
    return sheet(
        l("About"), "<dl class=\"body facts\">\(each: known, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>")
}
