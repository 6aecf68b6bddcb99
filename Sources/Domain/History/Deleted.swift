/// A record that says why something cannot be done: it needs another one, or it has what the other one had.
package struct Culprit: Sendable, Equatable, Encodable {
    package var subject: Change.Subject
    package var record: Int64
    package var title: String

    package init(subject: Change.Subject, record: Int64, title: String) {
        self.subject = subject
        self.record = record
        self.title = title
    }
}

/// Why a record cannot be put back to how it was.
package struct Hindrance: Sendable, Equatable, Encodable {
    package enum Reason: Sendable, Equatable, Encodable {
        /// Another record has its number, key or name now.
        case taken(String)
        /// It belongs to a record that is deleted itself.
        case gone
        /// A newer record refers to it.
        case needed
    }

    /// The name of the record that cannot be put back.
    package var title: String
    package var reason: Reason
    package var culprit: Culprit

    package init(title: String, reason: Reason, culprit: Culprit) {
        self.title = title
        self.reason = reason
        self.culprit = culprit
    }
}

/// Records of one kind that go, or went, together with a deleted one.
package struct Going: Sendable, Equatable, Encodable {
    package var subject: Change.Subject
    package var act: Change.Act
    package var count: Int
    /// The names of the first ones; empty where nobody asks for them.
    package var names: [String]

    /// How many names a line shows.
    package static let named = 3

    package init(subject: Change.Subject, act: Change.Act = .deleted, count: Int, names: [String] = []) {
        self.subject = subject
        self.act = act
        self.count = count
        self.names = names
    }
}

/// What a deletion would do, for the page that asks before.
package struct DeletionSheet: Sendable, Equatable {
    /// What goes with the record, the most telling kinds first.
    package var going: [Going]
    /// The first records that need it as it is. If there are any, it cannot be deleted.
    package var needs: [Culprit]
    /// True if there are more of them.
    package var needsMore: Bool

    package static let needsShown = 5

    package init(going: [Going], needs: [Culprit] = [], needsMore: Bool = false) {
        self.going = going
        self.needs = needs
        self.needsMore = needsMore
    }
}

/// The request for deleted records. It is paged by act.
package struct DeletedQuery: Sendable, Equatable {
    /// A text that the record's name, its client's name or the name of whoever deleted it must contain; nil for any.
    package var text: String?
    package var subject: Change.Subject?
    package var user: User.ID?
    /// Only acts before this line of history.
    package var before: Change.ID?

    package init(
        text: String? = nil, subject: Change.Subject? = nil, user: User.ID? = nil, before: Change.ID? = nil
    ) {
        self.text = text.map { String($0.unicodeScalars.prefix(200)) }
        self.subject = subject
        self.user = user
        self.before = before
    }

    package var isFiltered: Bool { text != nil || subject != nil || user != nil }

    package func going(on before: Change.ID) -> DeletedQuery {
        DeletedQuery(text: text, subject: subject, user: user, before: before)
    }
}

/// A deleted record that the viewer may know of.
package struct DeletedRow: Sendable, Encodable {
    /// Its last line of history, with the name it had and whoever deleted it.
    package var change: Change
    /// What went with it.
    package var going: [Going]
    /// True if an act with more records went than are counted.
    package var isMore: Bool
    /// The last day on which the list names it.
    package var until: Day
    /// Why it cannot come back as things are; nil if nothing is known to be in the way.
    package var hindrance: Hindrance?
    package var mayBeBroughtBack: Bool

    package init(
        change: Change, going: [Going], isMore: Bool, until: Day, hindrance: Hindrance?, mayBeBroughtBack: Bool
    ) {
        self.change = change
        self.going = going
        self.isMore = isMore
        self.until = until
        self.hindrance = hindrance
        self.mayBeBroughtBack = mayBeBroughtBack
    }
}

/// The records deleted within the last days, the latest first.
package struct DeletedPage: Sendable, Encodable {
    package var rows: [DeletedRow]
    /// Where the next page begins; nil at the end.
    package var later: Change.ID?
    /// Those who may have deleted something, to filter by.
    package var users: [Named<User>]

    /// How many days a deleted record is listed.
    package static let days = 30

    package init(rows: [DeletedRow], later: Change.ID?, users: [Named<User>]) {
        self.rows = rows
        self.later = later
        self.users = users
    }
}

extension Change.Subject {
    /// True if a deleted record of the kind is worth a row of its own. The others only connect two records.
    package var isListedOnceDeleted: Bool {
        switch self {
        case .allocation, .clientKam, .user, .department, .desk: false
        default: true
        }
    }

    /// The kinds with a row of their own, those that people look for first.
    package static let listedOnceDeleted: [Change.Subject] = {
        let first: [Change.Subject] = [.client, .person, .interaction, .matter, .order, .invoice, .payment, .project]
        return first + allCases.filter { $0.isListedOnceDeleted && !first.contains($0) }
    }()
}
