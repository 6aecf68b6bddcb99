import Domain
import Routes

package func searchPage(_ found: SearchSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Search"), c,
        """
        \(head(found.query.isEmpty ? l("Search") : "“\(found.query)”"))
        <div id="results" aria-live="polite">
        \(results(found, c))
        </div>
        """)
}

private func results(_ found: SearchSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let commands = commandsCalled(found.query, c)
    if found.query.isEmpty {
        return """
            \(sheet(
                l("Find anything"),
                emptyNote(l("A name, a town, a tax number, an order's number, a word from a note; in any form of the word. Or a page of the desk."))))
            \(commandSheet(commands, c))
            """
    }
    if found.isEmpty && commands.isEmpty {
        return sheet(
            l("Nothing found"),
            emptyNote(l("No client, person, order or interaction has these words. Fewer words find more.")))
    }
    // If the text is the whole number of an order, orders come before clients.
    let isNumber = found.orders.first?.number.lowercased() == found.query.lowercased()
    let ordered: HTML = found.orders.isEmpty ? .none : orders(found.orders, c)
    return """
        \(if: !commands.isEmpty, commandSheet(commands, c))
        \(if: isNumber, ordered)
        \(if: !found.clients.isEmpty, clients(found.clients, c))
        \(if: !found.people.isEmpty, people(found.people, c))
        \(if: !isNumber, ordered)
        \(if: !found.interactions.isEmpty, interactions(found.interactions, c))
        """
}

private func commandSheet(_ commands: [Command], _ c: Chrome) -> HTML {
    sheet(
        c.language("Pages and commands"),
        """
        <table><tbody>\(each: commands, { command in
            "<tr><th scope=\"row\"><a href=\"\(c.link(command.route))\">\(command.name)</a></th></tr>"
        })</tbody></table>
        """)
}

private func orders(_ hits: [OrderHit], _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Orders"),
        """
        <table><tbody>\(each: hits, { hit in
            "<tr><th scope=\"row\">\(orderLink(Named(id: hit.id, name: hit.number), c))</th><td class=\"quiet\">\(l.word(hit.status)), \(c.day(hit.day)) · \(hit.client)</td></tr>"
        })</tbody></table>
        """)
}

private func clients(_ hits: [ClientHit], _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Clients"),
        """
        <table><tbody>\(each: hits, { hit in
            "<tr><th scope=\"row\">\(clientLink(Named(id: hit.id, name: hit.name), c))</th><td class=\"quiet\">\(l.word(hit.kind))\(ifLet: hit.city, { " · \($0)" })</td></tr>"
        })</tbody></table>
        """)
}

private func people(_ hits: [PersonHit], _ c: Chrome) -> HTML {
    sheet(
        c.language("People"),
        """
        <table><tbody>\(each: hits, { hit in
            "<tr><th scope=\"row\">\(personCell(Named(id: hit.id, name: hit.name), vip: hit.isVip, kol: hit.isKol, c))</th><td class=\"quiet\">\([hit.title, hit.client?.name].compactMap { $0 }.joined(separator: " · "))</td></tr>"
        })</tbody></table>
        """)
}

private func interactions(_ hits: [InteractionHit], _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Interactions"),
        """
        <table><tbody>\(each: hits, { hit in
            "<tr><th scope=\"row\"><a href=\"\(c.link(.interactions(.sheet(hit.id))))\">\(hit.topic)</a></th><td class=\"quiet\">\(l.word(hit.kind)), \(c.day(hit.day))\(ifLet: hit.client, { " · \($0)" })</td></tr>"
        })</tbody></table>
        """)
}
