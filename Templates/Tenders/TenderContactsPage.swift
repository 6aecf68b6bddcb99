import Domain
import Routes

/// The record of contacts with those who decide on a tender, for one sheet of paper.
package func tenderContactsPage(_ page: TenderContacts, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Day"), .number), Column(l("People"), .name), Column(l("Kind")), Column(l("Topic"), .words),
        Column(l("Lawful subject"), .words), Column(l("Colleague")),
    ]
    let rows = table(l("Record of contacts"), columns, page.contacts) { contact in
        let subject: HTML =
            contact.lawfulSubject.map { "\($0)" }
            ?? (contact.isQuiet ? alarming("\(l("subject not said"))", if: true) : .none)
        return [
            "\(c.day(contact.day))", "\(contact.people.map(shortName).joined(separator: ", "))",
            "\(l.word(contact.kind))", anchor(contact.topic, .interactions(.sheet(contact.id)), c), subject,
            "\(shortName(contact.by))",
        ]
    }
    return layout(
        l("Record of contacts"), c,
        """
        \(trail(page.tender.name, c.link(.tenders(.sheet(page.tender.id)))))
        \(head(l("Record of contacts"), actions: printButton(main: true, l)))
        <p class="quiet under">\(page.tender.name) · \(clientLink(page.client, c))</p>
        \(answer(period(page, c)))
        \(page.contacts.isEmpty ? sheet(l("Contacts"), emptyNote(l("No contact with those who decide is written down since the announcement."))) : sheet(l("Contacts"), rows))
        <p class="quiet">\(l("From the announcement to the decision every contact with those who decide needs its lawful subject. A lawyer says what is lawful."))</p>
        """)
}

private func period(_ page: TenderContacts, _ c: Chrome) -> HTML {
    let l = c.language
    guard let announced = page.announcedOn else {
        return "\(l("The tender is not announced, so there is no quiet period yet."))"
    }
    let end = page.decidedOn.map { l("decided on \(c.day($0))") } ?? l("no decision yet")
    return """
        \(l("Quiet period: announced on \(c.day(announced)), \(end).")) <b>\(l("\(page.quiet.count) contacts"))</b>\
        \(if: !page.unsaid.isEmpty, ", <b class=\"bad\">\(l("\(page.unsaid.count) without a subject"))</b>").
        """
}
