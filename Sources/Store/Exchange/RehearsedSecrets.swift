import Domain
import GRDB

// Which trade secrets a rehearsal has read: whether a guess is right tells of them.

extension ImportRun {
    /// Notes that a row was held against a client or a person: in a rehearsal its answer tells of them.
    func meet(_ client: Client.ID?) { if write == nil, let client { met.clients.insert(client.number) } }

    func meet(_ person: Person.ID?) { if write == nil, let person { met.people.insert(person.number) } }

    /// The confidential clients among those that rows were held against, and those where such people have posts.
    func secrets() throws -> [Named<Client>] {
        try read.rows(
            """
            SELECT id, name FROM client WHERE is_confidential = 1 AND (id IN (SELECT value FROM json_each(?1))
              OR id IN (SELECT client_id FROM post WHERE person_id IN (SELECT value FROM json_each(?2)))) ORDER BY id
            """, [jsonList(met.clients), jsonList(met.people)]
        ) { Named(id: $0.id(0), name: $0[1]) }
    }
}
