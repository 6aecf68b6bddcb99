import Domain
import Routes

/// Everyone who holds or held a post at the client.
package func clientPeoplePage(_ page: ClientPeople, _ c: Chrome) -> HTML {
    let l = c.language
    let past = page.posts.filter { !$0.holds(on: c.today) }
    return dossierPage(
        .people, of: page.client,
        main: c.mayEdit ? button(l("Add a person"), c.link(.clients(.newPerson(page.client.id))), main: true) : .none,
        c,
        """
        \(ifLet: page.power, { balanceLine($0, page.client.id, c) })
        \(now(page, c))
        \(contactTable(page, c))
        \(projectSheet(page.projects, at: page.client.id, c))
        \(if: !past.isEmpty, postTable(l("Before and to come"), past, showsClient: false, c))
        <p>\(exportLink(.clients(.people(page.client.id)), c))</p>
        """)
}

/// Those who hold a post, with what is known of them and links to change their posts.
private func now(_ page: ClientPeople, _ c: Chrome) -> HTML {
    let l = c.language
    guard !page.now.isEmpty else {
        return sheet(l("Now"), emptyNote(l("Nobody is known here yet. Who decides, who holds the budget?")))
    }
    guard let power = page.power else { return sheet(l("Now"), peopleTable(l("Now"), page.now, c)) }
    return sheet(
        l("Now"), note: l.number(page.now.count),
        deciderTable(
            l("Now"), page.now, power, at: page.client.id,
            acts: c.mayEdit
                ? { person in postActs(person.post, person.to, of: person.person.name, page.client.name, c) } : nil,
            c))
}

/// Who of us knows whom of them: their people below each other, ours beside each other.
private func contactTable(_ page: ClientPeople, _ c: Chrome) -> HTML {
    let l = c.language
    let counts = Dictionary(grouping: page.contacts, by: \.user.id)
    let ours = counts.values.sorted { ($1.count, $0[0].user.name) < ($0.count, $1[0].user.name) }.prefix(6).map {
        $0[0].user
    }
    guard !ours.isEmpty else { return .none }
    let theirs = Dictionary(grouping: page.contacts, by: \.person.id).values.sorted {
        $0[0].person.name < $1[0].person.name
    }
    let columns = [Column(l("Person"), .name)] + ours.map { Column(shortName($0.name)) }
    let title = l("Who of us knows whom of them")
    return sheet(
        title,
        note: counts.count > ours.count ? l("\(l.number(ours.count)) of \(l.number(counts.count)) colleagues") : nil,
        table(title, columns, theirs) { steps in
            [personLink(steps[0].person, c)]
                + ours.map { user in
                    let step = steps.first { $0.user.id == user.id }
                    return step.map {
                        "\(stepMark($0.step, l))\(ifLet: $0.confirmedOn, { "<small class=\"below\">\(l("confirmed by the head, \(c.day($0))"))</small>" })"
                    }
                        ?? "<span class=\"quiet\">–</span>"
                }
        })
}

/// The balance of power now and as expected, with a link to the map.
private func balanceLine(_ power: ClientPower, _ client: Client.ID, _ c: Chrome) -> HTML {
    let l = c.language
    guard let now = power.balance else { return .none }
    return """
        <p class="quiet">\(anchor(l("Balance of power"), .map(.sheet(MapQuery(.client(client)))), c)): \(balance(now, l))\
        \(ifLet: power.forecast, { " · \(l("Expected by \(c.day($0.day)):")) \(balance($0, l))" })</p>
        """
}

/// Posts as a table: of a client's people, or of a person's clients. If they are `mine`, with links to change them.
func postTable(_ title: String, _ posts: [PostRow], showsClient: Bool, mine: Bool = true, _ c: Chrome) -> HTML {
    let l = c.language
    let mayEdit = mine && c.mayEdit
    let columns = [Column(l("Post"), .name), Column(showsClient ? l("Client") : l("Person")), Column(l("From – to"))]
    return sheet(
        title, note: l.number(posts.count),
        table(title, columns, posts) { post in
            let acts = postActs(post.id, post.to, of: post.person.name, post.client.name, c)
            return [
                "\(post.title ?? l("post not known"))\(ifLet: post.role, { "<small class=\"by\">\(l.word($0).lowercased())</small>" })",
                showsClient
                    ? clientLink(post.client, c) : personCell(post.person, vip: post.isVip, kol: post.isKol, c),
                "\(span(post, c))\(if: mayEdit, " <span class=\"by\">\(acts)</span>")",
            ]
        })
}

/// "Feb 2026 – ", or "2021 – Jan 2026".
private func span(_ post: PostRow, _ c: Chrome) -> String {
    let l = c.language
    guard post.from != nil || post.to != nil else { return "" }
    return "\(post.from.map { l.month($0) } ?? "…") – \(post.to.map { l.month($0) } ?? "")"
}

/// Links that change or end a post.
private func postActs(_ post: Post.ID?, _ to: Day?, of person: String, _ client: String, _ c: Chrome) -> HTML {
    let l = c.language
    guard let post else { return .none }
    let name = "\(person), \(client)"
    return """
        \(actLink(l("Edit"), label: l("Edit post: \(name)"), .posts(.edit(post)), c))\
        \(if: to == nil, " \(actLink(l("End"), label: l("End post: \(name)"), .posts(.end(post)), c))")
        """
}
