/// What a tender buys in one piece. It has an outcome of its own.
package struct LotDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderLot

    /// Under which imports find it again.
    package var key: String?
    package var number: String?
    package var subject: String
    /// In the tender's currency, as published; nil if it is not known.
    package var start: Money?
    package var vat: VatBasis
    /// True if somebody said that start and bids are not on one VAT basis.
    package var basesDiffer: Bool
    package var outcome: LotOutcome
    /// Only of a loss; nil there if an import did not say it and nobody has yet.
    package var reason: LossReason?
    package var lesson: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        key = read.optionalText("key", atMost: 120)
        number = read.optionalText("number", atMost: 40)
        subject = read.text("subject", atMost: 2000)
        start = read.optionalAmount("start", ground.currency)
        vat = read.choice("vat", or: .unknown)
        basesDiffer = read.flag("bases_differ")
        outcome = read.choice("outcome", or: .undecided)
        reason = read.optionalChoice("reason", LossReason.self)
        lesson = read.optionalText("lesson", atMost: 4000)
        if !outcome.isLoss { reason = nil }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        key: String? = nil, number: String? = nil, subject: String, start: Money? = nil, vat: VatBasis = .unknown,
        basesDiffer: Bool = false, outcome: LotOutcome = .undecided, reason: LossReason? = nil, lesson: String? = nil
    ) {
        self.key = key
        self.number = number
        self.subject = subject
        self.start = start
        self.vat = vat
        self.basesDiffer = basesDiffer
        self.outcome = outcome
        self.reason = reason
        self.lesson = lesson
    }

    package static var blank: LotDraft { LotDraft(subject: "") }

    package var title: String? { subject }
    package func problems(mayBeSaidLater: Bool) -> Problems {
        .ofOutcome(outcome, reason, lesson: lesson, mayBeSaidLater: mayBeSaidLater)
    }

    /// True if it was lost and nobody has said why, or not which requirement or which other reason it was.
    package var owesReason: Bool { !Problems.ofOutcome(outcome, reason, lesson: lesson).isEmpty }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("key", &key)
        fields.field("number", &number)
        fields.field("subject", &subject)
        fields.field("start", &start)
        fields.field("vat", &vat)
        fields.field("bases_differ", &basesDiffer)
        fields.field("outcome", &outcome)
        fields.field("reason", &reason)
        fields.field("lesson", &lesson)
    }
}

/// Who bid for a lot, ours among them.
package struct BidDraft: TenderPartDraft {
    package static let subject = Change.Subject.lotBid

    package var bidder: String?
    /// The tax id as the protocol writes it, stand-ins for one among them.
    package var tax: String?
    /// True if the bid is made with our product.
    package var isOurs: Bool
    /// In the currency of the tender, as published; nil if it is not told.
    package var price: Money?
    /// When it was handed in, by the clock of the notice: "2026-12-03 09:15".
    package var at: String?
    package var admitted: BidAdmission
    /// Why it was not admitted.
    package var ground: String?
    package var isWinner: Bool

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        bidder = read.optionalText("bidder", atMost: 300)
        tax = read.optionalText("inn", atMost: 40)
        isOurs = read.flag("ours")
        price = read.optionalAmount("price", ground.currency)
        at = read.optionalText("at", atMost: 40)
        admitted = read.choice("admitted", or: .unknown)
        self.ground = read.optionalText("ground", atMost: 1000)
        isWinner = read.flag("winner")
        if let stamp = at {
            at = LocalStamp.normalized(stamp)
            if at == nil { read.add(.notATime, to: "at") }
        }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        bidder: String? = nil, tax: String? = nil, isOurs: Bool = false, price: Money? = nil, at: String? = nil,
        admitted: BidAdmission = .unknown, ground: String? = nil, isWinner: Bool = false
    ) {
        self.bidder = bidder
        self.tax = tax
        self.isOurs = isOurs
        self.price = price
        self.at = at
        self.admitted = admitted
        self.ground = ground
        self.isWinner = isWinner
    }

    package static var blank: BidDraft { BidDraft() }

    package var title: String? { bidder ?? tax }
    package static var isOfLot: Bool { true }
    package var identity: BidderIdentity { BidderIdentity(taxID: tax) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("bidder", &bidder)
        fields.field("tax", form: "inn", &tax)
        fields.field("is_ours", form: "ours", &isOurs)
        fields.field("price", &price)
        fields.field("at", &at)
        fields.field("admitted", &admitted)
        fields.field("ground", &ground)
        fields.field("is_winner", form: "winner", &isWinner)
    }
}
