extension RecordKind {
    static let event = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .desk, title: "name",
        said: Acts(
            added: "event added", changed: "event changed", deleted: "event deleted"),
        [
            Field("name", "Name"), Field("kind", "Kind", .word(EventKind.self)), Field("from_day", "From", .day),
            Field("to_day", "To", .day), Field("place", "Place"), Field("cost", "Total cost", .money),
            Field("note", "Note"),
        ])

    static let guest = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .person,
        title: """
            (SELECT name FROM person WHERE id = person_id) || ', ' || (SELECT name FROM event WHERE id = event_id)
            """,
        said: Acts(
            added: "invited to an event", changed: "invitation changed", deleted: "invitation deleted"),
        [
            Field("event_id", "Event", .reference(to: .event, .goes)),
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("standing", "Invitation", .word(GuestStanding.self)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("note", "Note"),
        ])

    static let talk = RecordKind(
        room: .dossier, historyRoom: .personal, keepers: .clientWorkers, owner: .personIfAny, title: "topic",
        said: Acts(
            added: "talk added", changed: "talk changed", deleted: "talk deleted"),
        [
            Field("event_id", "Event", .reference(to: .event, .goes)), Field("topic", "Topic"),
            Field("person_id", "Person", .reference(to: .person, .goes)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("day", "Day", .day),
            Field("slides", "Slides", .word(SlidesState.self)),
        ])
}
