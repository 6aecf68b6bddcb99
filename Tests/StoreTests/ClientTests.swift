import Domain
import Testing

@testable import Store

@Suite struct ClientTests {
    @Test func `a client that is handed over belongs to each KAM on the KAM's own days`() throws {
        let desk = try TemporaryDesk()
        let id = try desk.addClient("Hospital")
        let marta = try desk.write { try $0.addColleague(UserDraft(name: "Marta Weiss", role: .kam)) }
        let (first, second) = (Day("2026-01-10")!, Day("2026-02-15")!)
        try desk.write { try $0.handOver(id, HandoverDraft(user: Desk.owner, from: first)) }
        try desk.write { try $0.handOver(id, HandoverDraft(user: marta, from: second)) }
        let names = try [first - 1, first, second - 1, second, second + 400].map { day in
            try desk.desk.read { try $0.kam(of: id, on: day)?.name }
        }
        #expect(names == [nil, "Anna Orlova", "Anna Orlova", "Marta Weiss", "Marta Weiss"])
    }

    @Test func `a handover replaces planned handovers and does not change one that has begun`() throws {
        let desk = try TemporaryDesk()
        let id = try desk.addClient("Hospital")
        let marta = try desk.write { try $0.addColleague(UserDraft(name: "Marta Weiss", role: .kam)) }
        func handOver(_ user: User.ID, _ day: String) throws {
            try desk.write { try $0.handOver(id, HandoverDraft(user: user, from: #require(Day(day)))) }
        }
        try handOver(Desk.owner, "2026-02-15")
        #expect(throws: Refusal.invalid(Problems(["from": .alreadyHeld]))) { try handOver(marta, "2026-01-01") }
        try handOver(marta, "2026-05-01")
        try handOver(Desk.owner, "2026-04-01")
        let tie = try desk.desk.read { try $0.kam(of: id, on: Day("2026-06-01")!) }
        #expect(tie == KamTie(user: Desk.owner, name: "Anna Orlova", from: Day("2026-02-15")!, to: nil))
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a client cannot become a member of its own member`() throws {
        let desk = try TemporaryDesk()
        let group = try desk.addClient("Group")
        let member = try desk.write {
            try $0.addClient(ClientDraft(name: "M", kind: .other, parent: group))
        }
        #expect(throws: Refusal.invalid(Problems(["parent": .cycle]))) {
            try desk.write {
                try $0.changeClient(
                    group, from: 1, ClientDraft(name: "Group", kind: .other, parent: member))
            }
        }
    }

    @Test func `two clients may not have the same key`() throws {
        let desk = try TemporaryDesk()
        _ = try desk.addClient("A", key: "K1")
        #expect(throws: Refusal.invalid(Problems(["key": .taken]))) { try desk.addClient("B", key: "K1") }
    }

    @Test func `the client list can be paged forward and back, and shows every client once`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            for number in 0..<123 {
                try write.addClient(
                    ClientDraft(
                        name: "«Больница» \(number % 7)", kind: .hospital
                    ))
            }
        }
        func page(_ query: ClientListQuery) throws -> ClientList {
            try desk.desk.read { try $0.clientList(query, on: TemporaryDesk.today) }
        }
        var seen: [[Client.ID]] = []
        var query = ClientListQuery()
        repeat {
            let list = try page(query)
            seen.append(list.rows.map(\.id))
            query.place = list.later
        } while query.place != nil
        #expect(seen.map(\.count) == [50, 50, 23])
        #expect(Set(seen.joined()).count == 123)
        let last = try page(ClientListQuery(place: ListPlace(.after, name: sortingName("«Больница» 5"), id: .max)))
        let back = try page(ClientListQuery(place: last.earlier))
        #expect(back.later != nil && back.rows.count == 50)
        #expect(try page(ClientListQuery(status: .active)).rows.allSatisfy { $0.status == .active })
    }

    @Test func `a client that a leaver was to take over later is handed over from that day on`() throws {
        let desk = try TemporaryDesk()
        let (now, later) = (TemporaryDesk.today, TemporaryDesk.today + 30)
        let (leaver, other) = try desk.desk.write(at: TemporaryDesk.noon, on: now) {
            (
                try $0.addColleague(UserDraft(name: "Leaver", role: .kam)),
                try $0.addColleague(UserDraft(name: "Other", role: .kam))
            )
        }
        let client = try desk.addClient("One")
        try desk.write { try $0.handOver(client, HandoverDraft(user: Desk.owner, from: now - 5)) }
        try desk.write { try $0.handOver(client, HandoverDraft(user: leaver, from: later)) }
        try desk.write { try $0.handOverAll(of: leaver, HandoverDraft(user: other, from: now)) }
        let holders = try [now, later - 1, later].map { day in
            try desk.desk.read { try $0.kam(of: client, on: day)?.name }
        }
        #expect(holders == ["Anna Orlova", "Anna Orlova", "Other"])
    }

    @Test(arguments: [
        ("SELECT id FROM client WHERE status = ? ORDER BY sort_name, id LIMIT 51", "client_by_status"),
        ("SELECT id FROM client ORDER BY sort_name, id LIMIT 51", "client_by_name"),
        ("SELECT id FROM client WHERE (sort_name, id) > (?, ?) ORDER BY sort_name, id LIMIT 51", "client_by_name"),
        (
            "SELECT id FROM interaction i WHERE i.client_id = ? AND (i.day, i.id) < (?, ?) ORDER BY i.day DESC, i.id DESC LIMIT 8",
            "interaction_by_client"
        ),
        ("SELECT max(i.day) FROM interaction i WHERE i.client_id = ?", "interaction_by_client"),
        ("SELECT min(m.due_day) FROM matter m WHERE m.client_id = ? AND m.done_day IS NULL", "matter_open_by_client"),
        (
            "SELECT id FROM matter WHERE done_day IS NULL AND due_day <= ? ORDER BY due_day, id LIMIT 30",
            "matter_open_by_due"
        ),
        ("SELECT * FROM change WHERE client_id = ? AND id < ? ORDER BY id DESC LIMIT 7", "change_by_client"),
        ("SELECT max(day) FROM interaction_person WHERE person_id = ?", "PRIMARY KEY"),
    ])
    func `a frequent query uses its index and sorts nothing`(sql: String, index: String) throws {
        let desk = try TemporaryDesk()
        let plan = try desk.desk.read { read in
            try read.rows(
                "EXPLAIN QUERY PLAN " + sql, .init(Array(repeating: nil as Int?, count: sql.filter { $0 == "?" }.count))
            ) {
                $0[3] as String
            }
        }.joined(separator: "; ")
        #expect(plan.contains(index) && !plan.contains("TEMP B-TREE") && !plan.contains("SCAN client;"), "\(plan)")
    }
}
