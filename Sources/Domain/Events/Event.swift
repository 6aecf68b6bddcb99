/// An occasion where people meet: a congress, a round table, or our own event. Its guests and talks are separate records.
package struct Event: Sendable, Equatable {
    package typealias ID = Domain.ID<Event>

    package var id: ID
    package var version: Int
    package var draft: EventDraft

    package init(id: ID, version: Int, draft: EventDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }

    package var named: Named<Event> { Named(id: id, name: draft.name) }

    /// The most days that an event lasts.
    package static let longest = 60
}

package enum EventKind: String, Wording {
    case congress
    case roundTable = "round-table"
    /// An event that we hold ourselves.
    case own

    package static let otherWords: [String: EventKind] = [
        "round table": .roundTable, "own event": .own, "конгресс": .congress, "круглый стол": .roundTable,
        "своё мероприятие": .own, "свое мероприятие": .own,
    ]
}

/// An event's fields as typed or imported, checked.
package struct EventDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var name: String
    package var kind: EventKind
    package var from: Day
    /// The last day. For an event of one day it is the first day.
    package var to: Day
    package var place: String?
    /// The cost of the whole event; nil if it is unknown.
    package var cost: Money?
    package var note: String?

    package init(_ entries: Entries, _ currency: Currency) throws(Problems) {
        var read = FieldReader(entries)
        name = read.text("name", atMost: 300)
        let kind = read.optionalChoice("kind", EventKind.self)
        if entries["kind"].isEmpty { read.add(.required, to: "kind") }
        let from = read.optionalDay("start")
        if entries["start"].isEmpty { read.add(.required, to: "start") }
        let to = read.optionalDay("end") ?? from
        if let from, let to {
            if to < from { read.add(.endsBeforeStart, to: "end") }
            if to - from >= Event.longest { read.add(.lastsTooLong(Event.longest), to: "end") }
        }
        place = read.optionalText("place", atMost: 300)
        cost = read.optionalAmount("cost", currency)
        note = read.optionalText("note", atMost: 2000)
        guard read.problems.isEmpty, let kind, let from, let to else { throw read.problems }
        (self.kind, self.from, self.to) = (kind, from, to)
    }

    package init(
        name: String, kind: EventKind, from: Day, to: Day? = nil, place: String? = nil, cost: Money? = nil,
        note: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.from = from
        self.to = to ?? from
        self.place = place
        self.cost = cost
        self.note = note
    }

    package static var blank: EventDraft { EventDraft(name: "", kind: .blank, from: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("name", &name)
        fields.field("kind", &kind)
        fields.field("from_day", form: "start", &from)
        fields.field("to_day", form: "end", &to)
        fields.field("place", &place)
        fields.field("cost", &cost)
        fields.field("note", &note)
    }
}

/// The number of guests of an event. Everybody who knows of the event may know it, whichever guests they know.
package struct EventCounts: Sendable, Equatable, Encodable {
    /// All who were invited, whatever they answered.
    package var invited: Int
    /// Those who accepted, and those who came.
    package var accepted: Int
    package var came: Int

    package init(invited: Int, accepted: Int, came: Int) {
        self.invited = invited
        self.accepted = accepted
        self.came = came
    }

    package static let none = EventCounts(invited: 0, accepted: 0, came: 0)
}

/// The cost of an event for each person who counts.
package struct CostPerHead: Sendable, Equatable, Encodable {
    /// Who counts: after the event those who came; before it those who accepted, or if there are none all who are invited.
    package enum Basis: String, Sendable, Encodable { case came, accepted, invited }

    /// Rounded half up to the minor unit.
    package var amount: Money
    package var heads: Int
    package var basis: Basis

    /// Returns nil if nobody counts or the cost is unknown.
    package init?(_ event: EventDraft, _ counts: EventCounts, on today: Day) {
        let basis: Basis = event.to < today ? .came : counts.accepted > 0 ? .accepted : .invited
        let heads =
            switch basis {
            case .came: counts.came
            case .accepted: counts.accepted
            case .invited: counts.invited
            }
        guard let cost = event.cost, heads > 0 else { return nil }
        amount = Money((cost.minor + Int64(heads) / 2) / Int64(heads))
        self.heads = heads
        self.basis = basis
    }
}
