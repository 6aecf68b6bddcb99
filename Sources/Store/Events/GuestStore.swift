import Domain
import GRDB

extension ReadTransaction {
    package func guest(_ id: Guest.ID) throws -> Guest {
        try one(
            """
            SELECT \(GuestDraft.columns(of: "g")), v.id, v.name, e.id, e.name FROM event_guest g
            JOIN event v ON v.id = g.event_id JOIN person_named e ON e.id = g.person_id WHERE g.id = ?
            """, [id.number]
        ) {
            Guest(
                id: $0.id(0), version: $0[1], event: Named(id: $0.id(5), name: $0[6]),
                person: Named(id: $0.id(7), name: $0[8]), draft: $0.draft())
        }
    }

    /// A person's invitation to an event; nil when there is none.
    func guest(_ person: Person.ID, at event: Event.ID) throws -> Guest.ID? {
        try first(
            "SELECT id FROM event_guest WHERE event_id = ? AND person_id = ?", [event.number, person.number]
        ) { Guest.ID($0[0]) }
    }
}

extension WriteTransaction {
    /// Invites a person to an event. Throws `taken` if they are already invited, and `knownToOthers` if the viewer knows them by name only.
    @discardableResult
    package func invite(_ person: Person.ID, to event: Event.ID, _ draft: GuestDraft = GuestDraft()) throws -> Guest.ID
    {
        let (event, person) = (try read.event(event).named, try read.personName(person))
        try requireColleague(draft.user)
        // A viewer who does not see the person must not learn that they are invited.
        try knowing { try requireSight(of: draft.record(event, person), nil) }
        if try read.guest(person.id, at: event.id) != nil { throw Refusal.invalid(Problems(["person": .taken])) }
        return Guest.ID(try insert(draft.record(event, person)))
    }

    @discardableResult
    package func changeGuest(_ id: Guest.ID, from version: Int?, _ draft: GuestDraft) throws -> Bool {
        let guest = try read.guest(id)
        try requireColleague(draft.user)
        return try update(id.number, from: version, draft.record(guest.event, guest.person))
    }

    /// Sets the standing of an invitation, even if other fields have changed meanwhile. Returns the event.
    @discardableResult
    package func setStanding(_ standing: GuestStanding, of id: Guest.ID) throws -> Event.ID {
        let guest = try read.guest(id)
        var draft = guest.draft
        draft.standing = standing
        try update(id.number, from: nil, draft.record(guest.event, guest.person))
        return guest.event.id
    }

    package func deleteGuest(_ id: Guest.ID, from version: Int?) throws {
        try deleteWhole(.guest, id.number, from: version)
    }

    /// Throws if the named colleague is not on the desk.
    func requireColleague(_ user: User.ID?) throws {
        guard let user, try read.count("SELECT count(*) FROM user WHERE id = ?", [user.number]) == 0 else { return }
        throw Refusal.invalid(Problems(["user": .unknown]))
    }

    /// Runs a write that names a person. Throws `knownToOthers` if the viewer knows that person by name only.
    func knowing<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch Refusal.notFound {
            throw Refusal.invalid(Problems(["person": .knownToOthers]))
        }
    }
}

extension GuestDraft {
    func record(_ event: Named<Event>, _ person: Named<Person>) -> RecordValues {
        RecordValues(
            subject: .guest, title: "\(person.name), \(event.name)", person: person.id,
            columns: ["event_id": event.id.number, "person_id": person.id.number] + stored)
    }
}
