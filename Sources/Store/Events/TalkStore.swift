import Domain
import GRDB

extension ReadTransaction {
    package func talk(_ id: Talk.ID) throws -> Talk {
        try one(
            """
            SELECT \(TalkDraft.columns(of: "t")), v.id, v.name, e.id, e.name FROM talk t
            JOIN event v ON v.id = t.event_id LEFT JOIN person_named e ON e.id = t.person_id WHERE t.id = ?
            """, [id.number]
        ) {
            Talk(
                id: $0.id(0), version: $0[1], event: Named(id: $0.id(7), name: $0[8]), person: $0.named(9),
                draft: $0.draft())
        }
    }
}

extension WriteTransaction {
    /// Throws `knownToOthers` if the viewer knows the speaker by name only.
    @discardableResult
    package func addTalk(_ draft: TalkDraft, at event: Event.ID) throws -> Talk.ID {
        let event = try read.event(event).named
        try requireColleague(draft.user)
        return try knowing { Talk.ID(try insert(draft.record(event))) }
    }

    @discardableResult
    package func changeTalk(_ id: Talk.ID, from version: Int?, _ draft: TalkDraft) throws -> Bool {
        let talk = try read.talk(id)
        // A viewer who does not know of the talk must not learn that others know the speaker.
        try requireSight(of: talk.draft.record(talk.event), id.number)
        try requireColleague(draft.user)
        var record = draft.record(talk.event)
        // When a colleague takes over the talk, those who see the former speaker are told of the change.
        record.person = record.person ?? talk.draft.person
        return try knowing { try update(id.number, from: version, record) }
    }

    package func deleteTalk(_ id: Talk.ID, from version: Int?) throws {
        try deleteWhole(.talk, id.number, from: version)
    }
}

extension TalkDraft {
    func record(_ event: Named<Event>) -> RecordValues {
        RecordValues(
            subject: .talk, title: topic, person: person, columns: ["event_id": event.id.number] + stored)
    }
}
