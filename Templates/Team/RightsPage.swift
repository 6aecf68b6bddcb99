import Domain
import Routes

/// Who may do what: a table of the roles, and behind it the access that each address requires.
package func rightsPage(_ c: Chrome) -> HTML {
    let l = c.language
    let entries = SiteMap.entries.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
    let roles = [
        Column(l("Role"), .name), Column(l("Sees whole"), .words), Column(l("Changes")),
        Column(l("Money")), Column(l("Import")), Column(l("Team")), Column(l("Settings")),
    ]
    let addresses = [Column(l("Address"), .name), Column(l("Method")), Column(l("Who may"), .words)]
    return layout(
        l("Permissions"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Permissions"), actions: printButton(l)))
        \(sheet(l("What each role may do"), table(l("What each role may do"), roles, Role.allCases) { permissions($0, l) }))
        <p class="quiet">\(l("Of all other clients everybody sees the name, kind, city and the KAM in charge; of all other people name and posts, and which of us know them. Confidential clients are seen in full only by the KAM in charge, their deputy, the head and the director. For the days of the absence a deputy sees what the absent colleague does."))
        \(l("A colleague with another role may be an administrator besides: then they may do both."))</p>
        <details class="sheet folded unprinted"><summary>\(l("Who may open which address"))</summary>
        \(table(l("Who may open which address"), addresses, entries) { entry in
            ["<code>\(entry.pattern)</code>", "\(entry.method.rawValue)", "\(l.word(entry.access))"]
        })</details>
        """)
}

private func permissions(_ role: Role, _ l: Language) -> [HTML] {
    let (whole, not) = l.sight(of: role)
    let viewer = Viewer(id: User.ID(1), name: "", role: role, administers: role == .administrator, tongue: l.tongue)
    func may(_ access: Access, _ what: String) -> HTML {
        access.admits(viewer) ? "✓ \(what)" : "<span class=\"quiet\">–</span>"
    }
    let money: HTML = role == .reader ? "\(l("reads"))" : may(.clerk, l("keeps"))
    let team: HTML =
        role == .administrator
        ? may(.administrator, l("colleagues, roles, sign-in")) : may(.lead, l("absences, handing over"))
    return [
        "\(l.word(role))",
        "\(whole)\(if: !not.isEmpty, "<br><small class=\"quiet\">\(l("except: \(not)"))</small>")",
        "\(l.changes(of: role))", money, may(.importer, l("files")), team,
        may(.administrator, l("all")),
    ]
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
                l("interactions, promises, briefs, people, confidential clients")
            )
        case .reader:
            (
                l("all clients, or the department's"),
                l("birthdays and notes on people, confidential clients and interactions")
            )
        case .administrator: (l("the team, the settings, imports and the log"), l("all clients"))
        }
    }

    /// What records a role may change, as `Access` says.
    fileprivate func changes(of role: Role) -> String {
        let l = self
        return switch role {
        case .kam: l("their own clients, people, interactions, orders, invoices")
        case .head, .director: l("whatever they see; approve and review")
        case .support: l("orders, invoices, payments, products")
        case .reader: l("nothing")
        case .administrator: l("the team and the settings")
        }
    }
}
