/// A purchase of a client that we follow: its notice, lots, deadlines and what we do for it. These are separate records.
package struct Tender: Sendable, Equatable {
    package typealias ID = Domain.ID<Tender>

    package var id: ID
    package var version: Int
    package var draft: TenderDraft

    package init(id: ID, version: Int, draft: TenderDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }

    package var named: Named<Tender> { Named(id: id, name: draft.title) }
}

/// Who bids with our product.
package enum TenderSide: String, Wording {
    case we, distributor, several

    package static let otherWords: [String: TenderSide] = [
        "a distributor": .distributor, "several with our product": .several, "несколько с нашим товаром": .several,
        "несколько участников с нашим товаром": .several,
        "мы": .we, "дистрибьютор": .distributor, "несколько": .several,
    ]
}

/// A tender's fields as typed or imported, checked.
package struct TenderDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The number under which it was published; nil before that. No two tenders have the same.
    package var number: String?
    package var title: String
    package var client: Client.ID
    /// The key of the procedure; nil if nobody knows it.
    package var procedure: String?
    package var law: String?
    package var url: String?
    /// The code of the currency of its amounts; nil for the desk's.
    package var currency: String?
    package var stage: TenderStage
    package var announcedOn: Day?
    package var user: User.ID?
    package var side: TenderSide
    /// The distributor that bids with our product.
    package var partner: Client.ID?
    package var go: GoDecision
    /// Who decided, on which day, and why.
    package var goUser: User.ID?
    package var goOn: Day?
    package var goReason: String?
    /// When the application was handed in, by the desk's clock: "2026-12-03 09:15".
    package var submitted: String?
    /// What the platform answered: the number of the application.
    package var receipt: String?
    package var lesson: String?
    package var note: String?

    /// Reads the fields of the tender's form; client and partner are numbers here. A no-go needs its reason.
    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        number = read.optionalText("number", atMost: 80)
        title = read.text("title", atMost: 1000)
        let client = read.optionalID("client", Client.self)
        if client == nil { read.add(.required, to: "client") }
        procedure = read.optionalText("procedure", atMost: 80)
        law = read.optionalText("law", atMost: 80)
        url = read.checked("url", .notAWebAddress, NetAddress.web)
        currency = read.checked("currency", .notACurrency, Currency.code)
        stage = read.choice("stage", or: .signal)
        announcedOn = read.optionalDay("announced")
        user = read.optionalID("kam", User.self)
        side = read.choice("side", or: .we)
        partner = read.optionalID("partner", Client.self)
        go = read.choice("go", or: .undecided)
        goUser = read.optionalID("go_user", User.self)
        goOn = read.optionalDay("go_day")
        goReason = read.optionalText("go_reason", atMost: 2000)
        submitted = read.optionalText("submitted", atMost: 40)
        receipt = read.optionalText("receipt", atMost: 300)
        if let stamp = submitted {
            submitted = LocalStamp.normalized(stamp)
            if submitted == nil { read.add(.notATime, to: "submitted") }
        }
        lesson = read.optionalText("lesson", atMost: 4000)
        note = read.optionalText("note", atMost: 20_000)
        if partner == client { partner = nil }
        if go == .undecided { (goUser, goOn) = (nil, nil) } else { goOn = goOn ?? today }
        if go == .noGo, entries["go_reason"].isEmpty { read.add(.required, to: "go_reason") }
        if let goOn, goOn > today { read.add(.inFuture, to: "go_day") }
        guard read.problems.isEmpty, let client else { throw read.problems }
        self.client = client
    }

    package init(
        number: String? = nil, title: String, client: Client.ID, procedure: String? = nil, law: String? = nil,
        url: String? = nil, currency: String? = nil, stage: TenderStage = .signal, announcedOn: Day? = nil,
        user: User.ID? = nil, side: TenderSide = .we, partner: Client.ID? = nil, go: GoDecision = .undecided,
        goUser: User.ID? = nil, goOn: Day? = nil, goReason: String? = nil, submitted: String? = nil,
        receipt: String? = nil, lesson: String? = nil, note: String? = nil
    ) {
        (self.number, self.title, self.client, self.procedure) = (number, title, client, procedure)
        (self.law, self.url, self.currency, self.stage) = (law, url, currency, stage)
        (self.announcedOn, self.user, self.side, self.partner) = (announcedOn, user, side, partner)
        (self.go, self.goUser, self.goOn, self.goReason) = (go, goUser, goOn, goReason)
        (self.submitted, self.receipt, self.lesson, self.note) = (submitted, receipt, lesson, note)
    }

    /// Closes the tender if it was decided now that we do not take part. Afterwards its stage may be set to another one.
    package mutating func closeIfNoGo(after before: TenderDraft) {
        if go == .noGo, before.go != .noGo, stage == before.stage, stage.isBeforeContract { stage = .closed }
    }

    package static var blank: TenderDraft { TenderDraft(title: "", client: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("number", &number)
        fields.field("title", &title)
        fields.field("client_id", form: "client", &client)
        fields.field("procedure", &procedure)
        fields.field("law", &law)
        fields.field("url", &url)
        fields.field("currency", &currency)
        fields.field("stage", &stage)
        fields.field("announced_day", form: "announced", &announcedOn)
        fields.field("user_id", form: "kam", &user)
        fields.field("side", &side)
        fields.field("partner_id", form: "partner", &partner)
        fields.field("go", &go)
        fields.field("go_user_id", form: "go_user", &goUser)
        fields.field("go_day", &goOn)
        fields.field("go_reason", &goReason)
        fields.field("submitted", &submitted)
        fields.field("receipt", &receipt)
        fields.field("lesson", &lesson)
        fields.field("note", &note)
    }
}

extension Currency {
    /// Reads a code: three letters.
    static func code(_ text: String) -> String? {
        let code = text.uppercased()
        return code.utf8.count == 3 && code.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 } ? code : nil
    }
}
