/// A calendar date in the desk's time zone, in the proleptic Gregorian calendar. Written "2026-11-23".
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Returns nil if there is no such date: 30 February, month 13, or a year outside 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
        else {
            return nil
        }
        number = Day.number(year: year, month: month, day: day)
    }

    /// Reads "2026-11-23". Returns nil for anything else.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let day = text.withUTF8({ Day(utf8: $0) }) else { return nil }
        self = day
    }

    /// Reads the bytes of "2026-11-23". Returns nil for anything else.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == Day.dash, bytes[7] == Day.dash else { return nil }
        func number(_ places: Range<Int>) -> Int? {
            var number = 0
            for place in places {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
                number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day, limited to the years 1900 to 2200. A day outside them is a typing error.
    package var withinReason: Day {
        min(max(self, Day(year: 1900, month: 1, day: 1)!), Day(year: 2200, month: 12, day: 31)!)
    }
    package var year: Int { civil.year }
    /// 1 to 12.
    package var month: Int { civil.month }
    /// 1 to 31.
    package var dayOfMonth: Int { civil.day }

    /// Year, month and day of the month (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package enum Weekday: Int, Sendable, CaseIterable {
        case monday = 0
        case tuesday, wednesday, thursday, friday, saturday, sunday
    }

    package var weekday: Weekday { Weekday(rawValue: ((number + 3) % 7 + 7) % 7)! }

    /// The week of the year by ISO 8601; the week's Thursday decides the year.
    package var isoWeek: Int {
        let thursday = self + (3 - weekday.rawValue)
        let newYear = Day(number: Day.number(year: thursday.year, month: 1, day: 1))
        return (thursday - newYear) / 7 + 1
    }

    /// "2026-11-23", also for years below 1000.
    package var iso: String {
        let (year, month, day) = civil
        return String(unsafeUninitializedCapacity: 10) { text in
            for (place, number) in [year / 1000, year / 100, year / 10, year].enumerated() {
                text[place] = Day.digit(number)
            }
            (text[4], text[5], text[6]) = (Day.dash, Day.digit(month / 10), Day.digit(month))
            (text[7], text[8], text[9]) = (Day.dash, Day.digit(day / 10), Day.digit(day))
            return 10
        }
    }

    /// The same day and month in the year of `first`, or in the next year if that day is before `first`. 29 February becomes 1 March in a
    /// common year.
    package func anniversary(from first: Day) -> Day {
        func fall(in year: Int) -> Day {
            Day(year: year, month: month, day: dayOfMonth) ?? Day(year: year, month: 3, day: 1) ?? self
        }
        let next = fall(in: first.year)
        return next >= first ? next : fall(in: first.year + 1)
    }

    /// True if the day lies in a period that includes both its ends. A nil end is open.
    func isWithin(_ from: Day?, _ to: Day?) -> Bool { from.map { $0 <= self } ?? true && to.map { $0 >= self } ?? true }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// Days from b to a; negative if a is earlier.
    package static func - (a: Day, b: Day) -> Int { a.number - b.number }

    private static let dash = UInt8(ascii: "-")
    private static func digit(_ value: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(value % 10) }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }
}

extension Day: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
