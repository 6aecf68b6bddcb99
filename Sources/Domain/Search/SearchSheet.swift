/// The results of a search, by kind; each list has at most `SearchSheet.shown`.
package struct SearchSheet: Sendable, Encodable {
    package var query: String
    package var clients: [ClientHit]
    package var people: [PersonHit]
    /// Orders whose number begins with the text, at most `SearchSheet.ordersShown`.
    package var orders: [OrderHit]
    package var interactions: [InteractionHit]

    package static let shown = 12
    package static let ordersShown = 5

    package init(
        query: String, clients: [ClientHit] = [], people: [PersonHit] = [], orders: [OrderHit] = [],
        interactions: [InteractionHit] = []
    ) {
        self.query = query
        self.clients = clients
        self.people = people
        self.orders = orders
        self.interactions = interactions
    }

    package var isEmpty: Bool { clients.isEmpty && people.isEmpty && orders.isEmpty && interactions.isEmpty }
}

package struct ClientHit: Sendable, Equatable, Encodable {
    package var id: Client.ID
    package var name: String
    package var kind: ClientKind
    package var city: String?

    package init(id: Client.ID, name: String, kind: ClientKind, city: String?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.city = city
    }
}

/// A person, with the latest current post to tell who it is.
package struct PersonHit: Sendable, Equatable, Encodable {
    package var id: Person.ID
    package var name: String
    package var isVip: Bool
    package var isKol: Bool
    package var title: String?
    package var client: Named<Client>?

    package init(
        id: Person.ID, name: String, isVip: Bool, isKol: Bool, title: String?, client: Named<Client>?
    ) {
        self.id = id
        self.name = name
        self.isVip = isVip
        self.isKol = isKol
        self.title = title
        self.client = client
    }
}

package struct OrderHit: Sendable, Equatable, Encodable {
    package var id: Order.ID
    package var number: String
    package var status: OrderStatus
    package var day: Day
    package var client: String

    package init(id: Order.ID, number: String, status: OrderStatus, day: Day, client: String) {
        self.id = id
        self.number = number
        self.status = status
        self.day = day
        self.client = client
    }
}

package struct InteractionHit: Sendable, Equatable, Encodable {
    package var id: Interaction.ID
    package var topic: String
    package var kind: InteractionKind
    package var day: Day
    package var client: String?

    package init(id: Interaction.ID, topic: String, kind: InteractionKind, day: Day, client: String?) {
        self.id = id
        self.topic = topic
        self.kind = kind
        self.day = day
        self.client = client
    }
}
