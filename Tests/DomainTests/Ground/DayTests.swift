import Domain
import Foundation
import Testing

@Suite struct DayTests {
    @Test func `days agree with Foundation's calendar over four centuries`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -70_000, through: 80_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let day = Day(number: number)
            #expect(day.civil == (parts.year!, parts.month!, parts.day!))
            #expect(day.weekday.rawValue == (parts.weekday! + 5) % 7)
            #expect(Day(year: day.year, month: day.month, day: day.dayOfMonth) == day)
            #expect(Day(day.iso) == day)
        }
    }

    @Test(arguments: [
        "2026-02-30", "2026-13-01", "2025-02-29", "0000-01-01", "2026-1-1", "26-01-01", "2026-01-01x", "", "2026--1-1",
        "２０２６-01-01",
    ])
    func `a text that is not an ISO date is refused`(text: String) { #expect(Day(text) == nil) }

    @Test(arguments: [
        ("2026-11-23", "2026-11-23"), ("23.11.2026", "2026-11-23"), ("3/1/2026", "2026-01-03"),
        ("1996-07-04 00:00:00.000", "1996-07-04"),
        ("2026-11-23T10:00:00Z", "2026-11-23"),
    ])
    func `a day is read as people type it, the day before the month`(typed: String, iso: String) {
        #expect(Day(typed: typed)?.iso == iso)
    }

    @Test(arguments: ["23.11.26", "2026-11-23 noon", "1/2", "31.02.2026", "x"])
    func `a typed text that is not a date is refused`(typed: String) { #expect(Day(typed: typed) == nil) }

    @Test(arguments: [("2026-11-23", 48), ("2027-01-01", 53), ("2026-01-01", 1), ("2024-12-30", 1), ("2021-01-03", 53)])
    func `week numbers follow ISO 8601`(iso: String, week: Int) throws {
        #expect(try #require(Day(iso)).isoWeek == week)
    }

    @Test(arguments: [
        ("1980-03-05", "2026-11-23", "2027-03-05"), ("1980-11-23", "2026-11-23", "2026-11-23"),
        ("1980-12-31", "2026-11-23", "2026-12-31"),
        ("2000-02-29", "2026-01-01", "2026-03-01"), ("2000-02-29", "2028-01-01", "2028-02-29"),
    ])
    func `an anniversary is the next one, and 29 February falls on 1 March in other years`(
        born: String, from: String, next: String
    ) throws {
        #expect(try #require(Day(born)).anniversary(from: #require(Day(from))).iso == next)
    }

    @Test func `a moment before 1970 is written with its own day`() {
        #expect(Moment(milliseconds: -1).iso == "1969-12-31T23:59:59.999Z")
        #expect(Moment(milliseconds: 1_795_000_000_250).iso == "2026-11-18T11:06:40.250Z")
    }
}
