import Domain
import GRDB

extension WriteTransaction {
    /// Adds an interaction and the matters that were agreed in it.
    @discardableResult
    package func logInteraction(_ draft: InteractionDraft, agreed: [MatterDraft] = []) throws -> Interaction.ID {
        try requireKnown(draft)
        let record = try record(draft, by: read.viewer, before: [])
        let id = Interaction.ID(try insert(record))
        try join(draft.people, to: .interaction, id.number)
        for matter in agreed { try addMatter(matter, client: draft.client, interaction: id) }
        return id
    }

    /// Changes an interaction and its participants, and adds newly agreed matters. Existing matters stay as they are. Returns false if
    /// nothing differs and no matter was added.
    @discardableResult
    package func changeInteraction(
        _ id: Interaction.ID, from version: Int?, _ draft: InteractionDraft, agreed: [MatterDraft] = []
    ) throws -> Bool {
        try requireKnown(draft)
        let before = try read.interaction(id)
        let changed = try update(
            id.number, from: version,
            try record(draft, by: try author(of: id), before: before.draft.people, agreed: agreed))
        if changed { try rejoin(draft.people, to: .interaction, id.number) }
        for matter in agreed { try addMatter(matter, client: draft.client, interaction: id) }
        return changed
    }

    /// Deletes an interaction. Matters agreed in it stay with the client; without a client they are deleted.
    package func deleteInteraction(_ id: Interaction.ID, from version: Int?) throws {
        try deleteWhole(.interaction, id.number, from: version)
    }

    private func author(of id: Interaction.ID) throws -> User.ID {
        try read.one("SELECT user_id FROM interaction WHERE id = ?", [id.number]) { $0.id(0) }
    }

    private func requireKnown(_ draft: InteractionDraft) throws {
        if let client = draft.client, try read.count("SELECT count(*) FROM client WHERE id = ?", [client.number]) == 0 {
            throw Refusal.invalid(Problems(["client": .unknown]))
        }
        try requireKnown(draft.people)
    }

    private func record(
        _ draft: InteractionDraft, by author: User.ID, before: [Person.ID], agreed: [MatterDraft] = []
    ) throws -> RecordValues {
        try draft.record(by: author, before: before, agreed: agreed) { try read.personName($0).name }
    }
}

extension InteractionDraft {
    /// `name` returns a person's name, because history names the participants.
    func record(
        by author: User.ID, before: [Person.ID], agreed: [MatterDraft] = [], name: (Person.ID) throws -> String
    ) rethrows -> RecordValues {
        RecordValues(
            subject: .interaction, title: topic, client: client, person: people.first,
            columns: ["user_id": author.number] + stored,
            beside: [
                ("people", try told(before, name), try told(people, name)),
                ("agreed", .null, agreed.isEmpty ? .null : .text(agreed.map(\.text).joined(separator: "; "))),
            ])
    }

    static func columns(of person: Person.ID, in id: Interaction.ID, on day: Day) -> RecordColumns {
        ["person_id": person.number, "day": day.stored, "interaction_id": id.number]
    }
}
