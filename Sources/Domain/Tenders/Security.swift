/// Money or a guarantee that secures a bid, a contract or a warranty.
package struct SecurityDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderSecurity

    package var kind: SecurityKind
    package var form: SecurityForm
    package var amount: Money?
    /// What the notice asks for; nil if it is not known.
    package var asked: Money?
    package var register: String?
    package var bank: String?
    package var paidOn: Day?
    package var from: Day?
    package var untilOn: Day?
    package var neededOn: Day?
    package var askedBackOn: Day?
    package var returnedOn: Day?
    package var note: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .bid)
        form = read.choice("form", or: .blocked)
        amount = read.optionalAmount("amount", ground.currency)
        asked = read.optionalAmount("asked", ground.currency)
        register = read.optionalText("register", atMost: 80)
        bank = read.optionalText("bank", atMost: 300)
        paidOn = read.optionalPastDay("paid", ground.today)
        from = read.optionalDay("from")
        untilOn = read.optionalDay("until")
        neededOn = read.optionalDay("needed")
        askedBackOn = read.optionalPastDay("return", ground.today)
        returnedOn = read.optionalPastDay("returned", ground.today)
        note = read.optionalText("note", atMost: 4000)
        if let paidOn, let returnedOn, returnedOn < paidOn { read.add(.endsBeforeStart, to: "returned") }
        if let from, let untilOn, untilOn < from { read.add(.endsBeforeStart, to: "until") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        kind: SecurityKind = .bid, form: SecurityForm = .blocked, amount: Money? = nil, asked: Money? = nil,
        register: String? = nil, bank: String? = nil, paidOn: Day? = nil, from: Day? = nil, untilOn: Day? = nil,
        neededOn: Day? = nil, askedBackOn: Day? = nil, returnedOn: Day? = nil, note: String? = nil
    ) {
        self.kind = kind
        self.form = form
        self.amount = amount
        self.asked = asked
        self.register = register
        self.bank = bank
        self.paidOn = paidOn
        self.from = from
        self.untilOn = untilOn
        self.neededOn = neededOn
        self.askedBackOn = askedBackOn
        self.returnedOn = returnedOn
        self.note = note
    }

    package static var blank: SecurityDraft { SecurityDraft() }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("kind", &kind)
        fields.field("form", &form)
        fields.field("amount", &amount)
        fields.field("asked", &asked)
        fields.field("register", &register)
        fields.field("bank", &bank)
        fields.field("paid_day", form: "paid", &paidOn)
        fields.field("from_day", form: "from", &from)
        fields.field("until_day", form: "until", &untilOn)
        fields.field("needed_day", form: "needed", &neededOn)
        fields.field("asked_back_day", form: "return", &askedBackOn)
        fields.field("returned_day", form: "returned", &returnedOn)
        fields.field("note", &note)
    }
}
