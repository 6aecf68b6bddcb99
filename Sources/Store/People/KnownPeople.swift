import Domain
import GRDB

/// People at a client with all that is known of them there, and who of the whole client could introduce us.
struct KnownPeople {
    var rows: [KnownPerson]
    /// The latest steps above none, of all who hold a post there, with each colleague.
    var contacts: [Introducer]
    var introducer: Introducer?
}

extension ReadTransaction {
    /// Adds what is known of people at a client to their rows. Four statements. `kam` holds the client.
    func known(_ people: [KnownPerson], at client: Client.ID, kam: User.ID?, on today: Day) throws -> KnownPeople {
        let ids = jsonList(people.map(\.person.id.number))
        let judged = try judged(ids, at: client, on: today)
        let steps = try steps(ids, at: client, on: today)
        let projects = Dictionary(
            try projects(
                where: "p.client_id = ? AND p.closed_day IS NULL AND p.person_id IN (SELECT value FROM json_each(?))",
                order: "p.id DESC", [client.number, ids], atMost: 1000, on: today
            ).map { ($0.person.id, $0) }
        ) { first, _ in first }
        let contacts = try lastContacts(ids, at: client, on: today)
        let closeness = Dictionary(grouping: steps, by: \.person.id)
        return KnownPeople(
            rows: people.map { row in
                var row = row
                let id = row.person.id
                row.judged = judged[id]
                row.stand(
                    closeness[id, default: []].map {
                        Closeness(person: id, user: $0.user, step: $0.step, confirmedOn: $0.confirmedOn)
                    }, kam: kam)
                row.project = projects[id]
                row.lastContact = contacts[id]
                return row
            }, contacts: steps.filter { $0.step > .none }, introducer: Introducer.best(steps, for: kam))
    }

    /// The latest power and stance to us of people at a client.
    private func judged(_ ids: String, at client: Client.ID, on today: Day) throws -> [Person.ID: Judged] {
        func latest(_ column: String) -> String {
            """
            (SELECT a.id FROM assessment a WHERE a.person_id = each.value AND a.client_id = ?2 AND a.day <= ?3
              AND a.competitor IS NULL AND a.\(column) IS NOT NULL ORDER BY a.day DESC, a.id DESC LIMIT 1)
            """
        }
        return Dictionary(
            uniqueKeysWithValues: try rows(
                """
                SELECT each.value, p.power, s.stance, coalesce(s.day, p.day), coalesce(s.certainty, p.certainty), u.name
                FROM (SELECT DISTINCT value FROM json_each(?1)) each
                LEFT JOIN assessment p ON p.id = \(latest("power")) LEFT JOIN assessment s ON s.id = \(latest("stance"))
                JOIN user u ON u.id = coalesce(s.user_id, p.user_id)
                """, [ids, client.number, today.stored]
            ) {
                (
                    $0.id(0),
                    Judged(power: $0[1], stance: $0[2], day: $0.day(3), certainty: $0.word(4), by: $0[5])
                )
            })
    }

    /// The latest steps of people, and of all who hold a post at a client, with each colleague whose steps the viewer sees.
    private func steps(_ ids: String, at client: Client.ID, on today: Day) throws -> [Introducer] {
        try rows(
            """
            SELECT pair.person_id, e.name, u.id, u.name, latest.step, latest.confirmed_day
            FROM (SELECT DISTINCT m.person_id, m.user_id FROM (SELECT value AS id FROM json_each(?3)
                UNION SELECT p.person_id FROM post p WHERE p.client_id = ?1 AND coalesce(p.from_day, '') <= ?2
                  AND coalesce(p.to_day, '9999-12-31') >= ?2) known
              JOIN ladder_move m ON m.person_id = known.id WHERE m.day <= ?2) pair
            JOIN ladder_move latest ON latest.id = (SELECT m.id FROM ladder_move m WHERE m.person_id = pair.person_id
              AND m.user_id = pair.user_id AND m.day <= ?2 ORDER BY m.day DESC, m.id DESC LIMIT 1)
            JOIN person_named e ON e.id = pair.person_id JOIN user u ON u.id = pair.user_id ORDER BY e.sort_name, e.id, u.id
            """, [client.number, today.stored, ids]
        ) {
            Introducer(
                person: Named(id: $0.id(0), name: $0[1]), user: Named(id: $0.id(2), name: $0[3]), step: $0.word(4),
                confirmedOn: $0.optionalDay(5).flatMap { $0 <= today ? $0 : nil })
        }
    }

    /// The last interaction with each of some people by a day, at any client.
    private func lastContacts(_ ids: String, at client: Client.ID, on day: Day) throws -> [Person.ID: LastContact] {
        let found: [(person: Person.ID, client: Named<Client>?, contact: LastContact)] = try rows(
            """
            SELECT each.value, i.id, i.day, i.kind, c.id, c.name FROM (SELECT DISTINCT value FROM json_each(?1)) each
            JOIN interaction i ON i.id = (SELECT interaction_id FROM interaction_person WHERE person_id = each.value
              AND day <= ?2 ORDER BY day DESC, interaction_id DESC LIMIT 1)
            LEFT JOIN client c ON c.id = i.client_id
            """, [ids, day.stored]
        ) {
            (
                $0.id(0), $0.named(4),
                LastContact(interaction: $0.id(1), day: $0.day(2), kind: $0.word(3), elsewhere: nil)
            )
        }
        tell(of: found.filter { $0.client == nil }.map(\.person))
        return Dictionary(
            uniqueKeysWithValues: found.map { row in
                var contact = row.contact
                contact.elsewhere = row.client.flatMap { $0.id == client ? nil : $0 }
                return (row.person, contact)
            })
    }

    /// How power lies at a client. Four statements. Nil for a viewer who does not see the dossier.
    func power(at client: Client.ID, introducer: Introducer?, on today: Day) throws -> ClientPower? {
        guard let (curve, outlook) = try balance(MapQuery(.client(client)), on: today) else { return nil }
        let (roles, wasJudged) = try one(
            """
            SELECT (SELECT group_concat(DISTINCT role) FROM post WHERE client_id = ?1 AND coalesce(from_day, '') <= ?2
                AND coalesce(to_day, '9999-12-31') >= ?2),
              EXISTS (SELECT 1 FROM assessment WHERE client_id = ?1 AND day <= ?3 AND competitor IS NULL)
            """, [client.number, today.stored, (today - ClientPower.back).stored]
        ) { ($0[0] as String?, $0[1] as Bool) }
        let taken = (roles ?? "").split(separator: ",").compactMap { DecisionRole(rawValue: String($0)) }
        return ClientPower(
            curve, outlook, taken: Set(taken), wasJudged: wasJudged, introducer: introducer, on: today)
    }
}
