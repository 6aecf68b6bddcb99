import Testing

@testable import Domain

/// Lines of the strategy: what each topic has and needs.
@Suite struct StrategyTests {
    private static let today = Day("2026-03-02")!
    private static let currency = Currency("EUR")

    private func draft(_ topic: StrategyTopic, _ fields: [String: String] = [:]) throws(Problems) -> StrategyDraft {
        let base = ["topic": topic.rawValue, "text": "t", "day": "2026-03-01"]
        return try StrategyDraft(
            Entries(base.merging(fields) { $1 }), StrategyTests.currency, today: StrategyTests.today)
    }

    /// What each field may hold.
    private static let values = [
        "side": "theirs", "measure": "m", "target": "1 → 2", "likelihood": "even", "amount": "12.50", "answer": "a",
        "promise": "p", "passed_to": "Director", "passed_on": "2026-03-01", "level": "company", "priority": "2",
        "step": "met", "chance": "40", "owner": "1", "person": "1", "due": "2026-05-01", "state": "done",
        "closed": "2026-03-02", "source": "s",
    ]

    @Test(arguments: StrategyTopic.allCases)
    func `a topic keeps its own fields and no others, and its form gives them back`(topic: StrategyTopic) throws {
        let full = try draft(topic, StrategyTests.values)
        let entries = full.entries(StrategyTests.currency)
        for field in StrategyField.allCases where field != .state {
            #expect(entries.has(field.rawValue) == topic.has(field), "\(field)")
        }
        let again = try StrategyDraft(entries, StrategyTests.currency, today: StrategyTests.today)
        #expect(again == full)
    }

    @Test(arguments: StrategyTopic.allCases)
    func `what a topic needs is asked for, field by field`(topic: StrategyTopic) {
        let needed = Set(topic.required.map(\.rawValue)).union(topic.needsSource ? ["source"] : [])
        do throws(Problems) {
            _ = try draft(topic)
            #expect(needed.isEmpty)
        } catch {
            #expect(Set(error.byField.keys) == needed)
        }
        for field in needed {
            var fields = StrategyTests.values
            fields[field] = nil
            let problems = #expect(throws: Problems.self) { try draft(topic, fields) }
            #expect(problems?[field] == .required, "\(field)")
        }
    }

    @Test func `a line that is over has its day, and one that is open has none`() throws {
        #expect(try draft(.objection, ["state": "done"]).closedOn == StrategyTests.today)
        #expect(try draft(.objection).closedOn == nil)
        let open = #expect(throws: Problems.self) { try draft(.objection, ["closed": "2026-03-02"]) }
        #expect(open?["closed"] == .stillOpen)
        let early = #expect(throws: Problems.self) {
            try draft(.objection, ["state": "done", "closed": "2026-02-28"])
        }
        #expect(early?["closed"] == .endsBeforeStart)
    }

    @Test func `a complaint or a wish is not closed without what came of it`() throws {
        for topic in [StrategyTopic.complaint, .wish] {
            let problems = #expect(throws: Problems.self) { try draft(topic, ["state": "dropped", "owner": "1"]) }
            #expect(problems?["answer"] == .required)
            #expect(try draft(topic, ["state": "dropped", "owner": "1", "answer": "a"]).answer == "a")
        }
    }

    @Test func `whom it was passed to has a day, and no day is without whom`() throws {
        #expect(try draft(.wish, ["passed_to": "Director"]).passedOn == StrategyTests.today)
        let problems = #expect(throws: Problems.self) { try draft(.wish, ["passed_on": "2026-03-01"]) }
        #expect(problems?["passed_to"] == .required)
    }

    @Test func `how they run is to be asked again after a year, and still so begins its age anew`() throws {
        let line = try draft(.need, ["source": "s"])
        let year = line.day + 365
        #expect(!line.isStale(on: year) && line.isStale(on: year + 1))
        #expect(!line.stillSo(on: year + 1).isStale(on: year + 1))
        #expect(!(try draft(.objection)).isStale(on: year + 1))
    }

    @Test func `lines stand by the day on which they are due, what is over last`() {
        func row(_ id: Int64, due: Day?, closed: Day? = nil) -> StrategySheet.Row {
            var draft = StrategyDraft(.objective, text: "\(id)", day: StrategyTests.today)
            (draft.due, draft.closedOn, draft.state) = (due, closed, closed == nil ? .open : .done)
            return StrategySheet.Row(
                line: StrategyLine(id: ID(id), version: 1, draft: draft), by: "", owner: nil, person: nil)
        }
        let today = StrategyTests.today
        let sheet = StrategySheet(
            client: Named(id: ID(1), name: ""), today: today,
            rows: [
                row(1, due: nil), row(2, due: today + 9), row(3, due: today - 1),
                row(4, due: today - 9, closed: today - 2), row(5, due: today - 8, closed: today + 2),
            ], programme: InvestmentProgramme([], rate: nil))
        #expect(sheet.rows(of: .objective).map(\.line.id.number) == [5, 3, 2, 1, 4])
        #expect(sheet.late.map(\.line.id.number) == [3, 5])
    }
}
