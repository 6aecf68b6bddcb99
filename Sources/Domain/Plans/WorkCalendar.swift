/// The working days of a country: the week from Monday to Friday, and the days on which it differs. A calendar is a row of a table and not
/// code; those of `WorkCalendar.shipped` come with the desk.
package struct WorkCalendar: Sendable, Equatable, Encodable {
    /// The days that are known for a year, with where they are from.
    package struct Year: Sendable, Equatable, Encodable {
        package var year: Int
        /// Days from Monday to Friday on which nobody works.
        package var free: Set<Day>
        /// Saturdays and Sundays on which people work.
        package var worked: Set<Day>
        package var source: String
        /// When somebody last compared it with its source; nil: nobody has yet.
        package var checkedOn: Day?

        package init(_ year: Int, free: Set<Day>, worked: Set<Day> = [], source: String, checkedOn: Day?) {
            (self.year, self.free, self.worked) = (year, free, worked)
            (self.source, self.checkedOn) = (source, checkedOn)
        }
    }

    package var key: String
    package var years: [Year]

    package init(_ key: String, years: [Year]) { (self.key, self.years) = (key, years) }

    package func isWorking(_ day: Day) -> Bool {
        let isWeekday = day.weekday.rawValue < Day.Weekday.saturday.rawValue
        guard let year = years.first(where: { $0.year == day.year }) else { return isWeekday }
        return isWeekday ? !year.free.contains(day) : year.worked.contains(day)
    }

    /// The working days from one day to another, both included; 0 if the last is before the first.
    package func workingDays(from first: Day, to last: Day) -> Int {
        guard first <= last else { return 0 }
        // Of whole weeks five days each, of the rest one by one.
        let weeks = (last - first + 1) / 7
        var count = 5 * weeks
        for number in (first + 7 * weeks).number..<(last + 1).number where Day(number: number).weekday.rawValue < 5 {
            count += 1
        }
        for year in years {
            count -= year.free.count { $0.isWithin(first, last) }
            count += year.worked.count { $0.isWithin(first, last) }
        }
        return count
    }

    /// The years of a span that the calendar does not know: there it counts from Monday to Friday.
    package func unknownYears(from first: Day, to last: Day) -> [Int] {
        guard !years.isEmpty, first <= last else { return [] }
        return (first.year...last.year).filter { year in !years.contains { $0.year == year } }
    }
}

extension WorkCalendar {
    package static let shipped = [plainWeek, russia]

    package static let plainWeek = WorkCalendar("week", years: [])

    package static let russia = WorkCalendar(
        "ru",
        years: [
            Year(
                2025,
                free: days(
                    2025,
                    "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31"),
                worked: days(2025, "11-01"),
                source: "Labour Code, art. 112; Government Decree No. 1335 of 4 October 2024",
                checkedOn: Day("2026-11-30")),
            Year(
                2026,
                free: days(
                    2026, "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31"),
                source: "Labour Code, art. 112; Government Decree No. 1466 of 24 September 2025",
                checkedOn: Day("2026-11-30")),
            // The Government moves the two days of rest of January that fall on a weekend; where to, nobody had published.
            Year(
                2027,
                free: days(2027, "01-01 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-03 05-10 06-14 11-04"),
                source: "Labour Code, art. 112; without the days that the Government moves", checkedOn: nil),
        ])

    private static func days(_ year: Int, _ text: String) -> Set<Day> {
        Set(text.split(separator: " ").map { Day("\(year)-\($0)")! })
    }
}
