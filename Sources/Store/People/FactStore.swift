import Domain
import GRDB

extension ReadTransaction {
    package func fact(_ id: Fact.ID) throws -> Fact {
        try one(
            """
            SELECT \(FactDraft.columns(of: "f")), e.id, e.name FROM fact f JOIN person_named e ON e.id = f.person_id WHERE f.id = ?
            """, [id.number]
        ) {
            Fact(
                id: $0.id(0), version: $0[1], person: Named(id: $0.id(7), name: $0[8]), draft: $0.draft())
        }
    }

    /// The facts about a person, by kind, the latest of each kind first; at most 200.
    func facts(of id: Person.ID) throws -> [FactRow] {
        try rows(
            """
            SELECT f.id, f.kind, f.text, f.source, f.day, f.privacy, u.name FROM fact f JOIN user u ON u.id = f.user_id
            WHERE f.person_id = ? ORDER BY f.kind, f.day DESC, f.id LIMIT 200
            """, [id.number]
        ) {
            FactRow(
                id: $0.id(0), kind: $0.word(1), text: $0[2], source: $0[3], day: $0.day(4), privacy: $0.word(5),
                by: $0[6])
        }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addFact(_ draft: FactDraft, of person: Person.ID) throws -> Fact.ID {
        let person = try read.personName(person)
        return Fact.ID(try insert(draft.record(person, by: read.viewer)))
    }

    @discardableResult
    package func changeFact(_ id: Fact.ID, from version: Int?, _ draft: FactDraft) throws -> Bool {
        let fact = try read.fact(id)
        return try update(id.number, from: version, draft.record(fact.person))
    }

    package func deleteFact(_ id: Fact.ID, from version: Int?) throws {
        try deleteWhole(.fact, id.number, from: version)
    }
}

extension FactDraft {
    func record(_ person: Named<Person>, by user: User.ID? = nil) -> RecordValues {
        var record = RecordValues(
            subject: .fact, title: person.name, person: person.id,
            columns: ["person_id": person.id.number] + stored)
        // A correction does not change the author.
        if let user { record.columns.all.append(("user_id", user.number.databaseValue)) }
        return record
    }
}
