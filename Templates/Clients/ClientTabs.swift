import Domain
import Routes

/// The pages of a dossier.
enum DossierRoom: CaseIterable {
    case overview, keys, strategy, people, map, money, tenders, orders, receivables, interactions, matters, history

    /// The key that opens the room: there are ten digits, and rooms that came later have none.
    fileprivate static let digits: [DossierRoom: Int] = Dictionary(
        uniqueKeysWithValues: zip(allCases.filter { $0 != .keys && $0 != .strategy }, 1...10))
}

/// The whole page of a room of a dossier, under the client's name, badges and tabs. `main` is what this room is for; it comes first.
func dossierPage(
    _ room: DossierRoom, of client: Named<Client>, main: HTML = .none, _ c: Chrome, _ content: HTML
) -> HTML {
    layout(
        "\(name(room, c.language)) · \(client.name)", c,
        """
        \(head(client.name, badges: "\(ifLet: c.dossier, { dossierBadges($0, c) })", actions: "\(main) \(dossierActions(client.id, isMain: main.isEmpty, c))"))
        \(clientTabs(client.id, room, c))
        \(content)
        """)
}

/// How things stand with a client: its status, whether it is a secret, and what is overdue.
func dossierBadges(_ head: DossierHead, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(statusBadge(head.status, l))\
        \(if: head.isConfidential, " <span class=\"badge alarm\">\(l("confidential"))</span>")\
        \(if: head.overdue > .zero, " <span class=\"badge alarm\">\(l("\(c.short(head.overdue)) overdue"))</span>")\
        \(if: head.overdueMatters > 0, " <span class=\"badge alarm\">\(l("\(head.overdueMatters) promises overdue"))</span>")
        """
}

/// The tabs that link the pages of a dossier.
func clientTabs(_ id: Client.ID, _ current: DossierRoom, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <nav class="tabs" aria-label="\(l("Dossier"))">\(each: DossierRoom.allCases, { room in
        "<a href=\"\(c.link(route(room, id)))\"\(ifLet: DossierRoom.digits[room], { " aria-keyshortcuts=\"\($0 % 10)\"" })\(if: room == current, " aria-current=\"page\"")>\(name(room, l))</a>\n"
        })</nav>
        """
}

private func route(_ room: DossierRoom, _ id: Client.ID) -> Route {
    switch room {
    case .overview: .clients(.sheet(id))
    case .keys: .evidence(.sheet(id))
    case .strategy: .strategy(.sheet(id))
    case .people: .clients(.people(id))
    case .map: .map(.sheet(MapQuery(.client(id))))
    case .money: .clients(.money(id))
    case .tenders: .tenders(.list(TenderListQuery(client: id)))
    case .orders: .orders(.list(OrderListQuery(client: id)))
    case .receivables: .receivables(.client(id, nil))
    case .interactions: .clients(.interactions(id, nil))
    case .matters: .clients(.matters(id))
    case .history: .clients(.history(id, HistoryQuery()))
    }
}

private func name(_ room: DossierRoom, _ l: Language) -> String {
    switch room {
    case .overview: l("Overview")
    case .keys: l("Why key")
    case .strategy: l("Strategy")
    case .people: l("People")
    case .map: l("Map")
    case .money: l("Money")
    case .tenders: l("Tenders")
    case .orders: l("Orders")
    case .receivables: l("Receivables")
    case .interactions: l("Interactions")
    case .matters: l("Promises")
    case .history: l("History")
    }
}
