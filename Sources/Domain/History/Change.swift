/// A line of history: what somebody did to one record, field by field.
package struct Change: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<Change>

    package var id: ID
    package var at: Moment
    package var by: String
    /// The absent colleague for whom it was done; nil where for themselves.
    package var forWhom: String?
    package var act: Act
    package var subject: Subject
    /// The record's own number, of the kind that `subject` says.
    package var record: Int64
    /// What the record was called at the time.
    package var title: String
    package var client: Named<Client>?
    /// The person on whose page it stands, nil of none.
    package var person: Person.ID?
    package var fields: [FieldChange]
    /// Could the viewer take it back? False where nobody has asked.
    package var mayBeTakenBack = false

    package init(
        id: ID, at: Moment, by: String, forWhom: String? = nil, act: Act, subject: Subject, record: Int64,
        title: String,
        client: Named<Client>?, person: Person.ID?,
        fields: [FieldChange]
    ) {
        self.id = id
        self.at = at
        self.by = by
        self.forWhom = forWhom
        self.act = act
        self.subject = subject
        self.record = record
        self.title = title
        self.client = client
        self.person = person
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey {
        case id, at, by, forWhom, act, subject, record, title, client, person, fields
    }

    package enum Act: String, Wording { case created, changed, deleted }

    /// The kinds of record whose changes are kept, by the name of their table.
    package enum Subject: String, Wording {
        case client, person, post, interaction, matter, brief, user, desk, department, absence
        case tie, assessment, fact
        case ladderMove = "ladder_move"
        case project = "vip_project"
        case review = "project_review"
        case expense = "project_expense"
        case event, talk
        case guest = "event_guest"
        case expectedChange = "expected_change"
        case clientKam = "client_kam"
        case product, invoice, payment, allocation
        case productGroup = "product_group"
        case order = "client_order"
        case orderLine = "order_line"
        case goodsReturn = "goods_return"
    }
}

/// A field before and after, as text; nil where it held nothing.
package struct FieldChange: Sendable, Equatable, Encodable {
    package var field: String
    package var before: String?
    package var after: String?

    package init(field: String, before: String?, after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// The history of one record and of what belongs to it, the latest first, paged by key.
package struct HistoryPage: Sendable, Encodable {
    package var title: String
    package var changes: [Change]
    /// Where the next page begins, nil at the end.
    package var later: Change.ID?

    package init(title: String, changes: [Change], later: Change.ID?) {
        self.title = title
        self.changes = changes
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case title, changes, later }
}
