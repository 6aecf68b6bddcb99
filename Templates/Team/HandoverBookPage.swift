import Domain
import Routes

/// The clients of a colleague who leaves: the form that hands them all over, and on paper a sheet for each client.
package func handoverBookPage(_ book: HandoverBook, _ colleagues: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let others = colleagues.filter { $0.id != book.user.id }
    return layout(
        "\(book.user.name): \(l("Hand over all clients"))", c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Hand over all clients"), badges: "<span class=\"quiet\">\(book.user.name)</span>",
            actions: printButton(l)))
        \(book.count == 0
            ? emptyNote(l("Nobody is left to hand over: no client is held by this colleague."))
            : handoverAll(book, others, state, c))
        \(each: book.pages, { page($0, c) })
        """)
}

private func handoverAll(_ book: HandoverBook, _ others: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <p class="quiet">\(l("Each client below has a page of its own on paper: whom to meet, and what is open."))\
        \(if: book.count > book.pages.count, " \(l("\(book.pages.count) of \(book.count)"))")</p>
        <div class="unprinted">\(FormWriter(state, c).form(
            .team(.handOverAll(book.user.id)), back: c.link(.team(.settings)), save: l("Hand over \(book.count) clients"),
            handoverFields(others, state, c)))</div>
        """
}

/// To whom, from which day, and what they should know.
func handoverFields(_ colleagues: [User], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return """
        \(f.choice("kam", l("Hand over to"), none: l("choose"), colleagues.map { (String($0.id.number), $0.name) }))
        \(f.day("from", l("From"), hint: l("The present KAM's last day is the day before.")))
        \(f.area("note", l("What they should know"), rows: 3))
        """
}

private func page(_ page: HandoverBook.Page, _ c: Chrome) -> HTML {
    let l = c.language
    let people: HTML =
        page.people.isEmpty
        ? emptyNote(l("Nobody is known here yet. Who decides, who holds the budget?"))
        : peopleTable(page.client.name, page.people, c)
    return """
        <section class="own-page"><h2>\(clientLink(page.client, c))</h2>
        \(sheet(l("Whom to meet"), people))
        \(sheet(l("Open promises"), page.matters.isEmpty
            ? emptyNote(l("Nothing is open: no promise of ours, none of theirs."))
            : "\(each: page.matters, { matterRow($0, withClient: false, c) })"))
        \(strategyPanel(page.strategy, c))
        </section>
        """
}
