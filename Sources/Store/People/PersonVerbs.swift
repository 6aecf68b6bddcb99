import Domain
import GRDB

extension WriteTransaction {
    @discardableResult
    package func addPerson(_ draft: PersonDraft) throws -> Person.ID {
        try requireFreeKey(draft, id: nil)
        return Person.ID(try insert(draft.record))
    }

    @discardableResult
    package func changePerson(_ id: Person.ID, from version: Int?, _ draft: PersonDraft) throws -> Bool {
        try requireFreeKey(draft, id: id)
        return try update(id.number, from: version, draft.record)
    }

    /// Deletes a person with their posts, ties, assessments and facts. Interactions, matters and briefs stay, without the person.
    package func deletePerson(_ id: Person.ID, from version: Int) throws {
        let person = try read.person(id)
        try requireSight(of: person.draft.record, id.number)
        guard person.version == version else { throw Refusal.conflict(current: person.version) }
        try moveDealings(of: id, to: nil)
        try deleteWhole(.person, id.number, from: version)
    }

    @discardableResult
    package func addPost(_ draft: PostDraft, person: Person.ID, client: Client.ID) throws -> Post.ID {
        let (person, client) = (try read.personName(person), try read.clientName(client))
        return Post.ID(try insert(draft.record(person, client)))
    }

    @discardableResult
    package func changePost(_ id: Post.ID, from version: Int?, _ draft: PostDraft) throws -> Bool {
        let post = try read.post(id)
        return try update(id.number, from: version, draft.record(post.person, post.client))
    }

    package func deletePost(_ id: Post.ID, from version: Int?) throws {
        try deleteWhole(.post, id.number, from: version)
    }

    private func requireFreeKey(_ draft: PersonDraft, id: Person.ID?) throws {
        guard let key = draft.key else { return }
        if try read.count("SELECT count(*) FROM person WHERE key = ? AND id IS NOT ?", [key, id?.number]) > 0 {
            throw Refusal.invalid(Problems(["key": .taken]))
        }
    }
}

extension PersonDraft {
    var record: RecordValues {
        RecordValues(
            subject: .person, title: name,
            columns: stored)
    }
}

extension PostDraft {
    func record(_ person: Named<Person>, _ client: Named<Client>) -> RecordValues {
        RecordValues(
            subject: .post, title: person.name, client: client.id, person: person.id,
            columns: ["person_id": person.id.number, "client_id": client.id.number] + stored)
    }
}
