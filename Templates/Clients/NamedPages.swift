import Domain
import Routes

/// A client of whom the viewer may see only the name.
package func namedClientPage(_ page: NamedClientSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let parts = [l.word(page.kind), page.city, page.kam.map { "\(l("KAM")) \($0)" } ?? l("nobody in charge")]
    return layout(
        page.client.name, c,
        """
        \(head(page.client.name))
        <p class="quiet under">\(parts.compactMap { $0 }.joined(separator: " · "))</p>
        \(emptyNote(
            page.kam.map { l("This client is held by \($0): ask them for what you need.") }
                ?? l("Nobody holds this client: the head can hand it to you.")))
        """)
}

/// A person of whom the viewer may see only the name.
package func namedPersonPage(_ page: NamedPersonSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        page.person.name, c,
        """
        \(head(page.person.name))
        \(postTable(l("Posts"), page.posts, showsClient: true, mine: false, c))
        \(emptyNote(
            page.knownBy.isEmpty
                ? l("None of us holds a client where this person works.")
                : l("Known by \(page.knownBy.joined(separator: ", ")): ask them for an introduction.")))
        """)
}
