/// A client's person who is invited to an event, at most once each.
package struct Guest: Sendable, Equatable {
    package typealias ID = Domain.ID<Guest>

    package var id: ID
    package var version: Int
    package var event: Named<Event>
    package var person: Named<Person>
    package var draft: GuestDraft

    package init(id: ID, version: Int, event: Named<Event>, person: Named<Person>, draft: GuestDraft) {
        self.id = id
        self.version = version
        self.event = event
        self.person = person
        self.draft = draft
    }
}

/// What became of an invitation.
package enum GuestStanding: String, Wording {
    case invited, accepted, declined, came
    /// Accepted or did not answer, and did not come.
    case missed

    package static let otherWords: [String: GuestStanding] = [
        "приглашён": .invited, "приглашен": .invited, "согласился": .accepted, "отказался": .declined, "пришёл": .came,
        "пришел": .came, "не пришёл": .missed, "не пришел": .missed,
        "no answer yet": .invited, "was there": .came, "did not come": .missed, "нет ответа": .invited, "был": .came,
        "не был": .missed,
    ]

    /// How far the invitation has gone: an answer ranks above none, and attendance above an answer.
    var rank: Int {
        switch self {
        case .invited: 0
        case .accepted, .declined: 1
        case .missed: 2
        case .came: 3
        }
    }

    /// What is likely to be noted next: before the event an answer, from its first day on attendance.
    package func next(hasBegun: Bool) -> [GuestStanding] {
        if hasBegun { return [.came, .missed].filter { $0 != self } }
        return self == .accepted ? [.declined] : self == .declined ? [.accepted] : [.accepted, .declined]
    }
}

package struct GuestDraft: StoredDraft, Sendable, Equatable {
    package var standing: GuestStanding
    /// The colleague who accompanies them; nil if nobody does so far.
    package var user: User.ID?
    package var note: String?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        standing = read.choice("standing", or: .invited)
        user = read.optionalID("user", User.self)
        note = read.optionalText("note", atMost: 2000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(standing: GuestStanding = .invited, user: User.ID? = nil, note: String? = nil) {
        self.standing = standing
        self.user = user
        self.note = note
    }

    /// Merges two invitations of one person: takes the standing that went further, and fills empty fields from the other.
    package func completed(by other: GuestDraft) -> GuestDraft {
        GuestDraft(
            standing: other.standing.rank > standing.rank ? other.standing : standing, user: user ?? other.user,
            note: note ?? other.note)
    }

    package static var blank: GuestDraft { GuestDraft() }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("standing", &standing)
        fields.field("user_id", form: "user", &user)
        fields.field("note", &note)
    }
}

/// A guest as a row of an event's page.
package struct GuestRow: Sendable, Equatable, Encodable {
    package var id: Guest.ID
    package var person: Named<Person>
    package var isVip: Bool
    package var isKol: Bool
    /// The title of a current post, the one begun last; nil when there is none.
    package var title: String?
    package var client: Named<Client>?
    package var standing: GuestStanding
    /// The name of the colleague who accompanies them.
    package var accompaniedBy: String?
    package var note: String?

    package init(
        id: Guest.ID, person: Named<Person>, isVip: Bool, isKol: Bool, title: String?, client: Named<Client>?,
        standing: GuestStanding, accompaniedBy: String?, note: String?
    ) {
        self.id = id
        self.person = person
        self.isVip = isVip
        self.isKol = isKol
        self.title = title
        self.client = client
        self.standing = standing
        self.accompaniedBy = accompaniedBy
        self.note = note
    }
}
