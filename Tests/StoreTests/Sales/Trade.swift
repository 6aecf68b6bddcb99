import Domain
import Foundation
import GRDB
import Testing

@testable import Demo
@testable import Store

/// Random dealings with a few clients, for property tests: each step is one act of a user's, which the desk may refuse.
struct Trade {
    var random: SplitMix
    let desk: TemporaryDesk
    /// Days lie around it, so that they fall in and out of the twelve months.
    let today = TemporaryDesk.today

    init(seed: UInt64, currency: String = "EUR") throws {
        random = SplitMix(seed: seed)
        desk = try TemporaryDesk()
        try desk.desk.tick(on: today)
        let settings = try desk.desk.read { try $0.frame.desk }
        try desk.write { write in
            try write.changeSettings(
                SettingsDraft(
                    Entries([
                        "desk_name": "desk", "currency": currency, "time_zone": settings.timeZone, "active_months": "6",
                        "key_percent": "10", "critical_percent": "20", "mono_percent": "70",
                    ])
                ) {
                    _ in true
                },
                from: settings.version)
            for name in ["Marta", "Pavel"] { try write.addColleague(UserDraft(name: name, role: .kam)) }
            for number in 1...3 {
                try write.addClient(
                    ClientDraft(key: "C\(number)", name: "Client \(number)", kind: .hospital))
                try write.addProduct(
                    ProductDraft(
                        key: "P\(number)", name: "Product \(number)", group: "Group", price: Money(1999),
                        cost: number == 3 ? nil : Money(701)))
            }
        }
    }

    mutating func day() -> Day { today - 700 + random.below(720) }

    mutating func worth(atMost most: Int64 = 9999) -> Worth {
        Worth(
            quantity: Quantity(thousandths: 1 + Int64(random.below(Int(most)))),
            price: Money(Int64(random.below(100_000))),
            discount: Discount(hundredths: Int64(random.below(10_001))),
            cost: random.below(4) == 0 ? nil : Money(Int64(random.below(60_000))))
    }

    mutating func any<Kind>(_ table: String, _ read: ReadTransaction) throws -> ID<Kind>? {
        let ids = try read.rows("SELECT id FROM \(table) ORDER BY id", [], { $0[0] as Int64 })
        return ids.isEmpty ? nil : ID(ids[random.below(ids.count)])
    }

    /// Does one random act; true where the desk took it.
    mutating func step() throws -> Bool {
        do {
            try desk.write(on: day()) { write in try act(write) }
            return true
        } catch is Refusal {
            return false
        }
    }

    private mutating func act(_ write: WriteTransaction) throws {
        let read = write.read
        let client: Client.ID = try #require(try any("client", read))
        switch random.below(20) {
        case 0...3: try write.addOrder(order(of: client, read), lines: lines(read))
        case 4, 5:
            guard let id: Order.ID = try any("client_order", read) else { return }
            try write.changeOrder(id, from: nil, order(of: client, read))
        case 6:
            guard let id: OrderLine.ID = try any("order_line", read), let product: Product.ID = try any("product", read)
            else { return }
            try write.changeLine(id, from: nil, OrderLineDraft(product: product, worth: worth()))
        case 7:
            guard let id: OrderLine.ID = try any("order_line", read) else { return }
            try write.deleteLine(id, from: nil, withReturns: random.below(2) == 0)
        case 8, 9:
            guard let id: OrderLine.ID = try any("order_line", read) else { return }
            try write.addReturn(GoodsReturnDraft(day: day(), worth: worth(atMost: 3000), reason: "broken"), of: id)
        case 10:
            guard let id: GoodsReturn.ID = try any("goods_return", read) else { return }
            if random.below(2) == 0 {
                try write.changeReturn(
                    id, from: nil, GoodsReturnDraft(day: day(), worth: worth(atMost: 3000), reason: "late"))
            } else {
                try write.deleteReturn(id, from: nil)
            }
        case 11:
            guard let id: Order.ID = try any("client_order", read) else { return }
            try write.deleteOrder(id, from: nil)
        case 12, 13:
            let user = User.ID(Int64(1 + random.below(3)))
            try write.handOver(client, HandoverDraft(user: user, from: write.today + random.below(200)))
        case 14: try write.addInvoice(invoice(read), of: client)
        case 15:
            guard let id: Invoice.ID = try any("invoice", read) else { return }
            if random.below(3) == 0 {
                try write.deleteInvoice(id, from: nil)
            } else {
                try write.changeInvoice(id, from: nil, invoice(read))
            }
        case 16: try write.addPayment(payment(), of: client, for: random.below(3) == 0 ? any("invoice", read) : nil)
        case 17:
            guard let id: Payment.ID = try any("payment", read) else { return }
            if random.below(3) == 0 {
                try write.deletePayment(id, from: nil)
            } else {
                try write.changePayment(id, from: nil, payment())
            }
        case 18:
            guard let id: Payment.ID = try any("payment", read), let invoice: Invoice.ID = try any("invoice", read)
            else { return }
            try write.allocate(id, [invoice: Money(Int64(random.below(200_000)))])
        default:
            if random.below(6) == 0 {
                try write.deleteClient(client, from: read.client(client).version)
                try write.addClient(ClientDraft(name: "Another", kind: .other), kam: User.ID(2))
            } else {
                try write.logInteraction(
                    InteractionDraft(
                        client: client, kind: .call, day: day(), topic: "prices", note: nil, mood: nil,
                        isConfidential: false, people: []))
            }
        }
    }

    private mutating func order(of client: Client.ID, _ read: ReadTransaction) throws -> OrderDraft {
        let status = OrderStatus.allCases[random.below(OrderStatus.allCases.count)]
        let day = day()
        let payer: Client.ID? = random.below(4) == 0 ? try any("client", read) : nil
        return OrderDraft(
            client: client, payer: payer == client ? nil : payer, day: day,
            shippedOn: status.isShipped ? day + random.below(40) : nil,
            status: status, reason: status == .refused ? "no stock" : nil)
    }

    private mutating func lines(_ read: ReadTransaction) throws -> [OrderLineDraft] {
        try (0..<1 + random.below(4)).map { _ in
            OrderLineDraft(product: try #require(try any("product", read)), worth: worth())
        }
    }

    private mutating func invoice(_ read: ReadTransaction) -> InvoiceDraft {
        let day = day()
        return InvoiceDraft(
            number: "I\(random.below(1_000_000))", day: day, due: day + random.below(60),
            amount: Money(Int64(random.below(300_000))),
            isDisputed: random.below(5) == 0)
    }

    private mutating func payment() -> PaymentDraft {
        PaymentDraft(number: "B\(random.below(1_000_000))", day: day(), amount: Money(1 + Int64(random.below(400_000))))
    }
}
