/// What a client owes us for something, VAT included.
package struct Invoice: Sendable, Equatable {
    package typealias ID = Domain.ID<Invoice>

    package var id: ID
    package var version: Int
    package var client: Client.ID
    package var draft: InvoiceDraft
    /// The part that payments have settled.
    package var paid: Money

    package init(id: ID, version: Int, client: Client.ID, draft: InvoiceDraft, paid: Money) {
        self.id = id
        self.version = version
        self.client = client
        self.draft = draft
        self.paid = paid
    }

    package var open: Money { draft.amount - paid }
}

package struct InvoiceDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var number: String
    package var order: Order.ID?
    package var day: Day
    package var due: Day
    package var amount: Money
    /// A disputed debt is shown separately, and the client is not reminded of it.
    package var isDisputed: Bool
    package var note: String?

    /// Reads the fields of the invoice's form; the order is a number here. The due day is the invoice's day if none is typed.
    package init(_ entries: Entries, _ currency: Currency, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        number = read.text("number", atMost: 80)
        order = read.optionalID("order", Order.self)
        day = read.day("date", or: today)
        due = read.day("due", or: day)
        let amount = read.optionalAmount("amount", currency)
        if amount == nil { read.add(.required, to: "amount") }
        isDisputed = read.flag("disputed")
        note = read.optionalText("note", atMost: 20_000)
        if due < day { read.add(.endsBeforeStart, to: "due") }
        guard read.problems.isEmpty, let amount else { throw read.problems }
        self.amount = amount
    }

    package init(
        number: String, order: Order.ID? = nil, day: Day, due: Day, amount: Money, isDisputed: Bool = false,
        note: String? = nil
    ) {
        self.number = number
        self.order = order
        self.day = day
        self.due = due
        self.amount = amount
        self.isDisputed = isDisputed
        self.note = note
    }

    package static var blank: InvoiceDraft { InvoiceDraft(number: "", day: .blank, due: .blank, amount: .zero) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("number", &number)
        fields.field("order_id", form: "order", &order)
        fields.field("day", form: "date", &day)
        fields.field("due_day", form: "due", &due)
        fields.field("amount", &amount)
        fields.field("is_disputed", form: nil, &isDisputed)
        fields.field("note", &note)
    }

    package func entries(_ currency: Currency) -> Entries {
        var entries = filled(in: currency)
        entries["disputed"] = isDisputed ? "yes" : "no"
        return entries
    }
}
