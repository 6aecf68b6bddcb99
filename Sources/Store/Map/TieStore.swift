import Domain
import GRDB

extension ReadTransaction {
    package func tie(_ id: Tie.ID) throws -> Tie {
        try one(
            """
            SELECT \(TieDraft.columns(of: "t")), a.id, a.name, b.id, b.name
            FROM tie t JOIN person_named a ON a.id = t.from_id JOIN person_named b ON b.id = t.to_id WHERE t.id = ?
            """, [id.number]
        ) {
            Tie(
                id: $0.id(0), version: $0[1], from: Named(id: $0.id(9), name: $0[10]),
                to: Named(id: $0.id(11), name: $0[12]), draft: $0.draft())
        }
    }

    /// A person's ties from either side: current ones first, the strongest first; at most 200.
    func ties(of id: Person.ID, on today: Day) throws -> [TieRow] {
        try rows(
            """
            SELECT tied.id, tied.is_first, e.id, e.name, tied.kind, tied.from_day, tied.to_day, tied.strength, tied.is_positive,
              tied.certainty, tied.source, u.name
            FROM (SELECT *, 1 AS is_first, to_id AS other_id FROM tie WHERE from_id = ?1
              UNION ALL SELECT *, 0, from_id FROM tie WHERE to_id = ?1) tied
            JOIN person_named e ON e.id = tied.other_id JOIN user u ON u.id = tied.user_id
            ORDER BY coalesce(tied.to_day, '9999-12-31') < ?2, tied.strength DESC, e.sort_name, tied.id LIMIT 200
            """, [id.number, today.stored]
        ) {
            TieRow(
                id: $0.id(0), isFirst: $0[1], other: Named(id: $0.id(2), name: $0[3]), kind: $0.word(4),
                from: $0.optionalDay(5), to: $0.optionalDay(6), strength: $0[7], isPositive: $0[8],
                certainty: $0.word(9), source: $0[10], by: $0[11])
        }
    }
}

extension WriteTransaction {
    /// Adds a tie between two different people.
    @discardableResult
    package func addTie(_ draft: TieDraft, from: Person.ID, to: Person.ID) throws -> Tie.ID {
        guard from != to else { throw Refusal.invalid(Problems(["other": .themselves])) }
        let (from, to) = (try read.personName(from), try read.personName(to))
        return Tie.ID(try insert(draft.record(from, to, by: read.viewer)))
    }

    /// Corrects a tie. `first` is the one of the two who is named first; nil leaves the direction as it is.
    @discardableResult
    package func changeTie(_ id: Tie.ID, from version: Int?, _ draft: TieDraft, first: Person.ID? = nil) throws -> Bool
    {
        let tie = try read.tie(id)
        guard [nil, tie.from.id, tie.to.id].contains(first) else {
            throw Refusal.invalid(Problems(["way": .notAChoice]))
        }
        let isTurned = first == tie.to.id
        return try update(
            id.number, from: version, draft.record(isTurned ? tie.to : tie.from, isTurned ? tie.from : tie.to))
    }

    package func deleteTie(_ id: Tie.ID, from version: Int?) throws {
        try deleteWhole(.tie, id.number, from: version)
    }
}

extension TieDraft {
    func record(_ from: Named<Person>, _ to: Named<Person>, by user: User.ID? = nil) -> RecordValues {
        var record = RecordValues(
            subject: .tie, title: "\(from.name) – \(to.name)", person: from.id,
            columns: ["from_id": from.id.number, "to_id": to.id.number] + stored)
        // A correction does not change the author.
        if let user { record.columns.all.append(("user_id", user.number.databaseValue)) }
        return record
    }
}
