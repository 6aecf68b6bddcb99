import Domain
import Routes

/// `here` is the page from which the search was asked; nil if it belongs to no record.
package func searchPage(_ found: SearchSheet, _ query: SearchQuery, here: Route?, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Search"), c,
        """
        \(head(found.query.isEmpty ? l("Search") : l("Search: “\(found.query)”")))
        <div id="results" aria-live="polite">
        \(query.group == nil ? results(found, query, here, c) : groups(found, query, c))
        </div>
        """)
}

private func results(_ found: SearchSheet, _ query: SearchQuery, _ here: Route?, _ c: Chrome) -> HTML {
    let l = c.language
    let commands = commandsCalled(found.query, c)
    if found.query.isEmpty {
        return """
            \(sheet(
                l("Find anything"),
                emptyNote(l("A name, a town, a tax number, the number of an order, an invoice or a payment, a product, a word from a note; in any form of the word. Or a page."))))
            \(commandSheet(l("Pages and commands"), commands, c))
            """
    }
    let ofRecord = commandsOfRecord(found.query, here, c)
    if found.isEmpty && commands.isEmpty && ofRecord.isEmpty {
        return sheet(
            l("Nothing found"),
            emptyNote(
                l("Nothing has these words. Fewer words find more."),
                "<p>\(button(l("Look among the deleted"), c.link(.deleted(DeletedQuery(text: found.query)))))</p>"))
    }
    return """
        \(if: found.isNumber, numbers(found, query, c))
        \(if: !ofRecord.isEmpty, commandSheet(l("On this page"), ofRecord, c))
        \(if: !commands.isEmpty, commandSheet(l("Pages and commands"), commands, c))
        \(groups(found, query, c))
        """
}

/// All hits, kind by kind. Numbers come last unless the text is one.
private func groups(_ found: SearchSheet, _ query: SearchQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(group(.clients, l("Clients"), found.clients, found, query, c) { hit in
            (anchor(hit.name, to: ClientRoute.sheet(hit.id), c), "\(l.word(hit.kind))\(ifLet: hit.city, { " · \($0)" })")
        })
        \(group(.people, l("People"), found.people, found, query, c) { hit in
            (personCell(Named(id: hit.id, name: hit.name), vip: hit.isVip, kol: hit.isKol, c),
                "\([hit.title, hit.client?.name].compactMap { $0 }.joined(separator: " · "))")
        })
        \(if: !found.isNumber || query.group != nil, numbers(found, query, c))
        \(group(.products, l("Products"), found.products, found, query, c) { hit in
            (anchor(hit.name, to: ProductRoute.sheet(hit.id), c), "\(hit.key ?? "")")
        })
        \(group(.projects, l("VIP projects"), found.projects, found, query, c) { hit in
            (anchor(hit.goal, to: ProjectRoute.sheet(hit.id), c), "\(hit.person.name) · \(hit.client.name)")
        })
        \(group(.events, l("Events"), found.events, found, query, c) { hit in
            (anchor(hit.name, to: EventRoute.sheet(hit.id), c), "\(c.day(hit.day))\(ifLet: hit.place, { " · \($0)" })")
        })
        \(group(.tenders, l("Tenders"), found.tenders, found, query, c) { hit in
            (anchor(hit.title, to: TenderRoute.sheet(hit.id), c),
                "\([hit.number, l.word(hit.stage), hit.client.name].compactMap { $0 }.joined(separator: " · "))")
        })
        \(group(.interactions, l("Interactions"), found.interactions, found, query, c) { hit in
            (anchor(hit.topic, to: InteractionRoute.sheet(hit.id), c),
                "\(l.word(hit.kind)), \(c.day(hit.day))\(ifLet: hit.client, { " · \($0)" })")
        })
        """
}

private func numbers(_ found: SearchSheet, _ query: SearchQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(group(.orders, l("Orders"), found.orders, found, query, c) { hit in
            (orderLink(Named(id: hit.id, name: hit.number), c), "\(l.word(hit.status)), \(c.day(hit.day)) · \(hit.client)")
        })
        \(group(.invoices, l("Invoices"), found.invoices, found, query, c) { hit in
            (anchor(hit.number, to: ReceivablesRoute.invoice(hit.id), c),
                "\(hit.isOpen ? l("open") : l("paid")), \(c.day(hit.day)), \(c.money(hit.amount)) · \(hit.client.name)")
        })
        \(group(.payments, l("Payments"), found.payments, found, query, c) { hit in
            (anchor(hit.number, to: ReceivablesRoute.payment(hit.id), c),
                "\(c.day(hit.day)), \(c.money(hit.amount)) · \(hit.client.name)")
        })
        """
}

/// The hits of one kind, and where there are more of them.
private func group<Hit>(
    _ group: SearchGroup, _ title: String, _ hits: [Hit], _ found: SearchSheet, _ query: SearchQuery, _ c: Chrome,
    _ row: (Hit) -> (name: HTML, about: HTML)
) -> HTML {
    guard !hits.isEmpty else { return .none }
    let isCut = found.cut.contains(group)
    let link = isCut && query.group == nil ? (c.language("More"), more(group, found.query, c)) : nil
    return sheet(
        title, note: isCut && query.group != nil ? c.language("the first \(hits.count)") : nil, link: link,
        """
        <table><tbody>\(each: hits, { hit in
            let (name, about) = row(hit)
            return "<tr><th scope=\"row\">\(name)</th><td class=\"quiet\">\(about)</td></tr>"
        })</tbody></table>
        """)
}

/// The list of all hits of a kind: its own list where that can be searched.
private func more(_ group: SearchGroup, _ text: String, _ c: Chrome) -> String {
    switch group {
    case .clients: c.link(.clients(.list(ClientListQuery(text: text))))
    case .people: c.link(.people(.list(PersonListQuery(text: text))))
    case .products: c.link(.products(.list(ProductListQuery(text: text))))
    default: c.link(.search(SearchQuery(text, group: group)))
    }
}

private func commandSheet(_ title: String, _ commands: [Command], _ c: Chrome) -> HTML {
    sheet(
        title,
        """
        <table><tbody>\(each: commands, { command in
            "<tr><th scope=\"row\"><a href=\"\(c.link(command.route))\">\(command.name)</a></th></tr>"
        })</tbody></table>
        """)
}
