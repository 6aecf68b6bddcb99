import Domain
import GRDB

extension ReadTransaction {
    package func interaction(_ id: Interaction.ID) throws -> Interaction {
        let people = try people(of: .interaction, id.number)
        var interaction = try one(
            "SELECT \(InteractionDraft.columns(of: "interaction")) FROM interaction WHERE id = ?", [id.number]
        ) { Interaction(id: $0.id(0), version: $0[1], draft: $0.draft()) }
        interaction.draft.people = people
        if interaction.draft.client == nil { tell(of: people) }
        return interaction
    }

    package func interactionSheet(_ id: Interaction.ID) throws -> InteractionSheet {
        let interaction = try interaction(id)
        let negotiated = interaction.draft.kind == .negotiation ? interaction.draft.client : nil
        return InteractionSheet(
            interaction: interaction, client: try interaction.draft.client.map(clientName),
            people: try rows(
                """
                SELECT e.id, e.name FROM interaction_person ip JOIN person_named e ON e.id = ip.person_id
                WHERE ip.interaction_id = ? ORDER BY e.sort_name
                """, [id.number]
            ) { Named(id: $0.id(0), name: $0[1]) },
            author: try one(
                "SELECT u.name FROM interaction i JOIN user u ON u.id = i.user_id WHERE i.id = ?", [id.number]
            ) { $0[0] },
            matters: try matters(
                where: "m.interaction_id = ?", order: "m.done_day IS NOT NULL, m.due_day, m.id", [id.number],
                atMost: 100),
            objections: try negotiated.map { client in
                try strategyRows(of: client, on: interaction.draft.day).filter {
                    $0.draft.topic == .objection && $0.draft.isOpen(on: interaction.draft.day)
                }
            } ?? [], history: try recordHistory(.interaction, id.number))
    }

    /// A page of a client's interactions, the latest first; those before `place` if it is given.
    package func clientInteractions(_ id: Client.ID, before place: DayPlace?, atMost length: Int = ListPage.length)
        throws
        -> InteractionList
    {
        let client = try clientName(id)
        let rows = try interactions(where: "i.client_id = ?", [id.number], before: place, atMost: length + 1)
        return InteractionList(client: client, person: nil, rows: rows, length: length)
    }

    package func personInteractions(_ id: Person.ID, before place: DayPlace?) throws -> InteractionList {
        let person = try personName(id)
        return InteractionList(
            client: nil, person: person, rows: try interactions(with: id, before: place, atMost: ListPage.length + 1))
    }

    func interactions(
        where condition: String, _ arguments: Values, before place: DayPlace?, atMost limit: Int
    )
        throws -> [InteractionRow]
    {
        try interactionRows(
            "FROM interaction i",
            "WHERE \(condition) AND (i.day, i.id) < (?, ?) ORDER BY i.day DESC, i.id DESC LIMIT ?",
            arguments + [place?.day.stored ?? "9999-12-31", place?.id ?? Int64.max, limit])
    }

    func interactions(with person: Person.ID, before place: DayPlace?, atMost limit: Int) throws
        -> [InteractionRow]
    {
        try interactionRows(
            "FROM interaction_person w JOIN interaction i ON i.id = w.interaction_id",
            """
            WHERE w.person_id = ? AND (w.day, w.interaction_id) < (?, ?)
            ORDER BY w.day DESC, w.interaction_id DESC LIMIT ?
            """, [person.number, place?.day.stored ?? "9999-12-31", place?.id ?? Int64.max, limit])
    }

    func interactionRows(_ source: String, _ tail: String, _ arguments: Values) throws -> [InteractionRow] {
        let rows = try rows(
            """
            SELECT i.id, i.kind, i.day, i.topic, c.id, c.name, i.is_confidential,
              (SELECT count(*) FROM matter m WHERE m.interaction_id = i.id),
              (SELECT group_concat(name, char(31)) FROM (SELECT e.name FROM interaction_person ip
                JOIN person_named e ON e.id = ip.person_id WHERE ip.interaction_id = i.id LIMIT 3)),
              substr(i.note, 1, 240)
            \(source) LEFT JOIN client c ON c.id = i.client_id \(tail)
            """, arguments
        ) {
            InteractionRow(
                id: $0.id(0), kind: $0.word(1), day: $0.day(2), topic: $0[3], note: $0[9], client: $0.named(4),
                people: ($0[8] as String?)?.utf8.split(separator: 0x1F).map { String(Substring($0)) } ?? [],
                agreed: $0[7],
                isConfidential: $0[6])
        }
        try tell(ofPeopleIn: rows.filter { $0.client == nil }.map(\.id))
        return rows
    }

    /// Notes that the viewer is shown something about these people: a record without a client reveals the clients where its people hold
    /// posts.
    func tell(of people: [Person.ID]) { for person in people { reading.witness?.saw(person: person.number) } }

    func tell(ofPeopleIn interactions: [Interaction.ID]) throws {
        guard reading.witness != nil, !interactions.isEmpty else { return }
        tell(
            of: try rows(
                "SELECT person_id FROM interaction_person WHERE interaction_id IN (SELECT value FROM json_each(?))",
                [jsonList(interactions.map(\.number))]
            ) { $0.id(0) })
    }

    /// The choices in the form of an interaction: the client, its people, and the people already named in the form.
    package func interactionChoices(client: Client.ID?, people: [Person.ID], on today: Day) throws -> InteractionChoices
    {
        let known =
            try client.map {
                try posts(where: "p.client_id = ?", order: byStanding, [$0.number, today.stored], atMost: 200)
            } ?? []
        let others = people.filter { person in !known.contains { $0.person.id == person && $0.holds(on: today) } }
        let numbers = jsonList(others.map(\.number))
        return InteractionChoices(
            client: try client.flatMap { id in
                try first("SELECT id, name FROM client WHERE id = ?", [id.number]) { Named(id: $0.id(0), name: $0[1]) }
            },
            people: known,
            others: try rows(
                "SELECT id, name FROM person_named WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sort_name",
                [numbers]
            ) { Named(id: $0.id(0), name: $0[1]) },
            powerful: try client.map(powerfulPeople) ?? [])
    }

    /// The people at a client whose power, as last judged there, is great.
    private func powerfulPeople(at client: Client.ID) throws -> Set<Person.ID> {
        Set(
            try rows(
                """
                SELECT person_id, power, max(day || printf('%020d', id)) FROM assessment WHERE client_id = ?
                GROUP BY person_id HAVING power >= ?
                """, [client.number, InteractionChoices.greatPower]
            ) { $0.id(0) })
    }
}

extension InteractionList {
    /// One page of rows. If there are more, `rows` holds one more than fits.
    fileprivate init(
        client: Named<Client>?, person: Named<Person>?, rows: [InteractionRow], length: Int = ListPage.length
    ) {
        let shown = Array(rows.prefix(length))
        self.init(
            client: client, person: person, rows: shown,
            later: rows.count > length
                ? shown.last.map { DayPlace(day: $0.day, id: $0.id.number) } : nil)
    }
}
