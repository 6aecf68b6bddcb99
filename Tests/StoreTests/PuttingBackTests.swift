import Domain
import GRDB
import Testing

@testable import Demo
@testable import Store

@Suite struct PuttingBackTests {
    /// A record's row without what the desk keeps of it, and the people it names.
    static func row(_ subject: Change.Subject, _ id: Int64, _ desk: Desk) throws -> String {
        try desk.read { read in
            let row = try Row.fetchOne(read.db, sql: "SELECT * FROM \(subject.rawValue) WHERE id = ?", arguments: [id])
            let columns = row?.filter { $0.0 != "version" }.map { "\($0.0)=\($0.1)" } ?? ["none"]
            let people = subject.kind.namesPeople ? try read.people(of: subject, id).map { String($0.number) } : []
            return (columns + people).joined(separator: " ")
        }
    }

    static let records = dossierRecords + ProfileActs.records + EventActs.records

    private static let dossierRecords:
        [(subject: Change.Subject, change: @Sendable (WriteTransaction, inout SplitMix) throws -> Void)] =
            [
                (
                    .client,
                    { write, random in
                        var draft = try write.read.client(ID(2)).draft
                        let words = [nil, "Омск", "Тверь", "a\nb"]
                        draft.city = words[random.below(4)]
                        draft.note = words[random.below(4)]
                        draft.name = words[random.below(3) + 1] ?? ""
                        try write.changeClient(ID(2), from: nil, draft)
                    }
                ),
                (
                    .interaction,
                    { write, random in
                        var draft = try write.read.interaction(ID(2)).draft
                        draft.people = (1...4).filter { _ in random.below(2) == 0 }.map { ID(Int64($0)) }
                        draft.day = draft.day - random.below(3)
                        draft.mood = [nil, .good, .tense][random.below(3)]
                        try write.changeInteraction(ID(2), from: nil, draft)
                    }
                ),
                (
                    .brief,
                    { write, random in
                        var draft = try write.read.brief(of: ID(2)).draft
                        draft.people = (1...4).filter { _ in random.below(2) == 0 }.map { ID(Int64($0)) }
                        draft.objections[random.below(3)] = Objection(text: random.below(2) == 0 ? nil : "Too dear")
                        try write.prepareBrief(draft, of: ID(2), from: nil)
                    }
                ),
            ]

    @Test(arguments: records.indices, 1...3)
    func `any version of a record can be put back, even after a deletion and its undo`(kind: Int, seed: Int) throws {
        let temporary = try TakingBackTests.world()
        let (subject, change) = PuttingBackTests.records[kind]
        let number: Int64 = subject == .brief ? 1 : 2
        let deletesPerson = [.tie, .assessment, .ladderMove, .fact, .guest, .talk].contains(subject)
        var random = SplitMix(seed: UInt64(seed))
        var versions: [(line: Change.ID, row: String)] = []
        for step in 0..<8 {
            try temporary.write { try change($0, &random) }
            let line = try #require(try temporary.desk.read { try $0.lastChange() })
            if line != versions.last?.line {
                versions.append((line, try PuttingBackTests.row(subject, number, temporary.desk)))
            }
            if step == 4 {
                try temporary.write { write in
                    // Of persons 1 and 2, of whom the judgements are, and of client 2, of which all others are.
                    for person in deletesPerson ? [1, 2] as [Person.ID] : [] {
                        try write.deletePerson(person, from: write.read.person(person).version)
                    }
                    if !deletesPerson { try write.deleteClient(ID(2), from: write.read.client(ID(2)).version) }
                }
                try temporary.write { try $0.takeBack(#require(try $0.read.lastChange())) }
            }
        }
        for version in versions.shuffled(using: &random) {
            try temporary.write {
                try $0.putBack(version.line, from: $0.read.pastVersion(version.line, on: $0.today).version ?? 0)
            }
            #expect(try PuttingBackTests.row(subject, number, temporary.desk) == version.row)
        }
        #expect(try Desk.check(path: temporary.path).isEmpty)
    }

    /// What the schema does not forbid by itself, undone or put back.
    @Test func `putting back a version that would break a rule is refused, and nothing is written`() throws {
        let temporary = try TemporaryDesk()
        let (one, two) = (try temporary.addClient("One"), try temporary.addClient("Two"))
        func place(_ client: Client.ID, under parent: Client.ID?) throws -> Change.ID {
            try temporary.write { write in
                var draft = try write.read.client(client).draft
                draft.parent = parent
                try write.changeClient(client, from: nil, draft)
            }
            return try #require(try temporary.desk.read { try $0.lastChange() })
        }
        let under = try place(one, under: two)
        let out = try place(one, under: nil)
        _ = try place(two, under: one)
        for attempt in [
            { try $0.takeBack(out) },
            { try $0.putBack(under, from: $0.read.pastVersion(under, on: $0.today).version ?? 0) },
        ] as [(WriteTransaction) throws -> Void] {
            #expect(throws: Refusal.invalid(Problems(["act": .inUse]))) { try temporary.write(attempt) }
        }
        #expect(try temporary.desk.read { try $0.client(one).draft.parent } == nil)
    }

    @Test func `a shipment with returned goods may not be undone`() throws {
        let temporary = try TakingBackTests.world()
        let order = try temporary.desk.read { read in
            try read.one(
                "SELECT order_id FROM order_line WHERE order_id IN (SELECT id FROM client_order WHERE shipped_day IS NULL AND status = 'confirmed') LIMIT 1",
                []
            ) { Order.ID($0[0]) }
        }
        try temporary.write { write in
            var draft = try write.read.order(order).draft
            (draft.status, draft.shippedOn) = (.shipped, write.today)
            try write.changeOrder(order, from: nil, draft)
        }
        let shipped = try #require(try temporary.desk.read { try $0.lastChange() })
        try temporary.write { write in
            let line = try write.read.one("SELECT id FROM order_line WHERE order_id = ? LIMIT 1", [order.number]) {
                OrderLine.ID($0[0])
            }
            let worth = try write.read.line(line).draft.worth
            try write.addReturn(GoodsReturnDraft(day: write.today, worth: worth, reason: "broken"), of: line)
        }
        #expect(throws: Refusal.invalid(Problems(["act": .inUse]))) { try temporary.write { try $0.takeBack(shipped) } }
        #expect(try Desk.check(path: temporary.path).isEmpty)
    }
}
