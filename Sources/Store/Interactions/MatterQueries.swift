import Domain
import GRDB

extension ReadTransaction {
    package func matter(_ id: Matter.ID) throws -> Matter {
        let matter = try one(
            """
            SELECT \(MatterDraft.columns(of: "m")), c.id, c.name, m.interaction_id, m.project_id, m.done_day,
              m.drop_reason, m.is_told
            FROM matter m LEFT JOIN client c ON c.id = m.client_id WHERE m.id = ?
            """, [id.number]
        ) {
            Matter(
                id: $0.id(0), version: $0[1], client: $0.named(6), interaction: $0.optionalID(8),
                project: $0.optionalID(9), doneOn: $0.optionalDay(10),
                drop: DroppedMatter(reason: $0[11], isTold: $0[12]), draft: $0.draft())
        }
        if matter.client == nil { try tell(of: matter.draft.person, matter.interaction) }
        return matter
    }

    /// Notes whom a matter without a client is about.
    private func tell(of person: Person.ID?, _ interaction: Interaction.ID?) throws {
        tell(of: person.map { [$0] } ?? [])
        try tell(ofPeopleIn: interaction.map { [$0] } ?? [])
    }

    /// The people whom a matter may concern: all who hold or held a post at the client, and the one it concerns already.
    package func matterPeople(client: Client.ID?, with person: Person.ID?) throws -> [Named<Person>] {
        try rows(
            """
            SELECT id, name FROM person_named WHERE id = ?1 OR id IN (SELECT person_id FROM post WHERE client_id = ?2)
            ORDER BY sort_name LIMIT 1000
            """, [person?.number, client?.number]
        ) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// All matters of a client.
    package func clientMatters(_ id: Client.ID) throws -> MatterList {
        MatterList(
            client: try clientName(id), open: try openMatters(where: "m.client_id = ?", [id.number], atMost: 500),
            done: try matters(
                where: "m.client_id = ? AND m.done_day IS NOT NULL", order: "m.done_day DESC, m.id DESC", [id.number],
                atMost: 50))
    }

    /// Open promises, the earliest due first, those without a due day last.
    func openMatters(where condition: String, _ arguments: Values, atMost limit: Int) throws -> [MatterRow] {
        try matters(
            where: "\(condition) AND m.done_day IS NULL", order: "m.due_day IS NULL, m.due_day, m.id", arguments,
            atMost: limit)
    }

    func matters(where condition: String, order: String, _ arguments: Values, atMost limit: Int) throws
        -> [MatterRow]
    {
        let rows = try rows(
            """
            SELECT m.id, m.version, m.side, m.text, m.due_day, m.done_day, c.id, c.name, e.id, e.name, m.interaction_id, i.day,
              m.drop_reason, m.is_told
            FROM matter m LEFT JOIN client c ON c.id = m.client_id LEFT JOIN person_named e ON e.id = m.person_id
            LEFT JOIN interaction i ON i.id = m.interaction_id
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """, arguments
        ) {
            MatterRow(
                id: $0.id(0), version: $0[1], side: $0.word(2), text: $0[3], due: $0.optionalDay(4),
                doneOn: $0.optionalDay(5), drop: DroppedMatter(reason: $0[12], isTold: $0[13]),
                client: $0.named(6), person: $0.named(8), interaction: $0.optionalID(10), agreedOn: $0.optionalDay(11))
        }
        let apart = rows.filter { $0.client == nil }
        tell(of: apart.compactMap { $0.person?.id })
        try tell(ofPeopleIn: apart.compactMap(\.interaction))
        return rows
    }
}
