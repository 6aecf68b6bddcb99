import Testing

@testable import Domain

@Suite struct ProjectTests {
    private static let today = Day("2026-03-02")!

    private static func row(
        level: DevelopmentLevel = .d1, lookIn: Int = 1, movedAgo: Int = 0, openSteps: Int = 1, isClosed: Bool = false
    ) -> ProjectRow {
        ProjectRow(
            id: ID(1), person: Named(id: ID(1), name: "P"), client: Named(id: ID(1), name: "C"), goal: "G", kam: nil,
            level: level,
            lookIn: today + lookIn, due: nil, closedOn: isClosed ? today : nil, openSteps: openSteps, nextStep: nil,
            budget: Budget(estimated: .zero, committed: .zero, actual: .zero), movedOn: today - movedAgo)
    }

    @Test func `the higher the level, the less often a manager looks in and the less the manager directs`() {
        let levels = DevelopmentLevel.allCases
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $0.lookIn < $1.lookIn })
        #expect(levels.map(\.style) == [.directing, .coaching, .supporting, .delegating])
    }

    @Test(
        arguments: [
            (row(), []), (row(lookIn: 0), []), (row(lookIn: -1), [.notLookedInto(since: today - 1)]),
            (row(movedAgo: 60), []), (row(movedAgo: 61), [.unmoved(since: today - 61)]),
            (row(openSteps: 0), [.noStep]),
            (
                row(lookIn: -9, movedAgo: 90, openSteps: 0),
                [.notLookedInto(since: today - 9), .unmoved(since: today - 90), .noStep]
            ),
            (row(lookIn: -9, movedAgo: 90, openSteps: 0, isClosed: true), []),
        ] as [(ProjectRow, [ProjectRow.Stall])])
    func `a project reports why it stands still, and a closed project never stands still`(
        row: ProjectRow, stalls: [ProjectRow.Stall]
    ) { #expect(row.standstill(on: ProjectTests.today) == stalls) }

    @Test(arguments: DevelopmentLevel.allCases)
    func `a review without a day for the next look-in gets the day that fits its level`(level: DevelopmentLevel) throws
    {
        let draft = try ReviewDraft(
            Entries(["day": "2026-03-01", "level": "\(level.rawValue)", "shown": "s"]),
            today: ProjectTests.today)
        #expect(draft.next == draft.day + level.lookIn)
    }

    @Test(
        arguments: [
            (["level": ""], "level", .required),
            (["level": "5"], "level", .notWithin(1, 4)), (["shown": ""], "shown", .required),
            (["day": "2026-03-03"], "day", .inFuture), (["next": "2026-03-01"], "next", .endsBeforeStart),
        ] as [([String: String], String, Problem)])
    func `a review with a missing or wrong field is refused beside that field`(
        changed: [String: String], field: String, problem: Problem
    ) {
        let whole = ["day": "2026-03-01", "level": "2", "shown": "s"]
        let entries = Entries(whole.merging(changed) { $1 })
        #expect(throws: Problems([field: problem])) { try ReviewDraft(entries, today: ProjectTests.today) }
    }

    @Test func `an approval stays valid only for the same purpose and no more money`() {
        let line = ExpenseDraft(purpose: "p", estimated: Money(100))
        #expect(ExpenseDraft(purpose: "p", estimated: Money(90), actual: Money(200)).keepsApproval(of: line))
        #expect(!ExpenseDraft(purpose: "p", estimated: Money(101)).keepsApproval(of: line))
        #expect(!ExpenseDraft(purpose: "q", estimated: Money(100)).keepsApproval(of: line))
    }
}
