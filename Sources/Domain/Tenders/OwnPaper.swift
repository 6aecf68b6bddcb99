/// A paper of ours that tenders ask for.
package struct PaperDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var kind: PaperKind
    package var number: String
    package var product: Product.ID?
    /// Who may act by a power of attorney, or signs by a certificate.
    package var user: User.ID?
    package var scope: PaperScope?
    /// The largest contract that a power of attorney is good for.
    package var ceiling: Money?
    package var issuedOn: Day?
    package var expiresOn: Day?
    package var note: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .licence)
        number = read.text("number", atMost: 120)
        product = read.optionalID("product_id", Product.self)
        user = read.optionalID("user", User.self)
        scope = read.optionalChoice("scope", PaperScope.self)
        ceiling = read.optionalAmount("ceiling", ground.currency)
        issuedOn = read.optionalDay("issued")
        expiresOn = read.optionalDay("expires")
        note = read.optionalText("note", atMost: 4000)
        if let issuedOn, let expiresOn, expiresOn < issuedOn { read.add(.endsBeforeStart, to: "expires") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        kind: PaperKind = .licence, number: String, product: Product.ID? = nil, user: User.ID? = nil,
        scope: PaperScope? = nil, ceiling: Money? = nil, issuedOn: Day? = nil, expiresOn: Day? = nil,
        note: String? = nil
    ) {
        self.kind = kind
        self.number = number
        self.product = product
        self.user = user
        self.scope = scope
        self.ceiling = ceiling
        self.issuedOn = issuedOn
        self.expiresOn = expiresOn
        self.note = note
    }

    package static var blank: PaperDraft { PaperDraft(number: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("kind", &kind)
        fields.field("number", &number)
        fields.field("product_id", &product)
        fields.field("user_id", form: "user", &user)
        fields.field("scope", &scope)
        fields.field("ceiling", &ceiling)
        fields.field("issued_day", form: "issued", &issuedOn)
        fields.field("expires_day", form: "expires", &expiresOn)
        fields.field("note", &note)
    }
}

/// A paper of ours as it is stored.
package struct OwnPaper: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<OwnPaper>

    package var id: ID
    package var version: Int
    package var draft: PaperDraft

    package init(id: ID, version: Int, draft: PaperDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }

    package var facts: PaperFacts {
        PaperFacts(
            draft.kind, draft.number, product: draft.product, user: draft.user, expires: draft.expiresOn,
            scope: draft.scope,
            limit: draft.ceiling)
    }
}
