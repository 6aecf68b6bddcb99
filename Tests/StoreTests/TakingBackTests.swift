import Domain
import Testing

@testable import Demo
@testable import Store

@Suite struct TakingBackTests {
    private static let template = Result {
        try DeskTemplate { temporary in
            try World(clients: 10, years: 1, seed: 1, language: "en", today: TemporaryDesk.today).write(
                into: temporary.desk
            ) { _, _ in }
            try temporary.write {
                try $0.prepareBrief(BriefDraft(aim: "A date", people: [ID(1), ID(2)]), of: ID(2), from: nil)
                try ProfileActs.judge($0)
            }
        }
    }

    static func world() throws -> TemporaryDesk { try template.get().copy() }

    /// Acts of every kind, each on records that the demo world has.
    static let acts: [(name: String, act: @Sendable (WriteTransaction) throws -> Void)] =
        dossierActs + ProfileActs.acts + EventActs.acts

    private static let dossierActs: [(name: String, act: @Sendable (WriteTransaction) throws -> Void)] = [
        (
            "a client is added",
            { try $0.addClient(ClientDraft(name: "New", kind: .hospital), kam: ID(1)) }
        ),
        (
            "a client is changed",
            { write in
                var draft = try write.read.client(ID(2)).draft
                (draft.name, draft.note, draft.parent) = ("Ель", "note", nil)
                try write.changeClient(ID(2), from: nil, draft)
            }
        ),
        ("a client is handed over", { try $0.handOver(ID(2), HandoverDraft(user: ID(3), from: $0.today)) }),
        (
            "a leaver's clients are handed over",
            {
                try $0.handOverAll(
                    of: ID(3), HandoverDraft(Entries(["kam": "2", "note": "calls on Mondays"]), today: $0.today))
            }
        ),
        ("a client is deleted with all it has", { try $0.deleteClient(ID(2), from: $0.read.client(ID(2)).version) }),
        ("a group is deleted", { try $0.deleteClient(ID(1), from: $0.read.client(ID(1)).version) }),
        ("a person is deleted", { try $0.deletePerson(ID(2), from: $0.read.person(ID(2)).version) }),
        ("a post is deleted", { try $0.deletePost(ID(1), from: nil) }),
        (
            "an interaction is logged",
            { write in
                try write.logInteraction(
                    InteractionDraft(
                        client: ID(2), kind: .visit, day: write.today, topic: "Audit", note: nil, mood: nil,
                        isConfidential: false, people: [ID(1), ID(2)]),
                    agreed: [MatterDraft(side: .ours, text: "Send data", due: write.today + 3, person: nil)])
            }
        ),
        (
            "an interaction has another day and other people",
            { write in
                var draft = try write.read.interaction(ID(1)).draft
                (draft.day, draft.people, draft.topic) = (draft.day - 3, [ID(1), ID(3)], "Another")
                try write.changeInteraction(ID(1), from: nil, draft)
            }
        ),
        ("an interaction is deleted", { try $0.deleteInteraction(ID(1), from: nil) }),
        (
            "a meeting is prepared anew",
            { write in
                var draft = try write.read.brief(of: ID(2)).draft
                (draft.day, draft.people) = (draft.day.map { $0 + 1 } ?? write.today, [ID(2), ID(3)])
                draft.objections[1] = Objection(text: "Too dear", answer: "Not by the year")
                try write.prepareBrief(draft, of: ID(2), from: nil)
            }
        ),
        (
            "a meeting is prepared for the first time",
            { try $0.prepareBrief(BriefDraft(day: $0.today, people: [ID(1)]), of: ID(3), from: 0) }
        ),
        ("a matter is done", { try $0.setDone(ID(1), $0.read.matter(ID(1)).doneOn == nil) }),
        ("an order is deleted", { try $0.deleteOrder(ID(1), from: nil) }),
        ("an invoice is deleted", { try $0.deleteInvoice(ID(1), from: nil) }),
        ("a payment is deleted", { try $0.deletePayment(ID(1), from: nil) }),
    ]

    @Test(arguments: acts.map(\.name))
    func `taking back an act restores the desk, and taking that back repeats the act`(name: String) throws {
        let temporary = try TakingBackTests.world()
        let act = try #require(TakingBackTests.acts.first { $0.name == name }).act
        let before = try DeskContents.all(temporary.desk)
        try temporary.write(act)
        let after = try DeskContents.all(temporary.desk)
        #expect(after != before)
        try temporary.write { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(try DeskContents.all(temporary.desk) == before)
        try temporary.write { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(try DeskContents.all(temporary.desk) == after)
        #expect(try Desk.check(path: temporary.path).isEmpty)
    }

    @Test(arguments: 1...4)
    func `many acts in a row are undone one by one`(seed: Int) throws {
        let temporary = try TakingBackTests.world()
        var random = SplitMix(seed: UInt64(seed))
        var states = [try DeskContents.all(temporary.desk)]
        var lines: [Change.ID] = []
        for _ in 0..<8 {
            let act = TakingBackTests.acts[random.below(TakingBackTests.acts.count)].act
            do { try temporary.write(act) } catch is Refusal { continue }
            let line = try temporary.desk.read { try $0.lastChange() }
            guard let line, line != lines.last else { continue }
            lines.append(line)
            states.append(try DeskContents.all(temporary.desk))
        }
        for (line, state) in zip(lines, states).reversed() {
            try temporary.write { try $0.takeBack(line) }
            #expect(try DeskContents.all(temporary.desk) == state)
        }
        #expect(try Desk.check(path: temporary.path).isEmpty)
    }

    @Test func `taking back a change keeps another field that was changed since`() throws {
        let temporary = try TakingBackTests.world()
        for (city, note) in [("Омск", nil), ("Омск", "later")] as [(String, String?)] {
            try temporary.write { write in
                var draft = try write.read.client(ID(2)).draft
                (draft.city, draft.note) = (city, note)
                try write.changeClient(ID(2), from: nil, draft)
            }
        }
        let line = try #require(try temporary.desk.read { try $0.clientHistory(ID(2)).changes[1].id })
        try temporary.write { try $0.takeBack(line) }
        let draft = try temporary.desk.read { try $0.client(ID(2)).draft }
        #expect(draft.city == "Rostov-on-Don" && draft.note == "later")
    }

    @Test func `a field that was changed since keeps an act from being undone, and is named`() throws {
        let temporary = try TakingBackTests.world()
        try temporary.write { write in
            var draft = try write.read.client(ID(2)).draft
            draft.city = "Омск"
            try write.changeClient(ID(2), from: nil, draft)
        }
        let line = try #require(try temporary.desk.read { try $0.lastChange() })
        try temporary.write { write in
            var draft = try write.read.client(ID(2)).draft
            draft.city = "Тверь"
            try write.changeClient(ID(2), from: nil, draft)
        }
        let before = try DeskContents.all(temporary.desk)
        #expect(throws: Refusal.invalid(Problems(["act": .inUse]))) { try temporary.write { try $0.takeBack(line) } }
        #expect(try DeskContents.all(temporary.desk) == before)
        let act = try temporary.desk.read { try $0.pastAct(line, on: TemporaryDesk.today) }
        #expect(act.obstacles.map(\.isChanged) == [true] && act.obstacles.map(\.record) == [2] && act.count == 1)
    }

    @Test func `two acts at the same moment are undone one at a time`() throws {
        let temporary = try TemporaryDesk()
        let (one, two) = (try temporary.addClient("One"), try temporary.addClient("Two"))
        try temporary.write { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(throws: Refusal.notFound) { try temporary.desk.read { try $0.clientName(two) } }
        #expect(try temporary.desk.read { try $0.clientName(one) }.name == "One")
    }
}
