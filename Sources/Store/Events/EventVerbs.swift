import Domain
import GRDB

extension WriteTransaction {
    @discardableResult
    package func addEvent(_ draft: EventDraft) throws -> Event.ID { Event.ID(try insert(draft.record)) }

    /// False where nothing differs.
    @discardableResult
    package func changeEvent(_ id: Event.ID, from version: Int?, _ draft: EventDraft) throws -> Bool {
        try update(id.number, from: version, draft.record)
    }

    /// Deletes an event with its guests and talks. Throws where there are some of whom the viewer knows nothing.
    package func deleteEvent(_ id: Event.ID, from version: Int?) throws {
        let event = try read.event(id)
        do {
            for talk in try read.rows("SELECT id FROM talk WHERE event_id = ?", [id.number], { Talk.ID($0[0]) }) {
                try deleteTalk(talk, from: nil)
            }
            for guest in try read.rows(
                "SELECT id FROM event_guest WHERE event_id = ?", [id.number], { Guest.ID($0[0]) })
            {
                try deleteGuest(guest, from: nil)
            }
        } catch Refusal.notFound {
            throw Refusal.invalid(Problems(["name": .knownToOthers]))
        }
        try delete(id.number, from: version, event.draft.record)
    }
}

extension EventDraft {
    var record: RecordValues {
        RecordValues(
            subject: .event, title: name,
            columns: [
                "name": name, "kind": kind.rawValue, "from_day": from.stored, "to_day": to.stored, "place": place,
                "cost": cost?.minor, "note": note,
            ])
    }
}
