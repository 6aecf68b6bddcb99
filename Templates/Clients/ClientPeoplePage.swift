import Domain
import Routes

/// Everyone who holds or held a post at the client.
package func clientPeoplePage(_ page: ClientPeople, _ c: Chrome) -> HTML {
    let l = c.language
    let now = page.posts.filter { $0.holds(on: c.today) }
    let past = page.posts.filter { !$0.holds(on: c.today) }
    return dossierPage(
        .people, of: page.client,
        main: c.mayEdit ? button(l("Add a person"), c.link(.clients(.newPerson(page.client.id))), main: true) : .none,
        c,
        """
        \(ifLet: page.balance, { balanceLine($0, page.expected, page.client.id, c) })
        \(now.isEmpty
            ? sheet(l("Now"), emptyNote(l("Nobody is known here yet. Who decides, who holds the budget?")))
            : postTable(l("Now"), now, showsClient: false, c))
        \(projectSheet(page.projects, at: page.client.id, c))
        \(if: !past.isEmpty, postTable(l("Before and to come"), past, showsClient: false, c))
        <p>\(exportLink(.clients(.people(page.client.id)), c))</p>
        """)
}

/// The balance of power now and as expected, with a link to the map.
private func balanceLine(_ now: Balance, _ expected: Balance?, _ client: Client.ID, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <p class="quiet">\(anchor(l("Balance of power"), .map(.sheet(MapQuery(.client(client)))), c)): \(balance(now, l))\
        \(ifLet: expected, { " · \(l("Expected by \(c.day($0.day)):")) \(balance($0, l))" })</p>
        """
}

/// Posts as a table: of a client's people, or of a person's clients. If they are `mine`, with links to change them.
func postTable(_ title: String, _ posts: [PostRow], showsClient: Bool, mine: Bool = true, _ c: Chrome) -> HTML {
    let l = c.language
    let mayEdit = mine && c.mayEdit
    return sheet(
        title, note: l.number(posts.count),
        """
        <div class="wide" tabindex="0" role="region" aria-label="\(title)"><table>
        <thead><tr><th scope="col">\(showsClient ? l("Client") : l("Person"))</th><th scope="col">\(l("Post"))</th>\
        <th scope="col" class="words">\(l("Role in decisions"))</th><th scope="col" class="num">\(l("From"))</th>\
        <th scope="col" class="num">\(l("To"))</th>\(if: mayEdit, "<th scope=\"col\"><span class=\"unseen\">\(l("Change"))</span></th>")</tr></thead>
        <tbody>\(each: posts, { row($0, showsClient, mayEdit, c) })</tbody></table></div>
        """)
}

private func row(_ post: PostRow, _ showsClient: Bool, _ mayEdit: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let who = showsClient ? clientLink(post.client, c) : personCell(post.person, vip: post.isVip, kol: post.isKol, c)
    let name = "\(post.person.name), \(post.client.name)"
    return """
        <tr><th scope="row">\(who)</th><td>\(post.title ?? "")</td><td class="words">\(post.role.map { l.word($0) } ?? "")</td>\
        <td class="num">\(post.from.map(c.day) ?? "")</td><td class="num">\(post.to.map(c.day) ?? "")</td>\
        \(if: mayEdit, """
            <td class="num"><a class="act" href="\(c.link(.posts(.edit(post.id))))" aria-label="\(l("Edit post: \(name)"))">\(l("Edit"))</a>\
            \(if: post.to == nil, " <a class=\"act\" href=\"\(c.link(.posts(.end(post.id))))\" aria-label=\"\(l("End post: \(name)"))\">\(l("End"))</a>")</td>
            """)</tr>
        """
}
