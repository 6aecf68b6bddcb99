/// What a client paid us.
package struct Payment: Sendable, Equatable {
    package typealias ID = Domain.ID<Payment>

    package var id: ID
    package var version: Int
    package var client: Client.ID
    package var draft: PaymentDraft
    /// The part that settles invoices; the rest is an advance.
    package var used: Money

    package init(id: ID, version: Int, client: Client.ID, draft: PaymentDraft, used: Money) {
        self.id = id
        self.version = version
        self.client = client
        self.draft = draft
        self.used = used
    }

    package var left: Money { draft.amount - used }
}

/// How much of a payment settles an invoice.
package enum Allocation {}

package struct PaymentDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The bank's number; if none is typed, the day.
    package var number: String
    package var day: Day
    package var amount: Money
    package var note: String?

    package init(_ entries: Entries, _ currency: Currency, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        day = read.pastDay("date", today)
        number = read.optionalText("number", atMost: 80) ?? day.iso
        let amount = read.optionalAmount("amount", currency)
        if amount == nil || amount == .zero { read.add(.required, to: "amount") }
        note = read.optionalText("note", atMost: 20_000)
        guard read.problems.isEmpty, let amount else { throw read.problems }
        self.amount = amount
    }

    package init(number: String, day: Day, amount: Money, note: String? = nil) {
        self.number = number
        self.day = day
        self.amount = amount
        self.note = note
    }

    package static var blank: PaymentDraft { PaymentDraft(number: "", day: .blank, amount: .zero) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("number", &number)
        fields.field("day", form: "date", &day)
        fields.field("amount", &amount)
        fields.field("note", &note)
    }
}
