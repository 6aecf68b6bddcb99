/// The request for a search.
package struct SearchQuery: Sendable, Equatable {
    package var text: String
    /// The only kind that is asked for; nil for all.
    package var group: SearchGroup?
    /// True if the first hit is to be opened, where there is no doubt which.
    package var opens: Bool
    /// The address of the page from which it was asked; its commands are found too.
    package var here: String?

    package init(_ text: String, group: SearchGroup? = nil, opens: Bool = false, here: String? = nil) {
        self.text = text
        self.group = group
        self.opens = opens
        self.here = here
    }
}

/// The kinds of hits.
package enum SearchGroup: String, Wording {
    case clients, people, orders, invoices, payments, products, projects, events, tenders, interactions
}

/// The results of a search, by kind; each list has at most `SearchSheet.shown`.
package struct SearchSheet: Sendable, Encodable {
    package var query: String
    package var clients: [ClientHit] = []
    package var people: [PersonHit] = []
    /// Orders, invoices and payments whose number begins with the text, at most `SearchSheet.numbersShown` of each.
    package var orders: [OrderHit] = []
    package var invoices: [InvoiceHit] = []
    package var payments: [PaymentHit] = []
    package var products: [ProductHit] = []
    package var projects: [ProjectHit] = []
    package var events: [EventHit] = []
    package var tenders: [TenderHit] = []
    package var interactions: [InteractionHit] = []
    /// The kinds of which there are more.
    package var cut: [SearchGroup] = []

    package static let shown = 12
    package static let numbersShown = 5
    /// How many hits a kind has where it is asked for alone.
    package static let most = 100

    package init(query: String) { self.query = query }

    package var isEmpty: Bool {
        clients.isEmpty && people.isEmpty && orders.isEmpty && invoices.isEmpty && payments.isEmpty && products.isEmpty
            && projects.isEmpty && events.isEmpty && tenders.isEmpty && interactions.isEmpty
    }

    /// True if the text is the whole number of an order, an invoice, a payment or a tender. These then come before everything else.
    package var isNumber: Bool { exactNumber != nil }

    /// The record to open at once: the one with this very number or name, or the only one found; nil if there is a doubt.
    package var opened: (subject: Change.Subject, record: Int64)? {
        if let exactNumber { return exactNumber }
        let name = sortingName(query)
        if let client = clients.first, sortingName(client.name) == name { return (.client, client.id.number) }
        if let person = people.first, sortingName(person.name) == name { return (.person, person.id.number) }
        let all = found
        return all.count == 1 && cut.isEmpty ? all[0] : nil
    }

    private var exactNumber: (subject: Change.Subject, record: Int64)? {
        let number = query.lowercased()
        if let hit = orders.first, hit.number.lowercased() == number { return (.order, hit.id.number) }
        if let hit = invoices.first, hit.number.lowercased() == number { return (.invoice, hit.id.number) }
        if let hit = tenders.first, hit.number?.lowercased() == number { return (.tender, hit.id.number) }
        if let hit = payments.first, hit.number.lowercased() == number { return (.payment, hit.id.number) }
        return nil
    }

    private var found: [(subject: Change.Subject, record: Int64)] {
        var all: [(subject: Change.Subject, record: Int64)] = clients.map { (.client, $0.id.number) }
        all += people.map { (.person, $0.id.number) }
        all += orders.map { (.order, $0.id.number) }
        all += invoices.map { (.invoice, $0.id.number) }
        all += payments.map { (.payment, $0.id.number) }
        all += products.map { (.product, $0.id.number) }
        all += projects.map { (.project, $0.id.number) }
        all += events.map { (.event, $0.id.number) }
        all += tenders.map { (.tender, $0.id.number) }
        all += interactions.map { (.interaction, $0.id.number) }
        return all
    }
}
