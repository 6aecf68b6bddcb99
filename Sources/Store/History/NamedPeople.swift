import Domain
import GRDB

// People whom a record names in a separate table: the participants of an interaction, the people who will come to a meeting. The record's
// history tells of them.

/// A list of people as history stores it. `name` returns a person's name.
func told(_ people: [Person.ID], _ name: (Person.ID) throws -> String) rethrows -> HistoryValue {
    people.isEmpty ? .null : .list(try people.map { .reference($0.number, try name($0)) })
}

extension ReadTransaction {
    func people(of subject: Change.Subject, _ record: Int64) throws -> [Person.ID] {
        let table = subject.rawValue
        return try rows(
            "SELECT person_id FROM \(table)_person WHERE \(table)_id = ? ORDER BY person_id", [record]
        ) { Person.ID($0[0]) }
    }
}

extension WriteTransaction {
    /// Throws if one of the people is not on the desk.
    func requireKnown(_ people: [Person.ID]) throws {
        for person in people where try read.count("SELECT count(*) FROM person WHERE id = ?", [person.number]) == 0 {
            throw Refusal.invalid(Problems(["people": .unknown]))
        }
    }

    /// Adds people to a record that names none yet.
    func join(_ people: [Person.ID], to subject: Change.Subject, _ record: Int64) throws {
        if subject == .interaction {
            let id = Interaction.ID(record)
            let day = try read.one("SELECT day FROM interaction WHERE id = ?", [record]) { $0.day(0) }
            for person in people {
                try insert(InteractionDraft.columns(of: person, in: id, on: day), into: "interaction_person")
            }
        } else {
            for person in people {
                try insert(
                    ["person_id": person.number, "\(subject.rawValue)_id": record], into: "\(subject.rawValue)_person")
            }
        }
    }

    /// Replaces the people of a record.
    func rejoin(_ people: [Person.ID], to subject: Change.Subject, _ record: Int64) throws {
        let table = subject.rawValue
        try execute("DELETE FROM \(table)_person WHERE \(table)_id = ?", [record])
        try join(people, to: subject, record)
    }
}
