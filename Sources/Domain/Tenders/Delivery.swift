/// What a contract promises by a day, and what became of it: delivery, acceptance, payment and a penalty.
package struct DeliveryDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderDelivery

    package var what: String
    /// In the tender's currency; nil if it is not known.
    package var amount: Money?
    package var due: Day
    package var deliveredOn: Day?
    package var acceptedOn: Day?
    /// The last day on which the customer may pay; nil if it is not known.
    package var payableOn: Day?
    package var paidOn: Day?
    /// What the customer asks of us for a fault, in the tender's currency; nil if nothing.
    package var penalty: Money?
    package var penaltyReason: String?
    package var note: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        what = read.text("what", atMost: 500)
        amount = read.optionalAmount("amount", ground.currency)
        let due = read.optionalDay("due")
        if entries["due"].isEmpty { read.add(.required, to: "due") }
        deliveredOn = read.optionalPastDay("delivered", ground.today)
        acceptedOn = read.optionalPastDay("accepted", ground.today)
        payableOn = read.optionalDay("payable")
        paidOn = read.optionalPastDay("paid", ground.today)
        penalty = read.optionalAmount("penalty", ground.currency)
        penaltyReason = read.optionalText("penalty_reason", atMost: 1000)
        note = read.optionalText("note", atMost: 4000)
        if acceptedOn != nil, entries["delivered"].isEmpty { read.add(.required, to: "delivered") }
        if let acceptedOn, let deliveredOn, acceptedOn < deliveredOn { read.add(.endsBeforeStart, to: "accepted") }
        if penalty == .zero { penalty = nil }
        if penalty != nil, entries["penalty_reason"].isEmpty { read.add(.required, to: "penalty_reason") }
        guard read.problems.isEmpty, let due else { throw read.problems }
        self.due = due
    }

    package init(
        what: String, amount: Money? = nil, due: Day, deliveredOn: Day? = nil, acceptedOn: Day? = nil,
        payableOn: Day? = nil, paidOn: Day? = nil, penalty: Money? = nil, penaltyReason: String? = nil,
        note: String? = nil
    ) {
        (self.what, self.amount, self.due) = (what, amount, due)
        (self.deliveredOn, self.acceptedOn) = (deliveredOn, acceptedOn)
        (self.payableOn, self.paidOn) = (payableOn, paidOn)
        (self.penalty, self.penaltyReason, self.note) = (penalty, penaltyReason, note)
    }

    package static var blank: DeliveryDraft { DeliveryDraft(what: String(), due: .blank) }

    package var title: String? { what }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("what", &what)
        fields.field("amount", &amount)
        fields.field("due_day", form: "due", &due)
        fields.field("delivered_day", form: "delivered", &deliveredOn)
        fields.field("accepted_day", form: "accepted", &acceptedOn)
        fields.field("payable_day", form: "payable", &payableOn)
        fields.field("paid_day", form: "paid", &paidOn)
        fields.field("penalty", &penalty)
        fields.field("penalty_reason", &penaltyReason)
        fields.field("note", &note)
    }

    /// What is next for it.
    package enum Step: String, Sendable, Encodable { case deliver, accept, pay, nothing }

    package var step: Step {
        if paidOn != nil { return .nothing }
        if acceptedOn != nil { return .pay }
        return deliveredOn == nil ? .deliver : .accept
    }

    /// The day until which the next step is to be done; nil if nobody knows it.
    package var nextOn: Day? {
        switch step {
        case .deliver: due
        case .pay: payableOn
        case .accept, .nothing: nil
        }
    }

    /// True if the next step is late on a day.
    package func isLate(on day: Day) -> Bool { nextOn.map { $0 < day } ?? false }
}

/// A delivery with its tender, as the list of all deliveries shows it.
package struct DeliveryRow: Sendable, Encodable {
    package var delivery: TenderDelivery
    package var client: Named<Client>
    /// Nil for sales support, which sees nothing else of the tender.
    package var tender: Named<Tender>?
    package var currency: String

    package init(delivery: TenderDelivery, client: Named<Client>, tender: Named<Tender>?, currency: String) {
        (self.delivery, self.client, self.tender, self.currency) = (delivery, client, tender, currency)
    }
}

/// The deliveries that are not paid yet, by the day on which they are due.
package struct DeliveryList: Sendable, Encodable {
    package var rows: [DeliveryRow]
    package var late: Int
    /// What is accepted and not paid, in the desk's currency; deliveries in other currencies stay out.
    package var unpaid: Money
    /// The penalties asked of us, in the desk's currency.
    package var penalties: Money

    package init(rows: [DeliveryRow], own: String, on today: Day) {
        self.rows = rows
        late = rows.count { $0.delivery.draft.isLate(on: today) }
        let ours = rows.filter { $0.currency == own }.map(\.delivery.draft)
        unpaid = ours.filter { $0.step == .pay }.compactMap(\.amount).reduce(.zero, +)
        penalties = ours.compactMap(\.penalty).reduce(.zero, +)
    }
}

/// A colleague who works on a tender beside its KAM.
package struct MemberDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderMember

    package var user: User.ID
    /// What they do for it.
    package var duty: String

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        let user = read.optionalID("user", User.self)
        if user == nil { read.add(.required, to: "user") }
        duty = read.text("duty", atMost: 200)
        guard read.problems.isEmpty, let user else { throw read.problems }
        self.user = user
    }

    package init(user: User.ID, duty: String) { (self.user, self.duty) = (user, duty) }

    package static var blank: MemberDraft { MemberDraft(user: .blank, duty: "") }

    package var title: String? { duty }
    package var colleague: User.ID? { user }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("user_id", form: "user", &user)
        fields.field("duty", &duty)
    }
}
