import Testing

@testable import Domain

@Suite struct WorkCalendarTests {
    /// Working days that the production calendars of Russia name, and of some spans.
    @Test(arguments: [
        ("2025-01-01", "2025-12-31", 247), ("2026-01-01", "2026-12-31", 247), ("2026-10-01", "2026-12-31", 64),
        ("2026-10-01", "2026-11-23", 37), ("2025-11-01", "2025-11-30", 19), ("2025-05-01", "2025-05-31", 18),
        ("2026-01-01", "2026-01-31", 15), ("2026-11-04", "2026-11-04", 0), ("2026-11-24", "2026-11-23", 0),
    ])
    func `Russia works so many days`(from: String, to: String, days: Int) {
        #expect(WorkCalendar.russia.workingDays(from: Day(from)!, to: Day(to)!) == days)
    }

    @Test func `a span has as many working days as it has days that are working`() {
        var random = SplitMix(seed: 5)
        for calendar in WorkCalendar.shipped {
            for _ in 0..<400 {
                let from = Day("2024-12-01")! + Int(random.next() % 900)
                let to = from + Int(random.next() % 70) - 3
                let each = from <= to ? (from.number...to.number).count { calendar.isWorking(Day(number: $0)) } : 0
                #expect(calendar.workingDays(from: from, to: to) == each, "\(calendar.key) \(from.iso) \(to.iso)")
            }
        }
    }

    @Test func `what differs from the week lies on days that can differ`() {
        for year in WorkCalendar.shipped.flatMap(\.years) {
            #expect(year.free.allSatisfy { $0.year == year.year && $0.weekday.rawValue < 5 })
            #expect(year.worked.allSatisfy { $0.year == year.year && $0.weekday.rawValue > 4 })
            #expect(!year.source.isEmpty)
        }
    }

    @Test func `a year that the calendar does not know is named and counted by the week`() {
        let (from, to) = (Day("2027-12-01")!, Day("2028-01-31")!)
        #expect(WorkCalendar.russia.unknownYears(from: from, to: to) == [2028])
        #expect(WorkCalendar.plainWeek.unknownYears(from: from, to: to).isEmpty)
        #expect(WorkCalendar.russia.workingDays(from: Day("2028-01-01")!, to: to) == 21)
    }
}
