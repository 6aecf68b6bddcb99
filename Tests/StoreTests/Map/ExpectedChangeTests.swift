import Domain
import Testing

@testable import Store

/// What may move the balance at a client: who sees it, what it says by itself, and what becomes of it.
@Suite struct ExpectedChangeTests {
    private let desk = try! SightDesk()
    private let today = SightDesk.today

    private func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.temporary.desk.write(as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: today, body)
    }

    private func draft(
        _ text: String = "Leaves", of person: Person.ID? = nil, in days: Int = 50, shift: Int? = -4
    ) -> ExpectedChangeDraft {
        ExpectedChangeDraft(
            kind: .retirement, text: text, person: person, day: today + days, probability: 50, shift: shift,
            source: "Said so")
    }

    private func balance(_ letter: String, as who: String = "director", on day: Day? = nil) throws
        -> (curve: [Balance], outlook: Outlook)?
    {
        try desk.read(who) { try $0.balance(MapQuery(.client(desk.clients[letter]!)), on: day ?? today) }
    }

    private func expectAll() throws {
        for (letter, holder) in SightDesk.holders.sorted(by: { $0.key < $1.key }) {
            try act(holder ?? "head") { try $0.expect(draft(letter), at: desk.clients[letter]!) }
        }
    }

    @Test func `each user sees the expected changes of their own clients only`() throws {
        try expectAll()
        for (who, clients) in SightTests.whole {
            // Support sees no dossier.
            let whole = who == "support" ? "" : clients
            for letter in desk.clients.keys {
                let texts = try balance(letter, as: who)?.outlook.expected.map(\.text) ?? []
                #expect(texts == (whole.contains(letter) ? [letter] : []), "\(letter) to \(who)")
            }
        }
    }

    @Test(arguments: ["boris", "clara", "reader", "support", "admin"])
    func `a user who does not see a client whole may not edit its expected changes`(who: String) throws {
        try expectAll()
        let id = try #require(try balance("a")).outlook.expected[0].id
        for body in [
            { _ = try $0.expect(draft(), at: desk.clients["a"]!) },
            { _ = try $0.changeExpectation(id, from: nil, draft("Other")) },
            { try $0.conclude(id, hasHappened: true) }, { try $0.deleteExpectation(id, from: nil) },
        ] as [(WriteTransaction) throws -> Void] where who != "reader" {
            #expect(throws: Refusal.notFound) { try act(who, body) }
        }
        #expect(try #require(try balance("a")).outlook.expected.map(\.text) == ["a"])
    }

    @Test(
        arguments: [
            (4, 2, -8), (3, -1, 3), (nil, 2, -2), (5, nil, 0), (nil, nil, 0),
        ] as [(Int?, Int?, Int)])
    func `a retirement without a shift removes the person's weight`(power: Int?, stance: Int?, shift: Int) throws {
        let (person, client) = (desk.people["a"]!, desk.clients["a"]!)
        try act("anna") { write in
            // Another client's judgement, an older one and one of a competitor say nothing.
            try write.assess(person, at: client, AssessmentDraft(day: today - 9, stance: 1, competitor: "X"))
            if power != nil || stance != nil {
                try write.assess(person, at: client, AssessmentDraft(day: today - 5, power: power, stance: stance))
            }
            try write.expect(draft(of: person, shift: nil), at: client)
        }
        #expect(try #require(try balance("a")).outlook.expected.map(\.shift) == [shift])
    }

    @Test func `an expected change concerns a person with a post at the client, who may leave later`() throws {
        let client = desk.clients["a"]!
        #expect(throws: Refusal.invalid(Problems(["person": .unknown]))) {
            try act("head") { _ = try $0.expect(draft(of: desk.people["b"]!), at: client) }
        }
        let person = desk.people["a"]!
        let id = try act("anna") { try $0.expect(draft(of: person), at: client) }
        let posts = try desk.read("anna") { try $0.personSheet(person, on: today).posts }
        try act("anna") { try $0.changePost(posts[0].id, from: nil, PostDraft(title: nil, to: today - 1)) }
        #expect(try act("anna") { try $0.changeExpectation(id, from: 1, draft("Left", of: person)) })
    }

    @Test func `a concluded change leaves the forecast, and comes back when it is reopened`() throws {
        let id = try desk.temporary.write(on: today - 5) { try $0.expect(draft(), at: desk.clients["a"]!) }
        func forecast(on day: Day? = nil) throws -> [Int] {
            try #require(try balance("a", on: day)).outlook.forecast.map(\.middle)
        }
        #expect(try forecast() == [0, -2, -2])
        try act("anna") { try $0.conclude(id, hasHappened: true) }
        let row = try #require(try balance("a")).outlook.expected[0]
        #expect(row.outcome == ExpectedOutcome(hasHappened: true, day: today))
        #expect(try forecast() == [])
        // As of an earlier day it was ahead, and before it was noted nobody expected it.
        #expect(try forecast(on: today - 1) == [0, -2, -2])
        #expect(try forecast(on: today - 6) == [])
        try act("anna") { try $0.conclude(id, hasHappened: false) }
        #expect(try #require(try balance("a")).outlook.expected[0].outcome?.hasHappened == false)
        try act("anna") { try $0.conclude(id, hasHappened: nil) }
        #expect(try forecast() == [0, -2, -2])
    }

    @Test func `a change concluded over a year ago is not shown any more`() throws {
        let id = try act("anna") { try $0.expect(draft(), at: desk.clients["a"]!) }
        try act("anna") { try $0.conclude(id, hasHappened: true) }
        #expect(try #require(try balance("a", on: today + 364)).outlook.expected.count == 1)
        #expect(try #require(try balance("a", on: today + 365)).outlook.expected.isEmpty)
    }

    @Test func `after a merge an expected change names the other person, and after a deletion nobody`() throws {
        let client = desk.clients["a"]!
        let (one, other) = try act("anna") { write in
            let people = try ["One", "Other"].map { name in
                let person = try write.addPerson(PersonDraft(name: name))
                try write.addPost(PostDraft(title: nil), person: person, client: client)
                return person
            }
            return (people[0], people[1])
        }
        try act("anna") { try $0.expect(draft(of: one), at: client) }
        func person() throws -> Person.ID? { try #require(try balance("a")).outlook.expected[0].person?.id }
        try act("anna") { try $0.mergePerson(one, into: other, from: [:]) }
        #expect(try person() == other)
        try act("anna") { try $0.deletePerson(other, from: $0.read.person(other).version) }
        #expect(try person() == nil)
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        try act("director") { try $0.takeBack(line) }
        #expect(try person() == other)
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `deleting a client deletes its expected changes, and undoing it restores them`() throws {
        try act("anna") { try $0.expect(draft(of: desk.people["a"]!), at: desk.clients["a"]!) }
        try act("anna") { try $0.deleteClient(desk.clients["a"]!, from: 1) }
        #expect(try desk.temporary.desk.read { try $0.count("SELECT count(*) FROM expected_change") } == 0)
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        try act("director") { try $0.takeBack(line) }
        #expect(try #require(try balance("a")).outlook.expected.map(\.text) == ["Leaves"])
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `correcting an expected change does not change its author`() throws {
        let id = try act("anna") { try $0.expect(draft(), at: desk.clients["a"]!) }
        try act("head") { _ = try $0.changeExpectation(id, from: 1, draft("Other")) }
        let row = try #require(try balance("a")).outlook.expected[0]
        #expect(row.text == "Other" && row.by == "anna")
        #expect(throws: Refusal.conflict(current: 2)) {
            try act("anna") { _ = try $0.changeExpectation(id, from: 1, draft("Third")) }
        }
    }

    @Test func `a territory's balance counts each person at each client that the viewer sees`() throws {
        let shared = try desk.temporary.write { write in
            for letter in ["a", "b", "c", "n"] {
                var draft = try write.read.client(desk.clients[letter]!).draft
                draft.territory = letter == "c" ? "East" : "West"
                try write.changeClient(desk.clients[letter]!, from: nil, draft)
            }
            let shared = try write.addPerson(PersonDraft(name: "Shared"))
            for (letter, stance) in [("a", 2), ("b", -1), ("c", 2)] {
                let client = desk.clients[letter]!
                try write.addPost(PostDraft(title: nil), person: shared, client: client)
                let known = AssessmentDraft(day: today - 20, power: 3, stance: stance)
                try write.assess(shared, at: client, known)
                try write.assess(
                    desk.people[letter]!, at: client, AssessmentDraft(day: today - 20, power: 1, stance: 1))
            }
            try write.expect(draft("Election", shift: -10), at: desk.clients["b"]!)
            return shared
        }
        func west(_ who: String) throws -> (curve: [Balance], outlook: Outlook) {
            try desk.read(who) { try #require(try $0.balance(MapQuery(.desk, territory: "West"), on: today)) }
        }
        let all = try west("director")
        #expect(all.curve.last?.middle == 6 + 1 - 3 + 1)
        #expect(all.outlook.territory == Outlook.Territory(judged: 2, clients: 3))
        #expect(all.outlook.forecast.map(\.middle) == [5, 0, 0])
        #expect(all.outlook.expected.map(\.client.id) == [desk.clients["b"]!])
        let annas = try west("anna")
        #expect(annas.curve.last?.middle == 7 && annas.outlook.forecast.isEmpty && annas.outlook.expected.isEmpty)
        #expect(annas.outlook.territory == Outlook.Territory(judged: 1, clients: 1))
        let boriss = try west("boris")
        #expect(boriss.curve.last?.middle == -2 && boriss.outlook.expected.count == 1)
        #expect(try desk.read("support") { try $0.balance(MapQuery(.desk, territory: "West"), on: today) } == nil)
        #expect(try desk.read("director") { try $0.balance(MapQuery(.desk), on: today) } == nil)
        #expect(try desk.read("director") { try $0.balance(MapQuery(.person(shared)), on: today) } == nil)
    }

    @Test func `a client where nobody has been assessed has no balance curve`() throws {
        #expect(try #require(try balance("a")).curve.isEmpty)
        try act("anna") {
            _ = try $0.assess(desk.people["a"]!, at: desk.clients["a"]!, AssessmentDraft(day: today, power: 2))
        }
        #expect(try #require(try balance("a")).curve.last == Balance(day: today, low: -4, middle: 0, high: 4))
        #expect(try #require(try balance("a", on: today - 1)).curve.isEmpty)
    }
}
