/// What the drafts of a tender's parts are read with: the currency of the tender, and the day.
package struct TenderGround: Sendable {
    package var currency: Currency
    package var today: Day

    package init(_ currency: Currency, today: Day) { (self.currency, self.today) = (currency, today) }
}

/// The fields of a part of a tender, such as a lot or a deadline.
package protocol TenderPartDraft: StoredDraft, Sendable, Equatable, Encodable {
    static var subject: Change.Subject { get }
    /// True if it belongs to a lot of the tender.
    static var isOfLot: Bool { get }

    init(_ entries: Entries, _ ground: TenderGround) throws(Problems)

    /// Its name in history; nil if it is named after what it belongs to.
    var title: String? { get }
    /// The colleague whom it names.
    var colleague: User.ID? { get }
    /// The person whom it names.
    var person: Person.ID? { get }

    /// What is wrong with it as a whole. An import may leave some things to be said later.
    func problems(mayBeSaidLater: Bool) -> Problems
}

extension TenderPartDraft {
    package static var isOfLot: Bool { false }
    package var title: String? { nil }
    package var colleague: User.ID? { nil }
    package var person: Person.ID? { nil }
    package func problems(mayBeSaidLater: Bool) -> Problems { Problems() }
}

/// A part of a tender as it is stored.
package struct TenderPart<Draft: TenderPartDraft>: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<TenderPart<Draft>>

    package var id: ID
    package var version: Int
    /// The number of the tender, or of the lot, to which it belongs.
    package var owner: Int64
    package var draft: Draft

    package init(id: ID, version: Int, owner: Int64, draft: Draft) {
        (self.id, self.version, self.owner, self.draft) = (id, version, owner, draft)
    }
}

package typealias TenderLot = TenderPart<LotDraft>
package typealias LotBid = TenderPart<BidDraft>
package typealias TenderDeadline = TenderPart<DeadlineDraft>
package typealias TenderSecurity = TenderPart<SecurityDraft>
package typealias TenderQuestion = TenderPart<QuestionDraft>
package typealias TenderComplaint = TenderPart<ComplaintDraft>
package typealias TenderNotice = TenderPart<NoticeDraft>
package typealias GoQuestion = TenderPart<GoAnswerDraft>
package typealias FitLine = TenderPart<FitDraft>
package typealias ApplicationLine = TenderPart<ApplicationLineDraft>
package typealias LotItem = TenderPart<ItemDraft>
package typealias TenderSeat = TenderPart<SeatDraft>
package typealias TenderMember = TenderPart<MemberDraft>
package typealias TenderDelivery = TenderPart<DeliveryDraft>

/// The kinds of parts. The raw value is the word in their addresses.
package enum TenderPartKind: String, Sendable, CaseIterable, Encodable {
    case lots, bids, deadlines, securities, questions, complaints, notices
    case answers = "go-answers"
    case requirements
    case lines = "application-lines"
    case items = "lot-items"
    case seats
    case members = "tender-members"
    case deliveries

    package var draft: any TenderPartDraft.Type {
        switch self {
        case .lots: LotDraft.self
        case .bids: BidDraft.self
        case .deadlines: DeadlineDraft.self
        case .securities: SecurityDraft.self
        case .questions: QuestionDraft.self
        case .complaints: ComplaintDraft.self
        case .notices: NoticeDraft.self
        case .answers: GoAnswerDraft.self
        case .requirements: FitDraft.self
        case .lines: ApplicationLineDraft.self
        case .items: ItemDraft.self
        case .seats: SeatDraft.self
        case .members: MemberDraft.self
        case .deliveries: DeliveryDraft.self
        }
    }

    package var subject: Change.Subject { draft.subject }
    package var isOfLot: Bool { draft.isOfLot }
}

/// The tender to which a part belongs, as far as the viewer may know it.
package struct TenderHome: Sendable, Equatable {
    package var id: Tender.ID
    /// Nil for sales support, which sees to the securities and deliveries of tenders whose rest it does not see.
    package var title: String?
    package var client: Named<Client>
    package var currency: Currency

    package init(id: Tender.ID, title: String?, client: Named<Client>, currency: Currency) {
        (self.id, self.title, self.client, self.currency) = (id, title, client, currency)
    }
}
