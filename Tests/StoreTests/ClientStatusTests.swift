import Domain
import Testing

@testable import Store

/// Where a client stands follows from its shipments. (Domain section 1.)
@Suite struct ClientStatusTests {
    let desk: TemporaryDesk
    let client: Client.ID
    let today = TemporaryDesk.today

    init() throws {
        desk = try TemporaryDesk()
        try desk.desk.tick(on: today)
        client = try desk.addClient("Hospital")
    }

    private func ship(_ number: String, on day: Day, payer: Client.ID? = nil, to client: Client.ID? = nil) throws
        -> Order.ID
    {
        try desk.write {
            try $0.addOrder(
                OrderDraft(
                    number: number, client: client ?? self.client, payer: payer, day: day, shippedOn: day,
                    status: .shipped))
        }
    }

    private func status(of client: Client.ID? = nil) throws -> ClientStatus {
        try desk.desk.read { try $0.client(client ?? self.client).status }
    }

    private func change(_ change: (inout ClientDraft) -> Void) throws {
        try desk.write { write in
            var draft = try write.read.client(client).draft
            change(&draft)
            try write.changeClient(client, from: nil, draft)
        }
    }

    @Test func `a client is a prospect until something is shipped to it, and dormant six months later`() throws {
        #expect(try status() == .prospect)
        try desk.write { try $0.addOrder(OrderDraft(number: "0", client: client, day: today, status: .accepted)) }
        #expect(try status() == .prospect)
        let order = try ship("1", on: Day("2025-09-02")!)
        #expect(try status() == .active)
        try desk.desk.tick(on: today + 1)
        #expect(try status() == .dormant)
        #expect(try Desk.check(path: desk.path) == [])
        try desk.write(on: today + 1) { try $0.deleteOrder(order, from: nil) }
        #expect(try status() == .prospect)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `the last of a long month counts until the last of the short one`() throws {
        _ = try ship("1", on: Day("2025-08-31")!)
        let other = try TemporaryDesk()
        try other.desk.tick(on: Day("2026-02-28")!)
        let id = try other.addClient("Hospital")
        try other.write {
            try $0.addOrder(
                OrderDraft(
                    number: "1", client: id, day: Day("2025-08-31")!, shippedOn: Day("2025-08-31")!, status: .shipped))
        }
        #expect(try other.desk.read { try $0.client(id).status } == .active)
        try other.desk.tick(on: Day("2026-03-01")!)
        #expect(try other.desk.read { try $0.client(id).status } == .dormant)
    }

    @Test func `only that it is lost is said, and that goes as it came`() throws {
        _ = try ship("1", on: today - 10)
        try change { $0.lostReason = "bankrupt" }
        #expect(try status() == .lost)
        _ = try ship("2", on: today - 1)
        #expect(try status() == .lost)
        try change { $0.lostReason = nil }
        #expect(try status() == .active)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `who bought before our history begins is no prospect`() throws {
        try change { $0.buysSince = Day("2019-05-01") }
        #expect(try status() == .dormant)
        try change { $0.buysSince = nil }
        #expect(try status() == .prospect)
    }

    @Test func `a payer of what is shipped to others is active too`() throws {
        let payer = try desk.addClient("Distributor")
        let order = try ship("1", on: today - 5, payer: payer)
        #expect(try status(of: payer) == .active)
        try desk.write { write in
            var draft = try write.read.order(order).draft
            draft.payer = nil
            try write.changeOrder(order, from: nil, draft)
        }
        #expect(try status(of: payer) == .prospect)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `the settings say how long a client stays active`() throws {
        _ = try ship("1", on: today - 100)
        func set(_ months: String) throws {
            let settings = try desk.desk.read { try $0.frame.desk }
            let entries = Entries([
                "desk_name": "desk", "currency": settings.currency, "time_zone": settings.timeZone,
                "active_months": months, "key_percent": "10", "critical_percent": "20", "mono_percent": "70",
            ])
            try desk.write { try $0.changeSettings(SettingsDraft(entries) { _ in true }, from: settings.version) }
        }
        try set("3")
        #expect(try status() == .dormant)
        try set("4")
        #expect(try status() == .active)
        #expect(throws: Problems(["active_months": .notWithin(1, 60)])) { try set("0") }
    }

    @Test func `a list finds clients by where they stand`() throws {
        _ = try ship("1", on: today - 10)
        let other = try desk.addClient("Prospect")
        func found(_ status: ClientStatus) throws -> [Client.ID] {
            try desk.desk.read { try $0.clientList(ClientListQuery(status: status), on: today).rows.map(\.id) }
        }
        #expect(try found(.active) == [client])
        #expect(try found(.prospect) == [other])
        #expect(try found(.dormant) == [])
    }
}
