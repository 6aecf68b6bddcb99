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

package struct InvoiceHit: Sendable, Equatable, Encodable {
    package var id: Invoice.ID
    package var number: String
    package var day: Day
    package var amount: Money
    package var isOpen: Bool
    package var client: Named<Client>

    package init(id: Invoice.ID, number: String, day: Day, amount: Money, isOpen: Bool, client: Named<Client>) {
        self.id = id
        self.number = number
        self.day = day
        self.amount = amount
        self.isOpen = isOpen
        self.client = client
    }
}

package struct PaymentHit: Sendable, Equatable, Encodable {
    package var id: Payment.ID
    package var number: String
    package var day: Day
    package var amount: Money
    package var client: Named<Client>

    package init(id: Payment.ID, number: String, day: Day, amount: Money, client: Named<Client>) {
        self.id = id
        self.number = number
        self.day = day
        self.amount = amount
        self.client = client
    }
}

package struct ProductHit: Sendable, Equatable, Encodable {
    package var id: Product.ID
    package var name: String
    package var key: String?

    package init(id: Product.ID, name: String, key: String?) {
        self.id = id
        self.name = name
        self.key = key
    }
}

package struct ProjectHit: Sendable, Equatable, Encodable {
    package var id: Project.ID
    package var goal: String
    package var person: Named<Person>
    package var client: Named<Client>

    package init(id: Project.ID, goal: String, person: Named<Person>, client: Named<Client>) {
        self.id = id
        self.goal = goal
        self.person = person
        self.client = client
    }
}

package struct TenderHit: Sendable, Equatable, Encodable {
    package var id: Tender.ID
    package var title: String
    package var number: String?
    package var stage: TenderStage
    package var client: Named<Client>

    package init(id: Tender.ID, title: String, number: String?, stage: TenderStage, client: Named<Client>) {
        (self.id, self.title, self.number, self.stage, self.client) = (id, title, number, stage, client)
    }
}

package struct EventHit: Sendable, Equatable, Encodable {
    package var id: Event.ID
    package var name: String
    package var day: Day
    package var place: String?

    package init(id: Event.ID, name: String, day: Day, place: String?) {
        self.id = id
        self.name = name
        self.day = day
        self.place = place
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
