import Domain
import Testing

@testable import Store

@Suite struct RiskTests {
    let desk: TemporaryDesk
    let client: Client.ID
    let product: Product.ID
    let today = TemporaryDesk.today

    init() throws {
        desk = try TemporaryDesk()
        try desk.desk.tick(on: today)
        client = try desk.addClient("Hospital")
        product = try desk.write { try $0.addProduct(ProductDraft(name: "Gloves")) }
    }

    func ship(_ day: Day, _ price: Int64, cost: Int64? = 0) throws {
        try desk.write { write in
            try write.addOrder(
                OrderDraft(client: client, day: day, shippedOn: day, status: .shipped),
                lines: [
                    OrderLineDraft(
                        product: product,
                        worth: Worth(
                            quantity: Quantity(thousandths: 1000), price: Money(price), cost: cost.map(Money.init)))
                ])
        }
    }

    func risks() throws -> [Risk.Rule: Money] {
        let all = try desk.desk.read {
            try $0.todaySheet(on: today, at: TemporaryDesk.noon).risks
        }
        let own = try desk.desk.read { try $0.clientSheet(client, on: today).risks }
        #expect(Set(all.map(\.rule)) == Set(own.map(\.rule)))
        return Dictionary(uniqueKeysWithValues: own.map { ($0.rule, $0.amount) })
    }

    @Test func `undisputed debt is a risk from the 31st day on`() throws {
        try desk.write { write in
            for (number, days, disputed) in [("a", 30, false), ("b", 31, false), ("c", 200, true)] {
                try write.addInvoice(
                    InvoiceDraft(
                        number: number, day: today - 250, due: today - days, amount: Money(100), isDisputed: disputed),
                    of: client)
            }
        }
        #expect(try risks() == [.debt: Money(100)])
        try desk.desk.tick(on: today + 1)
        #expect(try risks() == [.debt: Money(200)])
    }

    @Test(arguments: [(699, 301), (700, nil)] as [(Int64, Int64?)])
    func `income of three months under 70 per cent of a year ago is a risk`(now: Int64, fall: Int64?) throws {
        // Today is in March: the three full months are December to February.
        try ship(Day("2024-12-31")!, 600)
        try ship(Day("2025-02-01")!, 400)
        try ship(Day("2026-02-28")!, now)
        try ship(today, 5000)
        #expect(try risks()[.falling] == fall.map(Money.init))
    }

    @Test func `income with unknown costs is not judged`() throws {
        try ship(Day("2025-01-10")!, 1000)
        try ship(Day("2026-01-10")!, 10, cost: nil)
        #expect(try risks()[.falling] == nil)
    }

    @Test(arguments: [(20, true), (21, false)])
    func `no order for more than twice the usual interval is a risk`(lastOrder: Int, isBroken: Bool) throws {
        // Intervals 10, 10, 30 and, to the last order, 10: the median is 10.
        let last = today - lastOrder - (isBroken ? 1 : 0) + (isBroken ? 0 : 1)
        for days in [60, 50, 40, 10, 0] { try ship(last - days, 100) }
        #expect(try (risks()[.quiet] != nil) == isBroken)
    }

    @Test func `three orders are too few for a rhythm, and drafts do not count`() throws {
        for days in [300, 290, 280] { try ship(today - days, 100) }
        try desk.write { try $0.addOrder(OrderDraft(client: client, day: today - 270, status: .draft)) }
        #expect(try risks()[.quiet] == nil)
        try ship(today - 275, 100)
        #expect(try risks()[.quiet] != nil)
    }

    @Test func `a lost client is no longer a risk`() throws {
        try desk.write {
            try $0.addInvoice(InvoiceDraft(number: "a", day: today - 90, due: today - 60, amount: Money(1)), of: client)
        }
        #expect(try risks() == [.debt: Money(1)])
        try desk.write { write in
            var draft = try write.read.client(client).draft
            draft.lostReason = "bankrupt"
            try write.changeClient(client, from: nil, draft)
        }
        #expect(try risks() == [:])
    }
}
