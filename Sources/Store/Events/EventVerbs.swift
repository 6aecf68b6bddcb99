import Domain
import GRDB

extension WriteTransaction {
    @discardableResult
    package func addEvent(_ draft: EventDraft) throws -> Event.ID { Event.ID(try insert(draft.record)) }

    /// Returns false if nothing differs.
    @discardableResult
    package func changeEvent(_ id: Event.ID, from version: Int?, _ draft: EventDraft) throws -> Bool {
        try update(id.number, from: version, draft.record)
    }

    /// Deletes an event with its guests and talks. Throws if there are guests or talks that the viewer may not know of.
    package func deleteEvent(_ id: Event.ID, from version: Int?) throws {
        _ = try read.event(id)
        do { try deleteWhole(.event, id.number, from: version) } catch Refusal.notFound {
            throw Refusal.invalid(Problems(["name": .knownToOthers]))
        }
    }
}

extension EventDraft {
    var record: RecordValues { RecordValues(subject: .event, title: name, columns: stored) }
}
