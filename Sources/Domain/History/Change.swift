/// A line of history: what a user did to one record, field by field.
package struct Change: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<Change>

    package var id: ID
    package var at: Moment
    package var by: String
    /// The absent colleague for whom it was done; nil if the user acted for themselves.
    package var forWhom: String?
    package var act: Act
    package var subject: Subject
    /// The record's number, of the kind in `subject`.
    package var record: Int64
    /// The record's name at that time.
    package var title: String
    package var client: Named<Client>?
    /// The person whose page shows the line; nil when there is none.
    package var person: Person.ID?
    package var fields: [FieldChange]
    /// True if the viewer may take the change back. False if nobody has checked.
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

    /// The kinds of record with a history, by the name of their table. They stand in the order in which they are deleted together with what
    /// they belong to.
    package enum Subject: String, Wording {
        case payment, allocation, invoice
        case order = "client_order"
        case orderLine = "order_line"
        case goodsReturn = "goods_return"
        case lotBid = "lot_bid"
        case lotItem = "lot_item"
        case tenderLot = "tender_lot"
        case tenderDeadline = "tender_deadline"
        case tenderSecurity = "tender_security"
        case tenderQuestion = "tender_question"
        case tenderComplaint = "tender_complaint"
        case tenderNotice = "tender_notice"
        case goAnswer = "go_answer"
        case fitLine = "fit_line"
        case applicationLine = "application_line"
        case tenderSeat = "tender_seat"
        case tenderMember = "tender_member"
        case tenderDelivery = "tender_delivery"
        case signal, tender
        case client, brief, matter, interaction
        case project = "vip_project"
        case review = "project_review"
        case expense = "project_expense"
        case expectedChange = "expected_change"
        case evidence
        case strategyLine = "strategy_line"
        case investmentYear = "investment_year"
        case tie, assessment
        case ladderMove = "ladder_move"
        case fact
        case guest = "event_guest"
        case talk, event, post
        case clientKam = "client_kam"
        case person
        case ownPaper = "own_paper"
        case lawRule = "law_rule"
        case period = "plan_period"
        case workYear = "work_year"
        case plan
        case planTarget = "plan_target"
        case tenderTemplate = "tender_template"
        case product
        case productGroup = "product_group"
        case absence, user, department, desk

        package var kind: RecordKind {
            switch self {
            case .payment: .payment
            case .allocation: .allocation
            case .invoice: .invoice
            case .order: .order
            case .orderLine: .orderLine
            case .goodsReturn: .goodsReturn
            case .lotBid: .lotBid
            case .lotItem: .lotItem
            case .tenderSeat: .tenderSeat
            case .tenderMember: .tenderMember
            case .tenderDelivery: .tenderDelivery
            case .tenderLot: .tenderLot
            case .tenderDeadline: .tenderDeadline
            case .tenderSecurity: .tenderSecurity
            case .tenderQuestion: .tenderQuestion
            case .tenderComplaint: .tenderComplaint
            case .tenderNotice: .tenderNotice
            case .goAnswer: .goAnswer
            case .fitLine: .fitLine
            case .applicationLine: .applicationLine
            case .tender: .tender
            case .signal: .signal
            case .lawRule: .lawRule
            case .period: .period
            case .workYear: .workYear
            case .plan: .plan
            case .planTarget: .planTarget
            case .tenderTemplate: .tenderTemplate
            case .ownPaper: .ownPaper
            case .client: .client
            case .brief: .brief
            case .matter: .matter
            case .interaction: .interaction
            case .project: .project
            case .review: .review
            case .expense: .expense
            case .expectedChange: .expectedChange
            case .evidence: .evidence
            case .strategyLine: .strategyLine
            case .investmentYear: .investmentYear
            case .tie: .tie
            case .assessment: .assessment
            case .ladderMove: .ladderMove
            case .fact: .fact
            case .guest: .guest
            case .talk: .talk
            case .event: .event
            case .post: .post
            case .clientKam: .clientKam
            case .person: .person
            case .product: .product
            case .productGroup: .productGroup
            case .absence: .absence
            case .user: .user
            case .department: .department
            case .desk: .desk
            }
        }
    }
}

/// A field before and after, as text; nil if it was empty.
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

/// The history of one record and of the records that belong to it, the latest first, paged by key.
package struct HistoryPage: Sendable, Encodable {
    package var title: String
    package var changes: [Change]
    /// Where the next page begins; nil at the end.
    package var later: Change.ID?

    package init(title: String, changes: [Change], later: Change.ID?) {
        self.title = title
        self.changes = changes
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case title, changes, later }
}
