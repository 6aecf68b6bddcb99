import Domain
import GRDB

extension ReadTransaction {
    package func expectedChange(_ id: ExpectedChange.ID) throws -> ExpectedChange {
        try one(
            """
            SELECT \(ExpectedChangeDraft.columns(of: "x")), c.id, c.name, x.has_happened, x.closed_day
            FROM expected_change x JOIN client_named c ON c.id = x.client_id WHERE x.id = ?
            """, [id.number]
        ) {
            ExpectedChange(
                id: $0.id(0), version: $0[1], client: Named(id: $0.id(9), name: $0[10]), draft: $0.draft(),
                outcome: $0.outcome(11))
        }
    }

    /// The people whom a change at a client may concern: those who hold a post there on a day, and the one it concerns already.
    package func expectedPeople(at client: Client.ID, with person: Person.ID?, on day: Day) throws -> [Named<Person>] {
        try rows(
            """
            SELECT id, name FROM person_named WHERE id = ?1 OR id IN (SELECT person_id FROM post WHERE client_id = ?2
              AND coalesce(from_day, '') <= ?3 AND coalesce(to_day, '9999-12-31') >= ?3) ORDER BY sort_name, id LIMIT 1000
            """, [person?.number, client.number, day.stored]
        ) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The changes still expected at some clients on a day, by their day; then those that were closed within the year before. At most 200.
    func expectedChanges(at clients: [Int64], on day: Day) throws -> [ExpectedChangeRow] {
        try expectedChanges(
            """
            x.client_id IN (SELECT value FROM json_each(?1)) AND x.noted_day <= ?2 AND coalesce(x.closed_day, '9999-12-31') > ?3
            ORDER BY coalesce(x.closed_day, '9999-12-31') <= ?2, x.day, x.id LIMIT 200
            """, [jsonList(clients), day.stored, (day - Outlook.horizon).stored])
    }

    /// The changes still expected on a day that concern a person, by their day; at most 20.
    func expectedChanges(of person: Person.ID, on day: Day) throws -> [ExpectedChangeRow] {
        try expectedChanges(
            """
            x.person_id = ?1 AND x.noted_day <= ?2 AND coalesce(x.closed_day, '9999-12-31') > ?2 ORDER BY x.day, x.id LIMIT 20
            """, [person.number, day.stored])
    }

    /// The changes that `tail` selects and sorts, on "x".
    private func expectedChanges(_ tail: String, _ arguments: Values) throws -> [ExpectedChangeRow] {
        try rows(
            """
            SELECT x.id, c.id, c.name, e.id, e.name, x.kind, x.text, x.day, x.probability, x.shift, x.source, x.has_happened,
              x.closed_day, u.name
            FROM expected_change x JOIN client_named c ON c.id = x.client_id JOIN user u ON u.id = x.user_id
            LEFT JOIN person_named e ON e.id = x.person_id
            WHERE \(tail)
            """, arguments
        ) {
            ExpectedChangeRow(
                id: $0.id(0), client: Named(id: $0.id(1), name: $0[2]), person: $0.named(3), kind: $0.word(5),
                text: $0[6], day: $0.day(7), probability: $0[8], shift: $0[9], source: $0[10], outcome: $0.outcome(11),
                by: $0[13])
        }
    }
}

extension Columns {
    /// The outcome of an expected change, from two columns: whether it has happened, and the day; nil if it is still expected.
    fileprivate func outcome(_ column: Int) -> ExpectedOutcome? {
        optionalDay(column + 1).map { ExpectedOutcome(hasHappened: self[column], day: $0) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func expect(_ draft: ExpectedChangeDraft, at client: Client.ID) throws -> ExpectedChange.ID {
        let client = try read.clientName(client)
        let draft = try sound(draft, at: client.id, instead: nil)
        return ExpectedChange.ID(try insert(draft.record(client, nil, by: read.viewer, on: today)))
    }

    /// Returns false if nothing differs.
    @discardableResult
    package func changeExpectation(_ id: ExpectedChange.ID, from version: Int?, _ draft: ExpectedChangeDraft) throws
        -> Bool
    {
        let old = try read.expectedChange(id)
        let draft = try sound(draft, at: old.client.id, instead: old.draft.person)
        return try update(id.number, from: version, draft.record(old.client, old.outcome))
    }

    /// Notes today whether the expected change has happened; nil means it is still expected. Does nothing if it is so already.
    package func conclude(_ id: ExpectedChange.ID, hasHappened: Bool?) throws {
        let old = try read.expectedChange(id)
        let outcome = hasHappened.map { ExpectedOutcome(hasHappened: $0, day: today) }
        let record = old.draft.record(old.client, outcome)
        // A viewer who does not see it must not learn its outcome.
        try requireSight(of: record, id.number)
        guard old.outcome?.hasHappened != hasHappened else { return }
        try update(id.number, from: nil, record)
    }

    package func deleteExpectation(_ id: ExpectedChange.ID, from version: Int?) throws {
        try deleteWhole(.expectedChange, id.number, from: version)
    }

    /// The draft with its shift. Throws if it concerns a person who holds no post at the client, unless it concerned them before.
    private func sound(_ draft: ExpectedChangeDraft, at client: Client.ID, instead before: Person.ID?) throws
        -> ExpectedChangeDraft
    {
        var draft = draft
        if let person = draft.person, person != before {
            let isThere = try read.count(
                """
                SELECT EXISTS (SELECT 1 FROM post WHERE person_id = ?1 AND client_id = ?2
                  AND coalesce(from_day, '') <= ?3 AND coalesce(to_day, '9999-12-31') >= ?3)
                """, [person.number, client.number, today.stored])
            guard isThere == 1 else { throw Refusal.invalid(Problems(["person": .unknown])) }
        }
        if draft.shift == nil, let person = draft.person { draft.shift = -(try weight(of: person, at: client)) }
        return draft
    }

    /// What a person adds to the balance at a client today.
    private func weight(of person: Person.ID, at client: Client.ID) throws -> Int {
        func latest(_ column: String) throws -> Int? {
            try read.first(
                """
                SELECT \(column) FROM assessment WHERE client_id = ?1 AND person_id = ?2 AND day <= ?3 AND competitor IS NULL
                  AND \(column) IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1
                """, [client.number, person.number, today.stored]
            ) { $0[0] as Int }
        }
        return Balance.weight(power: try latest("power"), stance: try latest("stance"))
    }
}

extension ExpectedChangeDraft {
    func record(_ client: Named<Client>, _ outcome: ExpectedOutcome?, by user: User.ID? = nil, on noted: Day? = nil)
        -> RecordValues
    {
        var record = RecordValues(
            subject: .expectedChange, title: text, client: client.id, person: person,
            columns: ["client_id": client.id.number] + stored + [
                "closed_day": outcome?.day.stored, "has_happened": outcome.map { $0.hasHappened ? 1 : 0 },
            ])
        // A correction does not change the author.
        if let user { record.columns.all.append(("user_id", user.number.databaseValue)) }
        if let noted { record.columns.all.append(("noted_day", noted.stored.databaseValue)) }
        return record
    }
}
