import Domain
import Testing

@testable import Demo
@testable import Store

@Suite struct AgeingTests {
    let today = TemporaryDesk.today

    @Test func `receivables fall into five age bands, with partial, over- and advance payments and disputes`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let late: [(number: String, days: Int, amount: Int64, disputed: Bool)] = [
            ("not due", 0, 10_000, false), ("one", 1, 20_000, false), ("thirty", 30, 1000, true),
            ("31", 31, 30_000, false), ("60", 60, 500, false),
            ("61", 61, 40_000, false), ("90", 90, 700, true), ("91", 91, 50_000, false),
        ]
        try desk.write { write in
            for (number, days, amount, disputed) in late {
                try write.addInvoice(
                    InvoiceDraft(
                        number: number, day: today - 120, due: today - days, amount: Money(amount), isDisputed: disputed
                    ), of: client)
            }
            let invoices = try write.read.rows("SELECT id, number FROM invoice", []) {
                ($0[1] as String, Invoice.ID($0[0]))
            }
            let ids = Dictionary(uniqueKeysWithValues: invoices)
            // Partial: two thirds of what is over 90 days late.
            try write.addPayment(
                PaymentDraft(number: "p1", day: today - 10, amount: Money(33_000)), of: client, for: ids["91"])
            // More than is open of one: the rest is an advance.
            try write.addPayment(
                PaymentDraft(number: "p2", day: today - 5, amount: Money(900)), of: client, for: ids["90"])
            // In advance, and paid after today.
            try write.addPayment(
                PaymentDraft(number: "p3", day: today + 3, amount: Money(20_000)), of: client, for: ids["one"])
        }
        let ageing = try desk.desk.read { try $0.ageing(of: client, on: today) }
        #expect(ageing.rows.map(\.open.minor) == [10_000, 21_000, 30_500, 40_000, 17_000])
        #expect(ageing.rows.map(\.disputed.minor) == [0, 1000, 0, 0, 0])
        #expect(ageing.rows.map(\.invoices) == [1, 2, 2, 1, 1])
        #expect(ageing.advances == Money(200) && ageing.overdueSince == today - 91)
        #expect(ageing.overdue == Money(107_500))
        // Before the payments all is open; after the last one a debt is gone.
        let before = try desk.desk.read { try $0.ageing(of: client, on: today - 11) }
        #expect(before.open == Money(152_200) && before.advances == .zero)
        let after = try desk.desk.read { try $0.ageing(of: nil, on: today + 3) }
        #expect(after.open == Money(98_500))
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test(arguments: 1...4)
    func `the ageing on any day equals a count over all invoices`(seed: UInt64) throws {
        var trade = try Trade(seed: seed + 40)
        for _ in 0..<160 { _ = try trade.step() }
        try trade.desk.desk.read { read in
            let invoices = try read.rows("SELECT \(InvoiceDraft.columns) FROM invoice", []) { Invoice($0) }
            let paid = try read.rows(
                "SELECT a.invoice_id, p.day, a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id", []
            ) { (Invoice.ID($0[0]), $0.day(1), $0.money(2)) }
            for offset in stride(from: -700, to: 60, by: 37) {
                let day = trade.today + offset
                var expected = Money.zero
                for invoice in invoices where invoice.draft.day <= day {
                    expected +=
                        invoice.draft.amount
                        - paid.filter { $0.0 == invoice.id && $0.1 <= day }.map(\.2).reduce(.zero, +)
                }
                #expect(try read.ageing(of: nil, on: day).open == expected, "\(day.iso)")
                let clients = try read.rows("SELECT id FROM client", []) { Client.ID($0[0]) }
                #expect(
                    try clients.map { try read.ageing(of: $0, on: day).open }.reduce(.zero, +) == expected, "\(day.iso)"
                )
            }
        }
    }

    @Test func `the receivables of a past day list what was open then`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        try desk.write { write in
            let invoice = try write.addInvoice(
                InvoiceDraft(number: "1", day: today - 40, due: today - 10, amount: Money(500)), of: client)
            try write.addPayment(
                PaymentDraft(number: "p", day: today - 2, amount: Money(500)), of: client, for: invoice)
        }
        let sheet = try desk.desk.read { try $0.receivables(on: today - 5) }
        #expect(sheet.ageing.open == Money(500) && sheet.open.map(\.open) == [Money(500)])
        #expect(try desk.desk.read { try $0.receivables(on: today).open } == [])
    }

    @Test func `an allocation by hand never exceeds the payment or the invoice`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let (payment, first, second) = try desk.write { write in
            let payment = try write.addPayment(PaymentDraft(number: "p", day: today, amount: Money(100)), of: client)
            let first = try write.addInvoice(
                InvoiceDraft(number: "1", day: today, due: today, amount: Money(80)), of: client)
            let second = try write.addInvoice(
                InvoiceDraft(number: "2", day: today, due: today, amount: Money(50)), of: client)
            return (payment, first, second)
        }
        #expect(try desk.desk.read { try $0.invoice(first).open == .zero && $0.invoice(second).open == Money(30) })
        #expect(throws: Refusal.invalid(Problems(["amount": .moreThanOpen]))) {
            try desk.write { try $0.allocate(payment, [second: Money(50)]) }
        }
        #expect(throws: Refusal.invalid(Problems(["invoice-\(second.number)": .moreThanOpen]))) {
            try desk.write { try $0.allocate(payment, [first: .zero, second: Money(60)]) }
        }
        try desk.write { try $0.allocate(payment, [first: Money(50), second: Money(50)]) }
        #expect(try desk.desk.read { try $0.invoice(first).open == Money(30) && $0.invoice(second).open == .zero })
        try desk.write {
            try $0.changeInvoice(
                second, from: nil, InvoiceDraft(number: "2", day: today, due: today, amount: Money(20)))
        }
        #expect(try desk.desk.read { try $0.payment(payment).left } == Money(30))
        #expect(try Desk.check(path: desk.path) == [])
    }
}
