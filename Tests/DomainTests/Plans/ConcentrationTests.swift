import Domain
import Testing

@Suite struct ConcentrationTests {
    private func found(_ incomes: [Int64], negative: Int64 = 0) -> Concentration {
        Concentration(
            span: PeriodSpan(from: Day("2025-01-01")!, to: Day("2025-12-31")!)!,
            members: incomes.enumerated().map {
                Concentration.Member(
                    client: Named(id: ID(Int64($0.offset + 1)), name: "C"), isGroup: false, income: $0.element)
            }, count: incomes.count, positive: incomes.reduce(0, +), negativeCount: negative < 0 ? 1 : 0,
            negative: negative)
    }

    @Test func `the fewest clients that bring a part are counted from the largest`() {
        let some = found([10, 50, 30, 10])
        #expect(some.members.map(\.income) == [50, 30, 10, 10])
        #expect(some.fewest(bringing: 50) == 1 && some.fewest(bringing: 70) == 2 && some.fewest(bringing: 80) == 2)
        #expect(some.fewest(bringing: 81) == 3 && some.fewest(bringing: 100) == 4)
        #expect(some.curve == [5_000, 8_000, 9_000, 10_000])
    }

    @Test func `what brings less than nothing stands apart from the curve and counts in the shares`() {
        let some = found([60, 40], negative: -20)
        #expect(some.total == 80 && some.share(some.members[0]) == 7_500 && some.curve == [6_000, 10_000])
        #expect(found([], negative: -5).fewest(bringing: 70) == nil)
        let none = found([5], negative: -5)
        #expect(none.share(none.members[0]) == nil)
    }

    @Test func `a rise of overdue debt is counted back from today`() {
        func growing(_ overdue: [Int64]) -> Int {
            DebtGlance(
                overdue: .zero, late: .zero, rows: [],
                trend: overdue.map { DebtGlance.Point(day: Day("2026-01-31")!, open: .zero, overdue: Money($0)) }
            ).growing
        }
        #expect(growing([1, 2, 3]) == 2 && growing([5, 1, 2]) == 1 && growing([3, 2, 2]) == 0 && growing([]) == 0)
    }

    @Test func `a path sums what came, to today, beside last year and the plan`() {
        let path = PlanPath(
            sold: [0: 5, 2: 7], soldLastYear: [1: 3], gone: 3, isWorking: [true, false, true, true], target: 30)
        #expect(path.actual == [5, 5, 12] && path.lastYear == [0, 3, 3, 3] && path.due == [10, 10, 20, 30])
        let none = PlanPath(sold: [:], soldLastYear: [:], gone: -2, isWorking: [false], target: nil)
        #expect(none.actual.isEmpty && none.lastYear == [0] && none.due.isEmpty)
    }
}
