import Domain
import GRDB

extension WriteTransaction {
    @discardableResult
    package func addMatter(_ draft: MatterDraft, client: Client.ID?, interaction: Interaction.ID? = nil) throws
        -> Matter.ID
    {
        if let client { _ = try read.clientName(client) }
        try requireKnown(draft)
        return Matter.ID(try insert(draft.record(client: client, interaction: interaction, doneOn: nil, drop: nil)))
    }

    @discardableResult
    package func changeMatter(_ id: Matter.ID, from version: Int?, _ draft: MatterDraft) throws -> Bool {
        try requireKnown(draft)
        let matter = try read.matter(id)
        return try update(
            id.number, from: version,
            draft.record(
                client: matter.client?.id, interaction: matter.interaction, doneOn: matter.doneOn,
                drop: matter.drop))
    }

    /// Marks a matter as done today, or as open again. Does nothing if it is so already.
    package func setDone(_ id: Matter.ID, _ done: Bool) throws { try settle(id, from: nil, done ? today : nil, nil) }

    /// Drops a promise today: it will not be kept, and why.
    package func drop(_ id: Matter.ID, from version: Int?, _ drop: DroppedMatter) throws {
        try settle(id, from: version, today, drop)
    }

    private func settle(_ id: Matter.ID, from version: Int?, _ day: Day?, _ drop: DroppedMatter?) throws {
        let matter = try read.matter(id)
        let record = matter.draft.record(
            client: matter.client?.id, interaction: matter.interaction, doneOn: day, drop: drop)
        // A viewer who does not see the matter must not learn whether it is done.
        try requireSight(of: record, id.number)
        guard (matter.doneOn != nil) != (day != nil) || matter.drop != drop else { return }
        try update(id.number, from: version, record)
    }

    package func deleteMatter(_ id: Matter.ID, from version: Int?) throws {
        try deleteWhole(.matter, id.number, from: version)
    }

    private func requireKnown(_ draft: MatterDraft) throws {
        guard let person = draft.person else { return }
        if try read.count("SELECT count(*) FROM person WHERE id = ?", [person.number]) == 0 {
            throw Refusal.invalid(Problems(["person": .unknown]))
        }
    }
}

extension MatterDraft {
    func record(client: Client.ID?, interaction: Interaction.ID?, doneOn: Day?, drop: DroppedMatter?) -> RecordValues {
        RecordValues(
            subject: .matter, title: text, client: client, person: person,
            columns: ["client_id": client?.number, "interaction_id": interaction?.number] + stored + [
                "done_day": doneOn?.stored, "drop_reason": drop?.reason, "is_told": drop?.isTold ?? false,
            ])
    }
}
