import Domain
import GRDB

extension ReadTransaction {
    /// Finds the people whom a typed line names. A person who is found for certain gives the client, and the client helps to find the
    /// others.
    package func guess(_ line: String, client: Client.ID?, on today: Day) throws -> LineGuess {
        var guess = LineGuess(line, today: today)
        guess.client = try client.map(clientName)
        guard guess.problem == nil else { return guess }
        var open = guess.log.names
        for _ in 0..<2 {
            for name in open {
                let found = try peopleCalled(name, at: guess.client?.id, on: today)
                if found.count == 1 {
                    guess.people.append(found[0].id)
                    if guess.client == nil { guess.client = found[0].client }
                    open.removeAll { $0 == name }
                } else if found.isEmpty, guess.client == nil, case (let clients, _) = try clientsNamed(name),
                    clients.count == 1
                {
                    guess.client = Named(id: clients[0].id, name: clients[0].name)
                    open.removeAll { $0 == name }
                }
            }
        }
        guess.unsure = try open.map {
            // If nobody at the client has this name, offer people from elsewhere.
            let near = try peopleCalled($0, at: guess.client?.id, on: today)
            return LineGuess.Unsure(
                name: $0, candidates: near.isEmpty ? try peopleCalled($0, at: nil, on: today) : near)
        }
        return guess
    }

    /// The client where a person holds the post that began last; nil if they hold none.
    package func clientOf(_ person: Person.ID, on today: Day) throws -> Named<Client>? {
        try first(
            """
            SELECT c.id, c.name FROM post p JOIN client c ON c.id = p.client_id WHERE p.person_id = ?
              AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ? ORDER BY p.from_day DESC, p.id LIMIT 1
            """, [person.number, today.stored, today.stored]
        ) { $0.named(0) } ?? nil
    }
}
