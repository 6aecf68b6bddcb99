/// An interaction with somebody who decides on a tender.
package struct TenderContact: Sendable, Encodable {
    package var id: Interaction.ID
    package var day: Day
    package var kind: InteractionKind
    package var topic: String
    /// Who of us wrote it down.
    package var by: String
    /// Those who decide on the tender and took part.
    package var people: [String]
    /// Nil if nobody said it.
    package var lawfulSubject: String?
    /// True from the announcement to the decision.
    package var isQuiet: Bool

    package init(
        id: Interaction.ID, day: Day, kind: InteractionKind, topic: String, by: String, people: [String],
        lawfulSubject: String?, isQuiet: Bool
    ) {
        (self.id, self.day, self.kind, self.topic, self.by) = (id, day, kind, topic, by)
        (self.people, self.lawfulSubject, self.isQuiet) = (people, lawfulSubject, isQuiet)
    }
}

/// The record of contacts of a tender.
package struct TenderContacts: Sendable, Encodable {
    package var tender: Named<Tender>
    package var client: Named<Client>
    package var announcedOn: Day?
    /// Nil as long as nothing is decided.
    package var decidedOn: Day?
    /// From the announcement on, the first first; at most `TenderContacts.most`.
    package var contacts: [TenderContact]

    package static let most = 500

    package init(
        tender: Named<Tender>, client: Named<Client>, announcedOn: Day?, decidedOn: Day?, contacts: [TenderContact]
    ) {
        (self.tender, self.client, self.announcedOn) = (tender, client, announcedOn)
        (self.decidedOn, self.contacts) = (decidedOn, contacts)
    }

    package var quiet: [TenderContact] { contacts.filter(\.isQuiet) }
    package var unsaid: [TenderContact] { quiet.filter { $0.lawfulSubject == nil } }
}
