import Testing

@testable import Domain

@Suite struct BuyingHistoryTests {
    private static let quarter = PeriodSpan(from: Day("2026-10-01")!, to: Day("2026-12-31")!)!
    private static let begins = Day("2024-12-01")!

    private func standing(_ days: String..., since: String? = nil, wasProspect: Bool = false, begins: String? = nil)
        -> BuyingHistory.Standing?
    {
        BuyingHistory(
            days: days.map { Day($0)! }, buysSince: since.map { Day($0)! }, wasProspect: wasProspect
        ).standing(in: BuyingHistoryTests.quarter, historyBegins: begins.map { Day($0)! } ?? BuyingHistoryTests.begins)
    }

    @Test func `a first shipment is new where the history reaches back two years, or the card knows it`() {
        #expect(standing("2026-12-02") == .new)
        #expect(standing("2026-11-30") == .newSinceHistory)
        #expect(standing("2026-11-30", wasProspect: true) == .new)
        #expect(standing("2026-11-30", since: "2026-10-05") == .new)
        #expect(standing("2026-11-30", since: "2019-01-01") == .bought)
        #expect(standing("2026-12-01") == .new)
    }

    @Test func `who comes back after twelve months is regained`() {
        #expect(standing("2025-11-30", "2026-11-30") == .regained)
        #expect(standing("2025-12-01", "2026-11-30") == .bought)
        #expect(standing("2025-01-10", "2026-10-01", "2026-10-02") == .regained)
        #expect(standing("2024-12-31", "2026-09-30", "2026-10-02") == .bought)
        #expect(standing("2026-09-30") == nil)
    }

    @Test func `months later is the same day or the last of the month`() {
        for (day, months, later) in [
            ("2025-01-31", 1, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2025-12-15", 1, "2026-01-15"),
            ("2024-12-01", 24, "2026-12-01"), ("2025-03-31", 11, "2026-02-28"),
        ] { #expect(BuyingHistory.later(Day(day)!, byMonths: months) == Day(later)) }
    }
}
