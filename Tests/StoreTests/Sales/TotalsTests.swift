import Domain
import GRDB
import Testing

@testable import Demo
@testable import Store

@Suite struct TotalsTests {
    @Test(arguments: [("EUR", 1), ("JPY", 2), ("KWD", 3), ("RUB", 4), ("EUR", 5), ("EUR", 6)] as [(String, UInt64)])
    func `after any trade every total equals what the records add up to`(currency: String, seed: UInt64) throws {
        var trade = try Trade(seed: seed, currency: currency)
        var taken = 0
        for step in 1...240 {
            if try trade.step() { taken += 1 }
            if step % 40 == 0 { #expect(try Desk.check(path: trade.desk.path) == [], "after step \(step)") }
        }
        #expect(taken > 120, "the desk took only \(taken) of 240 acts")
        // The clock goes on by days and by months.
        for days in [1, 9, 31, 200, 600] {
            try trade.desk.desk.tick(on: trade.today + days)
            #expect(try Desk.check(path: trade.desk.path) == [], "\(days) days on")
        }
    }

    @Test func `the stored worth of a line equals the domain's, rounded half away from zero`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        var random = SplitMix(seed: 7)
        try desk.write { write in
            let product = try write.addProduct(ProductDraft(name: "Product"))
            let order = try write.addOrder(OrderDraft(client: client, day: write.today, status: .accepted))
            for _ in 0..<2000 {
                let worth = Worth(
                    quantity: Quantity(thousandths: 1 + Int64(random.below(9_000_000))),
                    price: Money(Int64(random.below(99_999_999))),
                    discount: Discount(hundredths: Int64(random.below(10_001))),
                    cost: random.below(3) == 0 ? nil : Money(Int64(random.below(99_999_999))))
                let line = try write.addLine(OrderLineDraft(product: product, worth: worth), to: order)
                let kept = try write.read.one("SELECT turnover, income FROM order_line WHERE id = ?", [line.number]) {
                    ($0.money(0), $0.optionalMoney(1))
                }
                #expect(kept == (worth.turnover, worth.income))
            }
        }
        let half = Worth(quantity: Quantity(thousandths: 500), price: Money(1), cost: nil)
        #expect(half.turnover == Money(1))
        let most = Worth(quantity: Quantity(thousandths: 9_000_000), price: Money(99_999_999), cost: nil)
        #expect(most.fits && !Worth(quantity: Quantity(thousandths: .max / 2), price: Money(4), cost: nil).fits)
    }

    @Test func `no total is left over when every order is deleted`() throws {
        var trade = try Trade(seed: 11)
        for _ in 0..<200 { _ = try trade.step() }
        try trade.desk.write { write in
            for order in try write.read.rows("SELECT id FROM client_order", [], { Order.ID($0[0]) }) {
                try write.deleteOrder(order, from: nil)
            }
        }
        for table in ["sale_month", "client_month", "desk_month"] {
            #expect(try trade.desk.desk.read { try $0.count("SELECT count(*) FROM \(table)") } == 0)
        }
        #expect(try Desk.check(path: trade.desk.path) == [])
    }

    @Test func `two unknown costs never add up to a known cost`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        try desk.write { write in
            let product = try write.addProduct(ProductDraft(name: "Gloves"))
            let worth = Worth(quantity: Quantity(thousandths: 1000), price: Money(100), cost: nil)
            for day in ["2026-01-10", "2026-02-10"] {
                try write.addOrder(
                    OrderDraft(client: client, day: Day(day)!, shippedOn: Day(day)!, status: .shipped),
                    lines: [OrderLineDraft(product: product, worth: worth)])
            }
            try write.addReturn(
                GoodsReturnDraft(day: Day("2026-02-20")!, worth: worth, reason: "late"), of: OrderLine.ID(1))
        }
        let february = try desk.desk.read {
            try $0.clientSheet(client, on: Day("2026-03-02")!).sales.months[11].figures
        }
        #expect(february.turnover == .zero && february.income == nil && february.unknownPercent == 100)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `an order may not change what its returns and invoices depend on`() throws {
        let desk = try TemporaryDesk()
        let (first, other) = (try desk.addClient("First"), try desk.addClient("Other"))
        let day = Day("2026-01-10")!
        let draft = OrderDraft(number: "1", client: first, day: day, shippedOn: day, status: .shipped)
        try desk.write { write in
            let product = try write.addProduct(ProductDraft(name: "Gloves"))
            let worth = Worth(quantity: Quantity(thousandths: 1000), price: Money(100), cost: nil)
            let order = try write.addOrder(draft, lines: [OrderLineDraft(product: product, worth: worth)])
            try write.addReturn(GoodsReturnDraft(day: day + 5, worth: worth, reason: "late"), of: OrderLine.ID(1))
            try write.addInvoice(
                InvoiceDraft(number: "1", order: order, day: day, due: day, amount: Money(100)), of: first)
        }
        for (change, field, problem) in [
            ({ $0.shippedOn = day + 6 }, "shipped", .cameBack(day + 5)),
            ({ $0.client = other }, "client", .invoicedToAnother("1")),
            ({ ($0.status, $0.shippedOn) = (.accepted, nil) }, "status", .cameBack(day + 5)),
        ] as [((inout OrderDraft) -> Void, String, Problem)] {
            var changed = draft
            change(&changed)
            #expect(throws: Refusal.invalid(Problems([field: problem]))) {
                try desk.write { try $0.changeOrder(Order.ID(1), from: nil, changed) }
            }
        }
    }

    @Test func `the currency may not change once there are amounts`() throws {
        var trade = try Trade(seed: 9)
        for _ in 0..<20 { _ = try trade.step() }
        let version = try trade.desk.desk.read { try $0.frame.desk.version }
        let draft = try SettingsDraft(
            Entries([
                "desk_name": "d", "currency": "JPY", "time_zone": "UTC", "active_months": "6", "key_percent": "10",
                "critical_percent": "20", "mono_percent": "70",
            ])
        ) { _ in true }
        #expect(throws: Refusal.invalid(Problems(["currency": .hasAmounts]))) {
            try trade.desk.write { try $0.changeSettings(draft, from: version) }
        }
    }

    @Test func `a check finds a wrong total`() throws {
        var trade = try Trade(seed: 3)
        for _ in 0..<60 { _ = try trade.step() }
        try trade.desk.write { try $0.execute("UPDATE sale_month SET turnover = turnover + 1", []) }
        #expect(try !Desk.check(path: trade.desk.path).isEmpty)
    }
}
