/// What a client owes us for something, VAT included.
package struct Invoice: Sendable, Equatable {
    package typealias ID = Domain.ID<Invoice>

    package var id: ID
    package var version: Int
    package var client: Client.ID
    package var draft: InvoiceDraft
    /// What payments have settled of it.
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

package struct InvoiceDraft: Sendable, Equatable, Encodable {
    package var number: String
    package var order: Order.ID?
    package var day: Day
    package var due: Day
    package var amount: Money
    /// A disputed debt is shown apart and not dunned.
    package var isDisputed: Bool
    package var note: String?

    /// Reads the fields of the invoice's form; the order is a number here. The day it falls due is that of the invoice where none
    /// is typed.
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

    package func entries(_ currency: Currency) -> Entries {
        Entries(
            [
                "number": number, "order": order.map { String($0.number) }, "date": day.iso, "due": due.iso,
                "amount": currency.text(amount), "disputed": isDisputed ? "yes" : "no", "note": note,
            ].compactMapValues { $0 })
    }
}
