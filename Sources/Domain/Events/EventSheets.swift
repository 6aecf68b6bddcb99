/// An event as a row of a list.
package struct EventRow: Sendable, Equatable, Encodable {
    package var id: Event.ID
    package var name: String
    package var kind: EventKind
    package var from: Day
    package var to: Day
    package var place: String?
    package var cost: Money?
    package var counts: EventCounts
    /// Nil if nobody counts or the cost is unknown.
    package var costPerHead: CostPerHead?

    package init(_ event: Event, _ counts: EventCounts, on today: Day) {
        id = event.id
        name = event.draft.name
        kind = event.draft.kind
        from = event.draft.from
        to = event.draft.to
        place = event.draft.place
        cost = event.draft.cost
        self.counts = counts
        costPerHead = CostPerHead(event.draft, counts, on: today)
    }
}

/// The request for a list of events.
package struct EventListQuery: Sendable, Equatable {
    package var kind: EventKind?
    /// Past events before this place. Nil means the first page, with the coming events.
    package var place: DayPlace?

    package init(kind: EventKind? = nil, place: DayPlace? = nil) {
        self.kind = kind
        self.place = place
    }

    package func at(_ place: DayPlace?) -> EventListQuery {
        var query = self
        query.place = place
        return query
    }
}

package struct EventList: Sendable, Encodable {
    /// Current and coming events, the soonest first, at most `EventList.comingShown`; empty on further pages.
    package var coming: [EventRow]
    /// Past events, the latest first.
    package var past: [EventRow]
    /// Where the next page of past events begins; nil at the end.
    package var later: DayPlace?

    package static let comingShown = 500

    package init(coming: [EventRow], past: [EventRow], later: DayPlace?) {
        self.coming = coming
        self.past = past
        self.later = later
    }
}

/// The page of an event.
package struct EventSheet: Sendable, Encodable {
    package var id: Event.ID
    package var version: Int
    package var draft: EventDraft
    package var counts: EventCounts
    /// Nil if nobody counts or the cost is unknown.
    package var costPerHead: CostPerHead?
    /// The guests whom the viewer sees whole, by name; at most `EventSheet.guestsShown`.
    package var guests: [GuestRow]
    /// How many other guests there are.
    package var others: Int
    /// The talks by colleagues and by people whom the viewer sees whole, by day.
    package var talks: [TalkRow]
    /// The latest changes of the event, its guests and talks.
    package var history: [Change]

    package static let guestsShown = 1000

    package init(
        event: Event, counts: EventCounts, guests: [GuestRow], talks: [TalkRow], history: [Change], on today: Day
    ) {
        id = event.id
        version = event.version
        draft = event.draft
        self.counts = counts
        costPerHead = CostPerHead(event.draft, counts, on: today)
        self.guests = guests
        others = max(0, counts.invited - guests.count)
        self.talks = talks
        self.history = history
    }
}

/// A person's part in an event: their standing as a guest, and their talks there.
package struct PersonEventRow: Sendable, Equatable, Encodable {
    package var event: Named<Event>
    package var from: Day
    package var to: Day
    /// Their invitation; nil for a speaker who is not a guest.
    package var guest: Guest.ID?
    package var standing: GuestStanding?
    /// The name of the colleague who accompanies them.
    package var accompaniedBy: String?
    package var talks: [TalkRow]

    package static let shown = 12

    package init(
        event: Named<Event>, from: Day, to: Day, guest: Guest.ID?, standing: GuestStanding?, accompaniedBy: String?,
        talks: [TalkRow]
    ) {
        self.event = event
        self.from = from
        self.to = to
        self.guest = guest
        self.standing = standing
        self.accompaniedBy = accompaniedBy
        self.talks = talks
    }
}
