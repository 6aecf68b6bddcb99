/// What a search found, per kind; each list holds at most `SearchSheet.shown`.
package struct SearchSheet: Sendable, Encodable {
    package var query: String
    package var clients: [ClientHit]
    package var people: [PersonRow]
    package var interactions: [InteractionRow]

    package static let shown = 12

    package init(query: String, clients: [ClientHit], people: [PersonRow], interactions: [InteractionRow]) {
        self.query = query
        self.clients = clients
        self.people = people
        self.interactions = interactions
    }

    package var isEmpty: Bool { clients.isEmpty && people.isEmpty && interactions.isEmpty }
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
