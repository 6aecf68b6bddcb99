import Domain
import Testing

@testable import Demo
@testable import Store

/// What was deleted is found again, by those who could see it.
@Suite struct DeletedTests {
    private static let later = Moment(milliseconds: TemporaryDesk.noon.milliseconds + 5 * 3_600_000)

    private func deleted(_ desk: TemporaryDesk, _ query: DeletedQuery = DeletedQuery(), at moment: Moment = later)
        throws
        -> DeletedPage
    {
        try desk.desk.read { try $0.deleted(query, at: moment, on: TemporaryDesk.today) }
    }

    @Test func `a deleted client is one row that counts what went with it, until it comes back`() throws {
        let desk = try TakingBackTests.world()
        #expect(try deleted(desk).rows.isEmpty)
        let sheet = try desk.desk.read { try $0.deletionSheet(.client, 2) }
        let line = try desk.write {
            try $0.deleteClient(ID(2), from: $0.read.client(ID(2)).version)
            return try #require(try $0.read.lastChange())
        }
        let row = try #require(try deleted(desk).rows.first)
        #expect(try deleted(desk).rows.count == 1)
        #expect((row.change.subject, row.change.record, row.mayBeBroughtBack) == (.client, 2, true))
        #expect(row.until == TemporaryDesk.today + 30 && row.hindrance == nil)
        #expect(row.going == sheet.going.map { Going(subject: $0.subject, count: $0.count) })
        #expect(row.going.contains { $0.subject == .order && $0.count > 1 })
        try desk.write { try $0.takeBack(line) }
        #expect(try deleted(desk).rows.isEmpty)
    }

    @Test func `deleted records are filtered by kind, by name and by who deleted them, for thirty days`() throws {
        let desk = try TakingBackTests.world()
        for id in [ID<Person>(3), ID(4)] {
            try desk.desk.write(
                at: Moment(milliseconds: TemporaryDesk.noon.milliseconds + id.number), on: TemporaryDesk.today
            ) { try $0.deletePerson(id, from: $0.read.person(id).version) }
        }
        try desk.write { try $0.deleteClient(ID(2), from: $0.read.client(ID(2)).version) }
        #expect(try deleted(desk).rows.map(\.change.subject) == [.person, .person, .client])
        #expect(try deleted(desk, DeletedQuery(subject: .client)).rows.map(\.change.record) == [2])
        let name = try #require(try deleted(desk).rows.first).change.title
        #expect(try deleted(desk, DeletedQuery(text: name.uppercased())).rows.map(\.change.record) == [4])
        #expect(try deleted(desk, DeletedQuery(user: ID(99))).rows.isEmpty)
        let month = Moment(milliseconds: TemporaryDesk.noon.milliseconds + 31 * 86_400_000)
        #expect(try deleted(desk, at: month).rows.isEmpty)
    }

    @Test func `a record whose number another has now, or whose client is gone, says so`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Clinic")
        func order(_ number: String) throws -> Order.ID {
            try desk.write {
                try $0.addOrder(OrderDraft(number: number, client: client, day: $0.today, status: .draft))
            }
        }
        let first = try order("A-1")
        let line = try desk.write {
            try $0.deleteOrder(first, from: nil)
            return try #require(try $0.read.lastChange())
        }
        let other = try order("A-1")
        let taken = try #require(try deleted(desk).rows.first?.hindrance)
        #expect(taken.reason == .taken("A-1") && taken.culprit.record == other.number)
        let act = try desk.desk.read { try $0.pastAct(line, on: TemporaryDesk.today) }
        #expect(act.hindrances.map(\.reason) == [.taken("A-1")])
        try desk.desk.write(at: DeletedTests.later, on: TemporaryDesk.today) { write in
            try write.deleteOrder(other, from: nil)
        }
        try desk.desk.write(at: Moment(milliseconds: DeletedTests.later.milliseconds + 1), on: TemporaryDesk.today) {
            try $0.deleteClient(client, from: 1)
        }
        let gone = try deleted(desk).rows.filter { $0.change.subject == .order }
        #expect(gone.allSatisfy { $0.hindrance?.reason == .gone && $0.hindrance?.culprit.title == "Clinic" })
    }

    @Test(arguments: [
        ("boris", true), ("head", true), ("director", true), ("anna", false), ("clara", false), ("support", true),
    ])
    func `a deleted client is known to those who could see it and to nobody else`(who: String, sees: Bool) throws {
        let desk = try SightDesk()
        let client = try #require(desk.clients["b"])
        try desk.temporary.desk.write(
            as: .user(try #require(desk.users["boris"])), at: TemporaryDesk.noon, on: SightDesk.today
        ) { try $0.deleteClient(client, from: $0.read.client(client).version) }
        let rows = try desk.read(who) { try $0.deleted(DeletedQuery(), at: DeletedTests.later, on: SightDesk.today) }
            .rows
        #expect(rows.map(\.change.record) == (sees ? [client.number] : []))
        let row = try desk.read(who) {
            try $0.deletion(of: .client, client.number, at: DeletedTests.later, on: SightDesk.today)
        }
        #expect((row != nil) == sees)
    }

    @Test func `a confidential client that is deleted stays a secret`() throws {
        let desk = try SightDesk()
        let client = try #require(desk.clients["s"])
        try desk.temporary.write { try $0.deleteClient(client, from: $0.read.client(client).version) }
        for (who, sees) in [("anna", true), ("director", true), ("boris", false), ("clara", false), ("reader", false)] {
            let rows = try desk.read(who) {
                try $0.deleted(DeletedQuery(), at: DeletedTests.later, on: SightDesk.today)
            }.rows
            #expect(rows.isEmpty == !sees, "\(who)")
        }
    }

    @Test func `who deleted a client brings it back hours later, and so does the head, but not its KAM alone`() throws {
        for (deleter, who, may) in [
            ("boris", "boris", true), ("boris", "head", true), ("head", "boris", false), ("head", "head", true),
        ] {
            let desk = try SightDesk()
            let client = try #require(desk.clients["b"])
            try desk.temporary.desk.write(
                as: .user(try #require(desk.users[deleter])), at: TemporaryDesk.noon, on: SightDesk.today
            ) { try $0.deleteClient(client, from: $0.read.client(client).version) }
            let row = try #require(
                try desk.read(who) {
                    try $0.deleted(DeletedQuery(), at: DeletedTests.later, on: SightDesk.today)
                }.rows.first)
            #expect(row.mayBeBroughtBack == may, "\(deleter) \(who)")
            func bringBack() throws {
                try desk.temporary.desk.write(
                    as: .user(try #require(desk.users[who])), at: DeletedTests.later, on: SightDesk.today
                ) { try $0.takeBack(row.change.id) }
            }
            guard may else {
                #expect(throws: Refusal.notAllowed) { try bringBack() }
                continue
            }
            try bringBack()
            #expect(try desk.read(who) { try $0.client(client) }.draft.name == "Client b")
        }
    }

    @Test func `a product that orders need names them before it is deleted`() throws {
        let desk = try SightDesk()
        let sheet = try desk.read("director") { try $0.deletionSheet(.product, 1) }
        #expect(sheet.needs.count == 5 && !sheet.needsMore && sheet.going.isEmpty)
        #expect(sheet.needs.allSatisfy { $0.subject == .order && $0.title.hasPrefix("order") })
    }
}
