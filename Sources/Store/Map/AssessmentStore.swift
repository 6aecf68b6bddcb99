import Domain
import GRDB

extension ReadTransaction {
    package func assessment(_ id: Assessment.ID) throws -> Assessment {
        try one(
            """
            SELECT \(AssessmentDraft.columns(of: "a")), e.id, e.name, c.id, c.name
            FROM assessment a JOIN person_named e ON e.id = a.person_id JOIN client_named c ON c.id = a.client_id WHERE a.id = ?
            """, [id.number]
        ) {
            Assessment(
                id: $0.id(0), version: $0[1], person: Named(id: $0.id(9), name: $0[10]),
                client: Named(id: $0.id(11), name: $0[12]), draft: $0.draft())
        }
    }

    /// The assessments of a person, the latest first; at most 100.
    func assessments(of id: Person.ID) throws -> [AssessmentRow] {
        try rows(
            """
            SELECT a.id, c.id, c.name, a.day, a.power, a.stance, a.openness, a.competitor, a.certainty, a.source, u.name
            FROM assessment a JOIN client_named c ON c.id = a.client_id JOIN user u ON u.id = a.user_id
            WHERE a.person_id = ? ORDER BY a.day DESC, a.id DESC LIMIT 100
            """, [id.number]
        ) {
            AssessmentRow(
                id: $0.id(0), client: Named(id: $0.id(1), name: $0[2]), day: $0.day(3), power: $0[4], stance: $0[5],
                openness: $0[6], competitor: $0[7], certainty: $0.word(8), source: $0[9], by: $0[10])
        }
    }
}

extension ReadTransaction {
    /// The fields of a new assessment, which begins from the latest power, stance and openness of a person at a client, and from how sure
    /// they were. The client is the given one; otherwise that of the latest assessment; otherwise the first of those where they hold a post.
    package func latestJudgement(
        of person: Person.ID, at client: Client.ID?, among clients: [Named<Client>], on today: Day
    ) throws -> Entries {
        let all = try assessments(of: person).filter { row in
            row.competitor == nil && clients.contains { $0.id == row.client.id }
        }
        let place = client ?? all.first?.client.id ?? clients.first?.id
        let here = all.filter { $0.client.id == place }
        var entries = Entries(["day": today.iso, "client": place.map { String($0.number) } ?? ""])
        entries["power"] = here.lazy.compactMap(\.power).first.map { String($0) } ?? ""
        entries["stance"] = here.lazy.compactMap(\.stance).first.map { String($0) } ?? ""
        entries["openness"] = here.lazy.compactMap(\.openness).first.map { String($0) } ?? ""
        entries["grade"] = here.first?.certainty.rawValue ?? ""
        return entries
    }
}

extension WriteTransaction {
    @discardableResult
    package func assess(_ person: Person.ID, at client: Client.ID, _ draft: AssessmentDraft) throws -> Assessment.ID {
        let (person, client) = (try read.personName(person), try read.clientName(client))
        return Assessment.ID(try insert(draft.record(person, client, by: read.viewer)))
    }

    /// Corrects what was typed. A new judgement is a new assessment instead.
    @discardableResult
    package func changeAssessment(_ id: Assessment.ID, from version: Int?, _ draft: AssessmentDraft) throws -> Bool {
        let assessment = try read.assessment(id)
        return try update(
            id.number, from: version, draft.record(assessment.person, assessment.client))
    }

    package func deleteAssessment(_ id: Assessment.ID, from version: Int?) throws {
        try deleteWhole(.assessment, id.number, from: version)
    }
}

extension AssessmentDraft {
    func record(_ person: Named<Person>, _ client: Named<Client>, by user: User.ID? = nil) -> RecordValues {
        var record = RecordValues(
            subject: .assessment, title: person.name, client: client.id, person: person.id,
            columns: ["person_id": person.id.number, "client_id": client.id.number] + stored)
        // A correction does not change the author.
        if let user { record.columns.all.append(("user_id", user.number.databaseValue)) }
        return record
    }
}
