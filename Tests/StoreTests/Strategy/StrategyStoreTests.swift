import Domain
import Testing

@testable import Store

/// How the strategy for a client is kept.
@Suite struct StrategyStoreTests {
    @Test func `an objection of a brief stands in the strategy, and its answer is kept in one place`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        func prepare(_ text: String, _ answer: String?) throws {
            try desk.write { write in
                var draft = BriefDraft()
                draft.objections[0] = Objection(text: text, answer: answer)
                try write.prepareBrief(draft, of: client, from: nil)
            }
        }
        func objections() throws -> [Objection] {
            try desk.desk.read { try $0.briefSheet(of: client, on: TemporaryDesk.today).objections }
        }
        try prepare("Too dear", nil)
        try prepare("too dear", "Not by the month")
        #expect(try objections() == [Objection(text: "Too dear", answer: "Not by the month")])
        let rows = try desk.desk.read { try $0.strategyRows(of: client, on: TemporaryDesk.today) }
        #expect(rows.map(\.draft.text) == ["Too dear"])
        // A brief that is saved again with its old words does not undo a newer answer.
        try desk.write { write in
            var draft = rows[0].draft
            draft.answer = "The table was sent"
            try write.changeStrategyLine(rows[0].line.id, from: nil, draft)
        }
        try prepare("too dear", "Not by the month")
        #expect(try objections() == [Objection(text: "Too dear", answer: "The table was sent")])
        // What is settled there is not said again.
        try desk.write { write in
            var draft = rows[0].draft
            (draft.state, draft.closedOn) = (.done, write.today)
            try write.changeStrategyLine(rows[0].line.id, from: nil, draft)
        }
        #expect(try objections().isEmpty)
    }

    @Test func `a review that was held is a meeting with its promises, and says when the next one is`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let today = TemporaryDesk.today
        try desk.write {
            try $0.holdReview(
                YearlyReviewDraft(
                    topic: "Review", text: "One schedule", day: today, next: today + 300,
                    agreed: [MatterDraft(side: .ours, text: "Schedule", due: today + 9, person: nil)]), with: client)
        }
        let agenda = try desk.desk.read { try $0.reviewAgenda(of: client, on: today) }
        #expect(agenda.last?.draft.text == "One schedule" && agenda.last?.draft.due == today + 300)
        #expect(agenda.matters.map(\.text) == ["Schedule"] && agenda.matters[0].agreedOn == today)
    }

    @Test func `a line stays in its group, and an unknown owner or person is named`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let id = try desk.write {
            try $0.addStrategyLine(StrategyDraft(.risk, text: "r", day: $0.today), of: client)
        }
        func refused(_ change: (inout StrategyDraft) -> Void) -> Refusal? {
            var draft = StrategyDraft(.risk, text: "r", day: TemporaryDesk.today)
            change(&draft)
            return #expect(throws: Refusal.self) {
                try desk.write { try $0.changeStrategyLine(id, from: nil, draft) }
            }
        }
        #expect(refused { $0.topic = .wish } == .invalid(Problems(["topic": .notAChoice])))
        #expect(refused { $0.owner = User.ID(99) } == .invalid(Problems(["owner": .unknown])))
        #expect(refused { $0.person = Person.ID(99) } == .invalid(Problems(["person": .unknown])))
    }

    @Test func `a client has one investment a year, and what came is the income above the year before the first`()
        throws
    {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        func draft(_ year: Int) -> InvestmentDraft {
            InvestmentDraft(
                year: year, low: .zero, expected: Money(1), high: Money(2), source: "s", day: TemporaryDesk.today)
        }
        try desk.write { try $0.addInvestment(draft(2026), in: client) }
        #expect(throws: Refusal.invalid(Problems(["year": .taken]))) {
            try desk.write { try $0.addInvestment(draft(2026), in: client) }
        }
        let programme = try desk.desk.read { try $0.strategySheet(of: client, on: TemporaryDesk.today).programme }
        // January and February of 2026 are full; nothing was sold in them or a year before.
        #expect(programme.years.map(\.actual) == [0])
        let december = try desk.desk.read {
            try $0.strategySheet(of: client, on: Day("2025-12-31")!).programme.years.map(\.actual)
        }
        #expect(december == [nil])
    }

    @Test func `a dropped promise is no longer open, says why, and can be opened again`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let id = try desk.write {
            try $0.addMatter(MatterDraft(side: .theirs, text: "List", due: nil, person: nil), client: client)
        }
        try desk.write { try $0.drop(id, from: nil, DroppedMatter(reason: "No staff", isTold: false)!) }
        var list = try desk.desk.read { try $0.clientMatters(client) }
        #expect(list.open.isEmpty && list.done.map(\.drop) == [DroppedMatter(reason: "No staff", isTold: false)])
        try desk.write { try $0.setDone(id, false) }
        list = try desk.desk.read { try $0.clientMatters(client) }
        #expect(list.open.map(\.drop) == [nil] && list.done.isEmpty)
    }

    @Test func `a confirmed step stays confirmed until it changes`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let person = try desk.write { write in
            let person = try write.addPerson(PersonDraft(name: "Ivanova"))
            _ = try write.addPost(PostDraft(title: "Chief"), person: person, client: client)
            return person
        }
        let step = try desk.write {
            try $0.climb(person, LadderDraft(day: $0.today - 9, step: .contact, theirs: "Came", ours: nil))
        }
        try desk.write { try $0.confirmStep(step, true) }
        func confirmed() throws -> Day? {
            try desk.desk.read { try $0.clientPeople(client, on: TemporaryDesk.today).now.first?.step?.confirmedOn }
        }
        #expect(try confirmed() == TemporaryDesk.today)
        try desk.write {
            try $0.changeLadderMove(
                step, from: nil, LadderDraft(day: $0.today - 9, step: .contact, theirs: "Came twice", ours: nil))
        }
        #expect(try confirmed() == TemporaryDesk.today)
        try desk.write {
            try $0.changeLadderMove(
                step, from: nil, LadderDraft(day: $0.today - 8, step: .contact, theirs: "Came twice", ours: nil))
        }
        #expect(try confirmed() == nil)
    }

    @Test func `only what ages and is open is still so, and a promise is dropped as it was seen`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let (risk, wish, matter) = try desk.write { write in
            var over = StrategyDraft(.risk, text: "r", day: write.today - 9)
            (over.state, over.closedOn) = (.done, write.today - 2)
            return (
                try write.addStrategyLine(over, of: client),
                try write.addStrategyLine(StrategyDraft(.wish, text: "w", day: write.today - 9), of: client),
                try write.addMatter(MatterDraft(side: .ours, text: "m", due: nil, person: nil), client: client)
            )
        }
        for id in [risk, wish] {
            #expect(throws: Refusal.notFound) { try desk.write { try $0.confirmStrategyLine(id) } }
        }
        try desk.write { try $0.setDone(matter, true) }
        #expect(throws: Refusal.conflict(current: 2)) {
            try desk.write { try $0.drop(matter, from: 1, DroppedMatter(reason: "r", isTold: false)!) }
        }
    }
}
