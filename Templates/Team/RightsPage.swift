import Domain
import Routes

/// Who may do what, in words: what each role sees, and the access that each address requires.
package func rightsPage(_ c: Chrome) -> HTML {
    let l = c.language
    let entries = SiteMap.entries.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
    return layout(
        l("Permissions"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Permissions"), actions: printButton(l)))
        \(sheet(
            l("What each of us sees"),
            wideTable(
                l("What each of us sees"), head: "\(column(l("Role")))\(column(l("Sees whole")))\(column(l("Except")))",
                "\(each: Role.allCases, { sight($0, l) })")))
        <p class="quiet">\(l("Of all other clients everybody sees the name, kind, city and the KAM in charge; of all other people name and posts, and which of us know them. Confidential clients are whole to the KAM in charge, their deputy, the head and the director only. A deputy sees for the days of the order what the absent one does."))</p>
        \(sheet(
            l("Who may open what"),
            wideTable(
                l("Who may open what"), head: "\(column(""))\(column(l("Address")))\(column(l("Who may")))",
                "\(each: entries, { "<tr><td>\($0.method.rawValue)</td><th scope=\"row\"><code>\($0.pattern)</code></th><td>\(l.word($0.access))</td></tr>" })")))
        """)
}

private func sight(_ role: Role, _ l: Language) -> HTML {
    let (whole, not) = l.sight(of: role)
    return "<tr><th scope=\"row\">\(l.word(role))</th><td>\(whole)</td><td>\(not)</td></tr>"
}

extension Language {
    /// What a role sees completely, and the exceptions, as in `Sight`.
    package func sight(of role: Role) -> (whole: String, not: String) {
        let l = self
        return switch role {
        case .kam: (l("their own clients"), "")
        case .head: (l("the department's clients and those whom nobody holds; without a department all"), "")
        case .director: (l("everything"), "")
        case .support:
            (
                l("all clients, or the department's"),
                l("interactions, matters, briefs, people, confidential clients")
            )
        case .reader:
            (
                l("all clients, or the department's"),
                l("birthdays and notes on people, confidential clients and interactions; changes nothing")
            )
        case .administrator: (l("no client"), l("sees the team, the settings, imports and the log"))
        }
    }
}
